"""The script on Telegram: Anna in her private chat, Carla in the advisors' group."""

from bot.channels.telegram_api import NAME
from tests.channels.office import Office
from tests.channels.script import ANNA, CARLA, Heard, Says, Step
from tests.fake_telegram import Group, Person, Sent


class Phones:
    """Plays the script."""

    def __init__(self, office: Office, anna: Person, carla: Person, group: Group) -> None:
        self._office = office
        self._people = {ANNA: anna, CARLA: carla}
        self._rooms: dict[str, Group | None] = {ANNA: None, CARLA: group}
        self._heard: dict[str, list[Heard]] = {ANNA: [], CARLA: []}

    async def play(self, step: Step) -> list[tuple[str, Heard]]:
        """Do it, wait until all is said, and tell who heard what: Anna first."""
        person, room = self._people[step.who], self._rooms[step.who]
        if isinstance(step, Says):
            messages = reversed(self._heard[step.who])
            to = next(m.number for m in messages if step.to in m.text) if step.to else None
            await person.writes(step.text, chat=room, reply_to=to)
        else:
            await person.presses(step.label, chat=room)
        await self._office.settled()
        return [(who, message) for who in self._people for message in self._reads(who)]

    def _reads(self, who: str) -> list[Heard]:
        where = self._rooms[who] or self._people[who]
        new = [_message(sent) for sent in where.catches_up()]
        self._heard[who] += new
        return new


def _message(sent: Sent) -> Heard:
    """Read a message; a link shows its address behind it."""
    text = sent.text.encode("utf-16-le")
    for entity in reversed(sent.message.get("entities", [])):
        if entity["type"] == "text_link":
            end = 2 * (entity["offset"] + entity["length"])
            text = text[:end] + f" <{entity['url']}>".encode("utf-16-le") + text[end:]
    words = " ".join(text.decode("utf-16-le").split())
    return Heard(sent.message_id, words, tuple(sent.buttons))


def address(person: Person) -> str:
    """Give the address of a person."""
    return f"{NAME}:{person.id}"
