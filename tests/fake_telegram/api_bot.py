"""The methods about the bot itself, its menu, its files and the presses it answers."""

from .presses import MAX_AGE
from .state import State
from .wire import Json, Request, bad_request

# The icons that Telegram offers for topics, some of them, by their identifiers.
TOPIC_ICONS = {
    str(5417915203100613000 + number): emoji
    for number, emoji in enumerate(("💬", "📝", "❓", "❗️", "✅", "📆", "🏁", "🔥", "🗣"), 1)
}
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def get_me(state: State, _request: Request) -> Json:
    """Tell who the bot is."""
    rights = {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return state.bot | rights


def keep_profile(state: State, request: Request) -> bool:
    """Keep a text or a menu of the bot; ``state.profile`` shows it to tests."""
    state.profile[request.method] = request.params
    return True


def delete_my_commands(state: State, _request: Request) -> bool:
    """Forget the menu."""
    state.profile.pop("setMyCommands", None)
    return True


def answer_callback_query(state: State, request: Request) -> bool:
    """Answer a press, once and in time."""
    press = state.presses.get(request.params["callback_query_id"])
    if press is None or state.clock() - press.at > MAX_AGE:
        raise bad_request(TOO_OLD)
    press.give_answer(request.params)
    return True


def get_file(state: State, request: Request) -> Json:
    """Tell where a file can be downloaded."""
    stored = state.files.find(request.params["file_id"])
    return stored.fields() | {"file_path": stored.path}


def get_forum_topic_icon_stickers(_state: State, _request: Request) -> list[Json]:
    """Return the icons for topics."""
    return [_sticker(number, emoji) for number, emoji in TOPIC_ICONS.items()]


def _sticker(number: str, emoji: str) -> Json:
    return {
        "file_id": f"STICKER-{number}",
        "file_unique_id": f"sticker{number}",
        "type": "custom_emoji",
        "width": 100,
        "height": 100,
        "is_animated": False,
        "is_video": False,
        "emoji": emoji,
        "custom_emoji_id": number,
    }
