"""Draw the pictures of the editors' handbook: `python docs/bilder/zeichnen_redaktion.py`.

The words come from the running program over the shipped corpus, as in zeichnen.py.
"""

import asyncio

from zeichnen import HERE, Columns, Scene, play

from bot.serving import Serving, first_corpus
from faq.corpus import load
from faq.lookup import load_lookup

NEW = (
    "Der Antrag muss bis zum 31. Oktober des Vorjahres gestellt sein. Der nächste Termin ist der "
    "{frist} für das Förderjahr {foerderjahr}."
)
ASKED = (
    "wann ist antragsfrist",
    "wie hoch ist die förderung",
    "hühner im hof",
    "dürfen wir im hof hühner halten",
    "ehrenamt versicherung",
)
NONE = "Nichts davon"


async def editing(scene: Scene) -> Columns:
    """Correct an answer on one phone, look into a question and the numbers on another."""
    theatre = scene.theatre
    corpus = await first_corpus(theatre.database, load(), theatre.clock())
    theatre.house.lookup = load_lookup(corpus)
    theatre.serving = Serving(theatre.database, theatre.house, load_lookup, theatre.clock)
    for name in ("erik", "vera"):
        await scene.writes("root", f"/rollen stage:{name} redaktion")
    for text in ASKED:
        await scene.writes("anna", text)
        if NONE in scene.last("anna").labels:
            await scene.presses("anna", NONE)
    scene.forget()
    await scene.writes("erik", "/faq_suche frist")
    await scene.presses("erik", "Bis wann der Antrag gestellt sein muss")
    await scene.presses("erik", "Antwort ändern")
    await scene.writes("erik", NEW)
    await scene.presses("erik", "Quelle stimmt, heute geprüft")
    await scene.presses("erik", "Gegenprobe und veröffentlichen")
    await scene.presses("erik", "Veröffentlichen")
    await scene.writes("vera", "/warum wann muss der fördrantrag da sein")
    await scene.writes("vera", "/luecken")
    await scene.writes("vera", "/statistik 7")
    picture = next(file for _, file in reversed(theatre.made) if file.name.endswith(".png"))
    (HERE / "statistik.png").write_bytes(picture.content)
    return (
        ("Eine Antwort berichtigen", scene.shown("erik")),
        ("Nachsehen, was gefragt wird", scene.shown("vera")),
    )


def main() -> None:
    """Write redaktion.svg and statistik.png."""
    drawn = asyncio.run(play("Die Redaktion im Chat", editing))
    (HERE / "redaktion.svg").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
