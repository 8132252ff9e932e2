"""Telegram as a channel: everything but the library that speaks to it."""

import asyncio
import logging
import re
from contextlib import suppress
from typing import Any

from bot.channels import (
    GroupMoved,
    MessageGone,
    Outgoing,
    Refused,
    TryLater,
    Unclear,
    Undeliverable,
)
from bot.channels.pace import Limits, Pace
from bot.channels.telegram import reading as telegram_reading
from bot.channels.telegram import receiving as telegram_receiving
from bot.channels.telegram import writing as telegram_writing
from bot.channels.telegram.api import (
    FAILED,
    LARGEST_FILE,
    NAME,
    NoText,
    Params,
    TelegramApi,
    Unchanged,
    UnknownToken,
)
from bot.channels.telegram.receiving import Receiver
from bot.channels.telegram.topics import Topics
from bot.config import Misconfigured
from bot.pausing import first_of
from handlers.doing import Doing, Place
from handlers.messages import Address, Incoming, Mark, Receipt
from handlers.table import COMMANDS
from people.person import Role
from tickets.life import State

log = logging.getLogger(__name__)

TOKEN = re.compile(r"(\d{1,20}):[A-Za-z0-9_-]+")
BETWEEN = 1.05  # seconds between two messages that are one to us, as in bot.channels.pace
SIGNS = {Mark.RECEIVED: "👀", Mark.DELIVERED: "👍"}


def bot_id(token: str) -> int:
    """Read the bot's own number from its token.

    Raises:
        Misconfigured: it has not the form of a token.

    """
    found = TOKEN.fullmatch(token)
    if not found:
        raise Misconfigured("TELEGRAM_TOKEN sieht nicht aus wie 123456:ABC…")
    return int(found[1])


def menu(place: Place) -> list[Doing]:
    """List the commands that Telegram should offer in private chats or in the advisors' group."""
    role = Role.PERSON if place is Place.PRIVATE else Role.ADVISOR
    shown = [d for d in COMMANDS.values() if not d.hidden]
    return [d for d in shown if d.role is role and d.place in (place, Place.ANYWHERE)]


