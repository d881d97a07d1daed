"""Information lived through: shared before and after the terms, asked for and answered, practice kept."""

import datetime

import pytest

from suivi.modes import MODES, mode_of
from suivi.modes.mode import START, DetailMissing, OwnAnswer, StepNotOpen
from suivi.record.marking import Marking
from suivi.register.activity import Activity, Said
from suivi.register.duties import answers_to, steps_due

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


@pytest.mark.parametrize(
    ("cadence", "first", "second"),
    [
        ("weekly", ["2026-02-07"], ["2026-03-09"]),
        ("monthly", ["2026-02-28"], ["2026-04-02"]),
        ("quarterly", ["2026-04-30"], ["2026-06-02"]),
        ("half-yearly", ["2026-07-31"], ["2026-09-02"]),
        ("yearly", ["2027-01-31"], ["2027-03-02"]),
        ("as-it-arises", [], []),
    ],
)
def test_what_is_to_be_shared_falls_due_as_often_as_the_terms_say_and_no_longer_once_suspended(
    activity, cadence, first, second
):
    agreed = activity.after(said("can", "agree-terms", on="2026-01-31", **(TERMS | {"cadence": cadence})))
    shared = agreed.after(said("kor", "share", on="2026-03-02", item=ITEM))
    suspended = shared.after(said("can", "suspend", on="2026-03-03", reason={"en": "A leak"}))

    assert [due.on.isoformat() for due in steps_due(agreed)] == first
    assert [due.on.isoformat() for due in steps_due(shared)] == second
    assert steps_due(suspended) == ()


def test_an_answer_falls_due_on_the_day_it_was_wanted_by_until_the_other_side_gives_it(activity):
    figures = {"en": "Catch figures"}
    asked = activity.after(said("can", "request", subject=figures, answer_by="2026-04-15"))

    assert [(due.step, due.on) for due in steps_due(asked)] == [("answer", datetime.date(2026, 4, 15))]
    with pytest.raises(OwnAnswer):
        asked.after(said("can", "answer", subject=figures, item=ITEM, account=ITEM))
    with pytest.raises(DetailMissing):
        asked.after(said("kor", "answer", item=ITEM, account=ITEM))
    assert (
        steps_due(asked.after(said("kor", "answer", on="2026-04-20", subject=figures, item=ITEM, account=ITEM))) == ()
    )


def test_an_answer_names_the_request_it_answers_and_the_others_stay_due(activity):
    ports, ships, ice = {"en": "Ports"}, {"en": "Ships", "ko": "선박"}, {"ko": "해빙"}
    asked = activity.after(said("can", "request", subject=ports, answer_by="2026-04-15"))
    asked = asked.after(said("can", "request", subject=ships, answer_by="2026-05-15"))
    crossed = asked.after(said("kor", "request", subject=ice, answer_by="2026-06-15"))
    # The other side asked last, and each still answers what it was asked.
    answered = crossed.after(said("kor", "answer", subject={"ko": "선박"}, item=ITEM, account=ITEM))
    both = answered.after(said("can", "answer", subject=ice, item=ITEM, account=ITEM))

    assert [due.on.isoformat() for due in steps_due(crossed)] == ["2026-04-15", "2026-05-15", "2026-06-15"]
    assert [due.on.isoformat() for due in steps_due(answered)] == ["2026-04-15", "2026-06-15"]
    assert [due.on.isoformat() for due in steps_due(both)] == ["2026-04-15"]


def test_an_answer_of_the_second_edition_names_none_and_answers_the_oldest():
    second = Activity(id="a", plan="p", mode=mode_of("information", 2), parties=frozenset({"can", "kor"}))
    asked = second.after(said("can", "request", subject={"en": "Ports"}, answer_by="2026-04-15"))
    answered = asked.after(said("kor", "answer", item=ITEM, account=ITEM))

    ((_, answer),) = answers_to(answered, "request", "answer", "subject")
    assert answer is answered.taken[-1]
    assert steps_due(answered) == ()


def test_a_good_practice_is_kept_with_its_title(activity):
    kept = activity.after(
        said("kor", "record-practice", title={"ko": "야간 비행 훈련"}, practice={"ko": "월 1회 실시"})
    )

    assert kept.taken[-1].details["title"] == {"ko": "야간 비행 훈련"}


def test_an_activity_of_the_first_edition_still_waits_for_its_terms():
    first = Activity(id="a", plan="p", mode=mode_of("information", 1), parties=frozenset({"can", "kor"}))

    with pytest.raises(StepNotOpen):
        first.after(said("kor", "share", item=ITEM))
