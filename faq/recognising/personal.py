"""Personal data in a text, marked for editors before a question becomes an entry.

It rather misses than marks too much, and a human looks at the rest. Not found are names without a
sign before them („Petra sagt“, „meine Frau Petra“), house numbers after „Am Markt“ unless a post
code or „wohne“ stands beside, and birthdays told without „geboren“, „geb.“, „Geburtsdatum“ or
„*“: a bare date is taken for a deadline, however well it would fit a child's age. Numbers and
addresses of offices are marked like those of people. In the 5842 texts of the corpus it marks
five places, each the address of an office.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from faq.recognising import personal_patterns as patterns
from faq.recognising.personal_names import NAMES, SIGNS

IBAN_LENGTHS = range(15, 35)
DIGITS_OF_AN_ACCOUNT = 12  # at least: a Dutch IBAN has so many, other ones and cards have more
DIGITS_OF_A_PHONE = range(7, 16)
DIGITS_OF_A_REFERENCE = 10
LEAST = 3  # letters of a mask that was cut off
LEFT = 4  # signs of a masked account number: a human can still tell which one is meant


class Kind(StrEnum):
    """What was found; the words stand in the masked text."""

    IBAN = "IBAN"
    CARD = "Kartennummer"
    EMAIL = "E-Mail"
    BIRTH = "Geburtsdatum"
    PHONE = "Telefonnummer"
    REFERENCE = "Kennnummer"
    ADDRESS = "Anschrift"
    NAME = "Name"


MASK = re.compile(rf"\[\s*(?:{'|'.join(Kind)})\b[^\]\n]{{0,20}}\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Finding:
    """Where something personal stands in a text."""

    kind: Kind
    start: int
    end: int


def find_personal(text: str) -> list[Finding]:
    """Mark what is personal, in the order of the text, without overlaps."""
    found: list[Finding] = []
    counted = any(map(str.isdigit, text))
    lowered = text.lower()
    named = any(sign in lowered for sign in SIGNS)
    for kind, search in SEARCHES:
        if not (named if kind is Kind.NAME else counted or kind is Kind.EMAIL):
            continue
        for start, end in search(text):
            if all(end <= other.start or start >= other.end for other in found):
                found.append(Finding(kind, start, end))
    return sorted(found, key=lambda finding: finding.start)


def mask(text: str) -> str:
    """Put what it is in place of what is personal: „[Telefonnummer]“."""
    for finding in reversed(find_personal(text)):
        text = f"{text[: finding.start]}[{finding.kind}]{text[finding.end :]}"
    return text


def find_masks(text: str) -> list[str]:
    """List what a mask has left behind, cut ones at the end too: it says nothing to a reader."""
    found = [match[0] for match in MASK.finditer(text)]
    begun = text[text.rfind("[") :] if "[" in text else ""
    rest = begun[1:].strip(" …").casefold()
    if len(rest) >= LEAST and "]" not in begun:
        found += [begun for kind in Kind if kind.casefold().startswith(rest)][:1]
    return found


def mask_bank_details(text: str) -> str:
    """Leave the end of account and card numbers that add up: „[IBAN …3000]“."""
    if sum(map(str.isdigit, text)) < DIGITS_OF_AN_ACCOUNT:
        return text  # nearly every message; the search would take a tenth of a millisecond
    for finding in reversed(find_personal(text)):
        if finding.kind in {Kind.IBAN, Kind.CARD}:
            end = text[finding.start : finding.end].replace(" ", "")[-LEFT:]
            text = f"{text[: finding.start]}[{finding.kind} …{end}]{text[finding.end :]}"
    return text


Spans = Iterator[tuple[int, int]]


def _all(*found: re.Pattern[str]) -> Callable[[str], Spans]:
    """Search for patterns whose group „was“ is the personal part."""

    def search(text: str) -> Spans:
        for pattern in found:
            for match in pattern.finditer(text):
                yield match.span("was")

    return search


def _ibans(text: str) -> Spans:
    for match in patterns.IBAN.finditer(text):
        # A word behind the number may look like its last group.
        end = match.end()
        while end > match.start() and not _is_iban(text[match.start() : end]):
            end = text.rfind(" ", match.start(), end)
        if end > match.start():
            yield match.start(), end


def _is_iban(text: str) -> bool:
    plain = re.sub(r"\s", "", text).upper()
    turned = "".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])
    return len(plain) in IBAN_LENGTHS and int(turned) % 97 == 1


def _cards(text: str) -> Spans:
    for match in patterns.CARD.finditer(text):
        digits = [int(sign) for sign in reversed(match[0]) if sign.isdigit()]
        # The check of Luhn: every other digit doubled, its own digits summed.
        if (sum(digits[::2]) + sum(sum(divmod(2 * d, 10)) for d in digits[1::2])) % 10 == 0:
            yield match.span()


def _phones(text: str) -> Spans:
    for match in patterns.PHONE.finditer(text):
        if sum(sign.isdigit() for sign in match[0]) in DIGITS_OF_A_PHONE:
            yield match.span()
    yield from _all(patterns.CALLED_PHONE)(text)


def _references(text: str) -> Spans:
    yield from _all(patterns.CALLED_REFERENCE, patterns.INSURANCE)(text)
    for match in patterns.LONG_NUMBER.finditer(text):
        groups = re.findall(r"\d+", match[0])
        years = all(re.fullmatch(r"(?:19|20)\d\d", group) for group in groups)
        if sum(map(len, groups)) >= DIGITS_OF_A_REFERENCE and not years:
            yield match.span()


# What is surest comes first and keeps its place.
SEARCHES: tuple[tuple[Kind, Callable[[str], Spans]], ...] = (
    (Kind.IBAN, _ibans),
    (Kind.EMAIL, _all(patterns.EMAIL)),
    (Kind.BIRTH, _all(*patterns.BIRTHS)),
    (Kind.REFERENCE, _all(patterns.CALLED_REFERENCE)),
    (Kind.CARD, _cards),
    (Kind.PHONE, _phones),
    (Kind.REFERENCE, _references),
    (Kind.ADDRESS, _all(*patterns.ADDRESSES)),
    (Kind.NAME, _all(*NAMES)),
)
