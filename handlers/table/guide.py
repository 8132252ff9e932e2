"""The rows of the Fahrplan in the table of contents: who may say what, and who answers."""

from handlers.doing import Awaited, Doing, Place
from handlers.guide import answers as guide_answers
from handlers.guide import for_advisors as guide_advisors
from handlers.guide import notes as guide_notes
from handlers.guide import partners as guide_partners
from handlers.guide import plan_dates as guide_dates
from handlers.guide import plans as guide
from handlers.guide import sharing as guide_together
from handlers.guide import step_work as guide_step
from handlers.guide import way_view as guide_way
from handlers.where.inside import unless_word
from people.person import Role

ADVISOR, ANYWHERE = Role.ADVISOR, Place.ANYWHERE

COMMANDS = (
    Doing("fahrplan", "Schritt für Schritt zum Familienzentrum", guide.fahrplan),
    Doing(
        "fahrplaene",
        "Fahrpläne, die Sie mitsehen dürfen",
        guide_advisors.consented,
        ADVISOR,
        ANYWHERE,
    ),
    Doing(
        "bemerkung",
        "Bemerkung zu einem Fahrplan mit Nummer",
        guide_advisors.remark,
        ADVISOR,
        ANYWHERE,
    ),
)
ACTIONS = (
    Doing("plan_go", "Zum Fahrplan", guide.go),
    Doing("plans", "Meine Fahrpläne", guide.plans),
    Doing("plan", "Einen Fahrplan öffnen", guide.open_plan),
    Doing("plan_new", "Neuer Fahrplan", guide.begin),
    Doing("plan_quit", "Den Fahrplan verlassen", guide.leave),
    Doing("plan_pause", "Fahrplan unterbrechen", guide.pause),
    Doing("plan_ask", "Eine Frage zum Haus", guide_answers.ask),
    Doing("plan_say", "Eine Frage zum Haus beantworten", guide_answers.answer),
    Doing("plan_change", "Angaben ändern", guide_answers.change),
    Doing("plan_again", "Fahrplan neu anfangen", guide_answers.again),
    Doing("plan_steps", "Alle Schritte", guide_way.steps),
    Doing("plan_out", "Nicht nötige Schritte", guide_way.left_out),
    Doing("plan_more", "Mehr zum Fahrplan", guide_way.more),
    Doing("plan_name", "Fahrplan umbenennen", guide_way.rename),
    Doing("plan_erase", "Fahrplan löschen", guide_way.erase),
    Doing("plan_step", "Einen Schritt ansehen", guide_step.step),
    Doing("plan_tick", "Unterlage abhaken", guide_step.tick),
    Doing("plan_done", "Schritt erledigt", guide_step.done),
    Doing("plan_entry", "Antwort zum Schritt", guide_step.entry),
    Doing("plan_help", "Beratung zum Schritt fragen", guide_step.help_),
    Doing("plan_notes", "Notizen zum Schritt", guide_notes.notes),
    Doing("plan_write", "Notiz schreiben", guide_notes.write),
    Doing("plan_drop", "Notiz löschen", guide_notes.drop),
    Doing("plan_partners", "Partner finden", guide_partners.partners),
    Doing("plan_partner", "Einen Partner ansehen", guide_partners.partner),
    Doing("plan_won", "Stand mit einem Partner", guide_partners.won),
    Doing("plan_letter", "Erster Brief", guide_partners.letter),
    Doing("plan_place", "Ort nennen", guide_partners.place),
    Doing("plan_dates", "Termine", guide_dates.dates),
    Doing("plan_ics", "Termine als Kalenderdatei", guide_dates.calendar),
    Doing("plan_paper", "Fahrplan als PDF", guide_dates.as_paper),
    Doing("plan_remind", "Erinnern an oder aus", guide_dates.wish),
    Doing("plan_team", "Gemeinsam am Fahrplan", guide_together.team),
    Doing("plan_share", "Code zum Mitmachen", guide_together.share),
    Doing("plan_code", "Mit Code mitmachen", guide_together.ask_code),
    Doing("plan_me", "Mein Name im Fahrplan", guide_together.name_me),
    Doing("plan_hand", "Fahrplan übergeben", guide_together.hand_over),
    Doing("plan_remove", "Jemanden entfernen oder gehen", guide_together.remove),
    Doing("plan_consent", "Beratung mitsehen lassen", guide_advisors.consent),
    Doing("plan_look", "Fahrplan eines Hauses", guide_advisors.look, ADVISOR, ANYWHERE),
    Doing("plan_which", "Schritt für die Bemerkung", guide_advisors.which, ADVISOR, ANYWHERE),
    Doing("plan_remark", "Bemerkung schreiben", guide_advisors.ask_remark, ADVISOR, ANYWHERE),
)
AWAITED = (
    Awaited("plan_answer", guide_answers.take_answer, content=True),
    Awaited("plan_name", unless_word(guide_way.take_name)),
    Awaited("plan_note", unless_word(guide_notes.take_note), content=True),
    Awaited("plan_place", unless_word(guide_partners.take_place)),
    Awaited("plan_code", guide_together.take_code),
    Awaited("plan_label", unless_word(guide_together.take_label)),
    Awaited("plan_remark", guide_advisors.take_remark, ADVISOR),
)
