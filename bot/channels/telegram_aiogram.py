"""Telegram through aiogram: the only file that knows this library."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from aiogram import Bot, exceptions, methods
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ChatType, ParseMode
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    Update,
)
from aiogram.utils.token import TokenValidationError
from aiohttp import ClientConnectorError
from pydantic import ValidationError

from bot.channels import (
    Blocked,
    Outgoing,
    Refused,
    TryLater,
    Unclear,
    Undeliverable,
    Unparsable,
    telegram,
)
from bot.config import Misconfigured
from bot.inbox import RawUpdate
from bot.log import alert
from bot.pace import Limits, Pace
from bot.waiting import first_of
from handlers.doing import Place
from handlers.messages import Address, Body, Incoming, Other
from handlers.typed import parse_press, parse_typed

log = logging.getLogger(__name__)

Store = Callable[[list[RawUpdate]], Awaitable[None]]
Answer = TypeVar("Answer")
Scope = BotCommandScopeAllPrivateChats | BotCommandScopeChat
SEND_SECONDS = 30
CONFLICT_PAUSE, FAULT_PAUSE, LONGEST_PAUSE = 5.0, 1.0, 60.0
# What aiogram throws, and what escapes from it when an answer is not Telegram's at all.
CHOKED = (exceptions.AiogramError, TypeError, ValueError)


class _GetRawUpdates(methods.TelegramMethod[list[Any]]):
    """`getUpdates` without parsing: one update that aiogram cannot read stops nobody else."""

    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int | None = None
    timeout: int = telegram.POLL_SECONDS
    allowed_updates: tuple[str, ...] = telegram.UPDATES


class AiogramChannel:
    """Telegram, spoken through aiogram."""

    name = telegram.NAME
    chat: str | None = None

    def __init__(self, token: str, api_base: str, *, link_previews: bool = False) -> None:
        session = AiohttpSession(api=TelegramAPIServer.from_base(api_base), timeout=SEND_SECONDS)
        # Not sent at all when previews are wanted: that is Telegram's own default.
        self._previews = None if link_previews else LinkPreviewOptions(is_disabled=True)
        try:
            self._bot = Bot(token, session=session)
        except TokenValidationError as error:
            raise Misconfigured("TELEGRAM_TOKEN sieht nicht aus wie 123456:ABC…") from error
        self._name = ""
        self.pace = Pace(Limits())
        self._acknowledging: set[asyncio.Task[None]] = set()

    # --- receiving ------------------------------------------------------------------------

    async def poll(self, store: Store, stop: asyncio.Event) -> None:
        """Fetch updates until told to stop; the next offset is sent only after the commit."""
        await self._insist(methods.DeleteWebhook(drop_pending_updates=False), stop)
        offset: int | None = None  # without one Telegram starts at the oldest unconfirmed
        pause = FAULT_PAUSE
        while not stop.is_set():
            try:
                updates = await self._bot(
                    _GetRawUpdates(offset=offset), request_timeout=telegram.POLL_SECONDS + 10
                )
            except exceptions.TelegramConflictError:
                alert.error("another process polls with this token")
                await first_of(stop, seconds=CONFLICT_PAUSE)
                continue
            except exceptions.TelegramUnauthorizedError:
                alert.error("Telegram does not know this token (any more)")
                await first_of(stop, seconds=LONGEST_PAUSE)
                continue
            except exceptions.TelegramRetryAfter as error:
                await first_of(stop, seconds=error.retry_after)
                continue
            except CHOKED as error:
                log.warning("polling failed: %s", type(error).__name__)
                await first_of(stop, seconds=pause)
                pause = min(pause * 2, LONGEST_PAUSE)
                continue
            pause = FAULT_PAUSE
            if updates:
                await store([telegram.raw_update(update) for update in updates])
                confirmed = telegram.next_offset(u for u in updates if isinstance(u, dict))
                offset = confirmed or offset
                self.acknowledge_presses(updates)
                if confirmed is None:  # the same again would come at once
                    alert.error("updates without a number cannot be acknowledged")
                    await first_of(stop, seconds=LONGEST_PAUSE)

    async def register_webhook(self, url: str, secret: str, stop: asyncio.Event) -> None:
        """Tell Telegram where to deliver, and go on trying until it has heard."""
        register = methods.SetWebhook(
            url=url,
            secret_token=secret,
            allowed_updates=list(telegram.UPDATES),
            drop_pending_updates=False,
        )
        await self._insist(register, stop)

    def acknowledge_presses(self, updates: list[Any]) -> None:
        """Stop the spinner on pressed buttons; nothing is lost if this fails."""
        for update in updates:
            press = update.get("callback_query") if isinstance(update, dict) else None
            if isinstance(press, dict) and isinstance(press.get("id"), str):
                task = asyncio.get_running_loop().create_task(self._acknowledge(press["id"]))
                self._acknowledging.add(task)
                task.add_done_callback(self._acknowledging.discard)

    async def _acknowledge(self, press_id: str) -> None:
        try:
            await self._ask(methods.AnswerCallbackQuery(callback_query_id=press_id))
        except (TryLater, Unclear, Undeliverable) as error:
            log.debug("press not acknowledged: %s", type(error).__name__)

    def parse(self, raw: dict[str, Any]) -> Incoming | None:
        """Read a stored update."""
        try:
            update = Update.model_validate(raw, context={"bot": self._bot})
        except (ValidationError, TypeError, ValueError, RecursionError) as error:
            raise Unparsable from error
        if press := update.callback_query:
            if press.message is None:
                return None  # from a chat we are not in
            chat = press.message.chat
            return Incoming(
                Address(telegram.NAME, str(chat.id)),
                Address(telegram.NAME, str(press.from_user.id)),
                parse_press(press.data or ""),
                group=chat.type != ChatType.PRIVATE,
            )
        message = update.message or update.edited_message
        if message is None or message.chat.type == ChatType.CHANNEL:
            return None
        body = self._body(message, edited=update.edited_message is not None)
        if body is None:
            return None
        return Incoming(
            Address(telegram.NAME, str(message.chat.id)),
            _sender(message),
            body,
            group=message.chat.type != ChatType.PRIVATE,
            reply_to=self._replied(message),
        )

    def _replied(self, message: Message) -> str | None:
        """Name our message that this one replies to; what colleagues tell each other is theirs."""
        reply = message.reply_to_message
        if reply is None or (reply.from_user and reply.from_user.id != self._bot.id):
            return None
        return str(reply.message_id)

    def _body(self, message: Message, *, edited: bool) -> Body | None:
        if message.from_user and message.from_user.is_bot and message.sender_chat is None:
            return None  # two bots could talk for ever
        if message.text is not None:
            return parse_typed(message.text, bot_name=self._name, edited=edited)
        # Service messages say nothing to us, nor does a live location that moved.
        return Other() if message.content_type in telegram.PERSONAL and not edited else None

    # --- sending --------------------------------------------------------------------------

    def is_group(self, chat: str) -> bool:
        """Tell whether a chat has many people in it."""
        return telegram.is_group(chat)

    async def send(self, outgoing: Outgoing) -> str:
        """Send a message and return Telegram's id of it."""
        rows = [
            [InlineKeyboardButton(text=telegram.label(b.label), callback_data=b.data) for b in row]
            for row in outgoing.buttons
        ]
        message = methods.SendMessage(
            chat_id=int(outgoing.chat),
            text=telegram.html(outgoing),
            parse_mode=None if outgoing.plain else ParseMode.HTML,
            link_preview_options=self._previews,
            reply_markup=InlineKeyboardMarkup(inline_keyboard=rows) if rows else None,
        )
        return str((await self._ask(message)).message_id)

    async def _ask(self, method: methods.TelegramMethod[Answer]) -> Answer:
        """Call Telegram, and say in our own words what went wrong."""
        try:
            return await self._bot(method)
        except CHOKED as error:
            raise _in_our_words(error) from error

    async def _insist(self, method: methods.TelegramMethod[bool], stop: asyncio.Event) -> None:
        pause = FAULT_PAUSE
        while not stop.is_set():
            try:
                await self._ask(method)
            except (TryLater, Unclear, Undeliverable) as error:
                alert.error("%s failed: %s", method.__api_method__, type(error.__cause__).__name__)
                await first_of(stop, seconds=getattr(error, "seconds", None) or pause)
                pause = min(pause * 2, LONGEST_PAUSE)
            else:
                return

    async def learn_name(self, stop: asyncio.Event) -> None:
        """Ask for our own name: until then `/hilfe@our_name` looks meant for somebody else."""
        while not stop.is_set() and not self._name:
            try:
                self._name = (await self._ask(methods.GetMe())).username or "?"
            except (TryLater, Unclear, Undeliverable):
                await first_of(stop, seconds=CONFLICT_PAUSE)

    async def put_up_menus(self, advisors: Address) -> None:
        """Put up the command menus, in German, per scope."""
        menus: list[tuple[Scope, Place]] = [(BotCommandScopeAllPrivateChats(), Place.PRIVATE)]
        if advisors.channel == telegram.NAME:
            menus.append((BotCommandScopeChat(chat_id=int(advisors.chat)), Place.ADVISORS))
        for scope, place in menus:
            commands = [
                BotCommand(command=d.name, description=d.description) for d in telegram.menu(place)
            ]
            try:
                await self._ask(methods.SetMyCommands(commands=commands, scope=scope))
            except (TryLater, Unclear, Undeliverable) as error:
                # Everything works without the menu; the next start tries again.
                log.warning("no command menu for %s: %s", place.name, type(error).__name__)

    async def close(self) -> None:
        """Close the connection to Telegram."""
        await asyncio.gather(*self._acknowledging, return_exceptions=True)
        await self._bot.session.close()


