"""Every sentence the bot says. Values are put in by `say`, which escapes them."""

from markupsafe import Markup


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
    "Bitte schreiben Sie keine Namen von Kindern oder Familien und keine Gesundheitsdaten."
)
STORAGE = (
    "Gespeichert werden Ihre Nachrichten, die Antworten darauf und die Nummer Ihres Chats. "
    "Ihr Name, Ihre Telefonnummer und Ihr Profilbild werden nicht gespeichert; nur was der Bot "
    "nicht verarbeiten konnte, bleibt bis zu 30 Tage so liegen, wie der Messenger es gab. "
    "Anfragen an die Beratung lesen die Fachkräfte der Landesservicestelle."
)
WAITING = "Wie lange die Antwort dauert, kann ich nicht zusagen."
HELP = "<b>Was Sie hier tun können</b>\n\nStellen Sie einfach Ihre Frage. Oder:\n{commands}"
HELP_IN_GROUP = "<b>Was Sie hier tun können</b>\n\n{commands}"
HELP_ADVISOR = (
    "\n\n<b>Beratung</b>\nAntworten Sie auf eine Karte, dann geht Ihr Text an die Person. Oder:\n"
    "{commands}"
)
ADDRESS = (
    "Die Adresse dieses Chats ist\n<b>{address}</b>\n"
    "Für die Gruppe der Beratung gehört sie in die Einstellung ADVISOR_CHAT, "
    "für Personen in ADMINS."
)

# --- asking -------------------------------------------------------------------------------
ANSWER = "<b>{title}</b>\n\n{answer}"
MORE = "\n\n<details>{more}</details>"
SOURCES = "\n\n<i>{sources}\nGeprüft am {checked}</i>"
SOURCE = "Quelle: {title}, Stand {as_of}"
SOURCE_LINK = 'Quelle: <a href="{url}">{title}</a>, Stand {as_of}'
REDIRECT = (
    "<b>{title}</b>: Das ist nicht unser Gebiet.\n\n{answer}\n\n"
    "Meinten Sie etwas anderes, das mit Familienzentren zu tun hat? "
    "Dann fragen Sie bitte noch einmal mit anderen Worten."
)
REFERRING = "<i>Zu Ihrer Frage „{question}“:</i>\n\n"
ABOUT = "<i>Zu „{question}“:</i>\n"
FOREIGN = "{word}\n\n"
SUGGEST = "Meinen Sie eines davon?"
NOTHING_FOUND = (
    "Dazu habe ich keine geprüfte Antwort. Ein Mensch aus der Beratung kann sich darum kümmern."
)
TERM = "<b>{term}</b>\n\n{meaning}"
TOPICS = "<b>Themen</b>\n\nWorum geht es? Sie können auch einfach Ihre Frage schreiben."
TOPIC_PAGE = "<b>{title}</b> (Seite {page} von {pages})"
HELPED = "Das freut mich. Wenn noch etwas ist, schreiben Sie einfach."
NOT_HELPED = (
    "Danke für die Rückmeldung. Wenn Sie möchten, geht Ihre Frage jetzt an einen Menschen."
)
EXPIRED = "Diese Antwort wird gerade überprüft. Die Beratung hilft Ihnen gern."
NOT_TEXT = (
    "Das kann ich leider nicht lesen. Bitte beschreiben Sie es in Worten, "
    "dann suche ich eine Antwort oder gebe es an die Beratung weiter."
)
EMERGENCY = (
    "<b>Das klingt nach einem Notfall. Bitte holen Sie sofort Hilfe:</b>\n\n"
    "<b>110</b> Polizei, bei Gewalt und Gefahr\n"
    "<b>112</b> Rettungsdienst und Feuerwehr, bei Verletzung und Lebensgefahr\n"
    "Das <b>Jugendamt</b> Ihrer Stadt oder Ihres Landkreises, wenn ein Kind in Gefahr ist\n\n"
    "Hier liest niemand sofort mit. Ihre Nachricht wurde nicht weitergegeben."
)

