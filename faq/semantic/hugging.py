"""A multilingual E5 from Hugging Face, run by fastembed (ONNX Runtime, no PyTorch)."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from faq.semantic.embedder import Matrix

DEFAULT = "intfloat/multilingual-e5-small"
SIZES = {
    "intfloat/multilingual-e5-small": 384,
    "intfloat/multilingual-e5-base": 768,
    "intfloat/multilingual-e5-large": 1024,
}
FILE = "onnx/model.onnx"  # where the E5 models keep their ONNX form
THREADS = 1
BATCH = 32


class Hugging:
    """Computes vectors with a model that is downloaded at its first use, or lies in a folder."""

    def __init__(
        self,
        model: str = DEFAULT,
        *,
        folder: Path | None = None,
        cache: Path = Path("var/models"),
        size: int | None = None,
    ) -> None:
        """Load the model.

        Args:
            model: its name on Hugging Face.
            folder: where its files already are; nothing is downloaded then.
            cache: where downloaded files are kept.
            size: numbers in a vector, for a model that is not an E5 of the usual three.

        Raises:
            ValueError: the size of the model is not known, or a file is missing.

        """
        library: Any = import_module("fastembed")  # an extra, not always there
        described: Any = import_module("fastembed.common.model_description")
        embedding: Any = library.TextEmbedding
        known = {m["model"]: int(m["dim"]) for m in embedding.list_supported_models()}
        found = size or known.get(model) or SIZES.get(model)
        if not found:
            raise ValueError(f"{model}: how long its vectors are is not known")
        if model not in known:
            embedding.add_custom_model(
                model=model,
                pooling=described.PoolingType.MEAN,
                normalization=True,
                sources=described.ModelSource(hf=model),
                dim=found,
                model_file=FILE,
            )
        self._model = embedding(
            model,
            cache_dir=str(cache),
            threads=THREADS,
            specific_model_path=str(folder) if folder else None,
        )
        self.size = found
        self.name = f"huggingface:{model}"

    def pieces(self, word: str) -> int:
        """Count the pieces in which a word is read."""
        return int(self._model.token_count([word]) - self._model.token_count(["a"])) + 1

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Give a row for each text; all are questions, on both sides of the comparison."""
        if not texts:
            return np.zeros((0, self.size), dtype=np.float32)
        rows = np.stack(
            list(self._model.embed([f"query: {text}" for text in texts], batch_size=BATCH))
        ).astype(np.float32)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        normalised: Matrix = rows / np.maximum(lengths, np.float32(1e-12))
        return normalised
