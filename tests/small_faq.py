"""A small FAQ whose every decision is known: dialogue tests are not about finding."""

from datetime import date

from faq.catalogue.corpus import Corpus
from faq.catalogue.entry import Entry, Redirect, Source
from faq.finding.match import Band, Candidate, Finding
from faq.lookup import Lookup
from faq.recognising.emergency import Emergency
from faq.recognising.smalltalk import Smalltalk, SmalltalkKind


def entry(entry_id: str, title: str, answer: str, **more: object) -> Entry:
    """Write an entry with only what matters to a test."""
    given = {
        "id": entry_id,
        "titel": title,
        "antwort": answer,
        "fragen": (title,),
        "zielgruppe": "alle",
        "stelle": "rp",
        "quellen": ("rp",),
        "sicherheit": "belegt",
        "fakten": (answer,),
        "geprueft_am": date(2026, 11, 20),
        "wiedervorlage_am": date(2027, 11, 30),
    }
    return Entry.model_validate(given | more)


AMOUNT = entry("foerderung.hoehe", "Höhe der Förderung", "Bis zu 18.000 Euro im Jahr.")
DEADLINE = entry(
    "foerderung.frist", "Antragsfrist", "Bis {frist} für {foerderjahr}.", mehr="Jedes Jahr neu."
)
PAYMENT = entry("foerderung.auszahlung", "Auszahlung", "In zwei Raten.")
ALLOWANCE = Redirect(
    id="abgrenzung.elterngeld",
    title="Elterngeld",
    answer="Dafür ist die Elterngeldstelle da.",
    questions=("Elterngeld",),
)
SOURCE = Source(
    title="Familienzentren, Regierungspräsidium Kassel",
    as_of="2024-10",
    url="https://rp-kassel.hessen.de/soziales/familienzentren",
)

# What the matcher double finds: by a word that stands in the question.
FINDINGS = {
    "wie viel": (Band.ANSWER, (AMOUNT, PAYMENT)),
    "bis wann": (Band.ANSWER, (DEADLINE,)),
    "geld": (Band.SUGGEST, (AMOUNT, PAYMENT, DEADLINE)),
    "elterngeld": (Band.ANSWER, (ALLOWANCE,)),
}


class KnownMatcher:
    """Finds what the table above says; else an entry that has the question word for word."""

    def __init__(self, corpus: Corpus | None = None) -> None:
        self._corpus = corpus or small_corpus()

    def find(self, question: str, context: str | None = None) -> Finding:
        del context
        for words, (band, entries) in reversed(FINDINGS.items()):
            if words in question.lower():
                return Finding(band, tuple(Candidate(e.id, 90.0) for e in entries))
        known = [e.id for e in self._corpus.all() if question in e.questions]
        return Finding(
            Band.ANSWER if known else Band.NONE, tuple(Candidate(i, 90.0) for i in known)
        )


def small_corpus() -> Corpus:
    """Write the small FAQ."""
    return Corpus(
        entries={e.id: e for e in (AMOUNT, DEADLINE, PAYMENT)},
        redirects={ALLOWANCE.id: ALLOWANCE},
        sources={"rp": SOURCE},
        groups={"foerderung": "Förderung", "abgrenzung": "Nicht unser Gebiet"},
    )


def small_lookup() -> Lookup:
    """Build the lookup of the small FAQ."""
    return found_by_words(small_corpus())


def found_by_words(corpus: Corpus) -> Lookup:
    """Build a lookup that finds what the table says."""
    smalltalk = Smalltalk(
        [SmalltalkKind(art="dank", phrasen=("danke", "vielen dank"), antworten=("Gern!",))]
    )
    emergency = Emergency(["schlaegt mich"])
    return Lookup(corpus, KnownMatcher(corpus), smalltalk, emergency)
