"""The Bot API through aiogram: the only file that knows this library."""

from itertools import groupby
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
    InputRichBlockList,
    InputRichBlockListItem,
    InputRichBlockParagraph,
    InputRichBlockUnion,
    InputRichMessage,
    RichTextBold,
    RichTextCode,
    RichTextItalic,
    RichTextUnion,
    TelegramObject,
)
from aiohttp import ClientConnectorError, ClientError, ClientResponseError
from pydantic import PrivateAttr

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
from bot.channels.telegram.writing import label
from handlers.rich import BOXES, Run, lines

# What aiogram throws, and what escapes from it when an answer is not Telegram's at all.
CHOKED = (exceptions.AiogramError, TypeError, ValueError, RecursionError)
# aiogram builds this class for every answer anew when nobody holds it.
_RESPONSE = Response[Any]
TEXT = ("text", "parse_mode", "link_preview_options")  # of a message that is not rich
MARKED = {"b": RichTextBold, "i": RichTextItalic, "code": RichTextCode}
CHOSEN = "Gewählt: {label}"
GONE = range(400, 429)  # answers about a file that will be no other later


class _Call(methods.TelegramMethod[Any]):
    """Any method, its result left as it is: what aiogram cannot read stops nobody."""

    __returning__ = Any
    _method: str = PrivateAttr()

    @property
    def __api_method__(self) -> str:  # type: ignore[override]  # aiogram has one a class
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
        """Show boxes, or the choice that was made; show to one person what helps only that one."""
        match method:
            case "editMessageReplyMarkup" if outgoing.chosen:
                return method, params | {"reply_markup": _choice(outgoing.chosen)}
            case "sendMessage" if rich := _checklist(outgoing):
                placed = {name: value for name, value in params.items() if name not in TEXT}
                return "sendRichMessage", placed | {"rich_message": rich}
            # A button pressed in such a message would name none that we could find again.
            case "sendMessage" if outgoing.only_for and "reply_markup" not in params:
                one = EphemeralMessageParameters(receiver_user_id=int(outgoing.only_for))
                return method, params | {"ephemeral_message_parameters": _written(one)}
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


def _written(form: TelegramObject) -> Params:
    return form.model_dump(exclude_none=True)


def _choice(chosen: str) -> Params:
    """Give a keyboard that can only be read."""
    words = label(CHOSEN.format(label=chosen))
    button = InlineKeyboardButton(text=words, disabled=DisabledButton())
    return _written(InlineKeyboardMarkup(inline_keyboard=[[button]]))


def _checklist(outgoing: Outgoing) -> Params | None:
    """Write a text that has boxes as a rich message, if all else in it is marked simply."""
    if outgoing.plain or not any(f"<{box}>" in outgoing.text for box in BOXES):
        return None
    parted = lines(outgoing.text)
    if {tag for _, line in parted for tags, _ in line for tag in tags} - MARKED.keys():
        return None
    blocks: list[InputRichBlockUnion] = []
    for boxed, together in groupby(parted, key=lambda line: bool(line[0])):
        paragraphs = [(box, _paragraph(line)) for box, line in together]
        if boxed:
            items = [
                InputRichBlockListItem(
                    blocks=[words], has_checkbox=True, is_checked=box == "done" or None
                )
                for box, words in paragraphs
            ]
            blocks.append(InputRichBlockList(items=items))
        else:
            blocks += [words for _, words in paragraphs]
    return _written(InputRichMessage(blocks=blocks))


def _paragraph(line: list[Run]) -> InputRichBlockParagraph:
    parts: list[RichTextUnion] = []
    for tags, words in line:
        part: RichTextUnion = words
        for tag in reversed(tags):
            part = MARKED[tag](text=part)
        parts.append(part)
    return InputRichBlockParagraph(text=parts)


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
