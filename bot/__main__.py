"""The command line: `python -m bot …`."""

import argparse
import asyncio
import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from pydantic import ValidationError

from bot import home, log
from bot.commands import complaints
from bot.config import Settings

Command = Callable[[argparse.Namespace, Settings], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code."""
    given = _parser().parse_args(arguments)
    try:
        settings = Settings()
    except ValidationError as error:
        return complaints.about_settings(error)
    log.set_up(settings.log_level)
    command: Command = given.command
    try:
        return command(given, settings)
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 - nobody should have to read a stack trace
        return complaints.about(error)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Hilfsangebot für Familienzentren im Messenger."
    )
    # With no command: Telegram if a token is set, else the local trial.
    parser.set_defaults(command=_start)
    commands = parser.add_subparsers(metavar="BEFEHL")

    commands.add_parser("run", help="alle eingerichteten Kanäle bedienen").set_defaults(
        command=_run
    )

    chat = commands.add_parser("chat", help="im Terminal ausprobieren")
    chat.add_argument(
        "--as", dest="role", choices=("person", "advisor", "admin"), default="person"
    )
    chat.set_defaults(command=_chat)

    ask = commands.add_parser("ask", help="Fragen stellen, ohne etwas zu speichern")
    ask.add_argument("question", nargs="*", metavar="FRAGE")
    ask.add_argument("--jsonl", action="store_true", help="je Zeile ein JSON-Objekt, hin und her")
    ask.set_defaults(command=_ask)

    evaluate = commands.add_parser("evaluate", help="messen, wie gut Fragen gefunden werden")
    evaluate.add_argument("file", type=Path, nargs="?", metavar="DATEI.jsonl")
    evaluate.add_argument(
        "--pairs", action="store_true", help="welche Einträge verwechselt werden"
    )
    evaluate.add_argument("--loo", action="store_true", help="den Bestand mit sich selbst prüfen")
    evaluate.add_argument(
        "--charts", type=Path, metavar="ORDNER", help="Risiko und Verlässlichkeit als PNG"
    )
    evaluate.set_defaults(command=_evaluate)

    corpus = commands.add_parser(
        "corpus", help="den Fragenkatalog prüfen, zusammenfassen, mit dem Chat abgleichen"
    )
    corpus.add_argument("what", choices=("check", "report", "diff", "export"))
    corpus.add_argument("folder", type=Path, nargs="?", metavar="ORDNER", help="für export")
    corpus.set_defaults(command=_corpus)

    guide = commands.add_parser("guide", help="den Fahrplan prüfen, oder zählen, wo Häuser stehen")
    guide.add_argument("what", choices=("check", "report"))
    guide.set_defaults(command=_guide)

    commands.add_parser("commands", help="wer was darf").set_defaults(command=_commands)

    letters = commands.add_parser("inbox", help="unzustellbare Nachrichten zeigen")
    letters.add_argument("--retry", type=int, metavar="NR", help="noch einmal versuchen")
    letters.set_defaults(command=_inbox)

    database = commands.add_parser("db", help="Datenbank anlegen, prüfen, umbauen")
    database.add_argument("what", choices=("upgrade", "downgrade", "check", "revise"))
    database.add_argument("argument", nargs="?", metavar="STAND|TEXT")
    database.set_defaults(command=_db)
    return parser


def _start(given: argparse.Namespace, settings: Settings) -> int:
    if settings.telegram_token is not None:
        return _run(given, settings)
    given.role = "person"
    return _chat(given, settings)


def _run(_: argparse.Namespace, settings: Settings) -> int:
    if settings.telegram_token is None:
        from bot.running.console import NOT_CONFIGURED

        print(NOT_CONFIGURED, file=sys.stderr)
        return 2
    gc.disable()  # what is loaded stays: not to be searched until `spare_the_collector`
    from bot.running.telegram import run

    asyncio.run(run(settings))
    return 0


def _chat(given: argparse.Namespace, settings: Settings) -> int:
    from bot.running.console import chat

    log.set_up("WARNING")  # the terminal belongs to the conversation
    asyncio.run(chat(settings, given.role))
    return 0


def _ask(given: argparse.Namespace, settings: Settings) -> int:
    from bot.commands.ask import Question, answer_lines, decide
    from bot.running.assembling import build_lookup

    lookup = build_lookup(settings)
    if given.jsonl:
        for line in answer_lines(sys.stdin, lookup):
            print(line, flush=True)
        return 0
    question = " ".join(given.question) or sys.stdin.readline()
    for key, value in decide(Question(text=question), lookup).items():
        print(f"{key}: {value}")
    return 0


def _evaluate(given: argparse.Namespace, settings: Settings) -> int:
    from bot.commands.evaluate import run

    return run(given, settings)


def _corpus(given: argparse.Namespace, settings: Settings) -> int:
    if given.what in ("diff", "export"):
        from bot.commands.corpus import run

        return asyncio.run(run(settings, given.what, given.folder))
    from bot.commands.check_corpus import run as check

    return check(given.what)


def _guide(given: argparse.Namespace, settings: Settings) -> int:
    from bot.commands.guide import check, report

    return check() if given.what == "check" else asyncio.run(report(settings))


def _commands(_: argparse.Namespace, __: Settings) -> int:
    from bot.commands.rights import show

    show()
    return 0


def _inbox(given: argparse.Namespace, settings: Settings) -> int:
    from bot.commands.dead_letters import show

    return asyncio.run(show(settings, given.retry))


def _db(given: argparse.Namespace, settings: Settings) -> int:
    from bot.commands.database import run

    return asyncio.run(run(settings, given.what, given.argument))


if __name__ == "__main__":
    home.write_for_us_alone()
    sys.exit(main())
