"""Patterns of names by the signs before them; the group „was“ is the name."""

import re
from pathlib import Path

from faq.recognising.personal_patterns import CAPITAL

# Given names that are common here; a name beside „Tochter“ or „ich bin“ need not be introduced.
FILE = Path(__file__).parent.parent / "data" / "vornamen.txt"
GIVEN = rf"(?i:{'|'.join(FILE.read_text(encoding='utf-8').split())})\b"

NO_NAME = (
    r"(?!(?:Dr|Prof|Minister|Bürgermeister|Oberbürgermeister|Landr[aä]t|Präsident|Staatssekretär|Direktor|"
    r"Leiter|Doktor|Professor|Beratung|Berater|Vormittag|Nachmittag|Abend|Morgen|Team|Ihre?|"
    r"Eure?|Familienzentr|Familie|Kita|Verein|Stadt|Gemeinde|Landkreis|Frau|Herr|Das|Die|Der|"
    r"Und|Oder|Danke|Vielen|Bitte|Ich|Wir)(?:in|innen|um|en|s)?\b)"
)
PART = rf"{NO_NAME}{CAPITAL}(?:-{CAPITAL}){{0,3}}"
BETWEEN = r"(?:(?:von|van|zu|de|el|al|bin)[ ](?:(?:der|den|dem)[ ])?)?"
FULL = rf"(?:{PART}|[A-ZÄÖÜ]\.)(?:[ ]{BETWEEN}{PART}){{0,2}}"
NOT_SMALL = (
    r"(?!(?:nicht|und|oder|das|die|der|den|es|sie|ihn|euch|dich|uns|alle|aus|an|von|vom|zurück|"
    r"ich|wir|bin|habe|suche|möchte|danke|nochmal|nochmals|im|in|auch|schon|ihr|ihre|dein|euer|team|"
    r"jetzt|mal|gut|willkommen|für|wie|was|wo)\b)"
)
SMALL = rf"{NOT_SMALL}[a-zäöüß-]{{2,}}(?:\s{NOT_SMALL}[a-zäöüß-]{{2,}})?"
GREETING = (
    r"(?:(?:mit\s)?(?:freundliche[nm]?|liebe[nm]?|viele[nm]?|beste[nm]?|herzliche[nm]?|"
    r"schöne[nm]?|sonnige[nm]?)\s(?:gr(?:ü|ue)(?:ß|ss)en?|gru(?:ß|ss))|gru(?:ß|ss)|gr(?:ü|ue)(?:ß|ss)e|"
    r"(?<!das )(?<!dem )(?<!des )(?<!vom )(?<!am )(?<!beim )(?:lg|vg|mfg))"
)
ENDS = r"(?=[ \t]*(?:[,.!;)(|]|\n|$))"
# „ob meine Frau Anspruch hat“: behind such words the noun need not be a name.
OWN = "".join(
    rf"(?<!\b{word} )"
    for word in ("meine", "deine", "seine", "ihre", "unsere", "eure", "eine", "keine", "jede",
                 "meiner", "seiner", "ihrer", "unserer", "einer", "jeder", "als", "pro", "je")
)  # fmt: skip
CLOSE = (
    r"(?:Tochter|Töchter|Sohn|Söhne|Kind(?:er)?|Baby|Zwillinge|Enkel(?:in|kind|sohn|tochter)?|"
    r"(?:Ehe)?(?:mann|frau)|Partner(?:in)?|Mutter|Vater|Mama|Papa|Oma|Opa|Bruder|Schwester|"
    r"Freund(?:in)?|Nachbar(?:in)?|Kolleg(?:e|in)|Mitarbeiter(?:in)?|Chef(?:in)?|Leiter(?:in)?|"
    r"Erzieher(?:in)?|Junge|Mädchen|Pflegekind)"
)
WHOLE = rf"{GIVEN}(?:-{GIVEN})?(?:[ ]{BETWEEN}{PART}){{0,2}}"
# Without one of these no pattern below can match: most texts need not be looked through.
SIGNS = (
    "frau", "herr", "hr.", "fr.", "fam", "name", "heiß", "heiss", "geb.", "gruß", "gruss", "grüß",
    "grüss", "grueß", "gruess", "lg", "vg", "mfg", "bin", "hier", "liebe", "hallo", "hi ",
    "tochter", "töchter", "sohn", "söhne", "kind", "baby", "zwilling", "enkel", "mann", "partner",
    "mutter", "vater", "mama", "papa", "oma", "opa", "bruder", "schwester", "freund", "nachbar",
    "kolleg", "mitarbeiter", "chef", "leiter", "erzieher", "junge", "mädchen",
)  # fmt: skip
NAMES = (
    re.compile(
        rf"\b(?i:{OWN})(?:Frau|Herrn?|Hr\.|Fr\.|(?i:(?<!\bdie )(?<!\bder ))(?:Familie|Fam\.))\s+"
        rf"(?:(?:Dr|Prof|med|phil|jur)\.\s?){{0,3}}(?:\w+(?:minister|meister|rat|präsident)(?:in)?\s)?"
        rf"(?P<was>{BETWEEN}{PART}(?:[ ]{PART})?)"
    ),
    re.compile(
        rf"\b(?i:mein\sname\s(?:ist|lautet)|ich\shei(?:ß|ss)e)\s+(?:(?:Frau|Herr)\s)?"
        rf"(?P<was>{FULL}|{SMALL})"
    ),
    re.compile(rf"\b(?:namens|geb\.)\s+(?P<was>{FULL})"),
    re.compile(
        rf"\b(?i:Sohn|Tochter|Kind|Mann|Frau|Mutter|Vater|Kolleg(?:in|e)|Leiter(?:in)?|"
        rf"Freund(?:in)?)\s(?i:hei(?:ß|ss)t)\s(?P<was>{FULL})"
    ),
    re.compile(
        rf"\b(?i:{GREETING})[,.!:]?\s+(?:i\.\s?[AV]\.\s)?"
        rf"(?P<was>{FULL}(?:[ ](?:und|&)[ ]{FULL})?){ENDS}"
    ),
    re.compile(rf"\b(?i:{GREETING})[,.!:]?\s+(?P<was>{SMALL})[\s.!]*\Z"),
    re.compile(rf"\b(?i:{CLOSE}),?\s+(?P<was>{WHOLE}(?:\s(?:und|&)\s{GIVEN})?)"),
    re.compile(rf"\b(?i:ich\sbin|hier\s(?:ist|schreibt))\s+(?:(?i:die|der)\s)?(?P<was>{WHOLE})"),
    re.compile(
        rf"\b(?i:ich\sbin)\s+(?P<was>{PART}[ ]{BETWEEN}{PART})"
        r"(?=\s*[,.!]|\s(?:und|aus|vom|von)\b)"
    ),
    re.compile(rf"(?:\A|\n)\W*(?i:liebe[rs]?|hallo|hi)\s(?P<was>{WHOLE})"),
)
