"""What advisors hear."""

# --- the card -----------------------------------------------------------------------------
CARD = "<b>{number}</b> · {state}"
ABOUT = " · {subject}"
STANDS = "{who}, {waiting}"
ALARMING = "<b>Klingt nach einem Notfall.</b> Die Person hat die Notrufnummern bekommen."
REASON = "<i>Warum hier: {reason}</i>"
WITH_FILES = "[mit Anhang: {number}]"
SHOWN = "<i>Der Bot hatte gezeigt: {titles}</i>"
TROUBLE = "<b>Nicht angekommen:</b> {why}"
NOT_ARRIVED = "\n<b>Nicht angekommen:</b> {why}"
HOW_TO_ANSWER_CARD = (
    "<i>Antworten: auf diese Karte antworten, oder /antwort {id} und Ihr Text. "
    "Mit // davor bleibt es intern.</i>"
)

# --- what the person does -----------------------------------------------------------------
PERSON_WRITES = "<b>{number}</b> · die Person schreibt:\n\n{text}"
PERSON_REOPENS = "<b>{number}</b> · wieder offen, die Person schreibt:\n\n{text}"
PERSON_IN_NEED = "<b>Klingt nach einem Notfall.</b>\n"
NO_EMERGENCY = "<b>{number}</b> · die Person sagt: kein Notfall."
PERSON_UNASKED = (
    "<b>{number}</b> · die Person schrieb, ohne zu sagen, ob es hierher gehört:\n\n{text}"
)
PERSON_TOOK_OUT = (
    "<b>{number}</b> · die Person hat herausgenommen, es gehört nicht hierher:\n\n{text}"
)
PERSON_CHANGED = (
    "<b>{number}</b> · die Person hat geändert:\n\n<b>vorher:</b> {before}\n<b>jetzt:</b> {after}"
)
PERSON_CLOSED = "<b>{number}</b> · die Person hat die Anfrage abgeschlossen."
PERSON_CLOSED_HELPED = "<b>{number}</b> · die Antwort hat geholfen; abgeschlossen."
FILES = "<b>{number}</b> · dazu geschickt:"
BEFORE = "<b>{number}</b> · davor gefragt:\n"
ASKED_BEFORE = "„{question}“"
ASKED_BEFORE_SHOWN = "„{question}“ <i>(gezeigt: {title})</i>"
ALIKE = "<b>{number}</b> · fragt dasselbe wie {numbers}."

# --- answering ----------------------------------------------------------------------------
ANSWER_NOW = "Schreiben Sie jetzt Ihre Antwort auf <b>{number}</b>; sie geht an die Person."
NOTE_NOW = "Schreiben Sie jetzt die Notiz zu <b>{number}</b>; sie bleibt unter uns."
ANSWER_SENT = "Ihre Antwort auf <b>{number}</b> ist unterwegs."
QUESTION_SENT = (
    "Ihre Rückfrage zu <b>{number}</b> ist unterwegs; die Anfrage wartet jetzt auf die Person."
)
NOTED = "Notiz zu <b>{number}</b> aufgehoben; die Person sieht sie nicht."
NOTE_CHANGED = "Die Notiz zu <b>{number}</b> ist geändert; sie bleibt intern."
NOTE_TOO_LATE = (
    "Die Antwort auf <b>{number}</b> ist schon bei der Person; sie wird nicht zur Notiz. "
    "Es wurde nichts geändert."
)
PIECE_CHANGED = (
    "Ihre Nachricht zu <b>{number}</b> kam in mehreren Teilen; die Änderung an einem davon wurde "
    "nicht übernommen. Schreiben Sie bitte eine neue Nachricht."
)
CORRECTED = "Die Antwort auf <b>{number}</b> wird bei der Person berichtigt."
SENT_AGAIN = "<b>{number}</b>: noch einmal unterwegs."
NOTHING_MISSING = "<b>{number}</b>: Es fehlt nichts, alles ist angekommen."
ON_THE_WAY = "<b>{number}</b>: Das ist schon unterwegs; ob es ankommt, zeigt die Karte."
NOTHING_SENT = "<b>{number}</b>: Es wurde noch keine Antwort gesendet."
TOO_LARGE = (
    "Die Datei ist größer als 20 MB; so große Dateien kann ich nicht weitergeben. "
    "Zu <b>{number}</b> wurde nichts gesendet."
)
CLOSED_OPEN_FIRST = "<b>{number}</b> ist geschlossen. Zum Antworten öffnen Sie die Anfrage zuerst."
CLOSED_UNSENT = (
    "<b>{number}</b> ist geschlossen; Ihr Text wurde nicht gesendet. "
    "Öffnen Sie die Anfrage wieder und antworten Sie dann noch einmal."
)

