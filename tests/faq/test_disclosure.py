"""What must not go out is found in every text, with what an office may show let through."""

import pytest

from faq.catalogue.corpus import Corpus
from faq.editing.content import is_discreet
from faq.recognising.disclosure import disclosed
from faq.recognising.personal import Kind, find_masks, mask


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("form", ["[{}]", "[{} …3000]", "[ {} ]", "[{} fehlt]"])
def test_every_mask_is_found_again(kind: Kind, form: str) -> None:
    text = form.format(kind)
    assert find_masks(f"Liebe Frau {text}, ja.") == [text]
    assert find_masks(text.lower()) == [text.lower()]


@pytest.mark.parametrize("cut", ["LG [Telefonnumm", "Konto [IBAN", "Von [Nam", "am [Geburts…"])
def test_a_mask_that_was_cut_off_too(cut: str) -> None:
    assert find_masks(cut) == [cut[cut.index("[") :]]


@pytest.mark.parametrize(
    "text", ["[Foto]", "Satz [N", "a[0]", "[]", "[", "Name und IBAN", "[Namibia]"]
)
def test_other_brackets_are_left_alone(text: str) -> None:
    assert find_masks(text) == []


@pytest.mark.parametrize(
    "said",
    [
        "Frau Weber weiß das",
        "0611 123456",
        "a@b.de",
        "geb. 3.5.2020",
        "Rosenweg 7, 60311 Ort",
        "DE89 3704 0044 0532 0130 00",
        "4111 1111 1111 1111",
        "Steuer-ID 12 345 678 901",
        "Ihre Tochter Lena",
    ],
)
def test_what_is_masked_is_disclosed_before_and_after(said: str) -> None:
    for text in (said, mask(said)):
        assert [one.key for one in disclosed({"titel": "Titel", "antwort": text})] == ["antwort"]
        assert [one.key for one in disclosed({"fragen": ["Frage?", text]})] == ["fragen"]


def test_a_contact_is_let_through_where_answers_stand_and_nowhere_else() -> None:
    number, mail = "0561 106-3434", "post@amt.example"
    said = f"Anruf {number}, Mail {mail}."
    assert not disclosed({"antwort": said, "fakten": [said], "kontakte": [number, mail]})
    assert [d.words for d in disclosed({"antwort": said, "kontakte": [mail]})] == [number]
    assert [d.words for d in disclosed({"titel": number, "kontakte": [number]})] == [number]
    declared = {"antwort": "Frau Weber", "kontakte": ["Frau Weber"]}
    assert {d.key for d in disclosed(declared)} == {"antwort", "kontakte"}


def test_the_shipped_entries_may_be_read_by_everybody(corpus: Corpus) -> None:
    assert [entry.id for entry in corpus.all() if not is_discreet(entry)] == []
