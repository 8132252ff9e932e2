"""Personal data: found with its look-alikes left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.catalogue.corpus import Corpus
from faq.recognising.personal import Kind, find_personal, mask, mask_bank_details

FOUND = {
    Kind.PHONE: [
        "Rufen Sie mich an: «06151 123456».",
        "Meine Nummer ist «0170/1234567», danke",
        "«+49 (0)6251 12-34 56»",
        "Büro Tel.: «4711»",
        "Telefon «(06151) 98 76-0» ab 9 Uhr",
        "unter «0049 151 23456789» erreichbar",
        "Handynummer: «1705551234»",
        "Durchwahl «123»",
        "Durchwahl: «45»",
        "«+43 1 5880000»",
        "meine handynr ist «0151-2345-6789»!",
    ],
    Kind.EMAIL: [
        "Schreiben Sie an «petra.mueller+fz@kita-sonne.example.de».",
        "«petra(at)web.de»",
        "Mail: «p_m@gmx.net»; danke",
        "<«a@b.de»>",
    ],
    Kind.IBAN: [
        "Konto «DE89 3704 0044 0532 0130 00» bei der Sparkasse",
        "«DE89370400440532013000»",
        "«de89 3704 0044 0532 0130 00».",
        "IBAN: «AT61 1904 3002 3457 3201» bald überweisen",
        "«GB82 WEST 1234 5698 7654 32»",
        "«NL91 ABNA 0417 1643 00» im Juli",
    ],
    Kind.CARD: [
        "Visa «4111 1111 1111 1111», gültig bis 10/28",
        "meine karte «5500000000000004».",
        "Amex «3782 822463 10005»",
    ],
    Kind.BIRTH: [
        "Unsere Tochter ist am «3.5.2020» geboren.",
        "geboren am «03.05.2020» in Darmstadt",
        "geb. «3.5.20»",
        "Geburtsdatum: «2020-05-03»",
        "Geburtsdatum meines Kindes ist der «3. Mai 2020»",
        "Lina (*«03.05.2020»)",
        "Ben *«3.5.2020»",
        "geboren in Bensheim am «3.5.2020»",
        "am «31.10.2019» in Kassel geboren, Antrag bis 31.10.2026",
        "Mein Sohn ist am «12. Dez. 2021» zur Welt gekommen",
    ],
    Kind.NAME: [
        "Frau «Müller» hat mir gesagt",
        "Ich war bei Herrn Dr. «Yilmaz-Schmidt».",
        "Fragen Sie Familie «Öztürk»",
        "Die Frau «Müller» vom Amt",
        "Frau Bürgermeisterin «Roth» war da",
        "Mein Name ist «Petra von Hagen» und ich suche",
        "ich heiße «anna» und suche einen platz",
        "Hallo, ich heisse «Ali» .",
        "Meine Tochter heißt «Lina Marie» und ist drei",
        "ein Kind namens «Ben»",
        "Danke! LG «Petra»",
        "danke, lg «anna»",
        "Mit freundlichen Grüßen\n\n«Petra Müller»\nLeitung",
        "Viele Grüße, «Jürgen Groß»",
        "Liebe Grüße «Sabine», Familienzentrum Mitte",
        "VG\n«K. Weber»",
        "Grüße, «Anna und Tom»",
        "Mit freundlichen Grüßen\ni. A. «Petra Kern»",
        "Sehr geehrte Frau Dr. med. «Stein»",
        "ich bin eine geb. «Schmidt»",
        "mfg\n«Anna van der Berg»",
        "Herr «von Stein» und Frau «Groß»",
    ],
    Kind.ADDRESS: [
        "Ich wohne in der «Frankfurter Straße 12a» im Hinterhaus",
        "wohne in der «hauptstraße 5» in bensheim",
        "«Karl-Marx-Str. 5, 64283 Darmstadt»",
        "«Rosenweg 7» oder «Berliner Platz 3»",
        "«Am Alten Stadtschloss 1, 34117 Kassel».",
        "Meine Adresse: «Am Markt 5»",
        "in «64625 Bensheim» gibt es",
        "«65193 Wiesbaden-Biebrich»",
        "«61348 Bad Homburg»",
        "«Sonnenberger Straße 2/2a, 65193 Wiesbaden»",
        "«35037 Marburg an der Lahn» oder «60311 Frankfurt am Main»",
    ],
    Kind.REFERENCE: [
        "Meine Steuer-ID ist «12 345 678 901».",
        "Kassenzeichen «4711000123456»",
        "Kassenzeichen: «1234-567»",
        "Steuernummer «012/345/67890»",
        "Az.: «51.2-FZ/2024-17»",
        "Versicherungsnummer «12 150780 J 009»",
        "«86095742719»",
        "GB82 WEST «1234 5698 7654 33» ist vertippt",
        "vertippte IBAN «DE88370400440532013000»",
        "Karte «4111 1111 1111 1112» ist vertippt",
        "Aktenzeichen: «4111111111111111»",
    ],
}

LOOK_ALIKES = [
    "Wir bekommen 18000 Euro im Jahr, 1.500,00 € davon für 2026.",
    "12000 Kinder, 15000 Familien und 18500 EUR",
    "Nach § 25 Abs. 2 SGB VIII und § 16 SGB VIII",
    "Antrag bis 31.10.2026 oder 01.10.2026 stellen",
    "Die Förderjahre 2024, 2025, 2026 und 2024-2027; 2024 2025 2026",
    "vom 01/2026 bis 12/2026, am 01-10-2026 und 01/10/2026",
    "Wir haben 08:30-16:30 Uhr auf, freitags 0830-1300 Uhr",
    "Notruf 112, Kinder- und Jugendtelefon 116 111, Bereitschaft 116 117",
    "Version 0.1.0 kostet 0,50 Euro, 05 % Rabatt",
    "* 31.10.2026 Antrag\n* 30.06.2027 Nachweis",
    "Frist **31.10.2026** und *31.10.2026*",
    "Die Geburtsvorbereitung beginnt am 31.10.2026",
    "Der Geburtstag des Familienzentrums ist am 31.10.2026",
    "Die Gebühr ist am 31.10.2026 fällig",
    "Bekommt meine Familie Geld und meine Frau Elterngeld?",
    "Meine Frau Elterngeld, ich Kindergeld?",
    "Frau und Beruf, Familie und Beruf, Herr der Lage",
    "Guten Tag Frau Ministerin, Herr Bürgermeister",
    "Fr. Vormittag, Fr. 9-13",
    "Wie heißt das Programm? Das heißt Geld. Das Programm heißt Kita.",
    "Ich heiße das gut.",
    "Das LG Darmstadt hat entschieden, das war vor dem LG Darmstadt.",
    "Viele Grüße aus Darmstadt",
    "Viele Grüße\nIhr Team",
    "Danke und liebe Grüße",
    "MfG Familienzentrum Sonnenblume",
    "Ein Kitaplatz 2 Tage, Betreuungsplatz 3, auf Platz 3",
    "Im Juli 26 und im Abschnitt 3, zum Punkt 4",
    "An der Bundesstraße 3 liegt das Familienzentrum",
    "Rechtsweg 2 steht offen",
    "Fax 100 Seiten, Mobil 120 km, Telefon 24 Stunden, Fax 2026",
    "Das kostet 1 234 567 890 Euro und 1234567890 €",
    "2026-01-01 2026-12-31",
    "Lange Straße 5 Minuten gelaufen",
    "neu geborene Kinder",
    "Das Aktenzeichen steht auf dem Bescheid",
    "Wo finde ich meine Steuernummer?",
    "Twitter @familie, 5@home",
    "3 + 0 = 3, 100000000 Menschen",
    "",
]


@pytest.mark.parametrize(
    ("kind", "marked"), [(kind, text) for kind, texts in FOUND.items() for text in texts]
)
def test_found_and_masked(kind: Kind, marked: str) -> None:
    plain, expected, at = "", [], 0
    for part in marked.replace("«", "|").replace("»", "|").split("|"):
        if at % 2:
            expected.append((kind, len(plain), len(plain) + len(part)))
        plain, at = plain + part, at + 1
    found = [(finding.kind, finding.start, finding.end) for finding in find_personal(plain)]
    assert found == expected, [plain[start:end] for _, start, end in found]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alikes_are_left_alone(text: str) -> None:
    assert mask(text) == text


def test_a_whole_message() -> None:
    assert mask(
        "Guten Tag, mein Name ist Petra Müller. Meine Tochter Lina ist am 3.5.2020 geboren. "
        "Sie erreichen mich unter 0170 1234567 oder petra@web.de, Hauptstr. 5, 64283 Darmstadt. "
        "Den Antrag vom 31.10.2026 über 18000 Euro überweisen Sie auf "
        "DE89 3704 0044 0532 0130 00.\n"
        "LG Petra"
    ) == (
        "Guten Tag, mein Name ist [Name]. Meine Tochter [Name] ist am [Geburtsdatum] geboren. "
        "Sie erreichen mich unter [Telefonnummer] oder [E-Mail], [Anschrift]. "
        "Den Antrag vom 31.10.2026 über 18000 Euro überweisen Sie auf [IBAN].\n"
        "LG [Name]"
    )


def test_no_question_of_the_corpus_holds_anything_personal(corpus: Corpus) -> None:
    asked = [question for entry in corpus.all() for question in entry.questions]
    assert [question for question in asked if find_personal(question)] == []


PIECES = st.sampled_from(
    ["Frau ", "Müller ", "LG ", "\n", "0170 ", "1234567", "@web.de", "petra", " geb. ", "3.5.2020",
     "DE89 3704 0044 0532 0130 00", " Hauptstr. 5, ", "64283 ", "Darmstadt", "«ß»", "🙂", "0"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join)))
def test_whatever_is_written(text: str) -> None:
    found = find_personal(text)
    ends = [0, *(place for finding in found for place in (finding.start, finding.end))]
    assert ends == sorted(ends)
    assert all(finding.start < finding.end <= len(text) for finding in found)
    kept = len(text) - sum(finding.end - finding.start for finding in found)
    assert len(mask(text)) == kept + sum(len(finding.kind) + 2 for finding in found)


def test_of_bank_details_the_end_is_left_and_all_else_stays() -> None:
    said = "Tel. 06151 123456: Stimmt DE89 3704 0044 0532 0130 00 oder 4111-1111-1111-1111?"
    assert mask_bank_details(said) == (
        "Tel. 06151 123456: Stimmt [IBAN …3000] oder [Kartennummer …1111]?"
    )
    assert mask_bank_details("NL91 ABNA 0417 1643 00") == "[IBAN …4300]"
    assert mask_bank_details("DE88 3704 0044 0532 0130 00") == "DE88 3704 0044 0532 0130 00"
