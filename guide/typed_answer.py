"""Understanding an answer that was typed instead of pressed."""

import re

from guide.step import Option, Question

WORD = re.compile(r"\w+")
SHORT = 4  # words; longer texts that name no answer are rather questions


def understand(question: Question, text: str) -> Option | None:
    """Find the option a text names: by its number, its title, or the first word that fits one."""
    said = " ".join(text.lower().split()).strip(" .!")
    if said.isascii() and said.isdigit():
        number = int(said) if len(said) < SHORT else 0
        return question.options[number - 1] if 1 <= number <= len(question.options) else None
    titled = [option for option in question.options if option.title.lower() == said]
    if titled:
        return titled[0]
    places = {
        option.id: place
        for option in question.options
        if (place := _place(option, said)) < len(said)
    }
    best = min(places, key=lambda key: places[key], default=None)
    return question.option(best)


def seems_answer(text: str) -> bool:
    """Tell whether a text was meant as an answer, though nobody knows which."""
    return "?" not in text and len(WORD.findall(text)) <= SHORT


def _place(option: Option, said: str) -> int:
    """Give where an option is named first, or the end of the text."""
    found = (re.search(rf"\b{re.escape(word.lower())}\b", said) for word in option.words)
    return min((match.start() for match in found if match), default=len(said))
