"""What editors hear."""

# --- menu and lists ---
MENU = (
    "<b>Redaktion</b>\n\nVeröffentlichte Einträge: {entries}. Entwürfe offen: {drafts}.\n"
    "Zum Berichtigen: einen Eintrag suchen, Feld wählen, neu schreiben."
)
WHAT_TO_FIND = "Was suchen Sie? Ein Stichwort, eine Frage oder die Kennung genügt."
FOUND = "<b>Gefunden zu „{words}“</b>"
NOT_FOUND = "Zu „{words}“ finde ich keinen Eintrag. Versuchen Sie ein anderes Wort."
LIST = "<b>{title}</b> (Seite {page} von {pages}, {count} Einträge)"
NOTHING_IN_LIST = "Hier steht nichts."
LISTS = "<b>Einträge</b>\nWelche möchten Sie sehen?"
DRAFTS = "<b>Offene Entwürfe</b>, der neueste zuerst\n{lines}"
DRAFT_LINE = "{number}. {title} ({state}, {when}, {author})"
NO_DRAFTS = "Es ist kein Entwurf offen."
STOPPED = "Gut, hier ist Schluss. Angefangene Entwürfe bleiben liegen: /faq zeigt sie."
STATUS = (
    "<b>Stand</b>\nVeröffentlicht: {published}, archiviert: {archived}, Entwürfe: {drafts}\n"
    "Abgelaufen oder noch nicht gültig: {expired}\nZur Wiedervorlage fällig: {due}\n"
    "Änderungen am Bestand: {number}\nOffene Anfragen: {tickets}\n"
    "Bedeutungssignal: {meaning}\nVier Augen: {four_eyes}"
)

# --- an entry ---
ENTRY = (
    "<b>{title}</b>\n{entry_id} · {state} · Version {version}\n\n{answer}\n\n"
    "<i>Formulierungen: {variants}. {checked}</i>"
)
CHECKED = "Geprüft am {checked}, Wiedervorlage {review}. Quellen: {sources}.{valid}"
VALID = " Gültig {since} {until}."
NOT_VALID = "\n\nDieser Eintrag wird heute nicht gezeigt: Er gilt noch nicht oder nicht mehr."
FORBIDDEN = "Das geht nicht: Der Eintrag ist {state}; {step} kann man ihn so nicht."
SOMEBODY_ELSE = (
    "<b>Achtung:</b> {who} arbeitet seit {when} an diesem Eintrag. Wer zuerst veröffentlicht, "
    "gewinnt; die andere Fassung wird dann noch einmal gezeigt.\n\n"
)

# --- a draft ---
DRAFT = "<b>Entwurf: {title}</b>\n{origin} · {state}\n\n{changes}"
OF_VERSION = "{entry_id}, auf Grundlage von Version {version}"
NEW_ENTRY = "neuer Eintrag im Thema „{group}“"
NO_CHANGES = "Noch ist nichts geändert."
TO_CLEAR = "\n\n<b>Vor dem Veröffentlichen zu klären</b>\n{lines}"
BESIDES = "\n\n<b>Auch zu bedenken</b>\n{lines}"
NOT_LOOKED_AT = "\n\n<i>Nicht angesehen, behält sein Prüfdatum: {labels}</i>"
PLEASE_WRITE = "<b>{label}</b> (höchstens {longest} Zeichen)\n\nBisher:\n{before}\n\n{how}"
NOTHING_YET = "(leer)"
HOW_TEXT = "Bitte schreiben Sie den neuen Text in einer Nachricht."
HOW_OPTIONAL = "Bitte schreiben Sie den neuen Text in einer Nachricht, oder „-“ für: leer."
HOW_LINES = (
    "Bitte schreiben Sie, was dazukommt, eine Zeile je Formulierung. "
    "„- 3, 5“ streicht die Nummern 3 und 5."
)
HOW_FACTS = (
    "Bitte schreiben Sie, was so in der Quelle steht, eine Zeile je Fakt. "
    "„- 3, 5“ streicht die Nummern 3 und 5."
)
HOW_DATE = (
    "Bitte ein Datum wie 31.12.2026, zwei mit „bis“ dazwischen (1.1.2027 bis 31.12.2027), "
    "„bis 31.12.2027“, oder „-“ für: gilt immer."
)
HOW_REVIEW = "Bitte ein Datum wie 31.12.2026."
NO_DATE = "Das ist kein Datum, das ich lesen kann. {how}"
TOO_LONG = "Das sind {length} Zeichen; höchstens {longest} sind möglich. Bitte kürzer."
NO_SUCH_LINE = "Die Nummer {number} gibt es nicht. Nummern von 1 bis {count}."
LONG_FOR_A_PHONE = (
    "Hinweis: Die Antwort hat {length} Zeichen. Gut lesbar sind höchstens {good}; der Rest passt "
    "zu „Mehr dazu“.\n\n"
)
DISCARDED = "Der Entwurf ist verworfen. Veröffentlicht bleibt, was es war."
NOT_YOURS = (
    "Diesen Entwurf hat {who} geschrieben; verwerfen kann ihn nur diese Person oder ein Admin."
)
GONE = "Diesen Entwurf gibt es nicht mehr."

