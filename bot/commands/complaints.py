"""What ends the program, said in one German line; nobody has to read a stack trace."""

import logging
import sys
from typing import Any

from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from bot import log
from bot.config import Misconfigured
from db.revision import StepFailed
from db.trouble import Unfit, code, of
from faq.catalogue.corpus import CorpusError
from handlers import texts

STEPS = {
    "upgrade": texts.trouble.STEP_FAILED,
    "downgrade": texts.trouble.STEP_BACK_FAILED,
}


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
        cause = error.__cause__ or error
        template = STEPS[error.way]
        sentence = template.format(step=error.revision, why=_why(cause))
    elif isinstance(error, SQLAlchemyError | Unfit | OSError):
        sentence = _why(error)
    else:
        sentence = f"Unerwarteter Fehler ({log.place_of(error)}); mehr mit LOG_LEVEL=DEBUG"
    print(sentence, file=sys.stderr)
    logging.getLogger("bot").debug("what happened", exc_info=error)
    return 1


def _why(error: BaseException) -> str:
    why = texts.trouble.WHY[of(error)]
    if not isinstance(error, Unfit):
        return f"{why} ({log.place_of(error)})"
    known = ", ".join(filter(None, (error.found, code(error))))
    return f"{why} ({known})" if known else why
