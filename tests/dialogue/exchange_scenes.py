"""Files out and in: beginnings that several conversations share."""

import json
from typing import Any

from bot.channels import Attachment
from handlers.messages import File
from tests.stage import Person, Theatre


class Shelf:
    """The messenger's files: keeps what is put in, and who asked for it."""

    def __init__(self) -> None:
        self.content: bytes | None = None
        self.asked: list[File] = []

    async def ahead(self, file: File) -> None:
        """Have it at hand already."""

    async def read(self, file: File) -> bytes | None:
        self.asked.append(file)
        return self.content


def made(theatre: Theatre) -> Attachment:
    return theatre.made[-1][1]


async def exports(erik: Person, form: str = "JSON") -> Any:
    await erik.says("/faq_export")
    erik.hears("Ausfuhr: 4 Einträge", "YAML", "CSV (Excel)", "JSON", "Zurück", "Abbrechen")
    await erik.presses(form)
    erik.hears("Hier sind 4 Einträge")
    return made(erik.theatre).content


async def sends(erik: Person, shelf: Shelf, rows: list[dict[str, Any]]) -> None:
    shelf.content = json.dumps({"eintraege": rows}).encode()
    await erik.says("/faq_import")
    erik.hears("senden Sie die Datei als Dokument", "Zurück", "Abbrechen")
    await erik.sends_file("faq.json")


async def rows_of(erik: Person) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(await exports(erik))["eintraege"]
    return rows
