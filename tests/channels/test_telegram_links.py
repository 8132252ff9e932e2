"""Links behind words: „hier“ alone leads nowhere, so its address is written out."""

from typing import Any

import pytest

from bot.channels.telegram.entities import with_links
from bot.channels.telegram.reading import read
from handlers.messages import Text
from tests.fake_telegram import Group, Person

PLAN = "https://example.org/plan?a=1&b=2"


def link(text: str, words: str, url: object = PLAN) -> dict[str, Any]:
    """Mark the first occurrence of words as a link, counted as Telegram does."""
    before = text[: text.index(words)]
    place = {"offset": len(before.encode("utf-16-le")) // 2}
    length = {"length": len(words.encode("utf-16-le")) // 2}
    return {"type": "text_link", "url": url} | place | length


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("Der Plan liegt hier.", "hier", f"Der Plan liegt hier ({PLAN})."),
        ("😀 Änne, 👩‍👧 hier", "hier", f"😀 Änne, 👩‍👧 hier ({PLAN})"),
        ("siehe hier  und dort", "hier  ", f"siehe hier ({PLAN})  und dort"),
        ("hier\n(neu)", "hier", f"hier ({PLAN})\n(neu)"),
    ],
)
def test_the_address_stands_behind_its_words(text: str, words: str, shown: str) -> None:
    assert with_links(text, [link(text, words)]) == shown


def test_several_links_each_get_theirs_in_whatever_order() -> None:
    text = "Antrag und Merkblatt"
    links = [link(text, "Merkblatt", "https://b.de"), link(text, "Antrag", "https://a.de")]
    both = "Antrag (https://a.de) und Merkblatt (https://b.de)"
    assert with_links(text, links) == with_links(text, links[::-1]) == both


@pytest.mark.parametrize("words", ["https://example.org/", "example.org", "HTTP://Example.org"])
def test_words_that_are_the_address_are_not_doubled(words: str) -> None:
    assert with_links(words, [link(words, words, "https://example.org/")]) == words


@pytest.mark.parametrize(
    "entities",
    [None, 7, {}, [1], [{"type": "text_link"}], [link("hier", "hier") | {"offset": 3}],
     [link("hier", "hier") | {"offset": -1}], [link("hier", "hier") | {"length": 0}],
     [link("hier", "hier") | {"url": None}], [link("hier", "hier") | {"type": "bold"}]],
)  # fmt: skip
def test_nonsense_keeps_no_message_back(entities: object) -> None:
    assert with_links("hier", entities) == "hier"


@pytest.mark.usefixtures("advising")
async def test_a_persons_link_reaches_the_advisors(anna: Person, group: Group) -> None:
    text = "/anfrage Gilt das hier?"
    await anna.sends(text=text, entities=[link(text, "hier")])
    await anna.hears()
    assert f"Gilt das hier ({PLAN})?" in (await group.hears()).text
    below = "Und dort?"
    await anna.sends_file("photo", b"x", "x.png", below, caption_entities=[link(below, "dort")])
    assert f"Und dort ({PLAN})?" in (await group.hears()).text


@pytest.mark.usefixtures("advising")
async def test_an_advisors_link_reaches_the_person(
    anna: Person, carla: Person, group: Group
) -> None:
    await anna.writes("/anfrage Wo steht das?")
    await anna.hears()
    card = await group.hears()
    await carla.sends(chat=group, reply_to=card, text="Hier.", entities=[link("Hier.", "Hier")])
    assert f"Hier ({PLAN})." in (await anna.hears()).text
    place: dict[str, Any] = {"chat": group, "reply_to": card}
    below = "Plan und Frist"
    marked: dict[str, Any] = {"caption_entities": [link(below, "Frist")]}
    await carla.sends_file("document", b"x", "plan.pdf", below, **place, **marked)
    assert f"Plan und Frist ({PLAN})" in (await anna.hears()).text
    command = "/antwort 1 Siehe Seite 3."
    await carla.sends(chat=group, text=command, entities=[link(command, "Seite 3")])
    assert f"Siehe Seite 3 ({PLAN})." in (await anna.hears()).text


def test_a_changed_message_keeps_its_links(anna: Person) -> None:
    text = "Gilt das hier?"
    changed = {"message_id": 5, "date": 1, "edit_date": 2, "chat": anna.chat.info}
    update = {"edited_message": changed | {"from": anna.user, "text": text,
                                           "entities": [link(text, "hier")]}}  # fmt: skip
    incoming = read(update, bot_id=1, bot_name="")
    assert incoming
    assert incoming.body == Text(f"Gilt das hier ({PLAN})?", edited=True)
