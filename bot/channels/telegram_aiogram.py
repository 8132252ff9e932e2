"""The Bot API through aiogram: the only file that knows this library."""

from typing import Any

from aiogram import Bot, exceptions, methods
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods.base import Response
from aiogram.types import (
    BufferedInputFile,
    DisabledButton,
    EphemeralMessageParameters,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
)
from aiohttp import ClientConnectorError, ClientError, ClientResponseError
from pydantic import PrivateAttr

from bot.channels import Blocked, GroupMoved, Outgoing, Refused, TryLater, Unclear
from bot.channels.telegram_api import (
    LARGEST_FILE,
    SEND_SECONDS,
    Call,
    Conflict,
    Params,
    UnknownToken,
    Upload,
    lacks_method,
    refusal,
    unreadable,
)
from bot.channels.telegram_writing import label

# What aiogram throws, and what escapes from it when an answer is not Telegram's at all.
CHOKED = (exceptions.AiogramError, TypeError, ValueError, RecursionError)
# aiogram builds this class for every answer anew when nobody holds it.
_RESPONSE = Response[Any]
CHOSEN = "Gewählt: {label}"
GONE = range(400, 429)  # answers about a file that will be no other later


class _Call(methods.TelegramMethod[Any]):
    """Any method, its result left as it is: what aiogram cannot read stops nobody."""

    __returning__ = Any
    _method: str = PrivateAttr()

    @property
    def __api_method__(self) -> str:  # type: ignore[override]
        return self._method


class AiogramApi:
    """The Bot API, spoken through aiogram."""

    def __init__(self, token: str, api_base: str, seconds: int = SEND_SECONDS) -> None:
        server = TelegramAPIServer.from_base(api_base)
        self._bot = Bot(token, session=AiohttpSession(api=server, timeout=seconds))
        self._seconds = seconds

    async def call(self, method: str, params: Params, seconds: int | None = None) -> object:
        """Call a method and return its result as it is."""
        request = _Call(**{name: _with_files(value) for name, value in params.items()})
        request._method = method  # noqa: SLF001 - our own class
        try:
            return await self._bot(request, request_timeout=seconds)
        except CHOKED as error:
            raise _in_our_words(error) from error

    def richer(self, outgoing: Outgoing, method: str, params: Params) -> Call | None:
        """Let the choice stand where buttons go; show to one person what helps only that one."""
        if outgoing.chosen and method == "editMessageReplyMarkup":
            chosen = label(CHOSEN.format(label=outgoing.chosen))
            button = InlineKeyboardButton(text=chosen, disabled=DisabledButton())
            shown = InlineKeyboardMarkup(inline_keyboard=[[button]])
            return method, params | {"reply_markup": shown.model_dump(exclude_none=True)}
        # A button pressed in such a message would name none that we could find again.
        if outgoing.only_for and method == "sendMessage" and "reply_markup" not in params:
            one = EphemeralMessageParameters(receiver_user_id=int(outgoing.only_for))
            alone = {"ephemeral_message_parameters": one.model_dump(exclude_none=True)}
            return method, params | alone
        return None

    async def download(self, path: str) -> bytes:
        """Read a file."""
        url = self._bot.session.api.file_url(self._bot.token, path)
        content = b""
        try:
            async for part in self._bot.session.stream_content(url, timeout=self._seconds):
                content += part
                if len(content) > LARGEST_FILE:
                    raise Refused
        except ClientResponseError as error:
            if error.status in GONE:
                raise Refused from error
            raise TryLater from error
        except (ClientError, TimeoutError) as error:
            raise TryLater from error
        return content

    async def close(self) -> None:
        """Close the connection to Telegram."""
        await self._bot.session.close()


def _with_files(value: object) -> object:
    match value:
        case Upload(name, content):
            return BufferedInputFile(content, name)
        case dict():
            return {name: _with_files(inner) for name, inner in value.items()}
        case list():
            return [_with_files(inner) for inner in value]
    return value


def _in_our_words(error: Exception) -> Exception:  # noqa: C901, PLR0911 - one line a case
    match error:
        case exceptions.TelegramRetryAfter(retry_after=seconds):
            return TryLater(seconds)
        case exceptions.TelegramForbiddenError():
            return Blocked()
        case exceptions.TelegramBadRequest(message=text):
            return refusal(text)
        case exceptions.TelegramMigrateToChat(migrate_to_chat_id=new):
            return GroupMoved(str(new))
        case exceptions.TelegramConflictError():
            return Conflict()
        case exceptions.TelegramUnauthorizedError() | exceptions.TelegramNotFound():
            return UnknownToken()
        case exceptions.TelegramServerError(message=text):
            return Refused() if lacks_method(text) else TryLater()
        case exceptions.TelegramNetworkError(__cause__=ClientConnectorError()):
            return TryLater()  # no connection, so nothing was sent
        case exceptions.ClientDecodeError(data=answer):
            return unreadable(answer)
        case exceptions.TelegramEntityTooLarge():
            return Refused()
        case exceptions.TelegramNetworkError():
            return Unclear()
        case exceptions.TelegramAPIError():
            return TryLater()  # 429 without a time, and what Telegram never answers
    return Unclear()
