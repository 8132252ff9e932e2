"""Every sentence the bot says. Values are put in by `say`, which escapes them."""

from markupsafe import Markup

from handlers.texts import (
    advisors,
    asking,
    editors,
    exchange,
    guide,
    notices,
    roles,
    tickets,
    trouble,
)

__all__ = [
    "advisors",
    "asking",
    "editors",
    "exchange",
    "guide",
    "notices",
    "roles",
    "say",
    "tickets",
    "trouble",
]


def say(template: str, **values: object) -> Markup:
    """Fill a text; every value is escaped here, and only here."""
    return Markup(template).format(**values)  # noqa: S704 - templates are this file's own


WELCOME = (
    "Guten Tag, hier ist das Hilfsangebot der Landesservicestelle Familienzentren Hessen.\n\n"
    "Hier antwortet ein Automat mit geprüften Antworten, und wenn Sie möchten, ein Mensch.\n\n"
    "Gespeichert werden Ihre Fragen und die Nummer dieses Chats, nicht Ihr Name "
    "(mehr unter /datenschutz).\n\n"
    "Schreiben Sie Ihre Frage einfach so, wie Sie sie am Telefon stellen würden."
)
PRIVACY = (
    "<b>Was hier gespeichert wird</b>\n\n{storage}\n\n"
    "Bitte schreiben Sie keine Namen von Kindern oder Familien, keine Gesundheitsdaten und keine "
    "Kontodaten."
)
STORAGE = (
    "Gespeichert werden Ihre Nachrichten, die Antworten darauf und die Nummer Ihres Chats. "
    "Ihr Name, Ihre Telefonnummer und Ihr Profilbild werden nicht gespeichert; nur was der Bot "
    "nicht verarbeiten konnte, bleibt bis zu 30 Tage so liegen, wie der Messenger es gab. "
    "Anfragen an die Beratung lesen die Fachkräfte der Landesservicestelle. "
    "Ein Fahrplan bleibt mit Angaben, Haken und Notizen gespeichert, bis er gelöscht wird."
)
BANK_DETAILS_HIDDEN = (
    "Kontodaten sind hier nicht nötig: Ich gebe nur die letzten vier Ziffern weiter, damit die "
    "Beratung weiß, welche gemeint sind (mehr unter /datenschutz)."
)
WAITING = "Wie lange die Antwort dauert, kann ich nicht zusagen."
HELP = "<b>Was Sie hier tun können</b>\n\nStellen Sie einfach Ihre Frage. Oder:\n{commands}"
HELP_IN_GROUP = "<b>Was Sie hier tun können</b>\n\n{commands}"
HELP_ADVISOR = (
    "\n\n<b>Beratung</b>\nAntworten Sie auf eine Karte, dann geht Ihr Text an die Person. Oder:\n"
    "{commands}"
)
HELP_EDITOR = "\n\n<b>Redaktion</b>\nAlles geht auch mit Knöpfen: /faq\n{commands}"
HELP_ADMIN = "\n\n<b>Verwaltung</b>\n{commands}"
ADDRESS = (
    "Die Adresse dieses Chats ist\n<b>{address}</b>\n"
    "Für die Gruppe der Beratung gehört sie in die Einstellung ADVISOR_CHAT, "
    "für Personen in ADMINS."
)

# --- refusals and faults ---
NOT_ALLOWED = "Das dürfen hier nur Personen mit der Rolle „{role}“."
ONLY_PRIVATE = "Das geht nur im Einzelchat mit mir."
UNKNOWN_COMMAND = (
    "Den Befehl /{name} kenne ich nicht; es wurde nichts gesendet. /hilfe zeigt, was geht."
)
WRITE_YOURSELF = (
    "Das ist weitergeleitet. Hier zählt nur, was Sie selbst schreiben; es wurde nichts geändert."
)
CANCELLED = "Abgebrochen. Es wurde nichts gesendet."
NOTHING_TO_CANCEL = "Es war nichts angefangen."
STALE = "Dieser Knopf gilt nicht mehr. Schreiben Sie mir einfach, was Sie möchten."
APOLOGY = (
    "Entschuldigung, das ist schiefgegangen; der Fehler liegt bei uns. "
    "Bitte versuchen Sie es gleich noch einmal. Kennnummer: {reference}"
)
PERHAPS_MISSED = (
    "Eine Nachricht an Sie ist vielleicht nicht angekommen. Fehlt Ihnen eine Antwort, fragen Sie "
    "bitte noch einmal."
)
PERHAPS_TWICE = "<i>(Diese Nachricht kommt vielleicht doppelt an.)</i>\n"
