"""What people write while the process dies: short scripts, with everything that can go out."""

from tests.crash.messenger import GROUP, Messenger, Said


async def long_script(messenger: Messenger) -> None:
    """Three people, questions, a ticket, an advisor's answer: 5 messages, 7 replies and a card."""
    await ticket_script(messenger)
    await messenger.write(Said("bert", "Wie viel gibt es?"))
    await messenger.write(Said("anna", "Es geht um drei Hühner."))
    await messenger.write(Said("bert", "/abbrechen"))


async def ticket_script(messenger: Messenger) -> None:
    """A question for the advisors and their answer: 2 messages, 3 replies and a card."""
    answer = Said("carla", "/antwort {number} Fragen Sie das Veterinäramt.", GROUP)
    messenger.react(GROUP, "Dürfen wir Hühner halten?", answer)
    await messenger.write(Said("anna", "/anfrage Dürfen wir Hühner halten?"))


async def short_script(messenger: Messenger) -> None:
    """One message and its reply."""
    await messenger.write(Said("bert", "Wie viel gibt es?"))
