"""What people hear in the Fahrplan."""

# --- beginning, and the four questions ---
INTRO = (
    "<b>Ihr Fahrplan zum Familienzentrum</b>\n\n"
    "Vier Fragen, dann sehen Sie Ihren Weg: Schritt für Schritt, mit Unterlagen und Terminen. "
    "Alles wird gespeichert; Sie können jederzeit aufhören und mit /fahrplan weitermachen.\n"
    "Fragen Sie aus einem Schritt heraus die Beratung, sieht sie diesen Schritt, Ihre Angaben und "
    "was Sie abgehakt haben.\n\n"
)
QUESTION = "Frage {number} von {all}{so_far}\n<b>{question}</b>\n\n{how}"
QUESTION_ALONE = "<b>{question}</b>\n\n{how}"
SO_FAR = "\n<i>Bisher: {said}</i>\n"
HOW_TO_ANSWER = "Drücken Sie einen Knopf, oder schreiben Sie es mit Ihren Worten."
NOT_UNDERSTOOD = "Das konnte ich keiner Antwort zuordnen.\n\n"
ENDING = "{text}\n\n<b>Was Sie tun können</b>\n{can}"
PLANS = "<b>Ihre Fahrpläne</b>\n\n{lines}"
PLAN_LINE = "<b>{name}</b>: {standing}"
UNFINISHED = "noch {open} von {all} Fragen offen"
CANNOT_APPLY = "so ist kein Antrag möglich; sehen Sie, was geht"
PROGRESS = "{done} von {all} Schritten erledigt"
NO_PLANS = "Sie haben noch keinen Fahrplan."

# --- my way ---
WAY = (
    "<b>Fahrplan: {name}</b>\n{said}\n\n"
    "Antragsschluss: <b>{deadline}</b> für {year}, noch {days}.\n"
    "Erledigt: {done} von {all} Schritten.\n"
)
LATE = "Die Frist für {year} ist vorbei; der Fahrplan rechnet jetzt mit {target}.\n"
NEXT = "\nAls Nächstes: <b>{title}</b>{due}"
ALL_DONE = "\nAlle Schritte sind erledigt. Herzlichen Glückwunsch!"
LEFT_OUT_COUNT = "\n<i>{count} Schritte sind bei Ihnen nicht nötig („Mehr“ zeigt, warum).</i>"
ONE_LEFT_OUT = "\n<i>Ein Schritt ist bei Ihnen nicht nötig („Mehr“ zeigt, warum).</i>"
DUE = " (bis {day})"
OVERDUE = " (war bis {day} vorgesehen, am besten gleich)"
STEPS = "<b>Alle Schritte: {name}</b>\n\n{lines}"
STEP_DONE = "<done>{number}. {title}: erledigt</done>"
STEP_OPEN = "<todo>{number}. {title}{due}</todo>"
MORE = "<b>{name}</b>\n\nWas möchten Sie tun?"
LEFT_OUT = "<b>Bei Ihnen nicht nötig</b>\n\n{lines}"
LEFT_OUT_LINE = "{title}: {why}"
NOTHING_LEFT_OUT = "Bei Ihnen ist kein Schritt ausgelassen."
EARLIER = "\n\n<b>Früher abgehakt</b> (bleibt gespeichert)\n{lines}"
EARLIER_LINE = "{title}: {who}, {when}"
CHANGE = "<b>Ihre Angaben</b>\n\n{lines}\n\nWas möchten Sie ändern? Ihre Haken bleiben."
ANSWER_LINE = "{short}: {said}"
NOT_SAID = "noch offen"
AGAIN = (
    "Neu anfangen heißt: Ich stelle die vier Fragen noch einmal. Haken, Notizen und Partner "
    "bleiben. Möchten Sie das?"
)
ERASE = (
    "Den Fahrplan <b>{name}</b> mit allen Haken und Notizen endgültig löschen, auch für alle, die "
    "mitarbeiten? Das lässt sich nicht zurücknehmen."
)
ERASED = "Der Fahrplan {name} ist gelöscht."
PAUSED = "Unterbrochen, alles ist gespeichert. Mit /fahrplan geht es weiter, an jedem Tag{where}."
AT = ": bei „{title}“"
ASK_NAME = "Wie soll dieser Fahrplan heißen? Schreiben Sie einen kurzen Namen, etwa „Kita Nord“."
RENAMED = "Der Fahrplan heißt jetzt <b>{name}</b>."

