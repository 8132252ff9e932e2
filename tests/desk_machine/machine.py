"""What people and advisors do, what the messenger and the machine do to them."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from tests.desk_machine.advising import PICK, WHO, Advising
from tests.desk_machine.asking import MATTERS, Asking
from tests.desk_machine.invariants import PERSONS
from tests.desk_machine.messenger import MARK, Mood
from tests.desk_machine.world import GROUP

FOR_PERSONS = st.sampled_from([mood for mood in Mood if mood is not Mood.FINE])
CHANGING = st.sampled_from(["take", "release", "close_as", "reopen"])
FOR_GROUP = FOR_PERSONS.filter(lambda mood: mood is not Mood.REFUSED)


class Life(Asking, Advising):
    """All of it together."""

    @initialize(topics=st.booleans(), reacts=st.booleans(), waiting=st.sampled_from([2, 1, 0]))
    def opens(self, topics: bool, reacts: bool, waiting: int) -> None:  # noqa: FBT001 - drawn by name
        self.open(topics=topics, reacts=reacts)
        for who, matter in zip(PERSONS[2 - waiting :], MATTERS, strict=False):
            self.hands_over(who, matter)

    @rule(who=st.sampled_from(PERSONS), moods=st.lists(FOR_PERSONS, min_size=1, max_size=3))
    def messenger_fails_for_a_person(self, who: str, moods: list[Mood]) -> None:
        self.world.stage.moods[who] += moods

    @rule(moods=st.lists(FOR_GROUP, min_size=1, max_size=3))
    def messenger_fails_for_the_group(self, moods: list[Mood]) -> None:
        self.world.stage.moods[GROUP] += moods

    @rule()
    def network_goes_away_or_comes_back(self) -> None:
        self.world.sending = not self.world.sending
        self.run(self.world.send())

    @rule(who=WHO, pick=PICK, actions=st.lists(CHANGING, min_size=2, max_size=3))
    def tickets_change_while_the_network_is_away(
        self, who: str, pick: int, actions: list[str]
    ) -> None:
        self.world.sending = False
        for action in actions:
            self.presses(who, pick, action, alone=False)
        self.world.sending = True
        self.observe(self.world.send)

    @rule(steps=st.integers(1, 14))
    def dies_in_the_next_step(self, steps: int) -> None:
        self.die_after = steps

    @rule()
    def restarts(self) -> None:
        self.run(self.world.restart())

    @rule(hours=st.sampled_from([1, 1, 23, 23, 100, 24 * 12, 24 * 4]))
    def time_passes(self, hours: int) -> None:
        self.world.clock.moves(timedelta(hours=hours))
        self.observe(self.world.make_rounds)

    @rule(pick=st.integers(0, 99))
    def an_update_comes_again(self, pick: int) -> None:
        if not self.delivered:
            return
        key, update = self.delivered[pick % len(self.delivered)]
        before, calm = self.now, self.world.is_calm and not self.die_after
        letters = len(self.world.stage.history)
        self.deliver((key, update))
        if calm:
            assert self.now == before, "the same update did something again"
            assert len(self.world.stage.history) == letters

    @rule(pick=st.integers(0, 99))
    def somebody_deletes_a_message_of_the_group(self, pick: int) -> None:
        here = [heard.id for chat, heard in self.world.stage.sent if chat == GROUP]
        if here:
            self._note_deletion({here[pick % len(here)]})
            self.world.stage.deletes(GROUP, here[pick % len(here)])

    @rule(pick=st.integers(0, 99))
    def somebody_deletes_a_topic(self, pick: int) -> None:
        topics = self.world.stage.topics
        if topics:
            name = list(topics)[pick % len(topics)]
            del topics[name]
            sent = self.world.stage.sent
            self._note_deletion({h.id for c, h in sent if (c, h.topic) == (GROUP, name)})
            self.world.stage.sent = [
                (c, h) for c, h in self.world.stage.sent if (c, h.topic) != (GROUP, name)
            ]

    def _note_deletion(self, messages: set[str]) -> None:
        gone = [heard for _, heard in self.world.stage.sent if heard.id in messages]
        for ticket in self.now.values():
            if any(h.text.removeprefix(MARK).startswith(ticket.number) for h in gone):
                self.world.deleted[ticket.number] = ticket.state
