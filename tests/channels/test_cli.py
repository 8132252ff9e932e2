"""The command line as people use it: processes, pipes, exit codes, German sentences."""

import json
import re
from pathlib import Path

import pytest

from bot.running.console import NOT_CONFIGURED
from handlers.table import COMMANDS
from tests.channels.program import Program, run

pytestmark = pytest.mark.slow
CASES = """
{"text": "Wie hoch ist die Förderung?", "gold": ["foerderung.hoehe"], "style": "korrekt"}
{"text": "Vielen Dank!", "gold": null, "kind": "smalltalk", "style": "korrekt"}
"""
TOKEN = "424242:AAF-canary_0123456789abcdefghijk"


async def test_a_question_by_pipe_is_answered_and_ends(tmp_path: Path) -> None:
    code, said = await run(tmp_path, given="Wie hoch ist die Förderung?\n/start\n")
    assert code == 0
    assert said.count(NOT_CONFIGURED) == 1
    assert "\n" not in NOT_CONFIGURED
    assert "Bot [1]" in said
    assert re.search(r"^   1\) ", said, re.MULTILINE)  # there is always a way on
    assert "Hier antwortet ein Automat" in said


async def test_two_terminals_one_asks_one_answers(tmp_path: Path) -> None:
    async with Program(tmp_path, "chat") as anna:
        await anna.says("/anfrage Dürfen wir im Hof <Hühner> halten?")
        await anna.hears(r"Ihre Anfrage FZ-\d+-0001")
        async with Program(tmp_path, "chat", "--as", "advisor") as carla:
            card = await carla.hears(r"Bot \[(\d+)\]\n\s+FZ-\d+-0001 · offen")
            await carla.hears(r"1\) Übernehmen")
            await carla.hears(r"9\) Schließen")
            await carla.says(f"@{card[1]} Fragen Sie das Veterinäramt.")
            await carla.hears("ist unterwegs")
            await anna.hears("Antwort der Beratung zu FZ-")
            await anna.hears("Fragen Sie das Veterinäramt")
            await anna.says("3")  # [Darauf antworten]
            await anna.hears("Schreiben Sie jetzt")
            await anna.says("Mache ich.")
            await carla.hears("die Person schreibt:")
            await carla.says("/schliessen 1 geklärt")
            await anna.hears("Grund: geklärt")
            assert (await carla.ends())[0] == 0
        assert (await anna.ends())[0] == 0


async def test_questions_in_bulk_line_by_line(tmp_path: Path) -> None:
    lines = [
        {"text": "Wie hoch ist die Förderung?"},
        {"text": "Mein Mann schlägt mich"},
        {"text": "und wann?", "context": "Wie hoch ist die Förderung?"},
    ]
    given = [json.dumps(line, ensure_ascii=False) for line in lines]
    broken = ["kein json", '{"frage": "x"}', "[]", '{"text": 7}', '{"text": "halb']
    code, said = await run(tmp_path, "ask", "--jsonl", given="\n".join([*given, "", *broken]))
    assert code == 0
    results = [json.loads(line) for line in said.splitlines()]
    assert len(results) == len(given) + len(broken)
    for result in results[:3]:
        assert result.keys() == {"decision", "answers", "suggestions", "ms"}
    assert results[1]["decision"] == "emergency"
    assert [sorted(result) for result in results[3:]] == [["error"]] * len(broken)
    assert not (tmp_path / "helpdesk.sqlite3").exists()  # nothing is stored


async def test_what_may_be_done_is_a_table(tmp_path: Path) -> None:
    code, said = await run(tmp_path, "commands")
    assert code == 0
    rows = {line.split()[0]: line for line in said.splitlines()}
    for name, doing in COMMANDS.items():
        assert doing.description in rows[f"/{name}"]
        assert str(doing.role) in rows[f"/{name}"]


async def test_measuring_prints_a_table(tmp_path: Path) -> None:
    cases = tmp_path / "faelle.jsonl"
    cases.write_text(CASES, encoding="utf-8")
    code, said = await run(tmp_path, "evaluate", str(cases))
    assert code == 0, said
    assert "gesamt" in said.lower() or "alle" in said.lower()
    code, said = await run(tmp_path, "evaluate", str(tmp_path / "fehlt.jsonl"))
    assert code == 2
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({}, "Telegram ist nicht eingerichtet"),
        ({"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_MODE": "webhook"}, "braucht WEBHOOK_URL"),
        (
            {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_MODE": "webhook", "WEBHOOK_URL": "https://x/y"},
            "braucht WEBHOOK_SECRET",
        ),
        ({"ADVISOR_CHAT": "telegram:@gruppe"}, "bei Telegram ist die Adresse eine Zahl"),
        ({"ADMINS": "petra"}, "keine Adresse"),
        ({"TELEGRAM_MODE": "brieftaube"}, "erlaubt ist"),
    ],
    ids=str,
)
async def test_what_is_set_wrong_is_said_in_german(
    settings: dict[str, str], sentence: str, tmp_path: Path
) -> None:
    code, said = await run(tmp_path, "run", **settings)
    assert code == 2
    assert sentence in said
    assert "Traceback" not in said
    assert "canary" not in said


async def test_a_token_that_is_none_is_said_in_german(tmp_path: Path) -> None:
    code, said = await run(tmp_path, "run", TELEGRAM_TOKEN="geheim")
    assert code == 1
    assert "TELEGRAM_TOKEN" in said
    assert "Traceback" not in said
    assert "geheim" not in said
