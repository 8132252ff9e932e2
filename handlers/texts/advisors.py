"""What advisors hear."""

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
    "beantworten. Ein Admin kann das mit /rollen {address} nutzer zurücknehmen."
)
UNDELIVERED = "<b>{number}</b> · Nicht zugestellt: {why}"
UNCLEAR = (
    "<b>{number}</b> · Zustellung unklar: Die Verbindung brach beim Senden ab. "
    "Vielleicht kam die Nachricht an."
)
BLOCKED = "Die Person hat den Bot blockiert."
REFUSED = "Der Messenger hat die Nachricht abgelehnt."
UNREACHABLE = "Der Messenger war zu lange nicht erreichbar."