# --- escalating ---------------------------------------------------------------------------
ASK_FOR_QUESTION = (
    "Was möchten Sie die Beratung fragen? Schreiben Sie es in einer Nachricht. "
    "Mit /abbrechen lassen Sie es bleiben."
)
ALREADY_AND_NEW = (
    "Ihre letzte Frage liegt schon als <b>{number}</b> bei der Beratung. "
    "Möchten Sie etwas anderes fragen? Dann schreiben Sie es jetzt, sonst /abbrechen."
)
OPENED = (
    "Ihre Anfrage <b>{number}</b> liegt jetzt bei der Beratung:\n„{question}“\n\n"
    "Die Antwort kommt hier in diesen Chat. {waiting}\n"
    "Möchten Sie noch etwas dazu sagen? Schreiben Sie es einfach jetzt, sonst drücken Sie "
    "„Fertig“."
)
ALREADY_OPEN = "Ihre Anfrage <b>{number}</b> liegt schon bei der Beratung."
ALREADY_ANSWERED = "Auf Ihre Anfrage <b>{number}</b> hat die Beratung schon geantwortet."
ALREADY_CLOSED = "Ihre Anfrage <b>{number}</b> ist schon abgeschlossen."
ADDED = "Ich habe es zu <b>{number}</b> dazugelegt."
ADDED_AND_REOPENED = "Ich habe <b>{number}</b> wieder geöffnet und es dazugelegt."
MORE_OR_DONE = " Noch etwas? Sonst drücken Sie „Fertig“, dann können Sie etwas Neues fragen."
ADDING_DONE = "Gut. Die Antwort auf <b>{number}</b> kommt hier in diesen Chat."
REPLY_NOW = "Schreiben Sie jetzt, was zu <b>{number}</b> dazukommen soll."
BELONGS = "Gehört das zu Ihrer Anfrage <b>{number}</b>?"
MY_TICKETS = "<b>Ihre Anfragen</b>\n{lines}"
MY_TICKET = "<b>{number}</b> ({state}): {question}"
NO_TICKETS = "Sie haben noch keine Anfrage an die Beratung gestellt."
FROM_ADVISOR = "<b>Antwort der Beratung zu {number}</b>\n\n{text}"
FROM_ADVISOR_CORRECTED = "<b>Berichtigte Antwort der Beratung zu {number}</b>\n\n{text}"
CLOSED_FOR_PERSON = (
    "Ihre Anfrage <b>{number}</b> ist abgeschlossen.{reason}\n"
    "Ist noch etwas offen? Dann schreiben Sie es einfach."
)
BECAUSE = "\nGrund: {reason}"
CLOSED_BY_PERSON = "Danke. Die Anfrage <b>{number}</b> ist abgeschlossen."
CANCELLED = "Abgebrochen. Sie können jederzeit wieder eine Frage stellen."
NOTHING_TO_CANCEL = "Es war nichts angefangen. Stellen Sie einfach Ihre Frage."

