"""Draw the pictures of the editors' handbook: `python docs/bilder/zeichnen_redaktion.py`.

The words come from the running program over the shipped corpus, as in zeichnen.py.
"""

from zeichnen import HERE, Columns, Scene, paint

from bot.running.served import Serving, first_corpus
from faq.catalogue.corpus import load
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
WHOLE = 99  # lines: an editor reads to the end


async def enter(scene: Scene) -> None:
    """Let two editors in, and somebody ask; then the picture begins."""
    scene.most = WHOLE
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


async def correcting(scene: Scene) -> Columns:
    """Play a correction, from the search to the new version."""
    await enter(scene)
    await scene.writes("erik", "/faq_suche frist")
    await scene.presses("erik", "Bis wann der Antrag gestellt sein muss")
    await scene.presses("erik", "Antwort ändern")
    await scene.writes("erik", NEW)
    half = len(scene.shown("erik"))
    await scene.presses("erik", "Quelle stimmt, heute geprüft")
    await scene.presses("erik", "Gegenprobe und veröffentlichen")
    await scene.presses("erik", "Veröffentlichen")
    shown = scene.shown("erik")
    return (("Eine Antwort berichtigen", shown[:half]), ("… und veröffentlichen", shown[half:]))


async def learning(scene: Scene) -> Columns:
    """Play how editors look into a question, the gaps and the numbers."""
    await enter(scene)
    await scene.writes("vera", "/warum wann muss der fördrantrag da sein")
    half = len(scene.shown("vera"))
    await scene.writes("vera", "/luecken")
    await scene.writes("vera", "/statistik 7")
    picture = next(file for _, file in reversed(scene.theatre.made) if file.name.endswith(".png"))
    (HERE / "statistik.png").write_bytes(picture.content)
    shown = scene.shown("vera")
    return (("Warum antwortet er das?", shown[:half]), ("Was fehlt, und Zahlen", shown[half:]))


if __name__ == "__main__":
    paint(
        {
            "redaktion": ("Die Redaktion berichtigt im Chat", correcting),
            "redaktion-lernen": ("Die Redaktion sieht nach, was gefragt wird", learning),
        }
    )