# --- source, date, facts ---
SOURCE = (
    "<b>Quelle und Stand</b>\nJetzt: {sources}\nGeprüft am: {checked}\n\n"
    "Wählen Sie eine Quelle, oder schreiben Sie eine neue in einer Nachricht:\n"
    "Titel; Stand; Adresse\nzum Beispiel:\nMerkblatt Familienzentren; 2026-11; https://beispiel.de/merkblatt"
)
NO_SOURCE_YET = "keine"
BAD_SOURCE = (
    "Ich brauche mindestens Titel und Stand, mit Semikolon getrennt. Eine Adresse beginnt mit "
    "https:// oder http://."
)
ONE_SOURCE = "Ohne Quelle kann ein Eintrag nicht veröffentlicht werden; die letzte bleibt."
ONLY_CHECKED = (
    "Bitte erst bestätigen, dass die Aussage heute an der Quelle geprüft ist: "
    "„Quelle stimmt, heute geprüft“."
)

LOOK = (
    "<b>{label}</b>\n\n{text}\n\n<i>Quellen: {sources}. Zuletzt geprüft am {checked}.</i>\n"
    "Steht das heute noch so in der Quelle?"
)
LOOK_STRUCK = "Anderswo gestrichen, hier noch zu lesen: <b>{words}</b>\n\n"

# --- new ---
WHICH_GROUP = "<b>Neuer Eintrag</b>\nZu welchem Thema gehört er?"
NEW_TITLE = "Wie heißt der Eintrag? Ein kurzer Titel, höchstens {longest} Zeichen."
NEW_ANSWER = (
    "Schreiben Sie die Antwort: zwei, drei Sätze, die ohne weiteres Lesen helfen "
    "(höchstens {longest} Zeichen)."
)
NEW_VARIANTS = (
    "Wie fragen Menschen danach? Schreiben Sie einige Formulierungen, eine je Zeile: Stichworte, "
    "ganze Sätze, Umgangssprache."
)

