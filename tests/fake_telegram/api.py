"""Which function executes which method."""

from collections.abc import Callable

from . import api_bot, api_chat, api_edit, api_send
from .state import State
from .wire import Request

Handler = Callable[[State, Request], object]

# getUpdates and the webhook methods are not here: they belong to the server itself.
HANDLERS: dict[str, Handler] = {
    "answerCallbackQuery": api_bot.answer_callback_query,
    "closeForumTopic": api_chat.close_forum_topic,
    "copyMessage": api_send.copy_message,
    "createForumTopic": api_chat.create_forum_topic,
    "deleteForumTopic": api_chat.delete_forum_topic,
    "deleteMessage": api_edit.delete_message,
    "deleteMyCommands": api_bot.delete_my_commands,
    "editForumTopic": api_chat.edit_forum_topic,
    "editMessageCaption": api_edit.edit_message_caption,
    "editMessageReplyMarkup": api_edit.edit_message_reply_markup,
    "editMessageText": api_edit.edit_message_text,
    "forwardMessage": api_send.forward_message,
    "getChat": api_chat.get_chat,
    "getChatMember": api_chat.get_chat_member,
    "getFile": api_bot.get_file,
    "getForumTopicIconStickers": api_bot.get_forum_topic_icon_stickers,
    "getMe": api_bot.get_me,
    "leaveChat": api_chat.leave_chat,
    "pinChatMessage": api_edit.pin_chat_message,
    "reopenForumTopic": api_chat.reopen_forum_topic,
    "sendAnimation": api_send.send_animation,
    "sendAudio": api_send.send_audio,
    "sendChatAction": api_chat.send_chat_action,
    "sendDocument": api_send.send_document,
    "sendMediaGroup": api_send.send_media_group,
    "sendMessage": api_send.send_message,
    "sendPhoto": api_send.send_photo,
    "sendRichMessage": api_send.send_rich_message,
    "sendVideo": api_send.send_video,
    "sendVideoNote": api_send.send_video_note,
    "sendVoice": api_send.send_voice,
    "setMessageReaction": api_edit.set_message_reaction,
    "setMyCommands": api_bot.keep_profile,
    "setMyDescription": api_bot.keep_profile,
    "setMyShortDescription": api_bot.keep_profile,
}
