"""Activities of every mode in the register: whatever crosses in the post, both capitals read the same state."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suivi.modes import MODES
from suivi.modes.asks import ASKS
from suivi.modes.mode import START
from suivi.record.changes import Withdrawn
from suivi.record.joint import Proposed
from suivi.record.steps import By, StepTaken
from suivi.register.duties import StepDue, steps_due
from tests.modes.samples import answers
from tests.register.correspondence import PLAN, codes_of, opened, step, under_way
from tests.register.stories import known_to, voices_known

PER_MODE = settings.default.max_examples // 2  # 30 a mode; 1,000 under the profile “long”
EDITIONS = {f"{mode.name}-{mode.edition}": mode for newest in MODES.values() for mode in (*newest.earlier, newest)}
"""Every edition of every mode: an activity keeps the one it was opened under."""
NEWEST = {name: f"{name}-{mode.edition}" for name, mode in MODES.items()}
ACTS = ("step", "step", "step", "step", "deliver", "deliver", "agree", "concur", "seal", "take-back")


class Played:
    """One activity, played by two capitals that deliver when they like."""

    def __init__(self, mode):
        self.mode = EDITIONS[NEWEST.get(mode, mode)]
        self.story = under_way()
        self.opening = self.story.write("can", opened("P1.I1", self.mode.name, edition=self.mode.edition), subject=PLAN)
        self.story.deliver_all()

    @property
    def standing(self):
        return self.story.register().plans[PLAN].provisions[0].activities[0]

    @property
    def activity(self):
        return self.standing.activity

    @property
    def state(self):
        return self.activity.state

    def table(self, name):
        return next(row for row in self.mode.steps if row.name == name)

    def said(self, name, *, on="2025-01-03", **details):
        return step(self.opening.header.id, name, on=on, **(answers(self.table(name)) | details))

    def takes(self, author, name, **details):
        """`author` takes a step; one of all parties is agreed by both."""
        taken = self.said(name, **details)
        if self.table(name).by is By.ALL:
            entry = self.story.agree(author, taken, subject=PLAN)
        else:
            entry = self.story.write(author, taken, subject=PLAN)
        self.story.deliver_all()
        return entry

    def each(self, name, **details):
        for author in self.story.codes:
            self.takes(author, name, **details)

    def due(self):
        return [(due.step, due.on) for due in steps_due(self.activity)]


@st.composite
def correspondences(draw, mode):
    """Two capitals in the same activity: mostly what is open, sometimes what is not, letters crossing."""
    played = Played(mode)
    for _ in range(draw(st.integers(0, 12))):
        act, author = draw(st.sampled_from(ACTS)), draw(st.sampled_from(played.story.codes))
        _play(played, draw, act, author)
    return played


def _play(played, draw, act, author):
    story, other = played.story, next(code for code in played.story.codes if code != author)
    known = known_to(story, author)
    proposals = [entry for entry in known if isinstance(entry.record, Proposed)]
    own = [entry for entry in known if entry.party == author and isinstance(entry.record, StepTaken)]
    match act:
        case "step" | "agree":
            open_now = played.mode.open_steps(played.state)
            row = draw(st.sampled_from(open_now or played.mode.steps) | st.sampled_from(played.mode.steps))
            if row.by is not By.ALL:
                story.write(author, played.said(row.name), subject=PLAN)
            elif act == "agree":
                story.agree(author, played.said(row.name), subject=PLAN)
            else:
                story.propose(author, played.said(row.name), subject=PLAN)
        case "deliver":
            story.deliver(other, author)
        case "concur" if proposals:
            story.concur(author, draw(st.sampled_from(proposals)), subject=PLAN)
        case "seal" if proposals:
            proposal = draw(st.sampled_from(proposals))
            if len(voices_known(story, author, proposal)) == len(story.codes):
                story.seal(author, proposal, subject=PLAN)
        case "take-back" if own:
            story.write(author, Withdrawn("error"), supersedes=draw(st.sampled_from(own)), subject=PLAN)


@pytest.mark.parametrize("mode", sorted(EDITIONS))
@settings(max_examples=PER_MODE)
@given(drawn=st.data(), chance=st.randoms(use_true_random=False))
def test_both_capitals_reach_the_same_state_in_any_order_of_arrival(mode, drawn, chance):
    played = drawn.draw(correspondences(mode))
    shuffled = played.story.entries()
    chance.shuffle(shuffled)

    register = played.story.register()
    in_ottawa = played.story.fold([*played.story.log("can"), *played.story.log("kor")]).register()
    in_seoul = played.story.fold([*played.story.log("kor"), *played.story.log("can")]).register()

    assert in_ottawa == in_seoul == register == played.story.fold(shuffled).register()
    assert in_ottawa.plans[PLAN].digest == in_seoul.plans[PLAN].digest
    activity = played.activity
    assert activity.state in played.mode.states
    assert activity.saying(activity.taken) == activity
    assert all(isinstance(due, StepDue) for due in steps_due(activity))


@pytest.mark.parametrize("mode", sorted(EDITIONS))
def test_every_state_is_reached_by_records_that_both_sides_exchange(mode):
    for state, path in ways(EDITIONS[mode]).items():
        played = Played(mode)
        for place, row in enumerate(path):
            if row.by is By.EACH:
                played.each(row.name)
            else:
                played.takes(played.story.codes[place % 2], row.name)

        assert (played.state, codes_of(played.story.register())) == (state, [])


def ways(mode):
    """The shortest way to each state."""
    found, waiting = {START: ()}, [(START, ())]
    while waiting:
        state, path = waiting.pop(0)
        for row in mode.open_steps(state):
            if row.by is not By.OWN and row.reaches not in found:
                found[row.reaches] = (*path, row)
                waiting.append((row.reaches, (*path, row)))
    return found


@pytest.mark.parametrize("mode", sorted(EDITIONS))
def test_every_step_is_set_aside_where_it_is_not_open(mode):
    played = Played(mode)
    refused = [row for row in played.mode.steps if START not in row.leaves]
    for row in refused:
        played.takes("kor", row.name)

    assert codes_of(played.story.register()) == ["register.step-not-open"] * len(refused)
    assert played.state == START


@pytest.mark.parametrize("mode", sorted(EDITIONS))
def test_every_step_with_a_detail_in_another_form_is_set_aside(mode):
    for row in EDITIONS[mode].steps:
        if START in row.leaves:
            for ask in row.asks:
                played = Played(mode)
                unsound = {"fr": "Deux", "ko": "둘"} if isinstance(answers(row)[ask], str) else "one line"
                played.takes("kor", row.name, **{ask: unsound})

                assert codes_of(played.story.register()) == ["register.detail-not-sound"], ASKS[ask].name


@pytest.mark.parametrize("mode", sorted(MODES))
def test_what_an_older_node_does_not_know_is_kept_set_aside_and_understood_after_its_upgrade(mode, monkeypatch):
    newest, played = MODES[mode], Played(mode)
    played.takes("can", next(row.name for row in newest.open_steps(START)))
    understood = played.story.register()

    with monkeypatch.context() as older:
        if newest.earlier:
            older.setitem(MODES, mode, newest.earlier[-1])
        else:
            older.delitem(MODES, mode)
        before = played.story.register()

    unknown = "register.unknown-edition" if newest.earlier else "register.unknown-mode"
    assert codes_of(before)[0] == unknown
    assert before.cut == understood.cut  # kept: every entry is held
    assert codes_of(understood) == []
    assert played.story.register() == understood


# Instruments


@pytest.fixture
def adopted():
    played = Played("instrument")
    played.each("mandate")
    played.takes("kor", "negotiate")
    played.takes("can", "adopt", **{"entry-clause": "notification", "entry-days": "30"})
    return played


def test_an_instrument_is_signed_only_when_each_has_signed(adopted):
    adopted.takes("kor", "sign")
    after_korea = adopted.activity
    adopted.takes("can", "sign")

    assert (after_korea.state, after_korea.heard) == ("adopted", {"kor"})
    assert (adopted.state, adopted.activity.heard) == ("signed", frozenset())


def test_nobody_signs_for_the_other_by_signing_twice(adopted):
    adopted.takes("kor", "sign")
    adopted.takes("kor", "sign")

    assert adopted.state == "adopted"
    assert codes_of(adopted.story.register()) == ["register.already-said"]


def test_signatures_that_cross_in_the_post_sign_all_the_same(adopted):
    for author in adopted.story.codes:
        adopted.story.write(author, adopted.said("sign"), subject=PLAN)

    assert adopted.state == "signed"


def test_an_instrument_is_not_ratified_before_it_is_signed_by_each(adopted):
    adopted.takes("can", "sign")
    adopted.takes("can", "ratify")

    assert adopted.state == "adopted"
    assert codes_of(adopted.story.register()) == ["register.step-not-open"]


def test_a_signature_taken_back_leaves_the_other_one_standing(adopted):
    adopted.takes("can", "sign")
    korean = adopted.takes("kor", "sign")
    adopted.story.write("kor", Withdrawn("error"), supersedes=korean, subject=PLAN)

    assert (adopted.state, adopted.activity.heard) == ("adopted", {"can"})


def test_an_instrument_ratified_by_each_enters_into_force_by_one_text_of_all(adopted):
    adopted.each("sign")
    adopted.takes("can", "ratify")
    half_way = adopted.state
    adopted.takes("kor", "ratify")
    ratified = adopted.state
    adopted.takes("kor", "enter", date="2025-06-01")

    assert (half_way, ratified, adopted.state) == ("signed", "ratified", "in-force")
    assert adopted.activity.taken[-1].joint


def test_one_side_alone_brings_nothing_into_force(adopted):
    adopted.each("sign")
    adopted.story.write("can", adopted.said("enter"), subject=PLAN)

    assert adopted.state == "signed"
    assert codes_of(adopted.story.register()) == ["register.joint-step"]


def test_entry_into_force_is_due_by_the_clause_chosen_and_only_by_it(adopted):
    adopted.each("sign", on="2025-02-25")
    after_signature = adopted.due()
    adopted.takes("can", "ratify", on="2025-03-01")
    half_way = adopted.due()
    adopted.takes("kor", "ratify", on="2025-02-27")

    assert (after_signature, half_way) == ([], [])
    assert adopted.due() == [("enter", date(2025, 3, 31))]


def test_an_instrument_that_enters_into_force_on_signature_waits_for_no_ratification():
    played = Played("instrument")
    played.each("mandate")
    played.takes("can", "adopt", **{"entry-clause": "signature", "entry-days": "0"})
    played.takes("can", "sign", on="2025-02-25")
    half_way = played.due()
    played.takes("kor", "sign", on="2025-02-24")
    due = played.due()
    played.takes("can", "enter")

    assert half_way == []
    assert due == [("enter", date(2025, 2, 25))]
    assert (played.state, played.due()) == ("in-force", [])


# Mutual aid


def test_help_is_offered_by_the_side_that_did_not_ask():
    played = Played("mutual_aid")
    played.takes("can", "request")
    played.takes("can", "offer")
    own_offer = (played.state, codes_of(played.story.register()))
    played.takes("kor", "offer")

    assert own_offer == ("requested", ["register.own-answer"])
    assert played.state == "offered"


def test_a_deployment_runs_from_the_request_to_settled_accounts():
    played = Played("mutual_aid")
    played.takes("can", "request", hazard="wildfire", resources="firefighters 150")
    played.takes("kor", "offer", resources="firefighters 70, medical 3, support 79")
    played.takes("can", "accept")
    played.takes("kor", "mobilise", border="entry, customs, medicines")
    played.takes("kor", "account")
    played.takes("kor", "recall", date="2025-08-02")
    awaited = played.due()
    played.takes("kor", "return")
    played.takes("can", "settle", amount="CAD 0", costs="provider")

    assert awaited == [("return", date(2025, 8, 2))]
    assert played.state == "closed"
    assert played.activity.is_concluded


@pytest.mark.parametrize("author", ["can", "kor"])
def test_either_side_may_decline(author):
    played = Played("mutual_aid")
    played.takes("can", "request")
    played.takes(author, "decline")

    assert played.state == "closed"
    assert not played.activity.is_concluded


# Early warning


@pytest.fixture
def watching():
    played = Played("early_warning")
    played.takes("can", "agree-list", **{"acknowledge-days": "2", "consult-days": "15"})
    return played


def test_a_notification_is_acknowledged_by_the_other_side_in_time(watching):
    watching.takes("kor", "notify", on="2025-03-31")
    due = watching.due()
    watching.takes("kor", "acknowledge")
    by_itself = watching.state
    watching.takes("can", "acknowledge")

    assert due == [("acknowledge", date(2025, 4, 2))]
    assert (by_itself, watching.state, watching.due()) == ("notified", "acknowledged", [])


def test_a_call_starts_the_clock_and_the_consultation_stops_it(watching):
    watching.takes("kor", "notify", on="2025-03-31")
    watching.takes("can", "acknowledge", on="2025-04-01")
    watching.takes("kor", "call", on="2025-04-03")
    running = watching.due()
    watching.takes("can", "consult")

    assert running == [("consult", date(2025, 4, 18))]
    assert (watching.state, watching.due()) == ("consulting", [])


def test_an_alert_stood_down_goes_back_to_watching_and_the_next_has_a_clock_of_its_own(watching):
    watching.takes("kor", "notify", on="2025-03-31")
    watching.takes("can", "stand-down")
    calm = (watching.state, watching.due())
    watching.takes("can", "notify", on="2025-05-01")

    assert calm == ("watching", [])
    assert watching.due() == [("acknowledge", date(2025, 5, 3))]


def test_a_list_agreed_anew_sets_other_deadlines(watching):
    watching.takes("can", "agree-list", **{"acknowledge-days": "1", "consult-days": "7"})
    watching.takes("kor", "notify", on="2025-03-31")

    assert watching.due() == [("acknowledge", date(2025, 4, 1))]


def test_a_deadline_past_the_end_of_the_calendar_is_none(watching):
    watching.takes("kor", "notify", on="9999-12-31")

    assert watching.due() == []


# Others


def test_a_text_redrafted_after_delivery_is_cleared_anew_by_each():
    played = Played("advocacy")
    for name in ("draft", "clear", "deliver", "renew"):
        played.each(name) if name == "clear" else played.takes("can", name)
    played.takes("kor", "clear")

    assert (played.state, played.activity.heard) == ("drafted", {"kor"})


def test_a_project_is_funded_once_each_has_named_its_sum():
    played = Played("project")
    played.takes("can", "call")
    played.takes("can", "select")
    played.takes("can", "fund", amount="CAD 2500000")
    half_way = played.state
    played.takes("kor", "fund", amount="KRW 2500000000")

    assert (half_way, played.state) == ("selected", "funded")


def test_a_quota_in_money_that_does_not_exist_or_below_zero_is_set_aside():
    project, mobility = Played("project"), Played("mobility")
    project.takes("can", "call")
    project.takes("can", "select")
    project.takes("can", "fund", amount="ABC 5")
    mobility.takes("can", "set-quota", quota="working-holiday -4")

    assert codes_of(project.story.register()) == ["register.detail-not-sound"]
    assert codes_of(mobility.story.register()) == ["register.detail-not-sound"]


def test_a_quota_stands_once_each_has_set_its_own_and_is_adjusted_by_both():
    played = Played("mobility")
    played.takes("can", "set-quota", year="2025", quota="working-holiday 7500, young-professionals 500")
    half_way = played.state
    played.takes("kor", "set-quota", year="2025", quota="working-holiday 12000")
    played.takes("can", "open")
    played.takes("kor", "count", quota="working-holiday 0")
    played.takes("kor", "adjust", year="2026")

    assert (half_way, played.state) == (START, "set")


def test_a_dialogue_convened_is_due_to_be_held_on_the_day_agreed():
    played = Played("dialogue")
    played.takes("can", "propose")
    played.takes("can", "convene", date="2025-10-30")
    due = played.due()
    played.takes("kor", "postpone")

    assert due == [("hold", date(2025, 10, 30))]
    assert played.due() == []
