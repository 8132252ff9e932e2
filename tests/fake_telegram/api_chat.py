"""The methods about chats, their members and their topics."""

from collections.abc import Iterable

from .api_bot import TOPIC_ICONS
from .chats import GONE, Chat, Topic
from .state import State
from .wire import Json, Request, bad_request

ADMIN_RIGHTS = (
    "can_be_edited",
    "can_change_info",
    "can_delete_messages",
    "can_delete_stories",
    "can_edit_stories",
    "can_invite_users",
    "can_manage_chat",
    "can_manage_topics",
    "can_manage_video_chats",
    "can_pin_messages",
    "can_post_stories",
    "can_promote_members",
    "can_restrict_members",
    "can_send_welcome_messages",
    "is_anonymous",
)
ADMIN = dict.fromkeys(ADMIN_RIGHTS, True) | {"is_anonymous": False, "can_be_edited": False}
GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)


def member(user: Json, status: str, may_not: Iterable[str] = ()) -> Json:
    """Return the member object for a status."""
    found: Json = {"user": user, "status": status}
    if status == "administrator":
        return found | ADMIN | dict.fromkeys(may_not, False)
    if status == "creator":
        return found | {"is_anonymous": False}
    return found | ({"until_date": 0} if status == "kicked" else {})


def get_chat(state: State, request: Request) -> Json:
    """Tell all about a chat."""
    chat = state.chats.reachable(request.params["chat_id"])
    gifts = dict.fromkeys(GIFTS, False)
    more = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}
    return chat.info | more


def get_chat_member(state: State, request: Request) -> Json:
    """Tell what somebody is in a chat."""
    chat = state.chats.reachable(request.params["chat_id"])
    user_id = request.params["user_id"]
    if user_id == state.bot["id"]:
        return member(state.bot, chat.bot_status, chat.may_not)
    if user_id not in state.chats.people:
        raise bad_request("user not found")
    return member(state.chats.people[user_id], chat.members.get(user_id, "left"))


def leave_chat(state: State, request: Request) -> bool:
    """Leave a group."""
    chat = state.chats.find(request.params["chat_id"])
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    if chat.bot_status in GONE:
        state.chats.reachable(chat.id)
    chat.bot_status = "left"
    return True


def send_chat_action(state: State, request: Request) -> bool:
    """Show that the bot is busy."""
    state.chats.reachable(request.params["chat_id"])
    return True


def create_forum_topic(state: State, request: Request) -> Json:
    """Open a topic."""
    chat = _forum(state, request.params)
    name = request.params["name"]
    color = request.params.get("icon_color", 7322096)
    created = {"name": name, "icon_color": color} | _icon(request.params)
    message = chat.store(
        {"from": state.bot, "chat": chat.info, "date": state.now, "forum_topic_created": created}
    )
    thread_id = message["message_id"]
    message |= {"message_thread_id": thread_id, "is_topic_message": True}
    chat.topics[thread_id] = Topic(thread_id, name, color, _icon_of(request.params) or "")
    return created | {"message_thread_id": thread_id}


def edit_forum_topic(state: State, request: Request) -> bool:
    """Rename a topic, or give it another icon."""
    topic = _topic(state, request.params)
    name = request.params.get("name") or topic.name
    icon = _icon_of(request.params)
    icon = topic.icon if icon is None else icon
    if (name, icon) == (topic.name, topic.icon):
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.name, topic.icon = name, icon
    return True


def close_forum_topic(state: State, request: Request) -> bool:
    """Close a topic."""
    return _set_closed(_topic(state, request.params), closed=True)


def reopen_forum_topic(state: State, request: Request) -> bool:
    """Open a closed topic again."""
    return _set_closed(_topic(state, request.params), closed=False)


def delete_forum_topic(state: State, request: Request) -> bool:
    """Delete a topic with all its messages."""
    topic = _topic(state, request.params)
    drop_topic(_forum(state, request.params), topic.thread_id)
    return True


def drop_topic(chat: Chat, thread_id: int) -> None:
    """Forget a topic and what was said in it."""
    del chat.topics[thread_id]
    for message_id, message in list(chat.messages.items()):
        if message.get("message_thread_id") == thread_id:
            del chat.messages[message_id]


def _forum(state: State, params: Json) -> Chat:
    chat = state.chats.reachable(params["chat_id"])
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    if not chat.bot_is_admin or "can_manage_topics" in chat.may_not:
        raise bad_request("not enough rights to create a topic")
    return chat


def _topic(state: State, params: Json) -> Topic:
    topic = _forum(state, params).topics.get(params["message_thread_id"])
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    return topic


def _icon_of(params: Json) -> str | None:
    """Return the icon that a request wants, as an emoji; nothing if it wants none changed."""
    wanted = params.get("icon_custom_emoji_id")
    if wanted and wanted not in TOPIC_ICONS:
        raise bad_request("DOCUMENT_INVALID")
    return None if wanted is None else TOPIC_ICONS.get(wanted, "")


def _icon(params: Json) -> Json:
    wanted = params.get("icon_custom_emoji_id")
    return {"icon_custom_emoji_id": wanted} if wanted else {}


def _set_closed(topic: Topic, *, closed: bool) -> bool:
    if topic.is_closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.is_closed = closed
    return True