# --- a step ---
STEP = (
    "<b>Schritt {number} von {all}: {title}</b>{state}\n\n{what}{hint}\n\n"
    "<b>Zeit:</b> {duration}{due}\n<b>Zuständig:</b> {office}{papers}{notes}"
    "\n\n<details>Warum: {why}\n\n{sources}\n"
    "Zeiten und Tage sind Vorschläge, keine Vorgaben.</details>"
)
STEP_ASIDE = "<b>{title}</b>\n<i>Bei Ihnen nicht nötig: {reason}</i>\n\n{what}"
DONE_MARK = " (erledigt)"
STEP_DUE = "; am besten fertig bis {day}"
STEP_OVERDUE = "; war bis {day} vorgesehen, am besten gleich"
HINT = "\n<b>Für Sie:</b> {hint}"
PAPERS = "\n\n<b>Unterlagen:</b> {done} von {all} abgehakt{lines}"
PAPER_DONE = "\n☑ {title}: {who}, {when}"
TICKED = "Abgehakt: {title}.\n"
UNTICKED = "Wieder offen: {title}.\n"
STEP_TICKED = "Erledigt: <b>{title}</b>.\n"
STEP_UNTICKED = "Wieder offen: <b>{title}</b>.\n"
ALL_PAPERS = "Damit ist der Schritt <b>{title}</b> erledigt.\n"
NOTES = "\n\n<b>Notizen</b>\n{lines}"
NOTE_LINE = "{text} ({who}, {when})"
REMARK_LINE = "<b>Beratung:</b> {text} ({when})"
ADVISORS = "Beratung"
NOTES_OF = "<b>Notizen zu „{title}“</b>\n\n{lines}"
NO_NOTES = "Noch keine Notiz."
ASK_NOTE = (
    "Schreiben Sie Ihre Notiz zu „{title}“. Alle, die an diesem Fahrplan mitarbeiten, sehen sie. "
    "Bitte keine Namen von Kindern oder Familien."
)
NOTED = "Notiert bei „{title}“."
NOTE_DROPPED = "Die Notiz ist gelöscht."
QUESTION_TO_ADVISORS = "Ich habe eine Frage zu diesem Schritt im Fahrplan: {title}"
BACK_TO_STEP = "Zurück zum Schritt"

# --- partners ---
PARTNERS = (
    "<b>Partner gewinnen</b>{place}\n\nDiese Stellen passen zu Ihrem Haus. Was Sie vereinbaren, "
    "halten Sie schriftlich fest.\n\n{lines}"
)
PARTNER_LINE = "{title}: {stage}"
NO_PARTNERS = "Noch ist niemand gefragt. Wen möchten Sie gewinnen?"
PARTNER = "<b>{title}</b>\n\nKann einbringen: {brings}\n\n{stages}{sources}"
NOT_BEGUN = "Noch nicht gefragt."
STAGE_DONE = "☑ {stage}: {who}, {when}"
LETTER = "<b>Ein erster Brief</b> (bitte anpassen)\n\n{letter}"
ASK_PLACE = "In welchem Ort liegt Ihr Haus? Schreiben Sie den Namen; er steht dann im Brief."
PLACE_SET = "Ort: {place}.\n"
NO_PLACE = "[Ihr Ort]"

# --- dates ---
DATES = (
    "<b>Termine: {name}</b>\nRückwärts gerechnet vom Antragsschluss. Die Tage davor sind "
    "Vorschläge.\n\n{lines}\n\n{reminders}"
)
DATE_LINE = "{day}: {title}"
DATE_PAST = "{day}: {title} (vorbei, am besten gleich)"
REMINDED = "Ich erinnere Sie an: {days}."
NOT_REMINDED = "Auf Wunsch erinnere ich Sie 60, 14 und 3 Tage vor dem Antragsschluss."
NO_MORE_REMINDERS = "Vor diesem Antragsschluss kommt keine Erinnerung mehr."
CALENDAR = "Ihre Termine als Kalenderdatei: öffnen, dann stehen sie in Ihrem Kalender."
CALENDAR_NOTE = (
    "Vorschlag aus dem Fahrplan. Die Frist bitte beim Regierungspräsidium Kassel prüfen."
)
PAPER = "Ihr Fahrplan als PDF, zum Ausdrucken oder Weitergeben."
REMINDER = (
    "<b>Erinnerung: {name}</b>\n\nNoch {days} bis zum Antragsschluss am <b>{deadline}</b> für "
    "{year}. Prüfen Sie das Datum beim Regierungspräsidium Kassel.\n\n{open}"
)
REMINDER_OPEN = "Noch offen vor dem Antrag:\n{lines}"
REMINDER_READY = "Vor dem Antrag ist alles abgehakt."

