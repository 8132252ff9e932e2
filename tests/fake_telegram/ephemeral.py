"""Messages in a group that one member sees, and nobody else."""

from .chats import GONE, Chat
from .state import State
from .wire import Json, ViolationError, bad_request


def check_ephemeral(params: Json) -> None:
    """Raise a violation where a message is for one person who sits alone there anyway."""
    if isinstance(params["chat_id"], int) and params["chat_id"] > 0:
        raise ViolationError("ephemeral in a private chat", "Bad Request: BOT_NOT_ADMIN")


def for_one(state: State, chat: Chat, wanted: Json) -> Json:
    """Return the fields of a message that one member of a group sees."""
    if not chat.bot_is_admin:
        # With a press not older than 15 seconds any bot may; that is not played here.
        raise bad_request("CHAT_ADMIN_REQUIRED")
    receiver = state.chats.people.get(wanted["receiver_user_id"])
    if receiver is None or chat.members.get(receiver["id"], "left") in GONE:
        raise bad_request("USER_NOT_PARTICIPANT")
    number = len(state.journal.sent) + 1
    return {"message_id": 0, "ephemeral_message_id": number, "receiver_user": receiver}
