"""The Bot API through python-telegram-bot: the only file that knows this library."""

import os
import re
from datetime import timedelta

# Seconds come as timedelta, the form that is to stay; else each pause would warn of the change.
os.environ.setdefault("PTB_TIMEDELTA", "true")

import httpx
import telegram
from telegram import error as errors
from telegram.request import HTTPXRequest

from bot.channels import Blocked, GroupMoved, Outgoing, Refused, TryLater, Unclear
from bot.channels.telegram.api import (
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

# What PTB throws, and what escapes from it when an answer is not Telegram's at all.
CHOKED = (errors.TelegramError, KeyError, TypeError, ValueError, RecursionError, AttributeError)
CONNECTIONS = 64  # as many as there are messages on their way at once, and some
NOT_CONNECTED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
# PTB's own words for an error that came without any of Telegram's.
WORDLESS = re.compile(r" \(\d{3}\)")


class _Bot(telegram.Bot):
    """A bot below PTB's objects: what PTB cannot read stops nobody."""

    async def raw(self, method: str, params: Params, seconds: int) -> object:
        """Call a method; `do_api_request` would warn of each that has a Python name as well."""
        result: object = await self._do_post(method, params, read_timeout=seconds)
        return result


class PtbApi:
    """The Bot API, spoken through python-telegram-bot."""

    def __init__(self, token: str, api_base: str, seconds: int = SEND_SECONDS) -> None:
        base = api_base.rstrip("/")
        self._requests = (_request(1, seconds), _request(CONNECTIONS, seconds))
        self._seconds = seconds
        self._bot = _Bot(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            get_updates_request=self._requests[0],
            request=self._requests[1],
        )

    async def call(self, method: str, params: Params, seconds: int | None = None) -> object:
        """Call a method and return its result as it is."""
        try:
            return await self._bot.raw(method, _with_files(params), seconds or self._seconds)
        except CHOKED as error:
            raise _in_our_words(error) from error

    def richer(self, outgoing: Outgoing, method: str, params: Params) -> Call | None:
        """Add nothing: this library ends with Bot API 10.0."""
        del outgoing, method, params
        return None

    async def download(self, path: str) -> bytes:
        """Read a file."""
        url = f"{self._bot.base_file_url}/{path}"
        try:
            content = await self._requests[1].retrieve(url)
        except (errors.BadRequest, errors.InvalidToken, errors.Forbidden) as error:
            raise Refused from error  # no file there (any more)
        except errors.TelegramError as error:
            raise TryLater from error
        if len(content) > LARGEST_FILE:
            raise Refused
        return content

    async def close(self) -> None:
        """Close the connections to Telegram."""
        for request in self._requests:
            await request.shutdown()


def _request(connections: int, seconds: float) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=connections,
        read_timeout=seconds,
        write_timeout=seconds,
        connect_timeout=seconds,
        pool_timeout=seconds,
        media_write_timeout=seconds,
    )


def _with_files(params: Params) -> Params:
    """Put the contents of files beside the parameters that refer to them."""
    files: Params = {}

    def placed(value: object) -> object:
        match value:
            case Upload(name, content):
                key = f"file{len(files)}"
                files[key] = telegram.InputFile(content, filename=name)
                return f"attach://{key}"
            case dict():
                return {name: placed(inner) for name, inner in value.items()}
            case list():
                return [placed(inner) for inner in value]
        return value

    return {name: placed(value) for name, value in params.items()} | files


def _in_our_words(error: Exception) -> Exception:  # noqa: C901, PLR0911 - one line a case
    match error:
        case errors.RetryAfter(retry_after=timedelta() as pause):
            return TryLater(pause.total_seconds())
        case errors.Forbidden():
            return Blocked()
        case errors.ChatMigrated(new_chat_id=new):
            return GroupMoved(str(new))
        case errors.BadRequest(message=text):
            return refusal(text)
        case errors.Conflict():
            return Conflict()
        case errors.InvalidToken() | errors.EndPointNotFound():
            return UnknownToken()
        case errors.TelegramError(__cause__=cause) if isinstance(cause, NOT_CONNECTED):
            return TryLater()  # no connection, so nothing was sent
        case (
            errors.TelegramError(__cause__=ValueError() as cause)
            | errors.TelegramError(__cause__=errors.TelegramError(__cause__=ValueError() as cause))
        ):
            return unreadable(getattr(cause, "doc", None))
        case errors.NetworkError(__cause__=None, message=text):
            if "too large" in text.lower() or lacks_method(text):
                return Refused()
            return Unclear() if WORDLESS.search(text) else TryLater()
    return Unclear()
