"""The table of contents: who may say what, and which handler answers."""

from markupsafe import Markup

from faq.german.text import fold
from handlers import start, texts
from handlers.advising import (
    addressing,
    closing,
    correcting,
    deciding,
    joining,
    templates,
    to_faq,
)
from handlers.advising import advisor_menu as desk_menu
from handlers.advising import proposals as drafts
from handlers.advising import queue_view as queue
from handlers.advising import same_questions as together
from handlers.advising import taking as owning
from handlers.asking import ask, browse
from handlers.desk import Desk
from handlers.doing import Awaited, Doing, Handler, Place
from handlers.messages import Reply
from handlers.own_tickets import adding, emergency_card, feedback, taking_out
from handlers.own_tickets import opening as escalate
from handlers.table import editing
from handlers.table import guide as guide_table
from handlers.texts import say
from people.person import Role


async def give_help(_: str, desk: Desk) -> list[Reply]:
    """List what this person can do here."""
    intro = texts.HELP_IN_GROUP if desk.incoming.group else texts.HELP
    text = say(intro, commands=_listed(desk, Role.PERSON))
    for role, heading in (
        (Role.ADVISOR, texts.HELP_ADVISOR),
        (Role.EDITOR, texts.HELP_EDITOR),
        (Role.ADMIN, texts.HELP_ADMIN),
    ):
        if commands := _listed(desk, role):
            text += say(heading, commands=commands)
    return [desk.hint(text)]


def _for_advisors(*rows: tuple[str, str, Handler]) -> list[Doing]:
    return [Doing(*row, Role.ADVISOR, Place.ANYWHERE) for row in rows]


# One table for everything: /hilfe, the messengers' command menus, `python -m bot commands` and
# the permission check are all drawn from it.
COMMANDS = {
    doing.name: doing
    for doing in (
        Doing("start", "Begrüßung", start.greet),
        Doing("hilfe", "Was Sie hier tun können", give_help, place=Place.ANYWHERE),
        Doing("themen", "Alle Themen zum Blättern", browse.topics),
        Doing("anfrage", "Eine Frage an die Beratung senden", escalate.request),
        Doing("meine_anfragen", "Ihre Anfragen und ihr Stand", feedback.mine),
        Doing("abbrechen", "Angefangenes abbrechen", start.cancel, place=Place.ANYWHERE),
        Doing("datenschutz", "Was hier gespeichert wird", start.privacy),
        Doing("adresse", "Die Adresse dieses Chats", start.address, place=Place.ANYWHERE),
        *_for_advisors(
            ("tickets", "Anfragen: meine, freie, überfällige", queue.queue),
            ("naechste", "Die nächste Anfrage", queue.next_one),
            ("ticket", "Anfrage mit Nummer zeigen", queue.show),
            ("suche", "In Anfragen suchen", queue.search),
            ("antwort", "Anfrage mit Nummer beantworten", addressing.answer),
            ("zurueckziehen", "Gesendete Antwort zurückziehen", correcting.withdraw),
            ("schliessen", "Anfrage mit Nummer schließen", closing.close),
            ("oeffnen", "Anfrage mit Nummer wieder öffnen", closing.reopen),
            ("uebergabe", "Alle meine Anfragen weitergeben", owning.hand_over),
            ("abwesend", "Abwesend sein bis zu einem Tag", owning.be_away),
            ("vorlagen", "Textvorlagen zeigen", templates.listed),
            ("vorlage", "Eine Vorlage schreiben", templates.keep),
            ("vorlage_loeschen", "Eine Vorlage löschen", templates.drop),
        ),
        *guide_table.COMMANDS,
        *editing.COMMANDS,
    )
}
ACTIONS = {
    doing.name: doing
    for doing in (
        Doing("helped", "Hat geholfen", ask.helped),
        Doing("unhelped", "Hat nicht geholfen", ask.not_helped),
        Doing("pick", "Vorschlag ansehen", ask.show_suggestion),
        Doing("none", "Nichts davon", ask.none_of_these),
        Doing("topics", "Alle Themen", browse.topics),
        Doing("group", "Ein Thema aufschlagen", browse.group),
        Doing("entry", "Eine Antwort ansehen", browse.entry),
        Doing("simple", "In Einfacher Sprache", browse.simple),
        Doing("term", "Einen Begriff erklären", browse.term),
        Doing("escalate", "An die Beratung senden", escalate.escalate),
        Doing("no_emergency", "War kein Notfall", emergency_card.no_emergency),
        Doing("done", "Fertig ergänzt", adding.finish_adding),
        Doing("write", "In eine Anfrage schreiben", adding.write),
        Doing("solved", "Anfrage ist erledigt", feedback.solved),
        Doing("belongs", "Gehört zur Anfrage", adding.add_pending),
        Doing("take_out", "Gehört nicht zur Anfrage", taking_out.take_out),
        Doing("move", "Gehört zu einer anderen Anfrage", taking_out.move),
        Doing("fresh", "Ist eine neue Frage", ask.look_up_pending),
        Doing("why", "Hat nicht geholfen", feedback.not_solved),
        Doing("leave", "Dabei bleibt es", feedback.leave),
        Doing("end", "Anfrage ist erledigt", feedback.end),
        Doing("anyway", "Trotzdem eine neue Anfrage", escalate.escalate_anyway),
        Doing("cancel", "Angefangenes abbrechen", start.cancel, place=Place.ANYWHERE),
        *_for_advisors(
            ("thread", "Verlauf zeigen", queue.show),
            ("next", "Die nächste Anfrage", queue.next_one),
            ("desk", "Was sonst am Tisch der Beratung geht", desk_menu.menu),
            ("search", "In Anfragen suchen", desk_menu.ask_words),
            ("templates", "Textvorlagen zeigen", templates.listed),
            ("all_away", "Alle meine Anfragen weitergeben", owning.hand_over),
            ("leave_until", "Abwesend sein bis zu einem Tag", desk_menu.ask_day),
            ("back", "Wieder da sein", desk_menu.come_back),
            ("take", "Anfrage übernehmen", owning.take),
            ("release", "Anfrage freigeben", owning.release),
            ("pass", "Anfrage weitergeben", owning.choose_other),
            ("pass_to", "Anfrage an jemanden weitergeben", owning.pass_to),
            ("all_to", "Alle meine Anfragen weitergeben", owning.hand_over_to),
            ("reply", "Antwort schreiben", addressing.reply),
            ("note", "Notiz schreiben", addressing.note),
            ("again", "Noch einmal senden", correcting.send_again),
            ("to_faq", "Als FAQ vorschlagen", to_faq.propose),
            ("ideas", "Vorschläge zeigen", drafts.ideas),
            ("idea", "Antwort aus dem FAQ vorschlagen", drafts.use_entry),
            ("earlier", "Frühere Antwort vorschlagen", drafts.use_earlier),
            ("template", "Vorlage wählen", drafts.choose_template),
            ("use_text", "Vorlage vorschlagen", drafts.use_template),
            ("send_draft", "Vorschlag senden", drafts.send),
            ("edit_draft", "Vorschlag ändern", drafts.change),
            ("drop_draft", "Vorschlag verwerfen", drafts.drop),
            ("send_words", "Entwurf an die Person senden", deciding.send),
            ("note_words", "Entwurf als Notiz behalten", deciding.keep_inside),
            ("drop_words", "Entwurf verwerfen", deciding.drop),
            ("withdraw", "Gesendete Antwort zurückziehen", correcting.withdraw),
            ("together", "Ähnliche gemeinsam beantworten", together.gather),
            ("leave_out", "Von der Liste nehmen", together.leave_out),
            ("all_these", "Liste bestätigen", together.confirm),
            ("snooze", "Anfrage zurückstellen", closing.choose_delay),
            ("snooze_for", "Anfrage um Tage zurückstellen", closing.put_off),
            ("close", "Anfrage schließen", closing.choose_reason),
            ("close_as", "Anfrage aus einem Grund schließen", closing.close_as),
            ("reopen", "Anfrage wieder öffnen", closing.reopen),
        ),
        Doing("admit", "Zur Beratung zulassen", joining.admit, Role.ADMIN, Place.ANYWHERE),
        *guide_table.ACTIONS,
        *editing.ACTIONS,
    )
}
# As thumbs type them: with umlauts, without strokes.
_TYPED = {fold(name).replace(" ", ""): doing for name, doing in COMMANDS.items()}
_TYPED["stop"] = COMMANDS["abbrechen"]  # as with many other bots