# --- for the person, or among ourselves? ---------------------------------------------------
FOR_WHOM = "Entwurf für <b>{number}</b>, noch nicht gesendet. {why}\n\n<code>{text}</code>"
SOMEBODY_ELSES = "Die Anfrage hat {who}."
FORWARDED = "Das ist weitergeleitet."
GOES_ON = "Gehört das noch zu Ihrer langen Nachricht davor?"
STILL_TO = "Sie haben dort gerade geantwortet; gehört das noch dazu?"
NAMES_COLLEAGUE = "Darin ist jemand aus der Gruppe genannt."

# --- withdrawing --------------------------------------------------------------------------
WITHDRAWN = (
    "Diese Antwort ist zurückgezogen: bei der Person gelöscht, oder wo das nicht mehr geht, sage "
    "ich ihr, dass sie nicht gilt."
)
NOT_DELETED = (
    "<b>{number}</b> · Die zurückgezogene Antwort ließ sich bei der Person nicht mehr löschen; "
    "ich habe ihr gesagt, dass sie nicht gilt."
)
WITHDRAWN_ALREADY = (
    "Diese Antwort auf <b>{number}</b> ist zurückgezogen; Ihre Änderung ging an niemanden."
)
HOW_TO_WITHDRAW = "Bitte mit Nummer, zum Beispiel:\n/zurueckziehen 12"

# --- proposals and templates --------------------------------------------------------------
IDEAS = "Vorschläge für <b>{number}</b>. Es wird nichts gesendet, bevor Sie es tun."
NO_IDEAS = "Für <b>{number}</b> habe ich keinen Vorschlag."
DRAFT = "Entwurf für <b>{number}</b>, noch nicht gesendet:\n\n<code>{text}</code>"
CHANGE_DRAFT = (
    "Schreiben Sie die Antwort jetzt so, wie sie sein soll. Zum Kopieren den Text antippen:\n\n"
    "<code>{text}</code>"
)
FROM_FAQ = "<i>Aus dem FAQ, in der Sprache des Bots: bitte lesen und anpassen.</i>\n\n"
FROM_EARLIER = "<i>Aus einer anderen Anfrage: Bitte auf Namen achten und anpassen.</i>\n\n"
MASKED = "Nicht gesendet: „{words}“ steht noch da. Bitte ändern."
DRAFT_GONE = "Diesen Entwurf gibt es nicht mehr: gesendet oder verworfen."
DRAFT_DROPPED = "Verworfen. Es wurde nichts gesendet."
TEMPLATES = (
    "<b>Vorlagen</b>\n\n{lines}\n\n<i>Schreiben: /vorlage Name: Text. Löschen: "
    "/vorlage_loeschen Name. Der Bot setzt ein: {places}</i>"
)
TEMPLATE = "<b>{name}</b>\n{text}"
NO_TEMPLATES = "Es gibt noch keine Vorlage. So entsteht eine: /vorlage Name: Text"
WHICH_TEMPLATE = "Welche Vorlage?"
HOW_TO_KEEP_TEMPLATE = (
    "Bitte mit Name, Doppelpunkt und Text, zum Beispiel:\n"
    "/vorlage Frist: Guten Tag, die Frist endet am {{frist}}."
)
TEMPLATE_TOO_LONG = "Der Name darf höchstens 30 Zeichen haben, der Text höchstens 3.000."
UNKNOWN_PLACES = "Das kann ich nicht einsetzen: {unknown}. Möglich sind: {known}"
TEMPLATE_PERSONAL = (
    "Nicht gespeichert: {why} Eine Vorlage geht an viele. Erlaubt sind Kontakte von Stellen, die "
    "im Katalog stehen; die eigenen setzt {{kontakt}} ein."
)
TEMPLATE_KEPT = "Die Vorlage <b>{name}</b> ist gespeichert."
TEMPLATE_GONE = "Die Vorlage <b>{name}</b> ist gelöscht."
NO_SUCH_TEMPLATE = "Eine Vorlage mit diesem Namen gibt es nicht. /vorlagen zeigt alle."