class TelegramChannel:
    """Telegram, spoken through whichever library."""

    name = NAME
    chat: str | None = None
    reacts = True
    splits = True

    def __init__(self, api: TelegramApi, own_id: int, *, link_previews: bool = False) -> None:
        self._api = api
        self._own_id = own_id
        self._own_name = ""
        self._link_previews = link_previews
        self._topics = Topics(api, own_id)
        self.pace = Pace(Limits())
        self.receiver = Receiver(api)

    def parse(self, raw: dict[str, Any]) -> Incoming | None:
        """Read a stored update."""
        return telegram_reading.read(raw, bot_id=self._own_id, bot_name=self._own_name)

    def is_group(self, chat: str) -> bool:
        """Tell whether a chat has many people in it."""
        return telegram_reading.is_group(chat)

    async def send(self, outgoing: Outgoing) -> tuple[str, ...]:
        """Send a message and return Telegram's ids of it."""
        ids: tuple[str, ...] = ()
        for method, params in telegram_writing.calls(outgoing, link_previews=self._link_previews):
            if ids:
                await asyncio.sleep(BETWEEN)
            try:
                ids += _ids(await self._call(outgoing, method, params))
            except TryLater as error:
                if not ids:
                    raise
                raise Unclear from error  # the first part has arrived
        if outgoing.spends:
            await self._take_buttons(outgoing, outgoing.spends)
        return ids

    async def _call(self, outgoing: Outgoing, method: str, params: Params) -> object:
        """Make the richest call that Telegram takes; what it refuses has certainly not arrived."""
        richer = self._api.richer(outgoing, method, params)
        if richer:
            try:
                return await self._api.call(*richer)
            except Unchanged:
                raise  # it is there already; the plain one would take it away again
            # UnknownToken: it may only be the method that an older server does not know.
            except (Undeliverable, UnknownToken) as error:
                log.info("%s refused, said plainly: %s", richer[0], type(error).__name__)
        return await self._api.call(method, params)

    async def _take_buttons(self, outgoing: Outgoing, message: str) -> None:
        """Take used-up buttons away; if they stay, their press is answered in words."""
        place = {"chat_id": int(outgoing.chat), "message_id": int(message)}
        with suppress(*FAILED, GroupMoved):
            await self._call(outgoing, "editMessageReplyMarkup", place)

    async def edit(self, outgoing: Outgoing) -> None:
        """Change the message `outgoing.edits`."""
        caption = bool(outgoing.files)
        try:
            await self._correct(outgoing, caption=caption)
        except NoText:
            if caption:
                raise
            await self._correct(outgoing, caption=True)

    async def _correct(self, outgoing: Outgoing, *, caption: bool) -> None:
        method, params = telegram_writing.correction(
            outgoing, link_previews=self._link_previews, caption=caption
        )
        try:
            await self._api.call(method, params)
        except Unchanged:
            return

    async def delete(self, chat: str, message: str) -> None:
        """Delete one of our messages; Telegram does for two days."""
        place = {"chat_id": int(chat), "message_id": int(message)}
        with suppress(MessageGone):
            await self._api.call("deleteMessage", place)

    async def react(self, chat: str, receipt: Receipt) -> None:
        """Show a sign under somebody's message."""
        sign = {"type": "emoji", "emoji": SIGNS[receipt.mark]}
        place = {"chat_id": int(chat), "message_id": int(receipt.message)}
        await self._api.call("setMessageReaction", place | {"reaction": [sign]})

    async def reach(self) -> None:
        """See whether Telegram answers at all."""
        try:
            await self._api.call("getMe", {})
        except TryLater:
            raise
        except FAILED as error:
            raise TryLater from error

    async def has_topics(self, chat: str) -> bool:
        """Tell whether a chat is a forum in which we may open topics."""
        return self.is_group(chat) and await self._topics.are_possible(chat)

    async def open_topic(self, chat: str, title: str, state: State) -> str:
        """Open a topic for a ticket and return its number."""
        return await self._topics.open(chat, title, state)

    async def change_topic(self, chat: str, topic: str, title: str, state: State) -> None:
        """Give a topic its title and the icon of a state."""
        await self._topics.change(chat, topic, title, state)

    async def fetch(self, ref: str) -> bytes:
        """Read a file that came through Telegram."""
        try:
            file = await self._api.call("getFile", {"file_id": ref.rpartition(" ")[2]})
            path, size = _location(file)
            if size > LARGEST_FILE:
                raise Refused
            return await self._api.download(path)
        except Unclear as error:
            raise TryLater from error  # reading changes nothing, so nothing is in doubt

    async def learn_name(self, stop: asyncio.Event) -> None:
        """Ask for our own name: until then `/hilfe@our_name` looks meant for somebody else."""
        while not stop.is_set() and not self._own_name:
            try:
                me = await self._api.call("getMe", {})
            except FAILED:
                await first_of(stop, seconds=telegram_receiving.CONFLICT_PAUSE)
            else:
                name = me.get("username") if isinstance(me, dict) else None
                self._own_name = str(name or "?")

    async def put_up_menus(self, advisors: Address) -> None:
        """Put up the command menus, in German, per scope."""
        menus: list[tuple[Params, Place]] = [({"type": "all_private_chats"}, Place.PRIVATE)]
        if advisors.channel == NAME:
            scope: Params = {"type": "chat", "chat_id": int(advisors.chat)}
            menus.append((scope, Place.ADVISORS))
        for scope, place in menus:
            commands = [{"command": d.name, "description": d.description} for d in menu(place)]
            try:
                await self._api.call("setMyCommands", {"commands": commands, "scope": scope})
            except (TryLater, Unclear, Undeliverable) as error:
                # Everything works without the menu; the next start tries again.
                log.warning("no command menu for %s: %s", place.name, type(error).__name__)

    async def close(self) -> None:
        """Close the connections to Telegram."""
        await self.receiver.finish()
        await self._api.close()


def _ids(answer: object) -> tuple[str, ...]:
    """Read the ids of what was sent; without them nobody knows whether it was.

    What only one person sees has the number 0: nothing can be done with it later.
    """
    messages = answer if isinstance(answer, list) else [answer]
    ids = [m.get("message_id") if isinstance(m, dict) else None for m in messages]
    if not ids or not all(isinstance(number, int) for number in ids):
        raise Unclear
    return tuple(str(number) for number in ids if number)


def _location(file: object) -> tuple[str, int]:
    if not isinstance(file, dict) or not isinstance(file.get("file_path"), str):
        raise Unclear
    path, size = file["file_path"], file.get("file_size")
    # Telegram's paths are below its own folder; anything else would read elsewhere.
    if path.startswith("/") or ".." in path or ":" in path:
        raise Refused
    return path, size if isinstance(size, int) else 0
