"""Draw the README's picture from a real conversation: `python docs/bilder/zeichnen.py`.

The bot's words come from the running program (in-memory messenger, shipped corpus), so the
picture cannot promise what the bot does not say.
"""

import asyncio
import sys
import tempfile
import textwrap
from html import escape
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from bot import migrate  # noqa: E402 - the project's folder must be known first
from bot.build import build_house, build_lookup  # noqa: E402
from bot.config import Settings  # noqa: E402
from db.engine import Database  # noqa: E402
from tests.clock import Clock  # noqa: E402
from tests.stage import Person, Theatre  # noqa: E402

WIDTH, LINE, PAD = 460, 17, 12
LETTERS = 58  # in a line of a bubble
MOST_LINES = 22  # of one message in the picture

Bubble = tuple[str, str, tuple[str, ...]]  # who, what, buttons


async def conversation() -> tuple[list[Bubble], list[Bubble]]:
    """Play the conversation and return what both sides see."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{folder}/picture.sqlite3")
        await migrate.upgrade(database)
        settings = Settings(_env_file=None, advisor_chat="stage:-1")
        theatre = Theatre(database, build_house(settings, build_lookup(settings)), Clock())
        anna, carla = theatre.person("anna"), Person(theatre, "-1", "carla")
        left: list[Bubble] = []
        right: list[Bubble] = []

        async def asks(text: str) -> None:
            left.append(("ich", text, ()))
            await anna.says(text)
            see()

        def see() -> None:
            for person, side in ((anna, left), (carla, right)):
                for _, heard in person._all()[person._read :]:  # noqa: SLF001 - a test's friend
                    side.append(("bot", heard.text, heard.labels))
                    person._read += 1  # noqa: SLF001

        await asks("wie viel geld gibts vom land pro jahr")
        left.append(("ich", "[An die Beratung]", ()))
        await anna.presses("An die Beratung")
        see()
        card = right[-1]
        assert card[2]
        said = "Gern! Was genau möchten Sie wissen?"
        right.append(("ich", said, ()))
        await carla.replies(carla._all()[-1][1], said)  # noqa: SLF001
        see()
        await database.close()
    return left, right


def column(bubbles: list[Bubble], x: int, title: str) -> tuple[list[str], int]:
    """Draw one phone."""
    drawn = [f'<text x="{x + PAD}" y="26" class="title">{escape(title)}</text>']
    y = 40
    for who, text, labels in bubbles:
        lines = [w for line in text.split("\n") for w in textwrap.wrap(line, LETTERS) or [""]]
        if len(lines) > MOST_LINES:
            lines = [*lines[: MOST_LINES - 1], "…"]
        height = len(lines) * LINE + PAD
        mine = who == "ich"
        width = min(WIDTH - 40, max(len(line) for line in lines) * 7 + 2 * PAD)
        at = x + WIDTH - width - PAD if mine else x + PAD
        drawn.append(
            f'<rect x="{at}" y="{y}" width="{width}" height="{height}" rx="10" '
            f'class="{"mine" if mine else "bot"}"/>'
        )
        for number, line in enumerate(lines):
            drawn.append(
                f'<text x="{at + PAD}" y="{y + LINE * (number + 1)}">{escape(line)}</text>'
            )
        y += height + 5
        for label in labels[:4]:
            wide = max(width, 200, 8 * len(label) + 2 * PAD)
            drawn.append(
                f'<rect x="{at}" y="{y}" width="{wide}" height="24" rx="6" class="key"/>'
                f'<text x="{at + PAD}" y="{y + 16}" class="label">{escape(label)}</text>'
            )
            y += 28
        y += 6
    return drawn, y


def main() -> None:
    """Write gespraech.svg."""
    left, right = asyncio.run(conversation())
    one, height_one = column(left, 0, "Einzelchat: eine Leiterin fragt")
    two, height_two = column(right, WIDTH + 20, "Gruppe der Beratung")
    height = max(height_one, height_two) + PAD
    drawn = framed([*one, *two], height, "Ein Gespräch mit dem Bot")
    (Path(__file__).parent / "gespraech.svg").write_text(drawn, encoding="utf-8")


def framed(drawn: list[str], height: int, title: str) -> str:
    """Put two phones side by side."""
    style = (
        "text{font:13px 'Segoe UI',Roboto,'DejaVu Sans',sans-serif;fill:#1b2430}"
        ".title{font-weight:600;font-size:14px}.bot{fill:#ffffff;stroke:#d5dde6}"
        ".mine{fill:#d9f2cf}.key{fill:#e8eef5;stroke:#b9c6d6}.label{fill:#17467a}"
    )
    svg = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDTH + 20} {height}">',
        f"<title>{escape(title)}</title><style>{style}</style>",
        f'<rect width="100%" height="{height}" fill="#f1f4f8"/>',
        *drawn,
        "</svg>",
    ]
    return "\n".join(svg)


if __name__ == "__main__":
    main()
