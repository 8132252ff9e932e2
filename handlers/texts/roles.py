"""Sentences about roles."""

ROLE_GIVEN = "{address} hat jetzt die Rolle <b>{role}</b>."
HOW_TO_GIVE_ROLE = (
    "Bitte mit Adresse und Rolle (nutzer, beratung, redaktion oder admin), zum Beispiel:\n"
    "/rollen telegram:123456 beratung\nDie eigene Adresse zeigt /adresse."
)
ADMIN_BY_SETTING = (
    "{address} ist Admin durch die Einstellung ADMINS. "
    "Nehmen Sie die Adresse dort heraus und starten Sie den Bot neu."
)
LAST_ADMIN = (
    "Das ist der letzte Admin. Geben Sie zuerst jemand anderem diese Rolle; wer mir noch nie "
    "geschrieben hat, zählt nicht."
)
BY_SETTING = " (durch ADMINS)"
NEVER_WROTE = " (hat noch nie geschrieben)"
ROLES = "<b>Rollen</b>\n{lines}"
PERSON = "<b>{address}</b> hat die Rolle <b>{role}</b>. Welche soll es sein?"
LOG = "<b>Protokoll</b>, das Neueste zuerst\n{lines}"
LOG_LINE = "{when}: {actor}, {action}: {target}{detail}"
EMPTY_LOG = "noch nichts"
WRONG_CODE = (
    "Dieser Code gilt nicht. Er steht in der Ausgabe beim Start, solange es keinen Admin gibt, "
    "und gilt einmal."
)
FIRST_ADMIN = "Willkommen. Sie sind jetzt Admin; /rollen vergibt weitere Rollen."
