from pathlib import Path
from typing import BinaryIO

import numpy as np
import pytest

from faq.semantic import learned, vectors
from faq.semantic.array_files import read_arrays, write_arrays
from faq.semantic.vectors import Vectors
from tests.semantic.doubles import Meanings

TEXTS = ["Geld", "Frist Geld", "Raum"]


def test_a_kept_vector_is_nearly_what_was_made(tmp_path: Path) -> None:
    Vectors(Meanings(), shipped=None, cache=tmp_path / "v.npz").make(TEXTS)
    rows, known = Vectors(Meanings(), shipped=None, cache=tmp_path / "v.npz").rows(TEXTS)
    assert known.all()
    assert np.abs((rows * Meanings().embed(TEXTS)).sum(axis=1) - 1).max() < 1e-3


def test_the_same_vectors_give_the_same_bytes(tmp_path: Path) -> None:
    for name, texts in (("a", TEXTS), ("b", TEXTS[::-1])):
        Vectors(Meanings(), shipped=None, cache=tmp_path / name).make(texts)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_what_nobody_asks_for_any_more_leaves_the_cache(tmp_path: Path) -> None:
    path = tmp_path / "v.npz"
    Vectors(Meanings(), shipped=None, cache=path).make(TEXTS)
    Vectors(Meanings(), shipped=None, cache=path).make(["Raum", "Zimmer"])
    kept = Vectors(Meanings(), shipped=None, cache=path)
    assert kept.missing([*TEXTS, "Zimmer"]) == ["Geld", "Frist Geld"]


def test_what_ships_is_not_made_again(tmp_path: Path) -> None:
    Vectors(Meanings(), shipped=None, cache=tmp_path / "shipped.npz").make(TEXTS)
    embedder = Meanings()
    both = Vectors(embedder, shipped=tmp_path / "shipped.npz", cache=tmp_path / "new.npz")
    assert both.make([*TEXTS, "Zimmer", "Zimmer"]) == 1
    assert embedder.asked == ["Zimmer"]


def test_vectors_of_another_model_are_not_used(tmp_path: Path) -> None:
    Vectors(Meanings(), shipped=None, cache=tmp_path / "v.npz").make(TEXTS)
    other = Meanings()
    other.name = "other"
    assert Vectors(other, shipped=None, cache=tmp_path / "v.npz").missing(TEXTS) == TEXTS
    other.size = 5
    assert Vectors(other, shipped=None, cache=tmp_path / "v.npz").missing(TEXTS) == TEXTS


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"nothing of the kind"])
def test_a_broken_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "v.npz"
    path.write_bytes(content)
    assert Vectors(Meanings(), shipped=None, cache=path).make(TEXTS) == 3
    assert Vectors(Meanings(), shipped=None, cache=path).missing(TEXTS) == []


def test_a_half_written_file_is_never_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_arrays(tmp_path / "v.npz", keys=np.zeros(3))

    def half(file: BinaryIO, **_: object) -> None:
        file.write(b"half")
        raise OSError("disk full")

    monkeypatch.setattr(np, "savez_compressed", half)
    with pytest.raises(OSError, match="full"):
        write_arrays(tmp_path / "v.npz", keys=np.ones(3))
    assert [path.name for path in tmp_path.iterdir()] == ["v.npz"]
    kept = read_arrays(tmp_path / "v.npz", "keys")
    assert kept is not None
    assert not kept["keys"].any()


def test_a_folder_that_cannot_be_written_costs_the_cache_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    made = Vectors(Meanings(), shipped=None, cache=tmp_path / "file" / "v.npz")
    assert made.make(TEXTS) == 3
    assert made.missing(TEXTS) == []


def test_the_shipped_files_are_small() -> None:
    assert vectors.SHIPPED.stat().st_size + learned.SHIPPED.stat().st_size < 4_000_000
