"""A year in a question says when, not what: "Förderung 2027" asks about the funding."""

import re

YEAR = re.compile(r"\b(?:19|20)\d\d\b ?")


def without_years(folded: str) -> str:
    """Drop years from a folded text, unless it says nothing else in letters."""
    bare = YEAR.sub("", folded).strip()
    return bare if any(map(str.isalpha, bare)) else folded
