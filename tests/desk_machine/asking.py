"""What people do who ask."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from handlers.messages import Button
from tests.desk_machine.base import Machine
from tests.desk_machine.invariants import PERSONS
from tests.stage import Heard

WHO = st.sampled_from(PERSONS)
PICK = st.integers(0, 99)
MATTERS = (
    "Dürfen wir im Hof Hühner halten?",
    "Muss das Tor nachts geschlossen sein?",
    "Wie viel gibt es?",  # has an answer in the FAQ
)
# What only advisors may, and what only the asker may.
FOREIGN = ("take", "release", "close_as", "reopen", "reply", "note", "snooze_for", "again")
OWN = ("solved", "why", "write", "leave", "end", "done", "belongs", "fresh")


class Asking(Machine):
    """Anna and Bert."""

    @rule(who=WHO, matter=st.sampled_from(MATTERS))
    def asks(self, who: str, matter: str) -> None:
        self.say(self.ledger.note(who, matter, {"chat": who, "sender": who}))

    @rule(who=WHO, matter=st.sampled_from(MATTERS))
    def hands_over(self, who: str, matter: str) -> None:
        self.say(self.ledger.note(who, f"/anfrage {matter}", {"chat": who, "sender": who}))

    @rule(who=WHO)
    def escalates(self, who: str) -> None:
        self._press_newest(who, "escalate", "anyway")

    @rule(who=WHO)
    def says_whether_it_helped(self, who: str) -> None:
        self._press_newest(who, "solved", "why")

    @rule(who=WHO, pick=PICK)
    def presses_any_button(self, who: str, pick: int) -> None:
        buttons = self._buttons(who)
        if buttons:
            heard, button = buttons[pick % len(buttons)]
            self.press(who, who, button.data, heard)

    @rule(who=WHO)
    def presses_twice_at_once(self, who: str) -> None:
        found = self._newest(who, "escalate", "anyway", "belongs")
        if found:
            data = found[1].data
            keyed = [self.new({"chat": who, "sender": who, "press": data}) for _ in range(2)]
            self.deliver(keyed[0])
            self.deliver(keyed[1])

    @rule(who=WHO, pick=PICK)
    def replies_to_something(self, who: str, pick: int) -> None:
        seen = self.on_screen(who)
        if seen:
            update = {"chat": who, "sender": who, "reply_to": seen[pick % len(seen)].id}
            self.say(self.ledger.note(who, "Es sind drei", update))

    @rule(who=WHO)
    def writes_on(self, who: str) -> None:
        self.say(self.ledger.note(who, "Noch etwas dazu", {"chat": who, "sender": who}))

    @rule(who=WHO, pick=PICK)
    def sends_a_picture(self, who: str, pick: int) -> None:
        file = ("Bild", f"{pick}.jpg", 1000, f"ref{pick}")
        update = {"chat": who, "sender": who, "file": file}
        self.say(self.ledger.note(who, "So sieht es aus", update))

    @rule(who=WHO, pick=PICK)
    def changes_a_message(self, who: str, pick: int) -> None:
        mine = [said for said in self.ledger.of(who) if not said.update["text"].startswith("/")]
        if mine:
            said = mine[pick % len(mine)]
            self.say(self.ledger.changed(said, "Doch anders"))

    @rule(who=WHO, action=st.sampled_from(FOREIGN + OWN), pick=PICK)
    def presses_what_was_never_shown(self, who: str, action: str, pick: int) -> None:
        others = [t for t in self.now.values() if t.chat != who or action in FOREIGN]
        if others:
            before, key = self.now, others[pick % len(others)].id
            value = f"{key}.{key}" if action in ("close_as", "snooze_for") else str(key)
            self.press(who, who, f"{action}:{value}")
            if action in FOREIGN:
                assert self.now == before, f"{who} may {action}"
            else:
                foreign = {t.id for t in others}
                assert {k: t for k, t in self.now.items() if k in foreign} == {
                    k: t for k, t in before.items() if k in foreign
                }, f"{who} may {action} a foreign ticket"

    def _press_newest(self, who: str, *actions: str) -> None:
        found = self._newest(who, *actions)
        if found:
            self.press(who, who, found[1].data, found[0])

    def _newest(self, who: str, *actions: str) -> tuple[Heard, Button] | None:
        return next((found for found in self._buttons(who) if found[1].action in actions), None)

    def _buttons(self, who: str) -> list[tuple[Heard, Button]]:
        # Who calls a message a new question and then says it belongs to the old one gets both.
        return [
            (heard, button)
            for heard in self.on_screen(who)
            for button in heard.buttons
            if button.action != "belongs"
            or button.value.partition(".")[0] not in self.ledger.fresh
        ]