# --- advisors -----------------------------------------------------------------------------
CARD = (
    "<b>{number}</b> · {state} · {reason}\n\n{question}\n\n"
    "<i>Zum Antworten auf diese Nachricht antworten, oder /antwort {id} und Ihr Text.</i>"
)
CARD_SHOWN = "\n\n<i>Der Bot hatte gezeigt: {titles}</i>"
PERSON_WRITES = "<b>{number}</b> · die Person schreibt:\n\n{text}"
PERSON_REOPENS = "<b>{number}</b> · wieder offen, die Person schreibt:\n\n{text}"
PERSON_CLOSED = "<b>{number}</b> · die Person hat die Anfrage abgeschlossen."
ANSWER_SENT = "Ihre Antwort auf <b>{number}</b> ist unterwegs."
TICKET_CLOSED = "<b>{number}</b> ist geschlossen. Die Person wird benachrichtigt."
TICKET_REOPENED = "<b>{number}</b> ist wieder offen."
FORBIDDEN = "Das geht gerade nicht: <b>{number}</b> ist {state}."
CLOSED_UNSENT = (
    "<b>{number}</b> ist geschlossen; Ihr Text wurde nicht gesendet. "
    "Öffnen Sie die Anfrage wieder und antworten Sie dann noch einmal."
)
UNKNOWN_TICKET = "Eine Anfrage mit dieser Nummer gibt es nicht. /tickets zeigt die offenen."
HOW_TO_ANSWER = (
    "Bitte mit Nummer und Text, zum Beispiel:\n/antwort 12 Guten Tag, die Frist endet am …"
)
HOW_TO_CLOSE = "Bitte mit Nummer, zum Beispiel:\n/schliessen 12"
HOW_TO_REOPEN = "Bitte mit Nummer, zum Beispiel:\n/oeffnen 12"
HOW_TO_SHOW = "Bitte mit Nummer, zum Beispiel:\n/ticket 12"
OPEN_TICKETS = "<b>Offene Anfragen</b>, die älteste zuerst\n{lines}"
OPEN_TICKET = "<b>{number}</b> (seit {since}): {question}"
AND_MORE = "\n… und weitere"
NO_OPEN_TICKETS = "Es ist keine Anfrage offen."
THREAD = "<b>{number}</b> · {state}\n\n{lines}"
REPLY_TO_THIS = "\n\n<i>Zum Antworten auf diese Nachricht antworten.</i>"
THREAD_LINE = "<i>{when}, {who}</i>\n{text}"
NOT_ROUTED = (
    "Diese Nachricht gehört zu keiner Anfrage und wurde niemandem gesendet. "
    "Antworten Sie auf eine Karte, oder schreiben Sie /antwort 12 und Ihren Text."
)
TEXT_ONLY = "Ich kann bisher nur Text weitergeben. Es wurde nichts gesendet."
UNDER_OWN_NAME = (
    "Bitte schreiben Sie unter Ihrem eigenen Namen, nicht anonym. Es wurde nichts gesendet."
)
JOINED = (
    "Willkommen in der Beratung. Wer in dieser Gruppe unter eigenem Namen schreibt, darf Anfragen "
    "beantworten. Ein Admin kann das mit /rolle {address} nutzer zurücknehmen."
)
UNDELIVERED = "<b>{number}</b> · Nicht zugestellt: {why}"
UNCLEAR = (
    "<b>{number}</b> · Zustellung unklar: Die Verbindung brach beim Senden ab. "
    "Vielleicht kam die Nachricht an."
)
BLOCKED = "Die Person hat den Bot blockiert."
REFUSED = "Der Messenger hat die Nachricht abgelehnt."
UNREACHABLE = "Der Messenger war zu lange nicht erreichbar."

# --- roles --------------------------------------------------------------------------------
ROLE_GIVEN = "{address} hat jetzt die Rolle <b>{role}</b>."
HOW_TO_GIVE_ROLE = (
    "Bitte mit Adresse und Rolle (nutzer, beratung, redaktion oder admin), zum Beispiel:\n"
    "/rolle telegram:123456 beratung\nDie eigene Adresse zeigt /adresse."
)
ADMIN_BY_SETTING = (
    "{address} ist Admin durch die Einstellung ADMINS. "
    "Nehmen Sie die Adresse dort heraus und starten Sie den Bot neu."
)
LAST_ADMIN = "Das ist der letzte Admin. Geben Sie zuerst jemand anderem diese Rolle."
ROLES = "<b>Rollen</b>\n{lines}"

# --- refusals and faults ------------------------------------------------------------------
NOT_ALLOWED = "Das dürfen hier nur Personen mit der Rolle „{role}“."
ONLY_PRIVATE = "Das geht nur im Einzelchat mit mir."
UNKNOWN_COMMAND = (
    "Den Befehl /{name} kenne ich nicht; es wurde nichts gesendet. /hilfe zeigt, was geht."
)
STALE = "Dieser Knopf gilt nicht mehr. Schreiben Sie mir einfach, was Sie möchten."
APOLOGY = (
    "Entschuldigung, das ist schiefgegangen; der Fehler liegt bei uns. "
    "Bitte versuchen Sie es gleich noch einmal. Kennnummer: {reference}"
)
PERHAPS_TWICE = "<i>(Diese Nachricht kommt vielleicht doppelt an.)</i>\n"