# --- Gegenprobe and publishing ---
REHEARSED = (
    "<b>Gegenprobe</b>: {asked} von {stored} gespeicherten Fragen liegen nahe und wurden gestellt."
)
ALL_THE_SAME = "\nAlle bekommen dieselbe Antwort wie bisher."
TURNED = "\n<b>{count} jetzt eine andere Antwort:</b>\n{lines}"
TURNED_LINE = "• „{question}“ ({origin})\n   bisher: {before}\n   dann: {after}"
AND_MORE = "\n… und {count} weitere"
GAINED = "\n{count} erst jetzt die Antwort."
AN_ANSWER = "„{title}“"
SUGGESTIONS = "Vorschläge: {titles}"
NO_ANSWER = "keine Antwort"
TOO_FEW = "\nEine geprüfte Änderung kann trotzdem richtig sein: Sie entscheiden."
ELSEWHERE = (
    "\n\n<b>Was hier gestrichen ist, steht auch woanders</b> und bleibt dort, bis es jemand "
    "ändert:\n{lines}"
)
RULE_OF_DEADLINE = (
    "Die Frist, die der Bot selbst ausrechnet (Platzhalter, Fahrplan): Das ändert nur die Technik"
)
MIND_NAMES = (
    "\n\n<b>Bitte auf Namen achten:</b> Der Bot findet nicht jeden. Woran man eine Person "
    "erkennt, darf nicht hinaus."
)
FOUR_EYES = (
    "\n\nEs gilt das Vier-Augen-Prinzip: Veröffentlichen muss eine andere Person als die, die "
    "geschrieben hat."
)
SUBMITTED = "Der Entwurf „{title}“ liegt zur Prüfung bereit. Die Redaktion ist benachrichtigt."
PLEASE_REVIEW = "<b>Zur Prüfung:</b> {who} hat den Entwurf „{title}“ vorgelegt."
HANDED_BACK = "Der Entwurf „{title}“ ist zurückgegeben."
HANDED_BACK_TO_YOU = "{who} hat Ihren Entwurf „{title}“ zurückgegeben. /faq zeigt ihn."
PUBLISHED = (
    "<b>Veröffentlicht:</b> „{title}“, Version {version}. In wenigen Sekunden bekommen "
    "Fragende die neue Fassung."
)
ARCHIVED = (
    "<b>Archiviert:</b> „{title}“. Gelöscht ist nichts: /faq_wiederherstellen holt es zurück."
)
REHEARSE_AGAIN = "Der Entwurf hat sich seit der Gegenprobe geändert. Bitte noch einmal prüfen."
OUTDATED = (
    "<b>Nicht veröffentlicht:</b> Inzwischen gibt es Version {version} (von {who}, {when}). "
    "Sie hat geändert:\n\n{changes}\n\n<b>Ihre Änderung:</b>\n\n{own}\n\n"
    "Sie können Ihre Änderung auf die neue Version setzen (was beide geändert haben, bleibt "
    "wie bei Ihnen) oder verwerfen."
)
REMOVING = "<b>Archivieren:</b> „{title}“ ({entry_id}) wird danach niemandem mehr gezeigt.\n\n"
RESTORING = "<b>Wiederherstellen:</b> „{title}“, Version {version}\n\n"

# --- versions ---
HISTORY = "<b>Verlauf: {title}</b>\n{lines}"
VERSION_LINE = "<b>{number}</b> · {when} · {who}: {note}"
VERSION = "<b>{title}, Version {number}</b>\n{when}, {who}: {note}\n\n{changes}"
FIRST_VERSION = "Die erste Version."
WHICH_ENTRY = (
    "Welchen Eintrag? Schreiben Sie ein Stichwort hinter den Befehl, etwa:\n/{name} frist"
)
FROM_FILES = "der Katalog"

# --- why ---
WHY_WHAT = "Bitte mit einer Frage, zum Beispiel:\n/warum wann muss der antrag da sein"
WHY = (
    "<b>Warum?</b> „{question}“\n\nWörter: {words}\n{repaired}{split}\n"
    "<b>Die nächsten Einträge</b>\n{lines}\n\n"
    "Sicherheit: {sure} %. Ab {answer} % wird geantwortet, ab {suggest} % vorgeschlagen.\n"
    "<b>Entscheidung:</b> {decision}"
)
WHY_LINE = "{number}. {title}: {score} Punkte ({parts})"
WHY_REPAIRED = "Als Tippfehler gelesen: {words}\n"
WHY_SPLIT = "Zusammengesetzt: {words}\n"
WHY_NOTHING = "Dazu gibt es nichts zu erklären: Das sind keine Wörter, die im Bestand vorkommen."
DECISIONS = {
    "answer": "Antwort",
    "suggest": "Vorschläge",
    "none": "keine Antwort, die Beratung wird angeboten",
    "redirect": "Verweis an andere",
    "smalltalk": "ein freundliches Wort",
    "emergency": "die Notfallkarte",
}
SIGNALS = {
    "zeichen_mitte": "Buchstaben im Ganzen",
    "zeichen_beste": "Buchstaben der besten Formulierung",
    "zeichen_drei": "Buchstaben der besten drei",
    "woerter_beste": "Wörter der besten Formulierung",
    "woerter_drei": "Wörter der besten drei",
    "woerter_eintrag": "Wörter im Ganzen",
    "antwort_zeichen": "Buchstaben der Antwort",
    "antwort_woerter": "Wörter der Antwort",
    "sinn_beste": "Bedeutung der besten Formulierung",
    "sinn_mehrere": "Bedeutung mehrerer",
    "sinn_gelernt": "Bedeutung, gelernt",
}
NEVER = "Gut: „{title}“ antwortet auf „{question}“ nicht mehr. In wenigen Sekunden gilt das."
NEVER_ALREADY = "Das ist schon ausgeschlossen."
AGAIN = "Zurückgenommen: „{title}“ darf auf „{question}“ wieder antworten."

