"""What a person hears about their own tickets."""

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
