"""Files over Telegram: by key or by content, in albums that Telegram takes, with words below."""

from dataclasses import replace

import pytest
from markupsafe import Markup

from bot.channels import Attachment, Blocked, Outgoing, Refused, TryLater, Unclear
from bot.channels.telegram.channel import TelegramChannel
from handlers.messages import Button, FileKind, Media
from tests.fake_telegram import FakeTelegram, Group, Person, Sent

HELLO = Markup("Guten <b>Tag</b>")
BUTTONS = ((Button("Erledigt", "solved", "1"),),)
PNG = b"\x89PNG\r\n"


def made(kind: FileKind, name: str) -> Attachment:
    return Attachment(kind, name, content=PNG + name.encode())


def methods(server: FakeTelegram) -> list[str]:
    return [call.method for call in server.calls]


KINDS = {
    FileKind.PHOTO: "sendPhoto",
    FileKind.VIDEO: "sendVideo",
    FileKind.AUDIO: "sendAudio",
    FileKind.VOICE: "sendVoice",
    FileKind.DOCUMENT: "sendDocument",
}


@pytest.mark.parametrize(("kind", "method"), KINDS.items())
async def test_one_file_with_words_and_buttons_below(
    kind: FileKind, method: str, server: FakeTelegram, channel: TelegramChannel, anna: Person
) -> None:
    outgoing = Outgoing(str(anna.id), HELLO, BUTTONS, files=(made(kind, "Plan.bin"),))
    assert await channel.send(outgoing) == ("1",)
    heard = await anna.hears()
    assert methods(server) == [method]
    assert (heard.text, heard.buttons) == ("Guten Tag", ["Erledigt"])
    (stored,) = server.state.files.known.values()
    assert (stored.name, stored.data) == ("Plan.bin", PNG + b"Plan.bin")


@pytest.mark.parametrize(
    "kind", ["photo", "document", "voice", "audio", "video", "video_note", "animation"]
)
async def test_what_came_in_goes_out_again_by_its_key(
    kind: str, server: FakeTelegram, channel: TelegramChannel, anna: Person, group: Group
) -> None:
    await anna.sends_file(kind, b"abc", "x.bin")
    (pending,) = server.updates.pending.values()
    incoming = channel.parse(pending.update)
    assert incoming
    assert isinstance(incoming.body, Media)
    file = incoming.body.file
    sent = Outgoing(str(group.id), HELLO, files=(Attachment(file.kind, file.name, file.ref),))
    await channel.send(sent)
    assert len(server.state.files.known) == 1  # nothing was uploaded
    heard = group.catches_up()
    assert kind in heard[0].message
    # Nothing can stand under a round film, so the words come after it.
    assert [h.text for h in heard] == (
        ["", "Guten Tag"] if kind == "video_note" else ["Guten Tag"]
    )
    assert await channel.fetch(file.ref) == b"abc"


async def test_an_album_is_one_call_with_the_words_under_its_last(
    server: FakeTelegram, channel: TelegramChannel, anna: Person
) -> None:
    files = (made(FileKind.PHOTO, "1.jpg"), made(FileKind.VIDEO, "2.mp4"))
    assert await channel.send(Outgoing(str(anna.id), HELLO, files=files)) == ("1", "2")
    assert methods(server) == ["sendMediaGroup"]
    assert [sent.text for sent in anna.catches_up()] == ["", "Guten Tag"]


async def test_buttons_come_with_the_words_after_an_album(
    server: FakeTelegram, channel: TelegramChannel, anna: Person
) -> None:
    files = (made(FileKind.PHOTO, "1.jpg"), made(FileKind.PHOTO, "2.jpg"))
    outgoing = Outgoing(str(anna.id), HELLO, BUTTONS, files=files)
    assert await channel.send(outgoing) == ("1", "2", "3")
    *_, words = anna.catches_up()
    assert (words.text, words.buttons) == ("Guten Tag", ["Erledigt"])
    await channel.send(replace(outgoing, chat=str(server.person("Bert").id), text=Markup()))
    assert server.sent[-1].text == "Zu diesen Dateien:"


async def test_kinds_that_telegram_does_not_mix_come_apart(
    server: FakeTelegram, channel: TelegramChannel, group: Group
) -> None:
    kinds = [*FileKind, *FileKind]
    files = tuple(made(kind, f"{number}.bin") for number, kind in enumerate(kinds))
    await channel.send(Outgoing(str(group.id), HELLO, files=files))
    assert methods(server) == [
        "sendMediaGroup",  # both photos and both videos
        "sendMediaGroup",
        "sendVoice",
        "sendMediaGroup",
        "sendVoice",
    ]
    heard = group.catches_up()
    assert len(heard) == 10
    assert [sent.text for sent in heard if sent.text] == ["Guten Tag"]
    assert heard[-1].text == "Guten Tag"


async def test_more_than_ten_are_two_albums(
    server: FakeTelegram, channel: TelegramChannel, anna: Person
) -> None:
    files = tuple(made(FileKind.PHOTO, f"{number}.jpg") for number in range(12))
    ids = await channel.send(Outgoing(str(anna.id), HELLO, files=files))
    assert len(ids) == 12
    assert [len(c.params["media"]) for c in server.calls] == [10, 2]


