"""Patterns of numbers, dates and addresses; the group „was“ is what is personal."""

import re

CAPITAL = r"[A-ZÄÖÜÇŞÉ][\w'’]{1,30}"

EMAIL = re.compile(
    r"(?<![\w.+-])(?P<was>[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})\b",
    re.IGNORECASE,
)
IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b", re.IGNORECASE)
CARD = re.compile(
    r"(?<![\w.,§/-])(?:[456]\d{3}(?:[ -]?\d{4}){3}|3[47]\d\d[ -]?\d{6}[ -]?\d{5})"
    r"(?![\w/-]|[.,]\d)",
    re.ASCII,
)

# --- dates of birth: a date beside a word of birth -------------------------------------------
MONTH = r"(?:Jan|Feb|M[äa]r|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-zä]*\.?"
DATE = (
    rf"(?:\d{{1,2}}\.\s?(?:\d{{1,2}}\.|{MONTH})\s?(?:\d{{4}}|\d{{2}})|\d{{4}}-\d\d-\d\d"
    r"|\d{1,2}[/-]\d{1,2}[/-]\d{2,4})(?!\d)"
)
BESIDE = (
    r"\W{0,3}(?:(?:ist|war|wurde|lautet|am|der|des|vom|mein|meine[rs]?|unsere[rs]?|Kind(?:es)?|"
    r"Sohn(?:es)?|Tochter|in\s[\w-]+)\b\W{0,3}){0,4}"
)
BIRTHS = (
    re.compile(
        rf"\b(?:geboren(?:e[rnms]?)?|geb\.|geb\b|Geburts(?:datum|tag)|zur Welt gekommen|"
        rf"auf die Welt gekommen|auf der Welt seit){BESIDE}(?P<was>{DATE})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\d)(?P<was>{DATE})\s+(?:in\s+[\w-]+\s+)?(?:geboren\b|geb\b|zur Welt|auf die Welt)",
        re.IGNORECASE,
    ),
    # An asterisk, but neither a bullet at the beginning of a line nor emphasis.
    re.compile(rf"(?<=[\w,(])[ ]?(?<!\*)\*[ ]?(?P<was>{DATE})(?!\s?\*)", re.IGNORECASE),
)

# --- numbers ---------------------------------------------------------------------------------
NO_DATE = r"(?!\d{1,2}([/-])\d{1,2}\1\d{2,4}\b|\d{1,2}/\d{4}\b)"
PHONE = re.compile(
    rf"(?<![\w.,:/§-]){NO_DATE}(?:\(?\+\d{{1,3}}\)?|\(?0\d)(?:[ /()–-]{{0,3}}\d){{4,}}"
    r"(?![\w:]|[.,]\d|\s?(?:Uhr|Euro|EUR|€|%))",
    re.IGNORECASE,
)
CALLED_PHONE = re.compile(
    r"\b(?:Tel(?:efon)?(?:nummer|nr)?|Handy(?:nummer|nr)?|Mobil(?:nummer)?|Fax|Rufnummer|"
    r"Durchwahl|WhatsApp)\b[.:]?\s?(?:ist|lautet|unter)?[:\s]{0,3}"
    r"(?P<was>(?!(?:19|20)\d\d\b)\d(?:[ /-]?\d){3,}|(?:(?<=wahl )|(?<=wahl: ))\d{2,3})"
    r"(?![\w:]|[.,]\d|\s?(?:Uhr|Euro|EUR|€|%))",
    re.IGNORECASE,
)
CALLED_REFERENCE = re.compile(
    r"\b(?:Steuer-?ID|Steuer(?:identifikations)?nummer|Steuer-?Nr|Id-?Nr|Kassenzeichen|"
    r"Aktenzeichen|Az|Kunden-?(?:nummer|nr)|Kindergeld-?(?:nummer|nr)|Versicherten?-?nummer|"
    r"Sozialversicherungsnummer|Rentenversicherungsnummer|Personalnummer|Ausweisnummer)\b[.:]?"
    r"\s?(?:ist|lautet)?[:\s]{0,3}(?P<was>(?=[\w/.-]*\d)[\w/-][\w/.-]{2,}\w(?:\s\d[\d/-]*)*)",
    re.IGNORECASE,
)
INSURANCE = re.compile(r"\b(?P<was>\d{2} ?\d{6} ?[A-Z] ?\d{3})\b")
LONG_NUMBER = re.compile(
    r"(?<![\w.,§-])(?!\d{4}-\d\d-\d\d\b)(?:[A-Z]{2})?\d(?:[ /-]?\d){9,}+"
    r"(?!\w|[.,]\d|\s?(?:Euro|EUR|€))"
)

