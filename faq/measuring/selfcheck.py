"""Leave-one-variant-out: the corpus answers its own questions, each as if it had not seen it."""

from collections import Counter
from datetime import date

from faq.catalogue.corpus import Corpus
from faq.finding.hybrid import HybridMatcher
from faq.lookup import Lookup, Verdict
from faq.measuring.evaluate import Case, Tally, confusions, evaluate
from faq.measuring.holdout import FOLDS, without_variants
from faq.recognising.emergency import load_emergency
from faq.recognising.smalltalk import load_smalltalk


def ask_itself(
    corpus: Corpus, today: date, folds: int = FOLDS
) -> tuple[dict[str, Tally], Counter[tuple[str, str]]]:
    """Measure per group of entries, and count which entries are mixed up.

    With as many folds as an entry has questions it leaves exactly one out at a time; fewer are
    quicker and a little stricter.
    """
    total: dict[str, Tally] = {}
    pairs: Counter[tuple[str, str]] = Counter()
    smalltalk, emergency = load_smalltalk(), load_emergency()
    for kept, held in without_variants(list(corpus.all()), folds):
        lookup = Lookup(corpus, HybridMatcher(kept), smalltalk, emergency)
        cases = [Case(h.text, h.entry_id.partition(".")[0], ((h.entry_id,),), None) for h in held]

        def decide(text: str, context: str | None, lookup: Lookup = lookup) -> Verdict:
            return lookup.decide(text, today, context)

        for style, tally in evaluate(cases, decide).items():
            total.setdefault(style, Tally()).add(tally)
        pairs += confusions(cases, decide)
    return {
        **{k: v for k, v in sorted(total.items()) if k != "alle"},
        "alle": total["alle"],
    }, pairs