@pytest.mark.parametrize(("length", "calls"), [(1024, 1), (1025, 2)])
async def test_a_caption_is_as_long_as_telegram_takes_and_else_a_message(
    length: int, calls: int, server: FakeTelegram, channel: TelegramChannel, anna: Person
) -> None:
    text = Markup("<b>") + "😀" * 500 + Markup("</b>") + "&" * (length - 1000)
    await channel.send(Outgoing(str(anna.id), text, files=(made(FileKind.PHOTO, "1.jpg"),)))
    assert len(server.calls) == calls
    assert server.sent[-1].text == "😀" * 500 + "&" * (length - 1000)


async def test_a_caption_without_markup(
    server: FakeTelegram, channel: TelegramChannel, anna: Person
) -> None:
    files = (made(FileKind.PHOTO, "1.jpg"),)
    await channel.send(Outgoing(str(anna.id), Markup("1 &lt; 2"), plain=True, files=files))
    assert server.sent[0].text == "1 < 2"
    assert "parse_mode" not in server.sent[0].params


async def test_what_fails_after_the_first_part_is_in_doubt(
    server: FakeTelegram, channel: TelegramChannel, anna: Person
) -> None:
    files = (made(FileKind.VOICE, "1.ogg"), made(FileKind.VOICE, "2.ogg"))
    outgoing = Outgoing(str(anna.id), HELLO, files=files)
    server.fail_next("sendVoice", status=429, retry_after=3)
    with pytest.raises(TryLater):
        await channel.send(outgoing)
    server.fail_next("sendMessage", status=429, retry_after=3)
    with pytest.raises(Unclear):
        await channel.send(replace(outgoing, text=Markup("x" * 2000)))


async def test_a_broken_answer_to_an_album_is_in_doubt(
    server: FakeTelegram, channel: TelegramChannel, anna: Person
) -> None:
    files = (made(FileKind.PHOTO, "1.jpg"), made(FileKind.PHOTO, "2.jpg"))
    server.fail_next("sendMediaGroup", body='{"ok": true, "result": [{"message_id": 1}, 7]}')
    with pytest.raises(Unclear):
        await channel.send(Outgoing(str(anna.id), HELLO, files=files))


async def test_a_key_that_telegram_does_not_know_any_more(
    channel: TelegramChannel, anna: Person
) -> None:
    gone = Attachment(FileKind.PHOTO, "1.jpg", "FILE-9")
    with pytest.raises(Refused):
        await channel.send(Outgoing(str(anna.id), HELLO, files=(gone,)))
    with pytest.raises(Refused):
        await channel.fetch("FILE-9")


async def test_a_file_for_somebody_who_blocked_us(channel: TelegramChannel, anna: Person) -> None:
    anna.blocks_bot()
    with pytest.raises(Blocked):
        await channel.send(Outgoing(str(anna.id), HELLO, files=(made(FileKind.VOICE, "1.ogg"),)))


def ref_of(sent: Sent | dict[str, object]) -> str:
    message = sent.message if isinstance(sent, Sent) else sent
    document = message["document"]
    assert isinstance(document, dict)
    return str(document["file_id"])


async def test_more_than_20_mb_cannot_be_read(channel: TelegramChannel, anna: Person) -> None:
    large = await anna.sends_file("document", b"abc", "Film.mov", size=20 * 1024 * 1024 + 1)
    with pytest.raises(Refused):
        await channel.fetch(ref_of(large))


@pytest.mark.parametrize("path", ["/var/lib/x", "../../etc/passwd", "http://169.254.169.254/x"])
async def test_a_path_that_leads_elsewhere_is_not_followed(
    path: str, server: FakeTelegram, channel: TelegramChannel
) -> None:
    body = f'{{"ok": true, "result": {{"file_id": "x", "file_path": "{path}"}}}}'
    server.fail_next("getFile", body=body)
    await server.person("Anna").sends_file("document", b"abc", "x.pdf")
    with pytest.raises(Refused):
        await channel.fetch("FILE-000001")


GET_FILE: list[tuple[type[Exception], dict[str, object]]] = [
    (Refused, {"status": 400, "description": "Bad Request: file is too big"}),
    (TryLater, {"status": 429, "retry_after": 3}),
    (TryLater, {"status": 500}),
    (TryLater, {"status": 502}),
    (TryLater, {"reset": True}),
    (TryLater, {"status": 200, "body": '{"ok": true, "result": 7}'}),
    (TryLater, {"delay": 2.0}),
]


@pytest.mark.parametrize(("ours", "fault"), GET_FILE, ids=str)
async def test_reading_a_file_is_never_in_doubt(
    ours: type[Exception],
    fault: dict[str, object],
    server: FakeTelegram,
    channel: TelegramChannel,
    anna: Person,
) -> None:
    ref = ref_of(await anna.sends_file("document", b"abc", "x.pdf"))
    server.fail_next("getFile", **fault)
    with pytest.raises(ours):
        await channel.fetch(ref)
    assert await channel.fetch(ref) == b"abc"


async def test_a_download_that_is_gone(channel: TelegramChannel, anna: Person) -> None:
    ref = ref_of(await anna.sends_file("document", b"", "x.pdf"))  # not there any more
    with pytest.raises(Refused):
        await channel.fetch(ref)
