from faq.finding.gist import LONGEST, MOST_PIECES, gist
from faq.finding.signals.seen_question import Word
from faq.german.wording import plain_words

STORY = (
    "Unser Verein trifft sich seit vielen Jahren jeden Dienstag im alten Pfarrhaus am Marktplatz. "
    "Dürfen wir von dem Zuschuss auch eine Küche kaufen?"
)


def gist_of(text: str) -> str:
    said = plain_words(text)
    return gist(text, [Word(word, 0.5, {}) for word in said], said, pieces=lambda _: 1)


def test_a_short_question_is_read_whole() -> None:
    assert gist_of("Wie hoch ist der Zuschuss?") == "wie hoch ist der zuschuss"


def test_of_a_story_the_question_is_kept_in_its_order() -> None:
    kept = gist_of(STORY)
    assert len(kept) <= LONGEST
    assert "vom zuschuss auch eine" in kept


def test_without_a_question_the_last_sentence_counts() -> None:
    assert "zuschuss auch eine" in gist_of(STORY.replace("?", "."))


def test_the_longest_message_has_a_short_gist() -> None:
    assert len(gist_of("Wort " * 800 + "a" * 4000)) <= LONGEST


def test_what_says_least_gives_way_to_words_of_many_pieces() -> None:
    said = ["wann", "kommt", "der", "bescheid"]
    worth = (0.2, 0.3, 0.1, 0.9)
    words = [Word(word, weight, {}) for word, weight in zip(said, worth, strict=True)]
    assert sum(map(len, said)) > MOST_PIECES
    assert gist("", words, said, pieces=len) == "wann kommt bescheid"
