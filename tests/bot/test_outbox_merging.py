"""Cards outdated before they went out, albums that come one by one, notices that give way."""

from dataclasses import replace

from markupsafe import Markup

from bot.channels import TryLater
from bot.outgoing.outbox import ALBUM_GATHERS, LARGEST_ALBUM
from handlers.messages import Address, File, FileKind, Reply
from tests.bot.letters import GROUP, letter, open_ticket, put
from tests.bot.moody import MoodyStage
from tests.bot.rows import outbox
from tests.lives import live
from tests.stage import Theatre


def card(text: str, ticket: int = 1) -> Reply:
    return replace(letter(GROUP, text, ticket=ticket), card=True)


def picture(number: int, text: str = "", album: str = "a1", chat: str = "anna") -> Reply:
    file = File(FileKind.PHOTO, f"{number}.jpg", 10, "stage", f"ref{number}")
    return Reply(Address("stage", chat), Markup(text), files=(file,), album=album, ticket=1)


def refs(stage: MoodyStage) -> list[list[str]]:
    return [[file.ref for file in outgoing.files] for outgoing in stage.outgoing]


async def test_of_a_card_only_the_latest_state_goes_out(play: Theatre, stage: MoodyStage) -> None:
    await open_ticket(play)
    await put(play, card("alt"), letter(GROUP, "dazwischen"), card("neu"))
    await play.settle()
    assert [a.text for a in stage.attempts] == ["neu", "dazwischen"]
    assert stage.attempts[0].edits


async def test_a_card_that_is_being_sent_is_followed_by_the_newer_one(
    play: Theatre, stage: MoodyStage
) -> None:
    await open_ticket(play)
    await put(play, card("alt"))
    (sending,) = await play.sender._claim()
    await put(play, card("neu"))
    await play.sender._deliver(sending)
    await play.settle()
    assert [a.text for a in stage.attempts] == ["alt", "neu"]


async def test_a_card_in_doubt_is_settled_before_the_newer_one(
    play: Theatre, stage: MoodyStage
) -> None:
    await open_ticket(play)
    await put(play, card("alt"))
    await play.sender._claim()  # and the process dies
    play.sender.lease = await live(play.database, "stage", play.clock)
    await play.sender.recover()
    await put(play, card("neu"))
    await play.settle()
    # Somebody may have seen the first, so it is not taken back; then it becomes the second.
    assert [a.text for a in stage.attempts] == ["alt", "neu"]


async def test_other_tickets_cards_are_left_alone(play: Theatre, stage: MoodyStage) -> None:
    await open_ticket(play)
    await play.person("bert").says("/anfrage Wer haftet für den Schlüssel?")
    stage.overlook()
    await put(play, card("eins"), card("zwei", ticket=2))
    await play.settle()
    assert [a.text for a in stage.attempts] == ["eins", "zwei"]


async def test_pictures_chosen_together_go_out_together(play: Theatre, stage: MoodyStage) -> None:
    await open_ticket(play)
    await put(play, picture(1, "Zwei Bilder"))
    assert await play.sender.drain() == ALBUM_GATHERS.total_seconds()
    await put(play, picture(2))
    await play.settle()
    assert refs(stage) == [["ref1", "ref2"]]
    assert stage.texts("anna") == ["Zwei Bilder"]


async def test_words_under_several_pictures_all_arrive(play: Theatre, stage: MoodyStage) -> None:
    await open_ticket(play)
    await put(play, picture(1, "links"), picture(2), picture(3, "rechts"))
    await play.settle()
    assert stage.texts("anna") == ["links\nrechts"]


async def test_an_album_holds_no_more_than_a_messenger_takes(
    play: Theatre, stage: MoodyStage
) -> None:
    await open_ticket(play)
    await put(play, *(picture(n) for n in range(LARGEST_ALBUM + 2)))
    await play.settle()
    assert [len(files) for files in refs(stage)] == [LARGEST_ALBUM, 2]


async def test_albums_of_others_and_other_albums_stay_apart(
    play: Theatre, stage: MoodyStage
) -> None:
    await open_ticket(play)
    await put(play, picture(1), picture(2, album="a2"), picture(3, chat="bert"), picture(4))
    await play.settle()
    assert sorted(refs(stage)) == [["ref1", "ref4"], ["ref2"], ["ref3"]]


async def test_a_picture_too_late_for_its_album_goes_alone(
    play: Theatre, stage: MoodyStage
) -> None:
    await open_ticket(play)
    stage.moods["anna"] = [TryLater(5)]
    await put(play, picture(1))
    play.clock.moves(ALBUM_GATHERS)
    (row,) = await play.sender._claim()
    await put(play, picture(2))
    await play.sender._deliver(row)
    await play.settle()
    assert refs(stage) == [["ref1"], ["ref2"]]


async def test_many_alike_give_way_to_an_answer(play: Theatre, stage: MoodyStage) -> None:
    play.sender.BATCH = 1
    notices = [replace(letter(f"leser{n}", "Neues"), notice=True) for n in range(5)]
    await put(play, *notices, letter("anna", "Antwort"))
    await play.settle()
    assert [chat for chat, _ in stage.sent] == ["anna", *(f"leser{n}" for n in range(5))]


async def test_in_one_chat_an_answer_overtakes_a_notice(play: Theatre, stage: MoodyStage) -> None:
    await put(play, replace(letter("anna", "Neues"), notice=True), letter("anna", "Antwort"))
    await play.settle()
    assert stage.texts("anna") == ["Antwort", "Neues"]
    assert [row.notice for row in await outbox(play.database)] == [True, False]