def command(name: str) -> Doing | None:
    """Find a command however it is typed: /schließen, /meineanfragen."""
    return COMMANDS.get(name) or _TYPED.get(fold(name).replace(" ", ""))


# One press settles these: the buttons beside the pressed one have had their turn too.
OF_PERSONS = (
    "escalate",
    "no_emergency",
    "anyway",
    "belongs",
    "fresh",
    "take_out",
    "move",
    "done",
    "solved",
    "why",
    "leave",
)
OF_ADVISORS = ("pass_to", "all_to", "close_as", "snooze_for", "all_these")
OF_DRAFTS = ("send_draft", "drop_draft", "send_words", "note_words", "drop_words")
SETTLING = frozenset([*OF_PERSONS, *OF_ADVISORS, *OF_DRAFTS, "admit", "cancel"])
# What a chat can be in the middle of (people/conversation.py), and who goes on with it.
AWAITED = {
    awaited.name: awaited
    for awaited in (
        Awaited("request", escalate.take_request, content=True),
        Awaited("adding", adding.take_addition, files=True, content=True),
        Awaited("missing", feedback.take_missing, files=True, content=True),
        Awaited("answering", addressing.take_answer, Role.ADVISOR, files=True, content=True),
        Awaited("noting", addressing.take_note, Role.ADVISOR, files=True, content=True),
        Awaited("drafting", drafts.take_change, Role.ADVISOR),
        Awaited("together", together.take_answer, Role.ADVISOR),
        Awaited("searching", desk_menu.take_words, Role.ADVISOR),
        Awaited("leaving", desk_menu.take_day, Role.ADVISOR),
        Awaited("putting_off", closing.take_delay, Role.ADVISOR),
        *guide_table.AWAITED,
        *editing.AWAITED,
    )
}


def _listed(desk: Desk, role: Role) -> Markup:
    return Markup("\n").join(
        say("/{name} {description}", name=d.name, description=d.description)
        for d in COMMANDS.values()
        if d.role is role
        and not d.hidden
        and desk.may(role)
        and not (desk.incoming.group and d.place is Place.PRIVATE)
    )
