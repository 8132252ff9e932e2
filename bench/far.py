"""Questions of any other field, written for fitting: none of them may be answered."""

from pathlib import Path

FILE = Path(__file__).parent / "fern.txt"


def far_questions() -> list[str]:
    """Read them, one a line."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
