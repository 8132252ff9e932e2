"""What editors and admins can do: the rows of the table of contents that belong to them."""

from handlers.admin import roles
from handlers.doing import Awaited, Doing, Place
from handlers.editing import checking, fields, find, go_live, new_entry, notice, source, versions
from handlers.editing import editor_menu as menu
from handlers.editing import entry_card as card
from handlers.editing import entry_draft as draft
from handlers.editing import exchange as files
from handlers.insight import gaps, statistics, why
from handlers.privacy import history as receipts
from people.person import Role

EDITOR, ADMIN = Role.EDITOR, Role.ADMIN

COMMANDS = (
    Doing("verlauf", "Was Ihnen gezeigt wurde, und wann", receipts.mine),
    Doing("hinweise", "Hinweise auf geänderte Antworten: ein, aus", notice.switch),
    Doing("admin", "Mit dem Code vom ersten Start Admin werden", roles.first_admin, hidden=True),
    Doing("faq", "Das Menü der Redaktion", menu.menu, EDITOR),
    Doing("faq_suche", "Einen Eintrag suchen und ansehen", find.find, EDITOR),
    Doing("faq_bearbeiten", "Einen Eintrag ändern", find.find, EDITOR),
    Doing("faq_neu", "Einen Eintrag anlegen", new_entry.begin, EDITOR),
    Doing("faq_loeschen", "Einen Eintrag archivieren", versions.remove_by_words, EDITOR),
    Doing("faq_liste", "Alle Einträge nach Themen", find.lists, EDITOR),
    Doing("faq_verlauf", "Die Versionen eines Eintrags", versions.history_by_words, EDITOR),
    Doing(
        "faq_wiederherstellen",
        "Eine ältere Version zurückholen",
        versions.restore_by_words,
        EDITOR,
    ),
    Doing("warum", "Erklären, was auf eine Frage geantwortet wird", why.why, EDITOR),
    Doing("luecken", "Was vergeblich gefragt wurde", gaps.gaps, EDITOR),
    Doing("faq_export", "Alle Einträge als Datei", files.export, EDITOR),
    Doing("faq_import", "Einträge aus einer Datei übernehmen", files.ask, EDITOR),
    Doing("statistik", "Zahlen eines Zeitraums, mit Bild", statistics.statistics, EDITOR),
    Doing("status", "Wie es um den Bestand steht", menu.status, EDITOR),
    Doing("rollen", "Rollen zeigen, geben und nehmen", roles.roles, ADMIN, Place.ANYWHERE),
)
ACTIONS = (
    Doing("receipt", "Eine gezeigte Antwort, wie sie war", receipts.show),
    Doing("notices_off", "Keine Hinweise mehr", notice.switch_off),
    Doing("faq", "Menü der Redaktion", menu.menu, EDITOR),
    Doing("faq_stop", "Abbrechen", menu.stop, EDITOR, Place.ANYWHERE),
    Doing("faq_find", "Eintrag suchen", find.find, EDITOR),
    Doing("faq_list", "Alle Einträge", find.lists, EDITOR),
    Doing("faq_page", "Eine Seite der Liste", find.page, EDITOR),
    Doing("faq_show", "Eintrag ansehen", card.show, EDITOR),
    Doing("faq_at", "Feld eines Eintrags ändern", fields.at_entry, EDITOR),
    Doing("faq_drafts", "Entwürfe", menu.drafts, EDITOR),
    Doing("faq_draft", "Entwurf ansehen", draft.show, EDITOR),
    Doing("faq_field", "Feld eines Entwurfs ändern", fields.at_draft, EDITOR),
    Doing("faq_use", "Quelle wählen", source.use, EDITOR),
    Doing("faq_checked", "Quelle stimmt, heute geprüft", checking.checked, EDITOR),
    Doing("faq_look", "Ein Feld ansehen und prüfen", checking.look, EDITOR),
    Doing("faq_seen", "Ein Feld stimmt, heute geprüft", checking.seen, EDITOR),
    Doing("faq_facts", "Das steht so in der Quelle", checking.facts, EDITOR),
    Doing("faq_office", "Kontakt einer Stelle", checking.contacts, EDITOR),
    Doing("faq_discard", "Entwurf verwerfen", draft.discard, EDITOR),
    Doing("faq_new", "Neuer Eintrag", new_entry.begin, EDITOR),
    Doing("faq_topic", "Thema eines Entwurfs", new_entry.topic, EDITOR),
    Doing("faq_group", "Thema wählen", new_entry.in_group, EDITOR),
    Doing("faq_rehearse", "Gegenprobe", go_live.rehearse, EDITOR),
    Doing("faq_publish", "Veröffentlichen", go_live.publish, EDITOR),
    Doing("faq_submit", "Zur Prüfung geben", go_live.submit, EDITOR),
    Doing("faq_return", "Zurückgeben", go_live.hand_back, EDITOR),
    Doing("faq_rebase", "Auf die neue Version setzen", go_live.rebase, EDITOR),
    Doing("faq_remove", "Archivieren", go_live.remove, EDITOR),
    Doing("faq_history", "Versionen", versions.history, EDITOR),
    Doing("faq_version", "Eine Version ansehen", versions.version, EDITOR),
    Doing("faq_restore", "Wiederherstellen", go_live.restore, EDITOR),
    Doing("faq_adopt", "Als Formulierung übernehmen", why.adopt, EDITOR),
    Doing("faq_never", "Nie für diesen Eintrag", why.never, EDITOR),
    Doing("faq_again", "Doch wieder für diesen Eintrag", why.again, EDITOR),
    Doing("faq_gaps", "Lücken", gaps.gaps, EDITOR),
    Doing("faq_gap", "Eine Lücke", gaps.gap, EDITOR),
    Doing("faq_gap_to", "Lücke zu einem Eintrag", gaps.to_entry, EDITOR),
    Doing("faq_gap_new", "Lücke als neuer Eintrag", gaps.to_new, EDITOR),
    Doing("faq_gap_off", "Lücke ablegen", gaps.dismiss, EDITOR),
    Doing("faq_stats", "Statistik", statistics.statistics, EDITOR),
    Doing("faq_stats_csv", "Statistik als Tabelle", statistics.as_table, EDITOR),
    Doing("faq_status", "Stand", menu.status, EDITOR),
    Doing("faq_export", "Ausfuhr", files.export, EDITOR),
    Doing("faq_import", "Einfuhr", files.ask, EDITOR),
    Doing("faq_plan", "Einfuhr ansehen", files.plan, EDITOR),
    Doing("faq_import_next", "Einfuhr: weiter", files.go_on, EDITOR),
    Doing("faq_import_take", "Einfuhr: Konflikt entscheiden", files.choose, EDITOR),
    Doing("faq_import_do", "Einfuhr übernehmen", files.apply, EDITOR),
    Doing("faq_import_undo", "Einfuhr zurücknehmen", files.undo, EDITOR),
    Doing("faq_import_drop", "Einfuhr verwerfen", files.drop, EDITOR),
    Doing("faq_tell", "Betroffene benachrichtigen", notice.ask_months, EDITOR),
    Doing("faq_tell_since", "Berichtigung: Vorschau", notice.preview, EDITOR),
    Doing("faq_tell_now", "Berichtigung senden", notice.send, EDITOR),
    Doing("roles", "Rollen", roles.roles, ADMIN, Place.ANYWHERE),
    Doing("role", "Rolle einer Person", roles.person, ADMIN, Place.ANYWHERE),
    Doing("role_give", "Rolle geben", roles.give, ADMIN, Place.ANYWHERE),
    Doing("role_log", "Protokoll der Änderungen", roles.log, ADMIN, Place.ANYWHERE),
)
AWAITED = (
    Awaited("faq_find", find.take_words, EDITOR),
    Awaited("faq_field", fields.take, EDITOR),
    Awaited("faq_source", source.take, EDITOR),
    Awaited("faq_import", files.no_file, EDITOR, content=True),
)
