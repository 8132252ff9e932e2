"""What ends the program, said in one German line; nobody has to read a stack trace."""

import logging
import sys
from typing import Any

from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from bot import log
from bot.config import Misconfigured
from db.revision import StepFailed
from faq.catalogue.corpus import CorpusError

STEP_FAILED = (
    "Die Datenbank konnte nicht umgebaut werden: Schritt {step} ist gescheitert ({why}). "
    "Geändert wurde nichts."
)


def about_settings(error: ValidationError) -> int:
    """Name every setting that is wrong; return the exit code."""
    for finding in error.errors():
        print(_in_german(finding), file=sys.stderr)
    return 2


def _in_german(finding: Any) -> str:  # noqa: ANN401 - pydantic's own dictionary
    where = "_".join(str(part) for part in finding["loc"]).upper()
    context = finding.get("ctx", {})
    what = "ungültiger Wert"
    if finding["type"] == "value_error":
        what = str(context["error"])
    elif finding["type"] == "literal_error":
        what = f"erlaubt ist {context['expected'].replace(' or ', ' oder ')}"
    elif finding["type"].startswith("bool"):
        what = "erlaubt ist true oder false"
    return f"Einstellung {where}: {what}" if where else f"Einstellungen: {what}"


def about(error: BaseException) -> int:
    """Explain a fault; its trace goes to the log at DEBUG. Return the exit code."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    if isinstance(error, Misconfigured):
        sentence = str(error)
    elif isinstance(error, CorpusError):
        sentence = f"Der Fragenkatalog ist nicht in Ordnung:\n{error}"
    elif isinstance(error, StepFailed):
        sentence = STEP_FAILED.format(
            step=error.revision, why=log.place_of(error.__cause__ or error)
        )
    elif isinstance(error, SQLAlchemyError | OSError):
        sentence = f"Datenbank oder Netz ist nicht erreichbar ({log.place_of(error)})"
    else:
        sentence = f"Unerwarteter Fehler ({log.place_of(error)}); mehr mit LOG_LEVEL=DEBUG"
    print(sentence, file=sys.stderr)
    logging.getLogger("bot").debug("what happened", exc_info=error)
    return 1
