"""A suggestion picked in words: „das zweite“, „nr. 3 bitte“, „die letzte“."""

from faq.german.text import words

FIRST, SECOND, THIRD, LAST = 0, 1, 2, -1
PLACES = {
    **dict.fromkeys(
        ("1", "eins", "erste", "erstes", "ersten", "erster", "obere", "oberste"), FIRST
    ),
    **dict.fromkeys(("2", "zwei", "zweite", "zweites", "zweiten", "zweiter", "mittlere"), SECOND),
    **dict.fromkeys(("3", "drei", "dritte", "drittes", "dritten", "dritter"), THIRD),
    **dict.fromkeys(("letzte", "letztes", "letzten", "letzter", "untere", "unterste"), LAST),
}
AROUND = frozenset(["das", "die", "der", "den", "dem", "nr", "nummer", "punkt", "antwort", "thema",
                    "vorschlag", "ich", "meine", "mein", "meinte", "nehme", "nehm", "moechte",
                    "will", "ja", "also", "und", "dann", "mal", "noch", "bitte", "gern", "gerne",
                    "wohl", "eher", "hm", "oben", "unten", "von", "zeig", "zeigen", "sie",
                    "mir", "auch"])  # fmt: skip
LONGEST = 8  # words


def picked(text: str, offered: int) -> int | None:
    """Tell which of so many suggestions a message picks, counted from 0; None if it picks none."""
    said = words(text)
    places = [PLACES[word] for word in said if word in PLACES]
    if len(said) > LONGEST or len(places) != 1 or not AROUND.issuperset({*said} - PLACES.keys()):
        return None
    place = places[0] % offered if places[0] < 0 and offered else places[0]
    return place if 0 <= place < offered else None
