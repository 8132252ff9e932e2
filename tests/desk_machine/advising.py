"""What advisors do: Carla in the group, Dora in a private chat or in the group."""

from datetime import datetime
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from handlers.thread.person_side import WRITING
from tests.desk_machine.base import Machine
from tests.desk_machine.base import press as pressed
from tests.desk_machine.world import ADVISORS, GROUP
from tickets.life import State
from tickets.ticket import Kind

WHO = st.sampled_from(ADVISORS)
WHERE = st.booleans()  # Dora: in her private chat?
PICK = st.integers(0, 99)
ON_TICKET = ("take", "release", "reopen", "again", "close", "snooze", "pass", "together", "thread")
WITH_SECOND = ("close_as", "snooze_for")


class Advising(Machine):
    """Carla and Dora."""

    def __init__(self) -> None:
        super().__init__()
        # What the next text of somebody in a chat is meant for, as what, and until when.
        self.awaiting: dict[tuple[str, str], tuple[Kind, set[int], datetime]] = {}

    @rule(who=WHO, pick=PICK, alone=WHERE)
    def takes(self, who: str, pick: int, alone: bool) -> None:  # noqa: FBT001 - drawn by name
        ticket = self._ticket(pick)
        if ticket:
            before = self.now[ticket]
            self.press(who, _chat(who, alone), f"take:{ticket}")
            free = before.state in (State.OPEN, State.SNOOZED)
            owner, had = self.now[ticket].owner, before.owner
            assert owner == (f"stage:{who}" if free else had), f"{who} took what {had} has"

    @rule(pick=PICK)
    def both_take_at_once(self, pick: int) -> None:
        ticket = self._ticket(pick)
        if not ticket or self.now[ticket].state != State.OPEN:
            return
        calm, shown = self.world.is_calm and not self.die_after, len(self.world.stage.history)
        before = len(_events(self.now[ticket].parts, "übernommen"))
        self.deliver(
            self.new(pressed("carla", GROUP, f"take:{ticket}")),
            self.new(pressed("dora", "dora", f"take:{ticket}")),
        )
        taken = len(_events(self.now[ticket].parts, "übernommen")) - before
        assert taken == 1, f"{taken} took what only one can have"
        told = [s for s in self.world.stage.history[shown:] if "ist jetzt bei " in s.text]
        assert len(told) == 1 or not calm, told

    @rule(who=WHO, pick=PICK, inside=st.booleans(), asks_back=st.booleans())
    def answers_by_command(self, who: str, pick: int, inside: bool, asks_back: bool) -> None:  # noqa: FBT001 - drawn by name
        ticket = self._ticket(pick)
        if ticket:
            words = f"/antwort {ticket} " + _words(inside=inside, asks_back=asks_back)
            self._says(who, words, {"chat": _chat(who, pick % 2 == 0)}, inside, {ticket})

    @rule(who=WHO, pick=PICK, inside=st.booleans())
    def answers_by_reply(self, who: str, pick: int, inside: bool) -> None:  # noqa: FBT001 - drawn by name
        if (who, GROUP) in self.awaiting:
            return  # that text is what was awaited: see `writes_what_was_awaited`
        ticket = self._ticket(pick)
        number = self.now[ticket].number if ticket else "?"
        about = [h for h in self.on_screen(GROUP) if h.text.startswith(f"{number} ·")]
        if ticket and about:
            heard = about[pick % len(about)]
            update = {"chat": GROUP, "reply_to": heard.id, "topic": heard.topic}
            self._says(who, _words(inside=inside), update, inside, {ticket})

    @rule(who=WHO, pick=PICK, inside=st.booleans())
    def answers_in_the_topic(self, who: str, pick: int, inside: bool) -> None:  # noqa: FBT001 - drawn by name
        topics = list((self.world.stage.topics or {}).items())
        if topics and (who, GROUP) not in self.awaiting:
            name, topic = topics[pick % len(topics)]
            ticket = next(t.id for t in self.now.values() if topic.title.startswith(t.number))
            update = {"chat": GROUP, "topic": name}
            self._says(who, _words(inside=inside), update, inside, {ticket})

    @rule(who=WHO, pick=PICK, inside=st.booleans(), alone=WHERE)
    def presses_and_will_write(self, who: str, pick: int, inside: bool, alone: bool) -> None:  # noqa: FBT001 - drawn by name
        ticket = self._ticket(pick)
        if ticket:
            chat = _chat(who, alone)
            kind = Kind.NOTE if inside else Kind.ANSWER
            self._awaits(who, chat, kind, ticket)
            self.press(who, chat, f"{'note' if inside else 'reply'}:{ticket}")

    @rule(who=WHO, alone=WHERE)
    def writes_what_was_awaited(self, who: str, alone: bool) -> None:  # noqa: FBT001 - drawn by name
        chat = _chat(who, alone)
        if (who, chat) in self.awaiting:
            kind, meant, until = self.awaiting.pop((who, chat))
            if until < self.world.clock():
                return  # in a group it would be a word among colleagues
            self._says(who, _words(), {"chat": chat}, kind is Kind.NOTE, meant)

    @rule(who=WHO, pick=PICK, action=st.sampled_from(ON_TICKET + WITH_SECOND), alone=WHERE)
    def presses(self, who: str, pick: int, action: str, alone: bool) -> None:  # noqa: FBT001 - drawn by name
        ticket = self._ticket(pick)
        if ticket:
            value = f"{ticket}.{1 + pick % 3}" if action in WITH_SECOND else str(ticket)
            self.ledger.again += action == "again"
            self._no_more_awaited(who, _chat(who, alone), action)
            self.press(who, _chat(who, alone), f"{action}:{value}")

    @rule(who=WHO, pick=PICK)
    def presses_any_button_in_the_group(self, who: str, pick: int) -> None:
        buttons = [(h, b) for h in self.on_screen(GROUP) for b in h.buttons]
        if buttons:
            heard, button = buttons[pick % len(buttons)]
            if button.action in ("idea", "earlier", "edit_draft", "send_draft"):
                return  # such texts have no tag
            self.ledger.again += button.action in ("again", "send_words")
            if button.action in ("reply", "note"):
                kind = Kind.NOTE if button.action == "note" else Kind.ANSWER
                self._awaits(who, GROUP, kind, int(button.value))
            self._no_more_awaited(who, GROUP, button.action)
            self.press(who, GROUP, button.data, heard)

    @rule(who=WHO, pick=PICK, alone=WHERE)
    def answers_many_together(self, who: str, pick: int, alone: bool) -> None:  # noqa: FBT001 - drawn by name
        ticket, chat = self._ticket(pick), _chat(who, alone)
        if ticket:
            self.awaiting.pop((who, chat), None)
            shown = len(self.world.stage.history)
            self.press(who, chat, f"together:{ticket}")
            lists = [s.text for s in self.world.stage.history[shown:] if "Stimmt die" in s.text]
            self.press(who, chat, "all_these")
            meant = {t.id for t in self.now.values() if lists and t.number in lists[-1]}
            if meant:
                self._says(who, _words(), {"chat": chat}, inside=False, meant=meant)

    @rule(who=WHO, pick=PICK)
    def changes_what_was_said(self, who: str, pick: int) -> None:
        mine = self.ledger.of(who)
        if mine:
            said = mine[pick % len(mine)]
            command = str(said.update["text"]).split(" ")[:2] if _is_command(said.update) else []
            inside = ["//"] if said.kind is Kind.NOTE else []
            self.say(self.ledger.changed(said, " ".join([*command, *inside, "Doch anders"])))

    @rule(
        who=WHO,
        rest=st.sampled_from(
            ["uebergabe Carla", "uebergabe Dora", "abwesend 1.12.", "abwesend aus"]
        ),
    )
    def leaves_or_hands_over(self, who: str, rest: str) -> None:
        self.deliver(self.new({"chat": GROUP, "sender": who, "text": f"/{rest}"}))

    @rule(who=WHO, pick=PICK)
    def closes_by_command(self, who: str, pick: int) -> None:
        ticket = self._ticket(pick)
        if ticket:
            self.deliver(self.new({"chat": GROUP, "sender": who, "text": f"/schliessen {ticket}"}))

    def _says(
        self,
        who: str,
        words: str,
        update: dict[str, Any],
        inside: bool,  # noqa: FBT001 - as it is drawn
        meant: set[int],
    ) -> None:
        kind = Kind.NOTE if inside else Kind.ANSWER
        self.say(self.ledger.note(who, words, {**update, "sender": who}, kind=kind, meant=meant))

    def _awaits(self, who: str, chat: str, kind: Kind, ticket: int) -> None:
        self.awaiting[who, chat] = kind, {ticket}, self.world.clock() + WRITING

    def _no_more_awaited(self, who: str, chat: str, action: str) -> None:
        if action in ("snooze", "together", "cancel"):
            self.awaiting.pop((who, chat), None)

    def _ticket(self, pick: int) -> int:
        return list(self.now)[-1 - pick % min(len(self.now), 4)] if self.now else 0


def _chat(who: str, alone: bool) -> str:  # noqa: FBT001
    return "dora" if who == "dora" and alone else GROUP


def _words(*, inside: bool = False, asks_back: bool = False) -> str:
    # What ends in a question mark asks back; the tag stands before it.
    return ("// " if inside else "") + ("Wie viele denn" if asks_back else "Fragen Sie das Amt")


def _is_command(update: dict[str, Any]) -> bool:
    return str(update["text"]).startswith("/")


def _events(parts: Any, text: str) -> list[str]:
    return [part.text for part in parts if part.kind is Kind.EVENT and part.text == text]
