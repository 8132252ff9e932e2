"""Chats as Telegram knows them: their messages, topics, members and what the bot may do."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field

from .journal import Sent
from .wire import ApiError, Json, bad_request

ADMINS = {"creator", "administrator"}
GONE = {"left", "kicked"}
# The updates that show a message as it stands in its chat.
SHOWN = {"message", "edited_message", "channel_post", "edited_channel_post", "callback_query"}


@dataclass
class Topic:
    """A thread of a forum; its id is that of the message that opened it."""

    thread_id: int
    name: str
    icon_color: int = 7322096
    icon: str = ""
    is_closed: bool = False


@dataclass
class Chat:
    """One chat with the newest state of each of its messages."""

    info: Json
    bot_status: str = "member"
    messages: dict[int, Json] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    members: dict[int, str] = field(default_factory=dict)
    reply_keyboard: list[str] = field(default_factory=list)
    pinned: list[int] = field(default_factory=list)
    reactions: dict[int, list[str]] = field(default_factory=dict)
    may_not: set[str] = field(default_factory=set)  # rights taken from the bot
    migrated_to: int | None = None
    heard: asyncio.Queue[Sent] = field(default_factory=asyncio.Queue)
    edits: asyncio.Queue[Sent] = field(default_factory=asyncio.Queue)
    last_message_id: int = 0

    @property
    def id(self) -> int:
        """Return the number of the chat."""
        return int(self.info["id"])

    @property
    def is_private(self) -> bool:
        """Tell whether this is the chat of one person with the bot."""
        return bool(self.info["type"] == "private")

    @property
    def is_forum(self) -> bool:
        """Tell whether there are topics."""
        return bool(self.info.get("is_forum", False))

    @property
    def bot_is_admin(self) -> bool:
        """Tell whether the bot may delete, pin and open topics here."""
        return self.bot_status in ADMINS

    def store(self, message: Json) -> Json:
        """Keep a message, number it if it has none; return it."""
        message.setdefault("message_id", self.last_message_id + 1)
        self.last_message_id = max(self.last_message_id, message["message_id"])
        self.messages[message["message_id"]] = message
        return message

    def newest_first(self) -> Iterator[Json]:
        """Yield the messages, the newest first."""
        for message_id in sorted(self.messages, reverse=True):
            yield self.messages[message_id]

    def quoted(self, message_id: int) -> Json | None:
        """Return a message as it stands inside of a reply to it."""
        found = self.messages.get(message_id)
        return {k: v for k, v in found.items() if k != "reply_to_message"} if found else None

    def thread_fields(self, thread_id: int | None) -> Json:
        """Return the fields that place a message into a topic."""
        if thread_id is None:
            return {}
        fields: Json = {"message_thread_id": thread_id, "is_topic_message": True}
        # Telegram makes every message of a topic a reply to the one that opened it.
        root = self.quoted(thread_id)
        return fields | ({"reply_to_message": root} if root else {})


@dataclass
class Chats:
    """All chats and people that exist for the bot."""

    known: dict[int, Chat] = field(default_factory=dict)
    people: dict[int, Json] = field(default_factory=dict)

    def add(self, info: Json, bot_status: str) -> Chat:
        """Open a chat."""
        chat = self.known[info["id"]] = Chat(info, bot_status)
        return chat

    def find(self, chat_id: int | str) -> Chat:
        """Return the chat with this number or @name."""
        if isinstance(chat_id, int) and chat_id in self.known:
            return self.known[chat_id]
        for chat in self.known.values():
            if not chat.is_private and chat_id == f"@{chat.info.get('username')}":
                return chat
        raise bad_request("chat not found")

    def reachable(self, chat_id: int | str) -> Chat:
        """Return a chat that the bot may write to."""
        chat = self.find(chat_id)
        if chat.migrated_to is not None:
            moved = "group chat was upgraded to a supergroup chat"
            raise bad_request(moved, migrate_to_chat_id=chat.migrated_to)
        if chat.is_private:
            if chat.bot_status == "left":
                raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
            if chat.bot_status == "kicked":
                raise ApiError(403, "Forbidden: bot was blocked by the user")
        elif chat.bot_status in GONE:
            how = "was kicked from" if chat.bot_status == "kicked" else "is not a member of"
            raise ApiError(403, f"Forbidden: bot {how} the {chat.info['type']} chat")
        return chat

    def note_update(self, update: Json) -> None:
        """Learn chats, people and messages from an update that a test made by hand."""
        for kind, body in update.items():
            if not isinstance(body, dict):
                continue
            person = body.get("from")
            if isinstance(person, dict) and isinstance(person.get("id"), int):
                self.people.setdefault(person["id"], person)
            message = body.get("message") if kind == "callback_query" else body
            if isinstance(message, dict):
                self._note_message(message, keep=kind in SHOWN)

    def _note_message(self, message: Json, *, keep: bool) -> None:
        info, message_id = message.get("chat"), message.get("message_id")
        if not isinstance(info, dict) or not isinstance(info.get("id"), int):
            return
        kind = info.get("type", "private" if info["id"] > 0 else "supergroup")
        if info["id"] not in self.known:
            status = "member" if kind == "private" else "administrator"
            self.add({**info, "type": kind}, status)
        chat = self.known[info["id"]]
        if keep and isinstance(message_id, int) and message_id not in chat.messages:
            chat.store(message)
