"""Each library can be used without the other, and none is needed for the terminal."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.channels.telegram.through_aiogram import AiogramApi
from bot.channels.telegram.through_ptb import PtbApi
from bot.config import Misconfigured
from bot.running import telegram as telegram_run
from tests.channels.office import TOKEN, telegram
from tests.fake_telegram import FakeTelegram

ROOT = Path(__file__).parents[2]
BLOCKED = """
import sys
for name in {blocked!r}:
    sys.modules[name] = None  # any import of it fails now
{then}
"""
BUILD = """
from bot.config import Settings
from bot.running.telegram import build_channel
build_channel(Settings(_env_file=None, telegram_token="1:x", telegram_library="{library}"))
print("built")
"""


def run_without(blocked: tuple[str, ...], then: str) -> tuple[str, str]:
    program = BLOCKED.format(blocked=blocked, then=then)
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout.strip(), done.stderr


@pytest.mark.parametrize(
    ("library", "blocked"), [("aiogram", ("telegram", "httpx")), ("ptb", ("aiogram",))]
)
def test_one_needs_not_the_other(library: str, blocked: tuple[str, ...]) -> None:
    assert run_without(blocked, BUILD.format(library=library))[0] == "built"


@pytest.mark.parametrize(("library", "blocked"), [("aiogram", "aiogram"), ("ptb", "telegram")])
def test_a_library_that_is_missing_is_named_in_german(library: str, blocked: str) -> None:
    said, error = run_without((blocked,), BUILD.format(library=library))
    assert said == ""
    assert f"TELEGRAM_LIBRARY={library}: {blocked} ist nicht installiert" in error


def test_the_terminal_needs_none() -> None:
    said, error = run_without(
        ("aiogram", "telegram", "httpx"),
        "import bot.running.console, bot.channels.telegram.channel; print('there')",
    )
    assert said == "there", error


def test_the_setting_chooses() -> None:
    assert telegram_run.library("aiogram") is AiogramApi
    assert telegram_run.library("ptb") is PtbApi


@pytest.mark.parametrize("token", ["geheim", "x:y", "123456:", "1:ü", "1:a b", ""])
async def test_a_token_that_is_none(token: str, library: str, server: FakeTelegram) -> None:
    with pytest.raises(Misconfigured, match="TELEGRAM_TOKEN") as raised:
        telegram(server, library, telegram_token=token)
    assert TOKEN not in str(raised.value)
    if token:
        assert token not in str(raised.value).replace("123456:ABC…", "")
