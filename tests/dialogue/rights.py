"""Who may do what, to whom, and what becomes of a ticket: an expectation for every row.

Written apart from the tables of handlers/, which must agree with it (test_rights.py).
"""

from dataclasses import dataclass

from people.person import Role
from tickets.life import State

NOTHING, OWN, ANY = "nothing of anybody's", "one's own", "everybody's"


@dataclass(frozen=True)
class Expected:
    """What a row of the table may do: to whom it is open, and what becomes of a ticket."""

    role: Role
    reach: str
    # {q} is a question, {t} its ticket, {d} a draft for it, {w} an advisor's words in it,
    # {p} the one who does it,
    # {f} a plan of the Fahrplan, its member and its note
    argument: str = ""
    opened: State = State.OPEN  # what an open ticket is afterwards
    closed: State = State.CLOSED  # and a closed one


PERSON, ADVISOR, ADMIN = Role.PERSON, Role.ADVISOR, Role.ADMIN
OPEN, TAKEN, ANSWERED, CLOSED = State.OPEN, State.TAKEN, State.ANSWERED, State.CLOSED
EXPECTED = {
    "/start": Expected(PERSON, NOTHING, "f_foerderung_hoehe"),
    "/hilfe": Expected(PERSON, NOTHING),
    "/themen": Expected(PERSON, NOTHING),
    "/anfrage": Expected(PERSON, NOTHING),
    "/meine_anfragen": Expected(PERSON, NOTHING, "{t}"),
    "/abbrechen": Expected(PERSON, NOTHING, "{t}"),
    "/datenschutz": Expected(PERSON, NOTHING, "{t}"),
    "/adresse": Expected(PERSON, NOTHING, "{t}"),
    "/tickets": Expected(ADVISOR, ANY),
    "/naechste": Expected(ADVISOR, ANY),
    "/ticket": Expected(ADVISOR, ANY, "{t}"),
    "/suche": Expected(ADVISOR, ANY, "Frage"),
    "/antwort": Expected(ADVISOR, ANY, "{t} Hallo", ANSWERED),
    "/zurueckziehen": Expected(ADVISOR, ANY, "{t}"),
    "/schliessen": Expected(ADVISOR, ANY, "{t}", CLOSED),
    "/oeffnen": Expected(ADVISOR, ANY, "{t}", closed=OPEN),
    "/uebergabe": Expected(ADVISOR, ANY),
    "/abwesend": Expected(ADVISOR, ANY, "bis morgen"),
    "/vorlagen": Expected(ADVISOR, ANY),
    "/vorlage": Expected(ADVISOR, ANY, "Gruß: Guten Tag"),
    "/vorlage_loeschen": Expected(ADVISOR, ANY, "Gruß"),
    "helped": Expected(PERSON, OWN, "{q}"),
    "unhelped": Expected(PERSON, OWN, "{q}"),
    "pick": Expected(PERSON, OWN, "{q}.0"),
    "none": Expected(PERSON, OWN, "{q}"),
    "topics": Expected(PERSON, NOTHING),
    "group": Expected(PERSON, NOTHING, "foerderung.0"),
    "entry": Expected(PERSON, NOTHING, "foerderung.hoehe"),
    "simple": Expected(PERSON, NOTHING, "foerderung.hoehe"),
    "term": Expected(PERSON, NOTHING, "Mittelabruf"),
    "escalate": Expected(PERSON, OWN, "{q}"),
    "anyway": Expected(PERSON, OWN, "{q}"),
    "no_emergency": Expected(PERSON, OWN, "{q}"),
    "done": Expected(PERSON, OWN, "{t}"),
    "write": Expected(PERSON, OWN, "{t}"),
    "solved": Expected(PERSON, OWN, "{t}", CLOSED),
    "why": Expected(PERSON, OWN, "{t}"),
    "leave": Expected(PERSON, OWN, "{t}", CLOSED),
    "end": Expected(PERSON, OWN, "{t}", CLOSED),
    "belongs": Expected(PERSON, OWN, "{q}.{t}", closed=OPEN),
    "fresh": Expected(PERSON, OWN, "{q}"),
    "cancel": Expected(PERSON, NOTHING, "{t}"),
    "thread": Expected(ADVISOR, ANY, "{t}"),
    "next": Expected(ADVISOR, ANY),
    "desk": Expected(ADVISOR, ANY),
    "search": Expected(ADVISOR, ANY),
    "templates": Expected(ADVISOR, ANY),
    "all_away": Expected(ADVISOR, ANY),
    "leave_until": Expected(ADVISOR, ANY),
    "back": Expected(ADVISOR, ANY),
    "take": Expected(ADVISOR, ANY, "{t}", TAKEN),
    "release": Expected(ADVISOR, ANY, "{t}"),
    "pass": Expected(ADVISOR, ANY, "{t}"),
    "pass_to": Expected(ADVISOR, ANY, "{t}.{p}", TAKEN),
    "all_to": Expected(ADVISOR, ANY, "{p}"),
    "reply": Expected(ADVISOR, ANY, "{t}"),
    "note": Expected(ADVISOR, ANY, "{t}"),
    "again": Expected(ADVISOR, ANY, "{t}"),
    "to_faq": Expected(ADVISOR, ANY, "{t}"),
    "ideas": Expected(ADVISOR, ANY, "{t}"),
    "idea": Expected(ADVISOR, ANY, "{t}.0"),
    "earlier": Expected(ADVISOR, ANY, "{t}.{t}"),
    "template": Expected(ADVISOR, ANY, "{t}"),
    "use_text": Expected(ADVISOR, ANY, "{t}.0"),
    "send_draft": Expected(ADVISOR, ANY, "{d}", ANSWERED),
    "edit_draft": Expected(ADVISOR, ANY, "{d}"),
    "drop_draft": Expected(ADVISOR, ANY, "{d}"),
    "withdraw": Expected(ADVISOR, ANY, "{t}"),
    "send_words": Expected(ADVISOR, ANY, "{w}", ANSWERED),
    "note_words": Expected(ADVISOR, ANY, "{w}"),
    "drop_words": Expected(ADVISOR, ANY, "{w}"),
    "together": Expected(ADVISOR, ANY, "{t}"),
    "leave_out": Expected(ADVISOR, ANY, "{t}"),
    "all_these": Expected(ADVISOR, ANY),
    "snooze": Expected(ADVISOR, ANY, "{t}"),
    "snooze_for": Expected(ADVISOR, ANY, "{t}.1", State.SNOOZED),
    "close": Expected(ADVISOR, ANY, "{t}"),
    "close_as": Expected(ADVISOR, ANY, "{t}.0", CLOSED),
    "reopen": Expected(ADVISOR, ANY, "{t}", closed=OPEN),
    "admit": Expected(ADMIN, NOTHING, "{p}"),
    # --- the Fahrplan ---
    "/fahrplan": Expected(PERSON, NOTHING),
    "/fahrplaene": Expected(ADVISOR, ANY),
    "/bemerkung": Expected(ADVISOR, ANY, "{f} Hallo"),
    "plans": Expected(PERSON, NOTHING),
    "plan_go": Expected(PERSON, NOTHING),
    "plan_new": Expected(PERSON, NOTHING),
    "plan_quit": Expected(PERSON, NOTHING),
    "plan_code": Expected(PERSON, NOTHING),
    "plan": Expected(PERSON, OWN, "{f}"),
    "plan_pause": Expected(PERSON, OWN, "{f}"),
    "plan_ask": Expected(PERSON, OWN, "{f}.haus"),
    "plan_say": Expected(PERSON, OWN, "{f}.haus.verein"),
    "plan_change": Expected(PERSON, OWN, "{f}"),
    "plan_again": Expected(PERSON, OWN, "{f}.ja"),
    "plan_steps": Expected(PERSON, OWN, "{f}"),
    "plan_out": Expected(PERSON, OWN, "{f}"),
    "plan_more": Expected(PERSON, OWN, "{f}"),
    "plan_name": Expected(PERSON, OWN, "{f}"),
    "plan_erase": Expected(PERSON, OWN, "{f}.ja"),
    "plan_step": Expected(PERSON, OWN, "{f}.konzept"),
    "plan_tick": Expected(PERSON, OWN, "{f}.konzept.ziele.1"),
    "plan_done": Expected(PERSON, OWN, "{f}.konzept.1"),
    "plan_entry": Expected(PERSON, OWN, "{f}.mittelabruf.1"),
    "plan_help": Expected(PERSON, OWN, "{f}.konzept"),
    "plan_notes": Expected(PERSON, OWN, "{f}.konzept"),
    "plan_write": Expected(PERSON, OWN, "{f}.konzept"),
    "plan_drop": Expected(PERSON, OWN, "{f}.konzept.{f}"),
    "plan_partners": Expected(PERSON, OWN, "{f}"),
    "plan_partner": Expected(PERSON, OWN, "{f}.sport"),
    "plan_won": Expected(PERSON, OWN, "{f}.sport.gefragt.1"),
    "plan_letter": Expected(PERSON, OWN, "{f}.sport"),
    "plan_place": Expected(PERSON, OWN, "{f}"),
    "plan_dates": Expected(PERSON, OWN, "{f}"),
    "plan_ics": Expected(PERSON, OWN, "{f}"),
    "plan_paper": Expected(PERSON, OWN, "{f}"),
    "plan_remind": Expected(PERSON, OWN, "{f}.1"),
    "plan_team": Expected(PERSON, OWN, "{f}"),
    "plan_share": Expected(PERSON, OWN, "{f}"),
    "plan_me": Expected(PERSON, OWN, "{f}"),
    "plan_hand": Expected(PERSON, OWN, "{f}.{f}"),
    "plan_remove": Expected(PERSON, OWN, "{f}.{f}"),
    "plan_consent": Expected(PERSON, OWN, "{f}.0"),
    "plan_look": Expected(ADVISOR, ANY, "{f}"),
    "plan_which": Expected(ADVISOR, ANY, "{f}"),
    "plan_remark": Expected(ADVISOR, ANY, "{f}.konzept"),
}
# What only editors may do: none of it touches a ticket.
EDITING = (
    "/faq /faq_suche /faq_bearbeiten /faq_neu /faq_loeschen /faq_liste /faq_verlauf "
    "/faq_wiederherstellen /warum /luecken /faq_export /faq_import /statistik /status faq "
    "faq_find faq_list faq_page faq_show faq_at faq_drafts faq_draft faq_field faq_use "
    "faq_checked faq_look faq_seen faq_facts faq_office faq_discard faq_new faq_topic faq_group "
    "faq_rehearse "
    "faq_publish faq_submit faq_return faq_rebase faq_remove faq_history faq_version faq_restore "
    "faq_adopt faq_never faq_again faq_gaps faq_gap faq_gap_to faq_gap_new faq_gap_off faq_stats "
    "faq_stats_csv faq_status faq_export faq_import faq_plan faq_import_next faq_import_take "
    "faq_import_do faq_import_undo faq_import_drop faq_tell faq_tell_since faq_tell_now faq_stop"
)
EXPECTED |= {name: Expected(Role.EDITOR, NOTHING) for name in EDITING.split()}
EXPECTED |= {
    "/verlauf": Expected(PERSON, NOTHING),
    "/hinweise": Expected(PERSON, NOTHING),
    "/admin": Expected(PERSON, NOTHING, "AAAA-BBBB-CCCC-DDDD"),
    "receipt": Expected(PERSON, NOTHING, "0"),
    "notices_off": Expected(PERSON, NOTHING),
    "/rollen": Expected(ADMIN, NOTHING, "{t}"),
    "roles": Expected(ADMIN, NOTHING),
    "role": Expected(ADMIN, NOTHING, "1"),
    "role_give": Expected(ADMIN, NOTHING, "999999.nutzer"),
    "role_log": Expected(ADMIN, NOTHING),
}
