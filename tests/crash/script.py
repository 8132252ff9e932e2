"""What people write while the process dies: short scripts, with everything that can go out."""

from typing import Any

from tests.crash.messenger import Messenger

GROUP = "-100"


def says(who: str, text: str, chat: str | None = None) -> dict[str, Any]:
    return {"chat": chat or who, "sender": who, "text": text}


def long_script() -> Messenger:
    """Three people, questions, a ticket, an advisor's answer: 5 messages, 7 replies and a card."""
    messenger = Messenger()
    answer = says("carla", "/antwort {number} Fragen Sie das Veterinäramt.", GROUP)
    messenger.reactions.append((GROUP, "Dürfen wir Hühner halten?", answer))
    messenger.write(says("anna", "/anfrage Dürfen wir Hühner halten?"))
    messenger.write(says("bert", "Wie viel gibt es?"))
    messenger.write(says("anna", "Es geht um drei Hühner."))
    messenger.write(says("bert", "/abbrechen"))
    return messenger


def short_script() -> Messenger:
    """One message and its reply."""
    messenger = Messenger()
    messenger.write(says("bert", "Wie viel gibt es?"))
    return messenger
