"""A small FAQ whose every decision is known: dialogue tests are not about finding."""

from datetime import date

from faq.corpus import Corpus
from faq.emergency import Emergency
from faq.entry import Entry, Redirect, Source
from faq.lookup import Lookup
from faq.match import Band, Candidate, Finding
from faq.phrases import Smalltalk, SmalltalkKind


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
    """Finds what the table above says, and nothing else."""

    def find(self, question: str, context: str | None = None) -> Finding:
        del context
        for words, (band, entries) in reversed(FINDINGS.items()):
            if words in question.lower():
                return Finding(band, tuple(Candidate(e.id, 90.0) for e in entries))
        return Finding(Band.NONE, ())


def small_lookup() -> Lookup:
    """Build the lookup of the small FAQ."""
    corpus = Corpus(
        entries={e.id: e for e in (AMOUNT, DEADLINE, PAYMENT)},
        redirects={ALLOWANCE.id: ALLOWANCE},
        sources={"rp": SOURCE},
        groups={"foerderung": "Förderung", "abgrenzung": "Nicht unser Gebiet"},
    )
    smalltalk = Smalltalk(
        [SmalltalkKind(art="dank", phrasen=("danke", "vielen dank"), antworten=("Gern!",))]
    )
    emergency = Emergency(["schlaegt mich"])
    return Lookup(corpus, KnownMatcher(), smalltalk, emergency)
