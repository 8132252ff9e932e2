"""One lookup over the shipped corpus for all tests: building it takes a second."""

from datetime import date

import pytest

from faq.catalogue.corpus import Corpus, load
from faq.finding.hybrid import HybridMatcher
from faq.lookup import Lookup, load_lookup

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return load()


@pytest.fixture(scope="session")
def lookup(corpus: Corpus) -> Lookup:
    return load_lookup(corpus)


@pytest.fixture(scope="session")
def matcher(corpus: Corpus) -> HybridMatcher:
    return HybridMatcher(corpus.all())
