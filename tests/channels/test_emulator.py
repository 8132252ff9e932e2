"""The whole program against a Bot API server of somebody else's, polling and by webhook."""

import socket
from pathlib import Path

import pytest

from tests.channels.emulator import (
    ANNA,
    CARLA,
    GROUP,
    ROOT,
    TOKEN,
    Emulator,
    Outbox,
    People,
    buttons,
)
from tests.channels.program import Program

pytestmark = pytest.mark.slow

# The catalogue and the matching grow; one of these is met with suggestions.
VAGUE = (
    "Förderung", "Antrag", "Geld", "Frist", "Verwendungsnachweis", "Familienzentrum werden",
    "Kooperation", "Räume", "Wer kann einen Antrag stellen und wann?", "Wie ist das mit dem Geld?",
)  # fmt: skip
METHODS = ("getMe", "setMyCommands", "sendMessage", "answerCallbackQuery")


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def settings(emulator: Emulator, library: str, **more: str) -> dict[str, str]:
    return {
        "TELEGRAM_LIBRARY": library,
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_BASE": emulator.url,
        "TELEGRAM_LINK_PREVIEWS": "true",  # it refuses the parameter that turns them off
        "ADVISOR_CHAT": f"telegram:{GROUP}",
        "ADMINS": f"telegram:{ROOT['id']}",
        "LOG_LEVEL": "DEBUG",
        **more,
    }


async def converse(people: People, outbox: Outbox) -> None:
    """Ask, press a suggestion, hand over, be answered, and have it closed."""
    anna = int(str(ANNA["id"]))
    await people.writes(ANNA, anna, "/start")
    await outbox.hears(anna, "Hier antwortet ein Automat")

    for question in VAGUE:
        await people.writes(ANNA, anna, question)
        message, body = await outbox.hears(anna)
        if suggested := buttons(body, "pick"):
            break
    else:
        pytest.fail("no question was met with suggestions")
    await people.presses(ANNA, anna, suggested[0], message)
    message, body = await outbox.hears(anna, "Quelle:")

    await people.presses(ANNA, anna, buttons(body, "escalate")[0], message)
    await outbox.hears(anna, "liegt jetzt bei der Beratung")
    card, _ = await outbox.hears(GROUP, "-0001", "auf diese Karte antworten")

    # Whom no admin has admitted answers nobody.
    await people.writes(CARLA, GROUP, "Ja, das geht.", reply_to=card)
    message, body = await outbox.hears(GROUP, "noch nicht als Beratung eingetragen")
    await people.presses(ROOT, GROUP, buttons(body, "admit")[0], message)
    await outbox.hears(GROUP, "Willkommen in der Beratung")
    await people.writes(CARLA, GROUP, "Ja, das geht.", reply_to=card)
    message, body = await outbox.hears(anna, "Antwort der Beratung", "Ja, das geht.")
    await people.presses(ANNA, anna, buttons(body, "write")[0], message)
    await outbox.hears(anna, "Schreiben Sie jetzt")
    await people.writes(CARLA, GROUP, "/schliessen 1 geklärt")
    await outbox.hears(anna, "abgeschlossen", "Grund: geklärt")


# What the emulator does not know at all (501): then there are no topics, and no signs.
UNKNOWN = ("getChat:501", "setMessageReaction:501")


async def test_polling(tmp_path: Path, library: str) -> None:
    async with (
        Emulator(free_port(), tmp_path / "journal.jsonl") as emulator,
        Program(tmp_path, "run", **settings(emulator, library)) as program,
    ):
        await converse(People(emulator), Outbox(tmp_path / "helpdesk.sqlite3"))
        code, said = await emulator.verdict(*_required(*METHODS, "getUpdates", "deleteWebhook"))
    assert code == 0, said
    assert "canary" not in program.heard
    assert "Traceback" not in program.heard


async def test_webhook(tmp_path: Path, library: str) -> None:
    listen = f"127.0.0.1:{free_port()}"
    async with Emulator(free_port(), tmp_path / "journal.jsonl") as emulator:
        webhook = {
            "TELEGRAM_MODE": "webhook",
            "WEBHOOK_URL": f"http://{listen}/telegram",
            "WEBHOOK_SECRET": "Sesam-oeffne_dich-1234567890",
            "WEBHOOK_LISTEN": listen,
        }
        async with Program(tmp_path, "run", **settings(emulator, library, **webhook)) as program:
            await converse(People(emulator), Outbox(tmp_path / "helpdesk.sqlite3"))
            code, said = await emulator.verdict(*_required(*METHODS, "setWebhook"))
    assert code == 0, said
    assert "canary" not in program.heard
    assert "Traceback" not in program.heard


def _required(*methods: str) -> list[str]:
    required = [word for method in methods for word in ("--require-method", method)]
    return required + [word for refusal in UNKNOWN for word in ("--allow-refusal", refusal)]