# --- gaps ---
GAPS = "<b>Lücken</b>: was zuletzt vergeblich gefragt wurde\n{lines}"
GAP_LINE = "<b>{number}.</b> {people}, {wordings}: „{question}“"
NO_GAPS = "Zurzeit ist keine Frage ohne Antwort geblieben, mit der sich noch niemand befasst hat."
GAP = "<b>{people} haben das gefragt</b>\n{lines}\n\nWas soll daraus werden?"
ONE_GAP = "<b>Eine Person hat das gefragt</b>\n{lines}\n\nWas soll daraus werden?"
GAP_CHOSEN = "\n\nDie meisten nahmen dann: „{title}“."
GAP_SETTLED = "Abgelegt. Diese Formulierungen erscheinen nicht mehr unter den Lücken."

# --- statistics ---
STATISTICS = (
    "<b>{first} bis {last}</b>\nFragen: {questions}, davon {answered} beantwortet, "
    "{suggested} mit Vorschlägen, {unanswered} ohne Antwort.\n"
    "Anfragen an die Beratung: {escalated}{waiting}.\n"
    "Hat geholfen: {helped}, hat nicht geholfen: {unhelped}.\n\n<b>Themen</b>\n{topics}"
)
WAITING = "; die Hälfte war nach {time} beantwortet"
STILL_WAITING = "; weniger als die Hälfte ist beantwortet"
TOPIC = "{title}: {count}"
NO_TOPICS = "noch keine"

# --- Monday ---
MONDAY = "<b>Montags-Karte</b> für die Woche ab {day}\n\n{numbers}\n\n{lines}"
MONDAY_NUMBERS = (
    "Letzte Woche: Fragen {questions}, davon beantwortet {answered}, ohne Antwort {unanswered}; "
    "Anfragen {escalated}."
)
MONDAY_GAPS = "<b>Vergeblich gefragt</b>\n{lines}"
MONDAY_DISLIKED = "<b>Hat nicht geholfen</b>\n{lines}"
MONDAY_DUE = "<b>Zur Wiedervorlage</b>: {count}\n{lines}"
MONDAY_PERSONAL = "<b>Veröffentlicht mit persönlichen Angaben</b>, bitte gleich ändern\n{lines}"
MONDAY_DRAFTS = "<b>Wartende Entwürfe</b>: {count}"
MONDAY_DEAD = "<b>Tote Links</b>\n{lines}"
MONDAY_CALM = "Es gibt nichts zu tun. Danke!"

# --- corrections ---
TELL_WHOM = (
    "<b>Berichtigung</b> zu „{title}“\nWen soll ich benachrichtigen? Alle, die eine ältere "
    "Fassung bekommen haben in den letzten …"
)
TELL_PREVIEW = (
    "<b>Empfänger: {people}</b>, denen seit dem {since} eine ältere Fassung gezeigt wurde.\n\n"
    "{text}\n\nSoll ich das senden?"
)
TELL_NOBODY = "In dieser Zeit hat niemand eine ältere Fassung bekommen."
TOLD = "Die Berichtigung geht hinaus an: {people}."
TOLD_ALREADY = "Zu dieser Version ist schon eine Berichtigung hinausgegangen ({when}, {people})."
