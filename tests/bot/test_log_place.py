"""Where an error came from is told for any code, also for code that stands in no file."""

import pytest

from bot.log import place_of


@pytest.mark.parametrize("name", ["<made up> at start", "alone.py", "/some/folder/file.py"])
def test_the_place_of_an_error(name: str) -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        exec(compile("1 / 0", name, "exec"))  # as SQLAlchemy makes some of its functions
    assert place_of(raised.value).startswith("ZeroDivisionError at ")
