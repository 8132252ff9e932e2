"""How a reply is written down in the outbox, and read again."""

from base64 import b64decode, b64encode
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from handlers.messages import Address, Button, File, FileKind, Made, Mark, Receipt, Reply


def write(reply: Reply) -> dict[str, Any]:
    """Write down what is said; to whom and for which ticket are columns of their own."""
    given = {
        "text": str(reply.text),
        "buttons": [[[b.label, b.action, b.value] for b in row] for row in reply.buttons],
        "part": reply.part,
        "more": reply.more,
        "corrects": reply.corrects,
        "withdraws": reply.withdraws,
        "in_thread": reply.in_thread,
        "topic": reply.topic,
        "receipt": [reply.receipt.message, reply.receipt.mark] if reply.receipt else None,
        "files": [[f.kind, f.name, f.size, f.channel, f.ref, f.key] for f in reply.files],
        "made": [[m.name, b64encode(m.content).decode()] for m in reply.made],
        "album": reply.album,
        "question": reply.question,
        "entry": reply.entry,
        "silent": reply.silent,
        "spends": reply.spends,
        "chosen": reply.chosen,
        "only_for": [reply.only_for.channel, reply.only_for.chat] if reply.only_for else None,
    }
    return {key: value for key, value in given.items() if value or key == "text"}


def read(body: dict[str, Any], bare: Reply) -> Reply:
    """Read back what `write` has written, onto a reply that knows its columns."""
    receipt = body.get("receipt")
    return replace(
        bare,
        text=Markup(body["text"]),  # noqa: S704 - written above
        buttons=tuple(tuple(Button(*b) for b in row) for row in body.get("buttons", ())),
        part=body.get("part"),
        more=body.get("more", False),
        corrects=body.get("corrects", False),
        withdraws=body.get("withdraws", False),
        in_thread=body.get("in_thread", False),
        topic=body.get("topic"),
        receipt=Receipt(receipt[0], Mark(receipt[1])) if receipt else None,
        files=tuple(File(FileKind(f[0]), *f[1:]) for f in body.get("files", ())),
        made=tuple(Made(name, b64decode(content)) for name, content in body.get("made", ())),
        album=body.get("album", ""),
        question=body.get("question"),
        entry=body.get("entry", ""),
        silent=body.get("silent", False),
        spends=body.get("spends"),
        chosen=body.get("chosen", ""),
        only_for=Address(*body["only_for"]) if body.get("only_for") else None,
    )
