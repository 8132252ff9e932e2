"""What every Telegram library needs alike: reading raw updates, scopes, HTML. Free of any."""

from collections.abc import Iterable
from typing import Any

from bot.channels import BadMarkup, Blocked, Outgoing, Refused, TryLater, Unclear, Undeliverable
from bot.inbox import RawUpdate
from handlers.doing import Doing, Place
from handlers.rich import plain, render
from handlers.table import COMMANDS
from people.person import Role

NAME = "telegram"
# What we ask Telegram for; everything else would only wake us up.
UPDATES = ("message", "edited_message", "callback_query")
POLL_SECONDS = 25
LABEL = 60  # characters of a button that a phone still shows
# The kinds of messages that a person sends, beside text; everything else is Telegram's own news.
KINDS = (
    "animation audio checklist contact dice document game gift live_photo location paid_media "
    "photo poll rich_message sticker story unknown venue video video_note voice"
)
PERSONAL = frozenset(KINDS.split())


def raw_update(update: object) -> RawUpdate:
    """Find key and chat of an update without trusting its form."""
    if not isinstance(update, dict):
        return RawUpdate.of({"unreadable": str(update)}, None, "")
    chat: object = ""
    for kind in UPDATES:
        inner = update.get(kind)
        if isinstance(inner, dict):
            holder = inner.get("message", inner) if kind == "callback_query" else inner
            chat = _id(holder, "chat") or _id(inner, "from") or ""
    return RawUpdate.of(update, update.get("update_id"), chat)


def _id(holder: object, key: str) -> object:
    inner = holder.get(key) if isinstance(holder, dict) else None
    return inner.get("id") if isinstance(inner, dict) else None


def next_offset(updates: Iterable[dict[str, Any]]) -> int | None:
    """Give the offset that confirms these updates; None if there is nothing to confirm."""
    ids = [u["update_id"] for u in updates if isinstance(u.get("update_id"), int)]
    return max(ids) + 1 if ids else None


def is_group(chat: str) -> bool:
    """Tell a group by its number: Telegram gives groups negative ones."""
    return chat.startswith("-")


def html(outgoing: Outgoing) -> str:
    """Write a text in Telegram's HTML, or without any markup."""
    return plain(outgoing.text) if outgoing.plain else render(outgoing.text, _tag)


def _tag(tag: str) -> tuple[str, str]:
    if tag == "details":
        return "<blockquote expandable>", "</blockquote>"
    return f"<{tag}>", f"</{tag.split(' ', 1)[0]}>"


def label(text: str) -> str:
    """Shorten a button's words to what a phone shows."""
    return text if len(text) <= LABEL else text[: LABEL - 1].rstrip() + "…"


def menu(place: Place) -> list[Doing]:
    """List the commands that Telegram should offer in private chats or in the advisors' group."""
    role = Role.PERSON if place is Place.PRIVATE else Role.ADVISOR
    shown = [d for d in COMMANDS.values() if not d.hidden]
    return [d for d in shown if d.role is role and d.place in (place, Place.ANYWHERE)]


def refusal(description: str) -> Undeliverable:
    """Read why Telegram answered 400."""
    text = description.lower()
    if "parse entities" in text:
        return BadMarkup()
    gone = ("chat not found", "deactivated", "kicked", "not enough rights", "have no rights")
    return Blocked() if any(word in text for word in gone) else Refused()


def unreadable(answer: object) -> TryLater | Unclear:
    """Judge an answer that is not what Telegram answers.

    A proxy's page says that we did not get through, unless the proxy only grew tired of waiting.
    Half an answer may well be the news of a message sent.
    """
    page = isinstance(answer, str) and answer.lstrip().startswith("<") and "504" not in answer
    return TryLater() if page else Unclear()
