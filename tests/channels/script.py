"""One conversation as data, to be played over every channel, and how it is written down."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Protocol

from handlers.messages import FileKind

ANNA, CARLA = "Anna", "Carla"  # Anna asks, Carla advises
LONG = 600  # characters
SIGNED = re.compile(r"^    ~> (\w+): (.*) \{(.+)\}$", re.MULTILINE)
TIME = re.compile(r"\d\d\.\d\d\.\d{4}, \d\d:\d\d Uhr")


@dataclass(frozen=True, slots=True)
class Says:
    """Somebody writes, or replies to the last message heard that holds some words."""

    who: str
    text: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Presses:
    """Somebody presses a button of the last message that shows it."""

    who: str
    label: str


@dataclass(frozen=True, slots=True)
class Sends:
    """Somebody sends a file, with words under it, perhaps as a reply."""

    who: str
    kind: FileKind  # PHOTO or DOCUMENT: the two that look alike on every channel
    name: str
    caption: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """Somebody changes what they wrote last."""

    who: str
    text: str


Step = Says | Presses | Sends | Changes


@dataclass(frozen=True, slots=True)
class Heard:
    """One message of the bot: plain words, links with their address, and the buttons.

    Attributes:
        number: by which it can be replied to.
        changed: it was heard before, and says this now.
        sign: an emoji under what somebody wrote; then there are no words.

    """

    number: int
    text: str
    labels: tuple[str, ...] = ()
    changed: bool = False
    sign: str = ""


class Player(Protocol):
    """Plays the steps over one channel."""

    async def play(self, step: Step) -> list[tuple[str, Heard]]:
        """Do it, wait until all is said, and tell who heard what: Anna first."""
        ...


MARKUP = (
    "Dürfen <b>Hühner</b> in den Hof & was heißt {0.__class__} [hier](tg://user?id=1) "
    "\u202eSTHCER\u202c, mit \u200bleeren\u200d Zeichen?"
)
LONG_ANSWER = " ".join(f"Satz {n} von 210 zum Bauamt." for n in range(1, 211))

SCRIPT: tuple[Step, ...] = (
    Says(ANNA, "/start"),
    Says(ANNA, "/hilfe"),
    # Asking, with an answer, with suggestions, and with neither.
    Says(ANNA, "Wie viel bekommen wir im Jahr?"),
    Presses(ANNA, "Hat geholfen"),
    Says(ANNA, "Vielen Dank!"),
    Says(ANNA, "Woher kommt das Geld?"),
    Presses(ANNA, "Antragsfrist"),
    Presses(ANNA, "Hat nicht geholfen"),
    Says(ANNA, "Und das Geld?"),
    Presses(ANNA, "Nichts davon"),
    Says(ANNA, "Bekomme ich Elterngeld?"),
    Says(ANNA, "Mein Mann schlägt mich"),
    Says(ANNA, "\u200b\u2060"),
    Says(ANNA, "/themen"),
    Presses(ANNA, "Förderung"),
    Presses(ANNA, "Auszahlung"),
    # Handing a question over, adding to it, being answered.
    Says(ANNA, MARKUP),
    Presses(ANNA, "An die Beratung senden"),
    Says(ANNA, "Es sind <drei> Hühner & ein Hahn."),
    Presses(ANNA, "Fertig"),
    Presses(ANNA, "An die Beratung senden"),
    Says(CARLA, "Fragen Sie das <i>Veterinäramt</i> & uns.", to="Dürfen <b>Hühner</b>"),
    Presses(ANNA, "Darauf antworten"),
    Says(ANNA, "Mache ich, und der Hahn?"),
    Says(CARLA, f"/antwort 1 {LONG_ANSWER}"),
    Says(ANNA, "So genau wollte ich es wissen.", to="Satz 210 von 210"),
    Says(ANNA, "/meine_anfragen"),
    # Who may not, may not.
    Says(ANNA, "/antwort 1 Ich bin die Beratung"),
    Says(ANNA, "/schliessen 1"),
    # Closing, writing back, closing again.
    Says(CARLA, "/schliessen 1 geklärt & <erledigt>"),
    Presses(ANNA, "Noch etwas dazu schreiben"),
    Says(ANNA, "Der Hahn kräht."),
    Says(CARLA, "Das ist ein Fall für das Bauamt.", to="Der Hahn kräht."),
    Presses(ANNA, "Erledigt"),
    # A second one, straight to the advisors.
    Says(ANNA, "/anfrage Wem gehört der Hof?"),
    Presses(ANNA, "Fertig"),
    Says(CARLA, "/tickets"),
    Presses(CARLA, "Verlauf"),
    Presses(CARLA, "Schließen"),
    Says(CARLA, "Zu spät.", to="Wem gehört der Hof?"),
    Presses(CARLA, "Wieder öffnen"),
    Says(CARLA, "/ticket 99"),
    # What leads nowhere says so.
    Says(ANNA, "/start f_foerderung_frist"),
    Says(ANNA, "/quatsch"),
    Says(ANNA, "/abbrechen"),
    Says(ANNA, "/datenschutz"),
)


def written(step: Step) -> str:
    """Write down what somebody did."""
    match step:
        case Presses(who, label):
            return f"{who} drückt [{label}]"
        case Changes(who, text):
            return f"{who} ändert in: {visible(text)}"
    to = f" (auf „{step.to}“)" if step.to else ""
    if isinstance(step, Sends):
        return f"{step.who}{to} sendet {shown_file(step.kind, step.name)} {step.caption}".rstrip()
    return f"{step.who}{to}: {visible(step.text)}"


def shown_file(kind: FileKind, name: str) -> str:
    """Write down a file; a picture has no name on every channel."""
    return f"[{kind}]" if kind is FileKind.PHOTO else f"[{kind}: {name}]"


def heard(who: str, message: Heard) -> str:
    """Write down what somebody heard."""
    if message.sign:
        return f"    ~> {who} {{{message.sign}}}"
    buttons = "".join(f" [{label}]" for label in message.labels)
    changed = " (geändert)" if message.changed else ""
    return f"    -> {who}{changed}: {visible(message.text)}{buttons}"


def as_heard(transcript: str, *, reacts: bool) -> str:
    """Give what a channel says of the transcript.

    A line `    ~> Carla: Ist unterwegs. {👍}` is the sign alone where a channel can show one,
    and the words alone where it cannot.
    """
    return SIGNED.sub(r"    ~> \1 {\3}" if reacts else r"    -> \1: \2", transcript)


def visible(text: str) -> str:
    """Make one line of a text, with no secret characters, no time of day and no endless words."""
    line = TIME.sub("TT.MM.JJJJ, HH:MM Uhr", " ".join(text.split()))
    if len(line) > LONG:
        line = f"{line[:100]} … ({len(line)} Zeichen) … {line[-100:]}"
    return "".join(f"<U+{ord(c):04X}>" if unicodedata.category(c) == "Cf" else c for c in line)


async def transcript(player: Player, script: tuple[Step, ...] = SCRIPT) -> str:
    """Play a whole script and write it down."""
    lines = []
    for step in script:
        lines.append(written(step))
        lines += [heard(who, message) for who, message in await player.play(step)]
    return "\n".join(lines) + "\n"