# --- from ticket to FAQ -------------------------------------------------------------------
PROPOSED = "<b>{number}</b> liegt als Entwurf bei der Redaktion ({editors} benachrichtigt)."
NOTHING_TO_PROPOSE = "<b>{number}</b> hat noch keine Antwort, die man vorschlagen könnte."
PROPOSED_ALREADY = (
    "<b>{number}</b> wurde schon vorgeschlagen; der Entwurf liegt bei der Redaktion."
)
PROPOSAL = (
    "<b>Vorschlag für das FAQ</b> aus {number}\n\n<b>Frage:</b> {question}\n\n"
    "<b>Antwort:</b> {answer}\n\n<b>Entfernte persönliche Angaben:</b> "
    "{flags}. Der Bot erkennt nicht jeden Namen: Bitte lesen Sie beide Texte darauf durch.\n"
    "<b>Ähnliche Einträge:</b> {similar}"
)

# --- having, passing on, putting off ------------------------------------------------------
TAKEN = "<b>{number}</b> ist jetzt bei {who}."
TAKEN_FROM = "<b>{number}</b> ist jetzt bei {who}; zurückgestellt hatte sie {former}."
YOURS_ALREADY = "<b>{number}</b> ist schon bei Ihnen."
TAKEN_ALREADY = "Jemand war schneller: <b>{number}</b> hat {who} seit {since}."
RELEASED = "<b>{number}</b> ist wieder frei."
RELEASED_WAITING = "<b>{number}</b> ist wieder frei und wartet weiter auf die Person."
NOBODY_ELSE = "Es gibt sonst niemanden in der Beratung."
GO_TO_WHOM = "An wen soll <b>{number}</b> gehen?"
HAS_ALREADY = "<b>{number}</b> ist schon bei {who}."
GO_TO_NOBODY = "Diese Person ist nicht (mehr) in der Beratung; es wurde nichts weitergegeben."
PASSED = "<b>{number}</b> ist jetzt bei {who}."
ALL_TO_WHOM = "An wen sollen alle Ihre Anfragen gehen?"
HANDED_OVER = "{number} jetzt bei {who}.\n{lines}"
NOTHING_TO_HAND_OVER = "Sie haben gerade keine Anfrage, die weiterzugeben wäre."
HANDED_TO_YOU = "{number} jetzt bei Ihnen.\n{lines}"
AWAY = "Sie sind abwesend bis {until}. {number} wieder frei.\n{lines}"
BACK = "Schön, dass Sie wieder da sind."
HOW_TO_BE_AWAY = (
    "Bitte mit dem letzten Tag, zum Beispiel: /abwesend bis 3.12. Wieder da: /abwesend aus"
)
PUT_OFF_UNTIL = (
    "Bis wann soll <b>{number}</b> liegen bleiben? Drücken Sie einen Knopf oder schreiben Sie "
    "den Tag, etwa „Montag“ oder „3.12.“"
)
NO_SUCH_DAY = "Das ist kein Tag in der Zukunft, den ich lese. Etwa „Montag“ oder „3.12.“"
PUT_OFF = "<b>{number}</b> liegt bis {until} zurück und kommt dann wieder."

# --- closing ------------------------------------------------------------------------------
CLOSE_WHY = (
    "Warum wird <b>{number}</b> geschlossen? Anderer Grund: /schliessen {id} und Ihr Grund. "
    "Die Person wird benachrichtigt."
)
TICKET_CLOSED = "<b>{number}</b> ist geschlossen. Die Person wird benachrichtigt."
TICKET_REOPENED = "<b>{number}</b> ist wieder offen. Die Person wird benachrichtigt."
FORBIDDEN = "Das geht gerade nicht: <b>{number}</b> ist im Zustand „{state}“."

# --- one answer for many ------------------------------------------------------------------
GATHER = "Diese Anfragen fragen dasselbe. Stimmt die Liste?\n{lines}"
GATHERED = "<b>{number}</b>: {question}"
ANSWER_ALL_NOW = "Schreiben Sie jetzt die Antwort; sie geht in {number} Anfragen."
NOT_TOGETHER = "Hier ist nichts (mehr) gemeinsam zu beantworten."
ANSWERED_MEANWHILE = "<b>{number}</b> wurde inzwischen beantwortet und blieb, wie es ist."

