"""Settings: mirrored by .env.example, and refused in German where they make no sense."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from bot.config import Settings

EXAMPLE = Path(__file__).parent.parent / ".env.example"


def settings(**given: Any) -> Settings:
    return Settings(_env_file=None, **given)


def example() -> dict[str, str]:
    lines = EXAMPLE.read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def test_the_example_names_every_setting_with_its_default() -> None:
    defaults = {name.upper(): field.default for name, field in Settings.model_fields.items()}
    written = {
        name: "" if value in (None, ()) else str(value).lower() if value is False else str(value)
        for name, value in defaults.items()
    }
    assert example() == written


def test_the_example_can_be_used_as_it_is(tmp_path: Path) -> None:
    copy = tmp_path / ".env"
    copy.write_text(EXAMPLE.read_text())
    assert Settings(_env_file=copy) == settings()


def test_admins_are_addresses_with_commas() -> None:
    assert settings(admins="telegram:1, console:admin").admins == ("telegram:1", "console:admin")
    with pytest.raises(ValidationError, match="keine Adresse"):
        settings(admins="petra")


def test_addresses_are_written_as_they_are_compared() -> None:
    assert settings(admins="Telegram:0123, TELEGRAM:7").admins == ("telegram:123", "telegram:7")
    assert settings(advisor_chat="Telegram:-0100").advisor_chat == "telegram:-100"
    for typed in ("telegram:１２", "telegram:--1", "telegram:1-2", "telegram:-", "telegram:1 2"):
        with pytest.raises(ValidationError, match="eine Zahl"):
            settings(advisor_chat=typed)


def test_no_group_is_an_admin() -> None:
    with pytest.raises(ValidationError, match="ist eine Gruppe"):
        settings(admins="telegram:1, telegram:-100123")


def test_a_telegram_address_is_a_number() -> None:
    with pytest.raises(ValidationError, match="eine Zahl"):
        settings(advisor_chat="telegram:@gruppe")


@pytest.mark.parametrize("secret", [None, "", "zu-kurz"])
def test_a_webhook_without_a_real_secret_does_not_start(secret: str | None) -> None:
    with pytest.raises(ValidationError, match="WEBHOOK_SECRET"):
        settings(
            telegram_token="1:x",
            telegram_mode="webhook",
            webhook_url="https://amt.example/telegram",
            webhook_secret=secret,
        )


def test_bearable_wrong_answers_are_a_share_in_words() -> None:
    assert settings(wrong_answers="höchstens 3 % falsche Antworten").wrong_answers
    with pytest.raises(ValidationError, match="verstehe ich nicht"):
        settings(wrong_answers="möglichst wenige")


def test_contact_is_a_sentence_or_nothing() -> None:
    assert settings().contact == ""
    both = settings(contact_phone="06251 1", contact_email="fz@amt.example").contact
    assert both == (
        "Sie erreichen die Landesservicestelle telefonisch unter 06251 1 oder per E-Mail an "
        "fz@amt.example."
    )


def test_the_token_is_not_printed() -> None:
    assert "geheim" not in repr(settings(telegram_token="1:geheim"))


def test_office_hours_that_nobody_can_read_do_not_start() -> None:
    assert settings(office_hours="Mo-Fr 8:30-16:30").office_hours == "Mo-Fr 8:30-16:30"
    with pytest.raises(ValidationError, match="keine Öffnungszeiten"):
        settings(office_hours="immer")


@pytest.mark.parametrize("days", ["-1", "61", "zwei", "1.5", ""])
def test_a_response_takes_a_few_working_days(days: str) -> None:
    assert settings(response_time="0").response_time == 0
    with pytest.raises(ValidationError, match="von 0 bis 60 Arbeitstagen"):
        settings(response_time=days)