# --- addresses -------------------------------------------------------------------------------
HOUSE = (
    r"\d{1,3}(?: ?[a-h])?(?:[/–-]\d{1,3}[a-h]?)?\b"
    r"(?![.,:]\d|\s?(?:%|€|Euro|EUR|Uhr|Kinder|Plätze|Jahre|Tage|Minuten|Meter|km\b))"
)
TOWN = (
    rf"\b(?:D-)?\d{{5}}\s+(?!(?:Euro?|EUR|Kinder|Familien|Eltern|Einwohner|Besucher|Menschen|"
    rf"Personen|Stunden|Mitglieder|Plätze|Mal|Zuschuss|Fördermittel|Jugendliche|Haushalte|"
    rf"Frauen|Männer|Exemplare|Flyer|Brutto|Netto|Bürger))(?:(?:Bad|Sankt|St\.|Markt)\s)?{CAPITAL}"
    rf"(?:-{CAPITAL}){{0,3}}(?:\s(?:am|an der|ob der|im)\s{CAPITAL}|\s\([A-Z]\w+\))?"
)
NO_ROAD = r"(?!(?:Bundes|Landes|Kreis|Land)stra(?:ß|ss)e)"
NO_PLACE = (
    r"(?!(?:Kita|Kinder\w*|Krippen|Betreuungs|Arbeits|Ausbildungs|Studien|Therapie|Spiel|Park|Sitz|"
    r"Steh|Schlaf|Praktikums|Garten|Heim|Ganztags|Pflege|Wickel|Rechts|Dienst|Förder|Antrags|"
    r"Beschwerde|Instanzen|Um|Bildungs|Lebens|Meldungs|Bauern|Schul)-?(?:platz|weg|hof)\b)"
)
ROADS = "weg|gasse|platz|allee|damm|ufer|steig|pfad|hof"
STREETS = (
    rf"{NO_ROAD}\b(?:[\w-]{{3,40}}(?:straße|strasse|str\.))\s?{HOUSE}",
    rf"\b(?-i:[A-ZÄÖÜ])[\w-]{{2,40}}\s(?:Straße|Strasse|Str\.)\s?{HOUSE}",
    rf"\b{NO_PLACE}(?-i:[A-ZÄÖÜ])[\w-]{{2,40}}(?:{ROADS})\s{HOUSE}",
    rf"\b(?-i:[A-ZÄÖÜ])\w{{3,}}er\s(?:Weg|Platz|Allee|Ring|Gasse|Ufer|Berg|Hof)\s{HOUSE}",
)
AT = (
    r"(?:Am|An der|An den|Auf der|Auf dem|Im|In der|Zum|Zur|Unter den)\s"
    rf"{CAPITAL}(?:\s{CAPITAL})?\s{HOUSE}"
)
ADDRESSES = (
    *(
        re.compile(rf"(?P<was>{street}(?:,?\s+(?-i:{TOWN}))?)", re.IGNORECASE)
        for street in STREETS
    ),
    re.compile(rf"\b(?P<was>{AT},?\s+{TOWN})"),
    re.compile(rf"(?:[Ww]ohn\w*|[Aa]dresse|[Aa]nschrift)\W+(?:\w+\W+)??(?P<was>(?i:{AT}))"),
    re.compile(rf"(?P<was>{TOWN})"),
)
