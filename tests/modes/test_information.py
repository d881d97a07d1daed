"""Information lived through: shared before and after the terms, asked for and answered, practice kept."""

import datetime

import pytest

from suivi.modes import MODES, mode_of
from suivi.modes.mode import START, OwnAnswer, StepNotOpen
from suivi.record.marking import Marking
from suivi.register.activity import Activity, Said
from suivi.register.duties import steps_due

ITEM = {"fr": "Positions de navires suspects."}
TERMS = {"subject": {"en": "Dark vessels"}, "handling": "GREEN", "cadence": "monthly", "contact": "Watch officer"}


@pytest.fixture
def activity():
    return Activity(id="a", plan="p", mode=MODES["information"], parties=frozenset({"can", "kor"}))


def said(party, step, on="2026-03-02", **details):
    return Said(
        party=party,
        step=step,
        details={name.replace("_", "-"): answer for name, answer in details.items()},
        on=on,
        log="log",
        seq=1,
        id="id",
        leaf=b"",
        at=f"{on}T09:00:00Z",
        marking=Marking(),
    )


def test_a_side_shares_before_any_terms_and_the_state_says_that_none_are_agreed(activity):
    shared = activity.after(said("kor", "share", item=ITEM)).after(said("can", "acknowledge", item=ITEM, account=ITEM))

    assert shared.state == START
    assert shared.mode.words[shared.state].en == "terms not agreed yet"
    assert [each.party for each in shared.taken] == ["kor", "can"]


def test_sharing_goes_on_once_the_terms_are_agreed_and_stops_while_it_is_suspended(activity):
    agreed = activity.after(said("can", "agree-terms", **TERMS)).after(said("kor", "share", item=ITEM))
    suspended = agreed.after(said("can", "suspend", reason={"en": "A leak"}))

    assert (agreed.state, suspended.state) == ("open", "suspended")
    with pytest.raises(StepNotOpen):
        suspended.after(said("kor", "share", item=ITEM))


def test_an_answer_falls_due_on_the_day_it_was_wanted_by_until_the_other_side_gives_it(activity):
    asked = activity.after(said("can", "request", subject={"en": "Catch figures"}, answer_by="2026-04-15"))

    assert [(due.step, due.on) for due in steps_due(asked)] == [("answer", datetime.date(2026, 4, 15))]
    with pytest.raises(OwnAnswer):
        asked.after(said("can", "answer", item=ITEM, account=ITEM))
    assert steps_due(asked.after(said("kor", "answer", on="2026-04-20", item=ITEM, account=ITEM))) == ()


def test_a_good_practice_is_kept_with_its_title(activity):
    kept = activity.after(
        said("kor", "record-practice", title={"ko": "야간 비행 훈련"}, practice={"ko": "월 1회 실시"})
    )

    assert kept.taken[-1].details["title"] == {"ko": "야간 비행 훈련"}


def test_an_activity_of_the_first_edition_still_waits_for_its_terms():
    first = Activity(id="a", plan="p", mode=mode_of("information", 1), parties=frozenset({"can", "kor"}))

    with pytest.raises(StepNotOpen):
        first.after(said("kor", "share", item=ITEM))