# --- together ---
TEAM = "<b>Gemeinsam an „{name}“</b>\n\n{lines}\n\n{code}"
MEMBER = "{label}{you}{owner}, seit {since}"
YOU = " (Sie)"
OWNER = ", verantwortlich"
CODE = (
    "Code zum Mitmachen: <b>{code}</b>, gilt bis {until}. Ihre Kollegin schreibt mir hier:\n"
    "/fahrplan {code}\nSo kommen Sie auch selbst von einem anderen Messenger in den Plan."
)
NO_CODE = "Mit einem Code laden Sie Kolleginnen und Kollegen desselben Hauses ein."
ASK_CODE = "Schreiben Sie den Code, den Sie bekommen haben."
WRONG_CODE = (
    "Diesen Code gibt es nicht, oder er ist abgelaufen. Bitten Sie um einen neuen: „Gemeinsam“, "
    "dann „Neuer Code“."
)
JOINED = "Sie arbeiten jetzt an <b>{name}</b> mit.\n\n{ask}"
ALREADY_IN = "Sie arbeiten an <b>{name}</b> schon mit.\n\n"
ASK_LABEL = (
    "Wie sollen die anderen Sie sehen? Schreiben Sie ein Kürzel oder einen Vornamen. Ohne Namen "
    "heißen Sie „{label}“."
)
LABELLED = "Die anderen sehen Sie als <b>{label}</b>.\n\n"
SOMEBODY_JOINED = "<b>{label}</b> arbeitet jetzt an „{name}“ mit."
SOMEBODY_LEFT = (
    "<b>{label}</b> arbeitet nicht mehr an „{name}“ mit. Der alte Code gilt nicht mehr."
)
REMOVED = "Sie arbeiten nicht mehr an „{name}“ mit."
REALLY_REMOVE = "<b>{label}</b> aus „{name}“ entfernen? Haken und Notizen bleiben."
REALLY_HAND_OVER = "„{name}“ an <b>{label}</b> übergeben? Sie arbeiten weiter mit."
HANDED_OVER = "<b>{label}</b> ist jetzt für „{name}“ verantwortlich."
NOW_YOURS = "Sie sind jetzt für den Fahrplan „{name}“ verantwortlich."
REALLY_LEAVE = "Bei „{name}“ nicht mehr mitmachen? Ihre Haken und Notizen bleiben dort."
HAND_OVER_FIRST = "Übergeben Sie den Fahrplan zuerst an jemand anderen, dann können Sie gehen."
ONLY_OWNER = "Das kann nur die Person, die für den Fahrplan verantwortlich ist."

# --- the advisors look ---
CONSENT = (
    "<b>Beratung mitsehen lassen</b>\n\nDie Fachkräfte sehen dann Ihre Angaben, was abgehakt ist "
    "und bei welchem Schritt Sie sind, und können Ihnen eine Bemerkung schreiben. Notizen und "
    "Namen sehen sie nicht. {now}"
)
CONSENT_ON = "Im Moment: <b>ja</b>."
CONSENT_OFF = "Im Moment: <b>nein</b>."
CONSENTED = "<b>Fahrpläne</b>, die die Beratung mitsehen darf\n\n{lines}"
CONSENTED_LINE = "<b>{id}</b> {name} ({house}): {step}, zuletzt {when}"
NONE_CONSENTED = "Kein Haus hat zugestimmt, dass die Beratung seinen Fahrplan sieht."
LOOK = (
    "<b>{id} · {name}</b>\n{said}\nAntragsschluss: {deadline} für {year}\n"
    "{done} von {all} Schritten erledigt, zuletzt {when}\n\n{lines}"
)
FINISHED = "alle Schritte erledigt"
LINE_DONE = "<done>☑ {title}: erledigt</done>"
LINE_HERE = "<todo><b>☐ {title}: hier{papers}</b></todo>"
LINE_OPEN = "<todo>☐ {title}{papers}</todo>"
LINE_PAPERS = " ({done} von {all} Unterlagen)"
WHICH_STEP = "Zu welchem Schritt von {id} · {name}?"
ASK_REMARK = (
    "Schreiben Sie jetzt Ihre Bemerkung zu „{title}“ ({id} · {name}). "
    "Mit /abbrechen lassen Sie es bleiben."
)
REMARKED = "Ihre Bemerkung zu „{title}“ ist unterwegs."
HOW_TO_REMARK = (
    "Bitte mit Nummer und Text, zum Beispiel:\n/bemerkung 12 Die Stellungnahme am besten jetzt "
    "anfragen.\nDie Nummern zeigt /fahrplaene."
)
UNKNOWN_PLAN = "Diesen Fahrplan darf die Beratung nicht sehen. /fahrplaene zeigt, welche es gibt."
REMARK = (
    "<b>Bemerkung der Beratung</b> zu Ihrem Fahrplan „{name}“, Schritt „{title}“:\n\n{text}\n\n"
    "Eine Rückfrage geht mit einem Druck."
)
CONTEXT = (
    "\n\n<i>Aus dem Fahrplan „{name}“\nSchritt: {step}\nAngaben: {said}\nAbgehakt: {ticked}</i>"
)
NOTHING_TICKED = "noch nichts"
