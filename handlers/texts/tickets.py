"""What a person hears about their own tickets."""

ASK_FOR_QUESTION = (
    "Was möchten Sie die Beratung fragen? Schreiben Sie es in einer Nachricht. "
    "Mit /abbrechen lassen Sie es bleiben."
)
ALREADY_AND_NEW = (
    "Ihre letzte Frage liegt schon als <b>{number}</b> bei der Beratung. "
    "Möchten Sie etwas anderes fragen? Dann schreiben Sie es jetzt, sonst /abbrechen."
)
WITH_BEFORE = "\nWas Sie davor gefragt haben, steht dabei."
OPENED = (
    "Ihre Anfrage <b>{number}</b> liegt jetzt bei der Beratung:\n„{question}“{before}\n\n"
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
AND_ALL_ELSE = " Was Sie jetzt noch schreiben, kommt auch dazu, bis Sie „Fertig“ drücken."
TAKEN_OUT = "Ich habe es aus <b>{number}</b> wieder herausgenommen."
GIVEN_UNASKED = (
    "Sie haben nicht gesagt, ob das zu <b>{number}</b> gehört. Damit nichts verloren geht, liegt "
    "es jetzt dort:\n{words}"
)
HELD_CHANGED = "Ich habe Ihre Änderung übernommen. An die Beratung ging noch nichts."
FILE_NOT_SENT = (
    "Was Sie gestern geschickt haben ({kinds}), habe ich niemandem weitergegeben und nicht "
    "behalten. Soll die Beratung es bekommen, schicken Sie es bitte noch einmal."
)
ADDING_DONE = "Gut. Die Antwort auf <b>{number}</b> kommt hier in diesen Chat."
REPLY_NOW = "Schreiben Sie jetzt, was zu <b>{number}</b> dazukommen soll."
BELONGS = "Gehört das zu Ihrer Anfrage <b>{number}</b>?"
BELONG_ALL = "Gehören diese {count} Nachrichten zu Ihrer Anfrage <b>{number}</b>?"
WHICH = (
    "Wozu gehört das? Die Beratung hat gerade auf <b>{first}</b> geantwortet (Sie fragten: "
    "„{answered}“); davor ging es um <b>{second}</b> („{added_to}“)."
)
ALREADY_ASKED_BACK = "Zu Ihrer Anfrage <b>{number}</b> hat die Beratung eine Rückfrage gestellt."
PIECE_CHANGED = (
    "Ihre Nachricht zu <b>{number}</b> kam in mehreren Teilen; die Änderung an einem davon konnte "
    "ich nicht übernehmen. Schreiben Sie bitte als neue Nachricht, was sich geändert hat."
)
CHANGED = "Ich habe Ihre Änderung an <b>{number}</b> weitergegeben."
WAITS_ALREADY = (
    "Das haben Sie schon gefragt; es liegt als <b>{number}</b> bei der Beratung:\n„{question}“"
)
TOO_LARGE = (
    "Die Datei ist größer als 20 MB; so große Dateien kann ich nicht weitergeben. "
    "Bitte schicken Sie eine kleinere, oder beschreiben Sie es in Worten."
)
FILE_HELD = (
    "Das kann ich nicht selbst lesen ({kind}), aber an die Beratung weitergeben. "
    "Schreiben Sie gern noch dazu, worum es geht."
)
FILE_WITH_WORDS = (
    "Das kann ich nicht selbst lesen ({kind}), aber mit Ihren Worten an die Beratung weitergeben."
)
FILE_GOES_ALONG = (
    "<i>Ich lese nur Ihre Worte. Was dabei war ({kind}), bekommt die Beratung, wenn Sie sie "
    "fragen.</i>\n\n"
)
WHAT_IS_MISSING = (
    "Was fehlt noch? Schreiben Sie es einfach, dann liegt <b>{number}</b> wieder bei der Beratung."
)
REOPENED_FOR_PERSON = "Die Beratung hat Ihre Anfrage <b>{number}</b> wieder aufgenommen."
WILL_CLOSE = (
    "Zu Ihrer Anfrage <b>{number}</b> habe ich länger nichts von Ihnen gehört. "
    "Am {day} schließe ich sie, wenn nichts mehr kommt."
)
CLOSED_SILENTLY = (
    "Ihre Anfrage <b>{number}</b> ist jetzt abgeschlossen. "
    "Ist doch noch etwas offen? Dann schreiben Sie es einfach."
)
CLOSED_UNHEARD = (
    "Auf die Rückfrage zu <b>{number}</b> kam nichts mehr; ich habe die Anfrage geschlossen. "
    "Ihre Antwort öffnet sie wieder."
)
# What the person reads where the advisors read the states of tickets/life.py.
STATES = {
    "offen": "wartet auf die Beratung",
    "in Arbeit": "in Arbeit",
    "Rückfrage": "wartet auf Ihre Antwort",
    "beantwortet": "beantwortet",
    "zurückgestellt": "in Arbeit",
    "geschlossen": "abgeschlossen",
}
MY_TICKETS = "<b>Ihre Anfragen</b>\n{lines}"
MY_TICKET = "<b>{number}</b> ({state}): {question}"
NO_TICKETS = "Sie haben noch keine Anfrage an die Beratung gestellt."
FROM_ADVISOR = "<b>Antwort der Beratung zu {number}</b>\n\n{text}"
ASKED_BACK = "<b>Rückfrage der Beratung zu {number}</b>\n\n{text}"
ASKED_BACK_CORRECTED = "<b>Berichtigte Rückfrage der Beratung zu {number}</b>\n\n{text}"
FROM_ADVISOR_CORRECTED = "<b>Berichtigte Antwort der Beratung zu {number}</b>\n\n{text}"
WITHDRAWN = (
    "Die Beratung hat ihre Antwort zu <b>{number}</b> (von {when}) zurückgezogen. "
    "Bitte richten Sie sich nicht danach."
)
CLOSED_FOR_PERSON = (
    "Ihre Anfrage <b>{number}</b> ist abgeschlossen.{reason}\n"
    "Ist noch etwas offen? Dann schreiben Sie es einfach."
)
BECAUSE = "\nGrund: {reason}"
CLOSED_BY_PERSON = "Danke. Die Anfrage <b>{number}</b> ist abgeschlossen."
CANCELLED = "Abgebrochen. Sie können jederzeit wieder eine Frage stellen."
NOTHING_TO_CANCEL = "Es war nichts angefangen. Stellen Sie einfach Ihre Frage."
