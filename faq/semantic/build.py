"""Make what ships with the project: `python -m faq.semantic.build`.

To be run again when questions or titles of the corpus have changed; until then the program makes
what is missing itself, in the background. What is there and still true is not made again.
"""

import argparse
import sys
import time
from pathlib import Path

from faq.catalogue.corpus import FOLDER, load
from faq.semantic import learned, vectors
from faq.semantic.loading import BUNDLED, open_embedder
from faq.semantic.signal import Semantic


def main() -> int:
    """Build the files, or with --check say whether they fit the corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=FOLDER)
    parser.add_argument("--check", action="store_true", help="make nothing")
    given = parser.parse_args()
    embedder = open_embedder(BUNDLED)
    if embedder is None:
        print(f"{BUNDLED} ist nicht installiert.", file=sys.stderr)  # noqa: T201 - a command line
        return 2
    # The shipped files are taken as caches here: so they are written, and rid of what is gone.
    semantic = Semantic(
        load(given.corpus).all(),
        vectors.Vectors(embedder, shipped=None, cache=vectors.SHIPPED),
        learned.Learned(embedder.name, shipped=None, cache=learned.SHIPPED),
    )
    if given.check:
        print("passt" if semantic.ready else "passt nicht mehr zum Bestand")  # noqa: T201
        return int(not semantic.ready)
    began = time.perf_counter()
    made = semantic.complete(at_once=True)
    took = time.perf_counter() - began
    print(f"{made} Vektoren neu, gelernt, {took:.0f} s")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