# --- the queue ----------------------------------------------------------------------------
UNKNOWN_TICKET = "Eine Anfrage mit dieser Nummer gibt es nicht. /tickets zeigt die offenen."
HOW_TO_ANSWER = (
    "Bitte mit Nummer und Text, zum Beispiel:\n/antwort 12 Guten Tag, die Frist endet am …"
)
HOW_TO_CLOSE = "Bitte mit Nummer, zum Beispiel:\n/schliessen 12"
HOW_TO_REOPEN = "Bitte mit Nummer, zum Beispiel:\n/oeffnen 12"
HOW_TO_SHOW = "Bitte mit Nummer, zum Beispiel:\n/ticket 12"
HOW_TO_SEARCH = "Bitte mit einem Wort, zum Beispiel:\n/suche Frist"
FOUND_NOTHING = "In keiner Anfrage steht „{words}“."
LIST = "<b>{title}</b>\n{lines}"
LISTED = "<b>{number}</b> ({state}{due}): {question}"
AND_MORE = "\n… und weitere"
MENU = "Was möchten Sie tun?"
SEARCH_WHAT = "Welches Wort soll ich in den Anfragen suchen?"
AWAY_UNTIL = "Welcher ist der letzte Tag Ihrer Abwesenheit? Etwa „Freitag“ oder „3.12.“"
NO_OPEN_TICKETS = "Es ist keine Anfrage offen."
THREAD = "<b>{title}</b> · {state}\n\n{lines}"
THREAD_LINE = "<i>{when}, {who}</i>\n{text}"
LEFT_OUT = "<i>(Die ersten {number} Einträge sind hier nicht gezeigt.)</i>"

# --- by the clock -------------------------------------------------------------------------
WOKEN = "<b>{number}</b> liegt wieder vor."
OVERDUE = "<b>{number}</b> ist überfällig: {who}."
DIGEST = "<b>Guten Morgen.</b> Offen: {number}, davon überfällig: {overdue}\n{lines}"
DIGEST_LINE = "<b>{number}</b> ({who}, fällig {due}): {question}"

# --- the group ----------------------------------------------------------------------------
NOT_ROUTED = (
    "Diese Nachricht gehört zu keiner Anfrage und wurde niemandem gesendet. "
    "Antworten Sie auf eine Karte, oder schreiben Sie /antwort 12 und Ihren Text."
)
NO_SUCH_KIND = (
    "Das kann ich nicht weitergeben: nur Text, Bilder, Sprachnachrichten, Videos und Dateien. "
    "Es wurde nichts gesendet."
)
UNDER_OWN_NAME = (
    "Bitte schreiben Sie unter Ihrem eigenen Namen, nicht anonym. Es wurde nichts gesendet."
)
STRANGER = (
    "{who} ist hier noch nicht als Beratung eingetragen und kann keine Anfragen beantworten. "
    "Ein Admin kann das mit einem Druck ändern."
)
JOINED = (
    "Willkommen in der Beratung: {who} darf jetzt Anfragen beantworten. "
    "Ein Admin kann das mit /rollen {address} nutzer zurücknehmen."
)
NOBODY_TO_ADMIT = "Diese Person kann nicht zugelassen werden: unbekannt oder ausgeschlossen."
GROUP_UNREACHABLE = (
    "Ich erreiche die Gruppe der Beratung ({address}) nicht: Vielleicht wurde ich dort entfernt. "
    "Die Anfragen gehen nicht verloren; sie warten, bis ich wieder hineinkomme."
)
UNDELIVERED = "<b>{number}</b> · Nicht zugestellt: {why}"
NOT_SHOWN = (
    "<b>{number}</b> · Etwas von der Person konnte hier nicht gezeigt werden: {why} "
    "„Verlauf“ zeigt, was sie schrieb."
)
UNCLEAR = (
    "<b>{number}</b> · Zustellung unklar: Die Verbindung brach beim Senden ab. "
    "Vielleicht kam die Nachricht an."
)
PERHAPS_MISSED = (
    "<b>{number}</b> · Zustellung unklar: Eine Nachricht an diese Gruppe kam vielleicht nicht an. "
    "/ticket {id} zeigt die Anfrage."
)
BLOCKED = "Die Person hat den Bot blockiert."
REFUSED = "Der Messenger hat die Nachricht abgelehnt."
UNREACHABLE = "Der Messenger war zu lange nicht erreichbar."
