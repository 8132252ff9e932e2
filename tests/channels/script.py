"""One conversation as data, to be played over every channel, and how it is written down."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from handlers.messages import FileKind

ANNA, CARLA = "Anna", "Carla"  # Anna asks, Carla advises
LONG = 600  # characters
SIGNED = re.compile(r"^    ~> (\w+): (.*) \{(.+)\}$", re.MULTILINE)
SIGN_ALONE = re.compile(r"^    ~> \w+ \{.+\}\n", re.MULTILINE)
PICTURE = re.compile(r"\[Bild: [^]]+\]")  # has a name of its own on some channels only
TIME = re.compile(r"\d\d\.\d\d\.\d{4}, \d\d:\d\d Uhr")
TODAY = re.compile(r"\bSo 22\.11\., \d\d:\d\d")  # the clock of the tests begins there


@dataclass(frozen=True, slots=True)
class Says:
    """Somebody writes, or replies to the last message heard that holds some words."""

    who: str
    text: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Presses:
    """Somebody presses a button of the last message that shows it, or that also holds words."""

    who: str
    label: str
    on: str = ""


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
        sign: what an emoji under somebody's message means; then there are no words.

    """

    number: int
    text: str
    labels: tuple[str, ...] = ()
    changed: bool = False
    sign: str = ""


class Player(Protocol):
    """Plays the steps over one channel."""

    async def play(self, step: Step) -> list[tuple[str, Heard]]:
        """Do it, wait until all is said, and tell who heard what.

        Anna first; of each what is new, then the signs, then what changed in place.
        """
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
    Says(ANNA, "Wie viel? Der Papierkram schlägt mich!"),
    Presses(ANNA, "Kein Notfall, meine Frage beantworten"),
    Says(ANNA, "Bis wann? Der Papierkram schlägt mich!"),
    Says(ANNA, "Das ist kein Notfall."),
    Says(ANNA, "\u200b\u2060"),
    Says(ANNA, "/themen"),
    Presses(ANNA, "Förderung"),
    Presses(ANNA, "Auszahlung"),
    # Handing a question over, adding to it, being answered.
    Says(ANNA, MARKUP),
    Presses(ANNA, "An die Beratung senden"),
    Says(ANNA, "Es sind <drei> Hühner & ein Hahn."),
    Presses(ANNA, "Fertig"),
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
    Presses(ANNA, "Hat geholfen"),
    # A second one, straight to the advisors.
    Says(ANNA, "/anfrage Wem gehört der Hof?"),
    Presses(ANNA, "Fertig"),
    Says(CARLA, "/tickets"),
    Presses(CARLA, "Verlauf"),
    Presses(CARLA, "Schließen"),
    Presses(CARLA, "Doppelt"),
    Says(CARLA, "Zu spät.", to="Wem gehört der Hof?"),
    Presses(CARLA, "Wieder öffnen"),
    Says(CARLA, "/ticket 99"),
    # A picture goes along; a note stays inside; what was wrong is put right in place.
    Sends(ANNA, FileKind.PHOTO, "hof.jpg", "Passt auf den Hof eine Schaukel?"),
    Presses(ANNA, "An die Beratung senden"),
    Presses(ANNA, "Fertig"),
    Presses(CARLA, "Übernehmen", on="Schaukel"),
    Says(CARLA, "// Wer kennt den Hof?", to="Schaukel"),
    Says(CARLA, "Ja, zwei passen hin.", to="Schaukel"),
    Changes(CARLA, "Ja, drei passen hin."),
    Presses(ANNA, "Hat nicht geholfen"),
    Says(ANNA, "Der Boden ist aus Kies."),
    Changes(ANNA, "Der Boden ist aus Sand."),
    Sends(CARLA, FileKind.DOCUMENT, "plan.pdf", "So kann es aussehen.", to="Schaukel"),
    Says(CARLA, "Wie lang ist der Hof?", to="Schaukel"),
    Says(ANNA, "Hundert Schritte.", to="Wie lang ist der Hof?"),
    # Proposing, putting off, looking up, and an end with a reason.
    Says(ANNA, "/anfrage Wie viel Geld gibt es für Schaukeln?"),
    Presses(ANNA, "Fertig"),
    Presses(CARLA, "Vorschläge", on="Wie viel Geld"),
    Presses(CARLA, "FAQ: Höhe der Förderung"),
    Presses(CARLA, "So senden"),
    Presses(CARLA, "Zurückstellen", on="Wem gehört der Hof?"),
    Presses(CARLA, "Morgen"),
    Says(CARLA, "/naechste"),
    Says(CARLA, "/suche Schaukel"),
    Presses(CARLA, "Schließen", on="Hundert Schritte."),
    Presses(CARLA, "Nicht unser Gebiet"),
    # What leads nowhere says so.
    Says(ANNA, "/start f_foerderung_frist"),
    Says(ANNA, "/quatsch"),
    Says(ANNA, "/abbrechen"),
    Says(ANNA, "/datenschutz"),
)


def written(step: Step) -> str:
    """Write down what somebody did."""
    match step:
        case Presses(who, label, on):
            return f"{who} drückt [{label}]" + (f" (bei „{on}“)" if on else "")
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

    A line `    ~> Carla: Ist unterwegs. {angekommen}` is the sign alone where a channel can show
    one, and the words alone where it cannot; `    ~> Carla {angekommen}` has no words.
    """
    if reacts:
        return SIGNED.sub(r"    ~> \1 {\3}", transcript)
    return SIGNED.sub(r"    -> \1: \2", SIGN_ALONE.sub("", transcript))


def visible(text: str) -> str:
    """Make one line of a text, with no secret characters, no time of day and no endless words."""
    line = PICTURE.sub("[Bild]", " ".join(text.split()))
    line = TIME.sub("TT.MM.JJJJ, HH:MM Uhr", line)
    line = TODAY.sub("So 22.11., HH:MM", line)
    if len(line) > LONG:
        line = f"{line[:100]} … ({len(line)} Zeichen) … {line[-100:]}"
    return "".join(f"<U+{ord(c):04X}>" if unicodedata.category(c) == "Cf" else c for c in line)


def last_with(messages: Sequence[Heard], label: str = "", words: str = "") -> Heard:
    """Find the message heard or changed last that now shows a button and holds words."""
    now = {message.number: message for message in messages}
    latest = (m for m in reversed(messages) if now[m.number] is m)
    found = (m for m in latest if words in m.text and (not label or label in m.labels))
    message = next(found, None)
    assert message, f"nobody heard {words!r} with a button {label!r}"
    return message


async def transcript(player: Player, script: tuple[Step, ...] = SCRIPT) -> str:
    """Play a whole script and write it down."""
    lines = []
    for step in script:
        lines.append(written(step))
        lines += [heard(who, message) for who, message in await player.play(step)]
    return "\n".join(lines) + "\n"