def _in_our_words(error: Exception) -> Exception:  # noqa: C901, PLR0911 - one line a case
    match error:
        case exceptions.TelegramRetryAfter(retry_after=seconds):
            return TryLater(seconds)
        case exceptions.TelegramForbiddenError():
            return Blocked()
        case exceptions.TelegramBadRequest(message=text):
            return telegram.refusal(text)
        case exceptions.TelegramMigrateToChat(migrate_to_chat_id=new):
            alert.error("a group has a new address: %s:%s", telegram.NAME, new)
            return Blocked()
        case (
            # These are about the server, the token or the address, not about the message.
            exceptions.TelegramServerError()
            | exceptions.TelegramUnauthorizedError()
            | exceptions.TelegramConflictError()
            | exceptions.TelegramNotFound()
        ):
            return TryLater()
        case exceptions.TelegramNetworkError(__cause__=ClientConnectorError()):
            return TryLater()  # no connection, so nothing was sent
        case exceptions.ClientDecodeError(data=answer):
            return telegram.unreadable(answer)
        case exceptions.TelegramEntityTooLarge():
            return Refused()
        case exceptions.TelegramNetworkError():
            return Unclear()
        case exceptions.TelegramAPIError():
            return Refused()
    return Unclear()


def _sender(message: Message) -> Address | None:
    """Name who stands up for a message: nobody for anonymous admins, channels and bots."""
    person = message.from_user
    if person is None or person.is_bot or message.sender_chat is not None:
        return None
    return Address(telegram.NAME, str(person.id))
