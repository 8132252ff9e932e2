"""What makes a letter of a message: salutation, introduction, signature.

They hold the names, and say nothing about the question. Before a message becomes a proposal they
are cut, not masked: a title is too short for „[Name]“.
"""

import re

from faq.recognising.personal import mask
from faq.recognising.personal_names import BETWEEN, FULL, GIVEN, GREETING, PART, SMALL, WHOLE

CALLED = (
    r"(?:(?i:frau|herrn?|familie|damen|und|herren|zusammen|team|liebes|ihr|lieben|alle|leute|"
    r"kolleg(?:innen|en|in|e)|sehr|geehrte[rs]?|liebe[rs]?|werte[rs]?|an|die|das|vom|von)|"
    rf"(?:Dr|Prof|med)\.|{GIVEN}|[A-ZÄÖÜÇŞÉİ][\w'’-]+)"
)
SALUTATION = re.compile(
    r"\A\W*(?:(?i:hallo(?:chen)?|hi|hey|huhu|moin|servus|gude|grüß\s(?:gott|dich|sie)|"
    r"(?:schönen\s)?guten\s(?:tag|morgen|abend)|sehr\sgeehrte[rs]?|liebe[rs]?|werte[rs]?))\b"
    rf"(?:\s+{CALLED}){{0,8}}?\s*(?:[,!.:;–-]+|\n)\s*"
)
# „Hallo Frau Kunz dürfen wir …“: no sign ends it, the name does.
UNSIGNED = re.compile(
    r"\A\W*(?i:hallo|hi|hey|moin|guten\s(?:tag|morgen|abend)|sehr\sgeehrte[rs]?|liebe[rs]?)\s+"
    rf"(?:(?:Frau|Herr)\s(?:Dr\.\s)?{PART}|{WHOLE})\s+"
)
PLACE = r"(?:\s+(?:aus|von|vom|in|bei|im)\s+[^,.!?;\n]{1,50}?)?"
END = r"(?:\s*[,.!;]+|\s+und\b|\s*(?=\n|\Z))\s*"
INTRODUCTION = re.compile(
    r"(?:\A|(?<=[\s,.!?;]))(?i:(?:und\s)?(?:mein\sname\s(?:ist|lautet)|ich\shei(?:ß|ss)e|"
    r"hier\s(?:ist|schreibt)))"
    rf"\s+(?:(?i:die|der|frau|herr)\s)?(?:{FULL}|{WHOLE}){PLACE}{END}"
)
I_AM = re.compile(
    r"(?:\A|(?<=[\s,.!?;]))(?i:ich\sbin)\s+(?:(?i:die|der)\s)?"
    rf"(?:{WHOLE}|{PART}[ ]{BETWEEN}{PART}){PLACE}{END}"
)
# „Was heißt VG in Hessen?“ is no closing: a name stands behind one, or nothing.
SIGNATURE = (
    rf"(?=[\s,.!:–-]*(?:\Z|[A-ZÄÖÜÇŞÉİ(]|(?i:i\.\s?[av]\.|ihre?\b|eure?\b|dein|aus|vom|von)|"
    rf"{SMALL}[\s.!]*\Z))"
)
CLOSING = re.compile(
    rf"(?:\A|(?<=[\s,.!?;]))(?i:(?:(?:vielen\s|herzlichen\s)?(?:dank|danke)\b[^.?\n]{{0,40}}?"
    rf"(?:und|,|\.|!)?\s*)?{GREETING})\b{SIGNATURE}[^?]{{0,300}}\Z"
)
SIGNED = re.compile(rf"(?<=[.!?…])\s*\n+\W*(?:gez\.\s|i\.\s?[AV]\.\s)?{FULL}\W*\Z")
AFTER_ALL = re.compile(r"[\s,;–-]+\Z")


def without_letter(text: str) -> str:
    """Cut salutation, introduction and signature; what says nothing else stays as it is."""
    bare = text
    for pattern in (SALUTATION, SALUTATION, UNSIGNED, INTRODUCTION, I_AM, CLOSING, SIGNED):
        bare = pattern.sub("", bare, count=1)
    bare = AFTER_ALL.sub("", bare).strip()
    if not any(map(str.isalpha, bare)):
        return text.strip()
    return bare[0].upper() + bare[1:] if text[:1].isupper() else bare


def proposable(text: str) -> str:
    """Give what of a message may become a proposal: no letter around it, the rest masked."""
    return mask(without_letter(text))
