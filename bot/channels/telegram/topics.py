"""Topics of a forum group: whether we may open them, their titles and their icons."""

import logging
import time
from collections.abc import Callable

from bot.channels import Blocked, Refused, TopicGone, TryLater, Unclear
from bot.channels.telegram.api import FAILED, NoRights, Params, TelegramApi, Unchanged
from handlers.rich import units
from tickets.life import State

log = logging.getLogger(__name__)

TITLE = 128  # characters
# Whether a group has topics, and whether we may open some, changes rarely; seconds.
REMEMBERED = 300.0
# The first of these that Telegram offers; the card in the topic says it in words.
ICONS = {
    State.OPEN: "🆕❗❓",
    State.TAKEN: "📝💬",
    State.WAITING: "❓⁉🗣",
    State.ANSWERED: "✅💡",
    State.SNOOZED: "📆⏰",
    State.CLOSED: "🏁📁",
}
VARIANT = "\ufe0f"  # says only that an emoji is shown in colours


class Topics:
    """The topics of all groups the bot is in."""

    def __init__(
        self, api: TelegramApi, bot_id: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._api = api
        self._bot_id = bot_id
        self._clock = clock
        self._known: dict[str, tuple[float, bool]] = {}
        self._icons: dict[str, str] | None = None

    async def are_possible(self, chat: str) -> bool:
        """Tell whether a group is a forum in which we may manage topics."""
        at, known = self._known.get(chat, (float("-inf"), False))
        if self._clock() - at < REMEMBERED:
            return known
        try:
            found = await self._look(chat)
        except Unclear as error:
            raise TryLater from error  # nothing was sent, so nothing is in doubt
        except Refused:
            found = False  # a server that cannot say so: the cards do without topics
        self._known[chat] = self._clock(), found
        return found

    async def _look(self, chat: str) -> bool:
        about = await self._api.call("getChat", {"chat_id": int(chat)})
        if not (isinstance(about, dict) and about.get("is_forum") is True):
            return False
        us = {"chat_id": int(chat), "user_id": self._bot_id}
        member = await self._api.call("getChatMember", us)
        if not isinstance(member, dict):
            raise Unclear
        owner = member.get("status") == "creator"
        return owner or member.get("can_manage_topics") is True

    async def open(self, chat: str, title: str, state: State) -> str:
        """Open a topic and return its number."""
        params = {"chat_id": int(chat), "name": fitting(title), **await self._icon(state)}
        topic = await self._manage(chat, "createForumTopic", params)
        number = topic.get("message_thread_id") if isinstance(topic, dict) else None
        if not isinstance(number, int):
            raise Unclear
        return str(number)

    async def change(self, chat: str, topic: str, title: str, state: State) -> None:
        """Give a topic a title and an icon."""
        place = {"chat_id": int(chat), "message_thread_id": int(topic)}
        params = place | {"name": fitting(title), **await self._icon(state)}
        try:
            await self._manage(chat, "editForumTopic", params)
        except Unchanged:
            return

    async def _manage(self, chat: str, method: str, params: Params) -> object:
        try:
            return await self._api.call(method, params)
        except NoRights as error:
            self._known.pop(chat, None)
            raise TopicGone from error
        except (TopicGone, Blocked):
            self._known.pop(chat, None)
            raise

    async def _icon(self, state: State) -> Params:
        """Choose an icon; without any a topic is just as good."""
        if self._icons is None:
            try:
                stickers = await self._api.call("getForumTopicIconStickers", {})
            except FAILED as error:
                log.warning("no icons for topics: %s", type(error).__name__)
                return {}
            self._icons = _by_emoji(stickers)
        for emoji in ICONS[state]:
            if emoji in self._icons:
                return {"icon_custom_emoji_id": self._icons[emoji]}
        return {}


def fitting(title: str) -> str:
    """Shorten a title to what Telegram takes; it counts UTF-16 units, to be safe."""
    if units(title) <= TITLE:
        return title
    while units(title) >= TITLE:
        title = title[:-1]
    return title.rstrip() + "…"


def _by_emoji(stickers: object) -> dict[str, str]:
    found = {}
    for sticker in stickers if isinstance(stickers, list) else []:
        match sticker:
            case {"emoji": str(emoji), "custom_emoji_id": str(number)}:
                found[emoji.replace(VARIANT, "")] = number
    return found
