"""What ails the program, said to whoever runs it: what it is, and what to do about it."""

from db.trouble import Trouble

WHY = {
    Trouble.SHAPE: (
        "Der Datenbank fehlt eine Tabelle oder Spalte, die nach ihrem Stand da sein müsste. "
        "Bitte eine Sicherung zurückspielen."
    ),
    Trouble.NEWER: (
        "Die Datenbank gehört zu einer neueren Ausgabe dieses Programms. Bitte diese starten."
    ),
    Trouble.FOREIGN: (
        "Was unter DATABASE_URL steht, ist keine Datenbank dieses Programms. "
        "Bitte die Adresse prüfen."
    ),
    Trouble.FULL: (
        "Der Datenträger der Datenbank ist voll. Bitte Platz schaffen, dann geht es weiter."
    ),
    Trouble.READ_ONLY: (
        "Die Datenbank lässt sich nur lesen. "
        "Bitte dem Programm das Recht geben, in Datei und Ordner zu schreiben."
    ),
    Trouble.DAMAGED: (
        "Die Datei der Datenbank ist beschädigt. Bitte das Programm anhalten, die Datei aufheben "
        "und die letzte Sicherung zurückspielen."
    ),
    Trouble.DISK: (
        "Der Datenträger der Datenbank meldet Fehler beim Lesen oder Schreiben. "
        "Bitte ihn prüfen lassen."
    ),
    Trouble.NO_PLACE: (
        "Die Datei der Datenbank lässt sich nicht öffnen. "
        "Bitte prüfen, ob es den Ordner gibt und das Programm hinein darf."
    ),
    Trouble.NO_DATABASE: (
        "Der Datenbankserver kennt die Datenbank aus DATABASE_URL nicht. "
        "Bitte den Namen prüfen oder sie anlegen."
    ),
    Trouble.NOT_ADMITTED: (
        "Der Datenbankserver lässt das Programm nicht ein. "
        "Bitte Name und Passwort in DATABASE_URL prüfen."
    ),
    Trouble.BUSY: (
        "Ein anderes Programm hält die Datenbank fest. "
        "Bitte prüfen, was sonst noch mit ihr arbeitet."
    ),
    Trouble.AWAY: "Die Datenbank oder das Netz ist nicht erreichbar. Bitte beides prüfen.",
    Trouble.UNKNOWN: "Ein unerwarteter Fehler. Bitte ins Protokoll sehen.",
}

STEP_FAILED = (
    "Die Datenbank ließ sich nicht umbauen: Schritt {step} ist gescheitert. "
    "Geändert wurde nichts. {why}"
)
STEP_BACK_FAILED = (
    "Die Datenbank ließ sich nicht zurückbauen: Schritt {step} ist gescheitert. "
    "Geändert wurde nichts. {why}"
)

# What does not work while some part of the program fails, by that part's name.
PARTS = {
    "inbox": "das Beantworten",
    "outbox": "das Senden",
    "receiving": "das Annehmen von Nachrichten",
    "rounds": "Erinnern, Wiedervorlegen und Schließen",
    "forgetting": "das Löschen nach Ablauf der Fristen",
    "files": "das Holen von Dateien",
    "serving": "das Übernehmen geänderter Antworten",
    "alarm": "diese Überwachung",
}
ALARM = (
    "<b>Störung seit {since}</b>\n\n{why}\n\nSo lange geht nicht: {parts}. Was Menschen "
    "schreiben, bleibt liegen, bis es wieder geht; der Messenger hebt es nur begrenzt auf. {code}"
)
OVER = "Die Störung seit {since} ist vorbei. Es geht wieder: {parts}."
