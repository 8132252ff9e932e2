"""What people say around a question: it shall not change the answer."""

import re

# Folded text; each may stand once or more at the beginning or the end of a message.
OPENINGS = (
    r"(?:hallo|hallochen|hi|hey|huhu|moin(?: moin)?|servus|gruess gott|guten (?:tag|morgen|abend)|"
    r"schoenen guten tag|gude|tach|liebes team|liebe leute|(?:liebe|sehr geehrte) kollegen|"
    r"zusammen|sehr geehrte damen und herren|"
    r"sehr geehrte[rs]? \w+ \w+ und \w+|ihr lieben|lieber bot)"
)
ASIDES = (
    r"(?:(?:ich )?(?:habe|haette) (?:da )?(?:mal |noch |nur )*eine "
    r"(?:kurze |kleine |schnelle )?frage(?: an sie| an euch)?|"
    r"(?:nur |mal |noch )*(?:eine )?(?:kurze|kleine|schnelle) frage|"
    r"(?:mal )?(?:eine )?frage|entschuldigung|sorry|sagen sie mal|sag mal|"
    r"koennen sie mir (?:bitte )?sagen|koennt ihr mir sagen|wissen sie|bitte)"
)
CLOSINGS = (
    r"(?:(?:vielen|herzlichen|lieben|schonmal|schon mal|besten|tausend)? ?(?:dank|danke)"
    r"(?: (?:im voraus|schon ?mal|euch|ihnen|sehr|schoen|vorab|fuer (?:die|ihre|eure) "
    r"(?:hilfe|antwort|muehe|rueckmeldung)))*|dankeschoen|merci|mfg|lg|vg|bitte|"
    r"(?:mit )?(?:freundlichen|lieben|vielen|besten|herzlichen|schoenen|viele|liebe|beste|schoene|"
    r"herzliche|freundliche) gruess(?:en|e)|"
    r"ich freue mich (?:auf|ueber) (?:ihre|eure|eine) (?:antwort|rueckmeldung))"
)
AROUND = re.compile(rf"^(?:(?:{OPENINGS}|{ASIDES}) )+|(?: (?:{CLOSINGS}))+$")
NOTHING_ELSE = re.compile(rf"(?:(?:{OPENINGS}|{ASIDES}|{CLOSINGS})(?: |$))*")


def without_politeness(folded: str) -> str:
    """Strip greeting and thanks; a message that is nothing else stays as it is."""
    bare = AROUND.sub("", folded)
    return bare if " " in bare or len(bare) > 3 else folded  # noqa: PLR2004 - "hi danke"


def is_polite_only(folded: str) -> bool:
    """Tell whether a text is greeting and thanks, and nothing else."""
    return NOTHING_ELSE.fullmatch(folded) is not None
