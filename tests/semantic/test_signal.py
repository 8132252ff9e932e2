from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from faq.semantic.learned import Learned, alike, learn, learn_at_once
from faq.semantic.signal import Semantic, _best
from faq.semantic.vectors import Vectors
from tests.semantic.doubles import CORPUS, Meanings, entry


def semantic(folder: Path, embedder: Meanings | None = None, **more: Any) -> Semantic:
    by = embedder or Meanings()
    vectors = Vectors(by, shipped=None, cache=folder / "vectors.npz")
    learned = Learned(by.name, shipped=None, cache=folder / "learned.npz")
    return Semantic(more.pop("entries", CORPUS), vectors, learned, **more)


def first(signal: Semantic, question: str) -> str:
    scores = signal.scores(question)
    assert scores is not None
    return signal.ids[int(np.argmax(scores))]


def test_another_word_of_the_same_meaning_finds_the_entry(tmp_path: Path) -> None:
    signal = semantic(tmp_path)
    signal.complete()
    assert first(signal, "Gibt es Knete?".replace("?", "")) == "a.geld"
    assert first(signal, "welches Zimmer") == "a.raum"


def test_every_number_lies_between_0_and_1(tmp_path: Path) -> None:
    signal = semantic(tmp_path)
    signal.complete()
    near = signal.nearness("Geld und Frist")
    assert near is not None
    for found in (near.best, near.several, near.learned):
        assert found.shape == (3,)
        assert found.dtype == np.float32
        assert ((found >= 0) & (found <= 1)).all()


def test_without_vectors_there_is_no_signal(tmp_path: Path) -> None:
    embedder = Meanings()
    signal = semantic(tmp_path, embedder)
    assert not signal.ready
    assert signal.scores("Geld") is None
    assert embedder.asked == []  # nobody waits for vectors


def test_an_empty_question_and_an_empty_corpus_have_no_signal(tmp_path: Path) -> None:
    signal = semantic(tmp_path)
    signal.complete()
    assert signal.scores(" \n ") is None
    empty = semantic(tmp_path / "empty", entries=())
    assert empty.complete() == 0
    assert empty.scores("Geld") is None


def test_a_second_start_computes_nothing(tmp_path: Path) -> None:
    before = semantic(tmp_path)
    assert before.complete() > 0
    embedder = Meanings()
    signal = semantic(tmp_path, embedder)
    assert signal.ready
    assert signal.complete() == 0
    assert embedder.asked == []
    then, now = before.scores("Knete"), signal.scores("Knete")
    assert then is not None
    assert now is not None
    assert np.allclose(then, now, atol=0.03)  # weights are kept rounded


def test_a_new_entry_speaks_neither_for_nor_against_itself_until_it_is_embedded(
    tmp_path: Path,
) -> None:
    semantic(tmp_path).complete()
    embedder = Meanings()
    signal = semantic(tmp_path, embedder, entries=(*CORPUS, entry("a.neu", "Knete wann")))
    assert not signal.ready
    near = signal.nearness("Knete")
    assert near is not None
    assert near.best[3] == pytest.approx(float(near.best[:3].mean()), abs=1e-6)
    assert first(signal, "Knete") == "a.geld"
    assert signal.complete() == 1
    assert signal.ready
    assert first(signal, "Knete wann") == "a.neu"
    assert set(embedder.asked) == {"Knete", "Knete wann"}


def test_what_was_learned_does_not_depend_on_where_it_started(tmp_path: Path) -> None:
    semantic(tmp_path, entries=(*CORPUS, entry("a.neu", "Knete wann"))).complete()
    warm = semantic(tmp_path)
    warm.complete()
    cold = semantic(tmp_path / "cold")
    cold.complete()
    one, other = warm.scores("Geld wann"), cold.scores("Geld wann")
    assert one is not None
    assert other is not None
    assert np.allclose(one, other, atol=0.03)


def test_learning_step_by_step_or_at_once_is_nearly_the_same() -> None:
    rng = np.random.default_rng(1)
    texts = rng.normal(size=(700, 16)).astype(np.float32)
    texts /= np.linalg.norm(texts, axis=1, keepdims=True)
    owner = np.sort(rng.integers(0, 5, 700))
    stepwise = learn(texts, owner, np.zeros((700, 5), dtype=np.float32))
    at_once = learn_at_once(texts, owner, 5)
    likeness = alike(texts @ texts.T)
    assert np.abs(likeness @ (stepwise - at_once)).max() < 0.1
    assert (np.argmax(likeness @ at_once, axis=1) == owner).mean() > 0.99


def test_a_question_is_embedded_once_and_repaired_first(tmp_path: Path) -> None:
    embedder = Meanings()
    signal = semantic(tmp_path, embedder, repair=lambda text: text.replace("Gled", "Geld"))
    signal.complete()
    embedder.asked.clear()
    assert first(signal, "Gled") == first(signal, "  Gled ") == "a.geld"
    assert embedder.asked == ["Geld"]


def test_a_long_question_is_cut(tmp_path: Path) -> None:
    embedder = Meanings()
    signal = semantic(tmp_path, embedder)
    signal.complete()
    embedder.asked.clear()
    signal.scores("Geld " * 1000)
    assert len(embedder.asked[0]) <= 400


def test_the_mean_of_the_best_counts_what_is_there() -> None:
    scores = np.array([0.2, 0.8, 0.6, 0.5, 0.4, 0.1], dtype=np.float32)
    assert np.allclose(_best(scores, np.array([0, 5]), 4), [0.575, 0.1])
    assert np.allclose(_best(scores, np.array([0, 5]), 1), [0.8, 0.1])


def test_questions_are_answered_while_vectors_are_made(tmp_path: Path) -> None:
    semantic(tmp_path).complete()
    more = [entry(f"b.n{n}", f"Raum Nummer {n}") for n in range(100)]
    signal = semantic(tmp_path, entries=(*CORPUS, *more))
    with ThreadPoolExecutor(4) as pool:
        making = [pool.submit(signal.complete) for _ in range(2)]
        found = list(pool.map(lambda n: first(signal, f"Knete {n}"), range(200)))
    assert sorted(job.result() for job in making) == [0, 100]
    assert set(found) == {"a.geld"}
