"""Smalltalk is what is said like a listed phrase; single words of one are none."""

from collections import Counter
from itertools import product

import pytest

from faq.german.text import words
from faq.lookup import Lookup
from faq.recognising.smalltalk import Smalltalk, load_smalltalk

FREQUENT = 30


@pytest.fixture(scope="module")
def smalltalk() -> Smalltalk:
    return load_smalltalk()


@pytest.mark.parametrize(
    "text",
    ["nicht", "oder", "wer", "frist arbeit", "muss ich", "koennen wir", "wo ist das", "Auskunft",
     "noch nicht", "Was mit der Kasse?", "die nächste", "hoehe", "keine", "immer", "tagt"],
)  # fmt: skip
def test_words_that_occur_in_a_phrase_are_no_smalltalk(smalltalk: Smalltalk, text: str) -> None:
    assert smalltalk.similar(text) is None
    assert smalltalk.reply(text) is None


def test_frequent_words_of_questions_are_no_smalltalk(
    lookup: Lookup, smalltalk: Smalltalk
) -> None:
    asked = (word for e in lookup.corpus.all() for q in e.questions for word in words(q))
    most = [word for word, _ in Counter(asked).most_common(FREQUENT)]
    said = [*most, *map(" ".join, product(most, most))]
    assert [text for text in said if smalltalk.reply(text) or smalltalk.similar(text)] == []


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("hallöchn zusammen", "hallo"),
        ("schönen feierabnd", "tschüss"),
        ("guten moorgen", "guten morgen"),
        ("danke für deine hilfe", "danke"),
        ("danke dir, das hat mir wirklich geholfen", "danke"),
        ("das ist doch quatsch", "so ein mist"),
        ("das verstehe ich leider nicht", "wie bitte"),
        ("erzähl mir noch einen witz", "witz"),
    ],
)
def test_slips_and_variations_are_smalltalk(smalltalk: Smalltalk, text: str, like: str) -> None:
    assert smalltalk.similar(text) == smalltalk.reply(like)


def test_what_is_denied_is_not_thanked_for(smalltalk: Smalltalk) -> None:
    annoyed = smalltalk.reply("das hilft mir nicht")
    assert smalltalk.similar("das hat mir gar nicht geholfen") == annoyed
    assert smalltalk.similar("das hat mir nicht gefallen") != smalltalk.reply("danke")
    assert smalltalk.similar("das gefällt mir nicht") is None
