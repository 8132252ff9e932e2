"""A group chat, for example that of the advisors."""

from typing import TYPE_CHECKING

from .api_chat import drop_topic, member
from .chats import Chat, Topic
from .listening import Listener
from .state import State
from .wire import Json

if TYPE_CHECKING:
    from .person import Person


class Group(Listener):
    """A group and what can be done with it as a whole."""

    def __init__(self, state: State, chat: Chat) -> None:
        super().__init__(state, chat)
        self.id = chat.id

    def bot_becomes(self, status: str, by: "Person") -> None:
        """Let somebody add, promote, demote or remove the bot."""
        change_bot_status(self.state, self.chat, status, by.user)

    def bot_may_not(self, *rights: str) -> None:
        """Take rights of an administrator from the bot; with none it has them all again."""
        self.chat.may_not = set(rights)

    async def moves(self, by: "Person") -> "Group":
        """Let the group become a supergroup, with another address; return that."""
        to = self.id - 1_000_000
        info = self.chat.info | {"id": to, "type": "supergroup"}
        new = self.state.chats.add(info, self.chat.bot_status)
        self._tell(self._service(by, {"migrate_to_chat_id": to}))
        self.chat.migrated_to = to
        moved = Group(self.state, new)
        moved._tell(moved._service(by, {"migrate_from_chat_id": self.id}))
        return moved

    def member_becomes(self, person: "Person", status: str) -> None:
        """Change what somebody is in the group, without an update."""
        self.chat.members[person.id] = status

    async def opens_topic(self, name: str, by: "Person") -> int:
        """Let somebody open a topic; return its number."""
        created = {"name": name, "icon_color": 7322096}
        message = self._service(by, {"forum_topic_created": created})
        thread_id = int(message["message_id"])
        self.chat.topics[thread_id] = Topic(thread_id, name)
        message |= {"message_thread_id": thread_id, "is_topic_message": True}
        self._tell(message)
        return thread_id

    async def closes_topic(self, thread_id: int, by: "Person") -> None:
        """Let somebody close a topic."""
        self.chat.topics[thread_id].is_closed = True
        place = {"message_thread_id": thread_id, "is_topic_message": True}
        self._tell(self._service(by, {"forum_topic_closed": {}} | place))

    def deletes_topic(self, thread_id: int) -> None:
        """Delete a topic; Telegram tells bots nothing of it."""
        drop_topic(self.chat, thread_id)

    def _service(self, by: "Person", content: Json) -> Json:
        head = {"from": by.user, "chat": self.chat.info, "date": self.state.now}
        return self.chat.store(head | content)

    def _tell(self, message: Json) -> None:
        self.state.updates.add({"message": message})


def change_bot_status(state: State, chat: Chat, status: str, by: Json) -> None:
    """Change what the bot is in a chat, and tell it."""
    before, chat.bot_status = chat.bot_status, status
    change = {
        "chat": chat.info,
        "from": by,
        "date": state.now,
        "old_chat_member": member(state.bot, before),
        "new_chat_member": member(state.bot, status),
    }
    state.updates.add({"my_chat_member": change})
