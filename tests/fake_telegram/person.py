"""Somebody who uses Telegram: writes, presses buttons, listens."""

import mimetypes
from typing import Any

from .api_send import fields_of
from .buttons import find_press
from .chats import GONE, Chat
from .group import Group, change_bot_status
from .listening import Listener, MessageRef, message_id_of
from .presses import Press
from .state import State
from .texts import command_entities
from .wire import Json


class Person(Listener):
    """A person and the private chat with the bot."""

    def __init__(self, state: State, user: Json, chat: Chat) -> None:
        super().__init__(state, chat)
        self.user = user
        self.id = int(user["id"])

    async def writes(
        self,
        text: str,
        *,
        chat: Group | None = None,
        reply_to: MessageRef | None = None,
        thread: int | None = None,
        **more: Any,
    ) -> Json:
        """Write a text; return the message."""
        fields: Json = {"text": text}
        if entities := command_entities(text):
            fields["entities"] = entities
        return await self.sends(chat=chat, reply_to=reply_to, thread=thread, **fields | more)

    async def sends(
        self,
        *,
        chat: Group | None = None,
        reply_to: MessageRef | None = None,
        thread: int | None = None,
        **content: Any,
    ) -> Json:
        """Send anything else, given as the fields of a message; return the message."""
        where = self._room(chat)
        message: Json = {"from": self.user, "chat": where.info, "date": self.state.now}
        message |= where.thread_fields(thread)
        if reply_to is not None:
            message["reply_to_message"] = where.quoted(message_id_of(reply_to))
        message = where.store(message | content)
        if self._reaches_bot(where, message):
            self.state.updates.add({"message": message})
        return message

    async def sends_file(
        self,
        kind: str,
        data: bytes,
        name: str,
        caption: str = "",
        *,
        size: int = 0,
        **place: Any,
    ) -> Json:
        """Send a photo, document, voice, audio, video, video_note or animation.

        Args:
            kind: one of these.
            data: the content.
            name: of the file.
            caption: what stands under it.
            size: in bytes, if it is to be larger than its data.
            place: chat, thread and reply_to, as with ``sends``.

        """
        content_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        stored = self.state.files.add(data, name, content_type, kind, size)
        below: Json = {"caption": caption} if caption else {}
        return await self.sends(**place, **fields_of(kind, stored), **below)

    async def sends_album(self, *files: tuple[str, bytes, str, str], **place: Any) -> list[Json]:
        """Send files together: kind, data, name and caption of each."""
        last = self._room(place.get("chat")).last_message_id
        together: dict[str, Any] = place | {"media_group_id": f"of-{self.id}-{last}"}
        return [await self.sends_file(k, d, n, c, **together) for k, d, n, c in files]

    async def edits(self, message: MessageRef, text: str, *, chat: Group | None = None) -> Json:
        """Change the text of an own message, or what stands under its file; return it."""
        where = self._room(chat)
        old = where.messages[message_id_of(message)]
        assert old["from"]["id"] == self.id, "nobody can edit the message of somebody else"
        what = "text" if "text" in old else "caption"
        changed = where.store(old | {what: text, "edit_date": self.state.now})
        self.state.updates.add({"edited_message": changed})
        return changed

    async def presses(
        self,
        button: str,
        message: MessageRef | None = None,
        *,
        chat: Group | None = None,
        forged: bool = False,
    ) -> Press:
        """Press a button that the bot shows, by its label or data; anything if forged."""
        where = self._room(chat)
        number = None if message is None else message_id_of(message)
        query = find_press(where, button, number, forged=forged)
        press = Press(f"press-{len(self.state.presses) + 1}", query["data"], self.state.clock())
        self.state.presses[press.id] = press
        head = {"id": press.id, "from": self.user, "chat_instance": str(where.id)}
        self.state.updates.add({"callback_query": head | query})
        return press

    async def taps(self, label: str, *, chat: Group | None = None) -> Json:
        """Tap a key of the reply keyboard that the bot shows, which writes its label."""
        shown = self._room(chat).reply_keyboard
        assert label in shown, f"no key {label!r}; shown are {shown}"
        return await self.writes(label, chat=chat)

    async def reacts(
        self, message: MessageRef, emoji: str | None, *, chat: Group | None = None
    ) -> None:
        """Put an emoji to a message, or take it away."""
        where = self._room(chat)
        reaction = {
            "chat": where.info,
            "message_id": message_id_of(message),
            "user": self.user,
            "date": self.state.now,
            "old_reaction": [],
            "new_reaction": [{"type": "emoji", "emoji": emoji}] if emoji else [],
        }
        self.state.updates.add({"message_reaction": reaction})

    def blocks_bot(self) -> None:
        """Block the bot: it can write no more."""
        change_bot_status(self.state, self.chat, "kicked", self.user)

    def unblocks_bot(self) -> None:
        """Let the bot write again."""
        change_bot_status(self.state, self.chat, "member", self.user)

    def _reaches_bot(self, where: Chat, message: Json) -> bool:
        """Tell whether Telegram shows a message to the bot; in groups it must concern it."""
        if where.is_private:
            if where.bot_status == "left":
                where.bot_status = "member"
            return where.bot_status != "kicked"
        where.members.setdefault(self.id, "member")
        if where.bot_is_admin or where.bot_status in GONE:
            return where.bot_is_admin
        replied = message.get("reply_to_message", {}).get("from", {}).get("id")
        command = str(message.get("text", "")).partition(" ")[0]
        _, at, name = command.partition("@")
        meant = command.startswith("/") and (not at or name == self.state.bot["username"])
        return meant or replied == self.state.bot["id"]
