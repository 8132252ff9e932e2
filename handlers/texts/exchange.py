"""What editors hear when the FAQ goes out as a file, or comes in as one."""

WHICH_FORM = "<b>Ausfuhr</b>: {count} Einträge. In welcher Form?"
EXPORTED = "Hier sind {count} Einträge. Geändert zurück geht es mit /faq_import."
SEND_FILE = (
    "<b>Einfuhr</b>\nBitte senden Sie die Datei als Dokument: YAML, CSV (aus Excel als „CSV "
    "UTF-8“) oder JSON, höchstens 1 MiB und 5.000 Einträge. Es wird nichts übernommen, bevor Sie "
    "zustimmen."
)
FILE_REFUSED = "Die Datei kann ich nicht nehmen: {why}"
FILE_GONE = "Die Datei ließ sich nicht holen. Bitte senden Sie sie noch einmal."
FILE_TOO_LARGE = "Die Datei ist größer als 1 MiB."
NOT_A_DOCUMENT = "Bitte senden Sie die Datei als Dokument, nicht als Bild oder Ton."
PLAN = (
    "<b>Vorschau: {name}</b>\n{new} neu, {changed} geändert, {conflicts} im Konflikt, "
    "{broken} nicht lesbar.\n{lines}"
)
PLAN_NEW = "neu: {title} ({entry_id})"
PLAN_CHANGED = "geändert: {title} ({entry_id}): {fields}"
PLAN_CONFLICT = "Konflikt: {title} ({entry_id}), im Chat seither geändert: {fields}"
PLAN_DOUBT = "widersprüchlich: {title} ({entry_id}): {fields}"
PLAN_BROKEN = "nicht übernommen: {where}: {why}"
NOTHING_TO_IMPORT = (
    "Die Datei sagt nichts anderes als der Bestand; es gibt nichts zu übernehmen.\n{lines}"
)
CONFLICT = (
    "<b>Konflikt {number} von {count}: {title}</b>\nDer Eintrag wurde geändert, seit die Datei "
    "entstand. Die Datei würde jetzt ändern:\n\n{changes}"
)
DOUBT = (
    "<b>Widerspruch {number} von {count}: {title}</b>\nDie Datei streicht in einem Feld, was in "
    "einem anderen stehen bleibt. Sie würde ändern:\n\n{changes}"
)
READY = "<b>Bereit</b>. Zu ändern: {count}, unverändert im Bestand: {kept}.\n\n"
IMPORTED = "<b>Übernommen</b> aus {name}: {count}."
IMPORT_DROPPED = "Die Einfuhr ist verworfen; nichts hat sich geändert."
IMPORT_OUTDATED = (
    "Nichts übernommen: Seit der Vorschau hat sich ein Eintrag geändert. Bitte senden Sie die "
    "Datei noch einmal."
)
IMPORT_INDISCREET = (
    "Nichts übernommen: In der Datei stehen Platzhalter wie „[Name]“ oder persönliche Angaben. "
    "Bitte senden Sie sie noch einmal; die Vorschau nennt die Stellen."
)
UNDONE = "Zurückgenommen; wieder wie vorher: {count}.{kept}"
UNDONE_KEPT = (
    " Geblieben, weil inzwischen wieder geändert oder weil die alte Fassung persönliche Angaben "
    "enthält: {ids}."
)
IMPORT_FOUR_EYES = (
    "Die Einfuhr liegt bereit. Übernehmen muss sie eine zweite Person: /faq zeigt sie."
)
