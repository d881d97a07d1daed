"""The meetings of a dialogue: one identity through every postponement, two accounts side by side."""

import pytest

from suivi.modes.mode import OwnAnswer, StepNotOpen
from suivi.register.duties import next_of_series
from suivi.register.meetings import meetings_of, series_of, upcoming
from tests.register.lived import begun, lived

PROPOSED = ("can", "propose", "2025-01-10", {"date": "2025-03-04", "level": "ministers"})
CONVENED = ("kor", "convene", "2025-01-20", {"date": "2025-03-05", "place": "Séoul", "agenda": {"fr": "Les suites."}})
HELD = ("kor", "hold", "2025-03-05", {"date": "2025-03-05"})


def test_a_dialogue_without_a_proposal_has_no_meeting():
    assert meetings_of(begun("dialogue")) == ()
    assert meetings_of(begun("study")) == ()


def test_the_day_last_agreed_counts_and_the_place_is_that_of_the_convocation():
    (meeting,) = meetings_of(lived(begun("dialogue"), PROPOSED, CONVENED))

    assert (meeting.on, meeting.place, meeting.level, meeting.number) == ("2025-03-05", "Séoul", "ministers", 1)
    assert (meeting.state, meeting.agenda) == ("convened", {"fr": "Les suites."})


def test_a_meeting_put_off_and_proposed_again_is_the_same_meeting_with_a_later_revision():
    dialogue = lived(begun("dialogue"), PROPOSED, CONVENED)
    (before,) = meetings_of(dialogue)
    dialogue = lived(dialogue, ("can", "postpone", "2025-02-20", {"reason": {"fr": "Élections."}}))
    (off,) = meetings_of(dialogue)
    dialogue = lived(dialogue, ("kor", "propose", "2025-02-25", {"date": "2025-04-01", "level": "ministers"}))
    (again,) = meetings_of(dialogue)

    assert before.key == off.key == again.key
    assert (before.revision, off.revision, again.revision) == (1, 2, 3)
    assert (before.is_called_off, off.is_called_off, again.is_called_off) == (False, True, False)
    assert [said.details["reason"] for said in again.postponements] == [{"fr": "Élections."}]
    assert again.on == "2025-04-01"


def test_the_next_meeting_has_a_key_of_its_own():
    dialogue = lived(begun("dialogue"), PROPOSED, CONVENED, HELD, ("can", "conclude", "2025-03-06"))
    dialogue = lived(dialogue, ("kor", "renew", "2026-01-05", {"date": "2026-03-05", "level": "ministers"}))
    first, second = meetings_of(dialogue)

    assert (first.state, second.state) == ("concluded", "proposed")
    assert first.key != second.key
    assert (second.number, second.revision, second.place) == (2, 0, "")


def test_an_hour_counts_only_for_the_day_it_was_given_for():
    given = ("can", "schedule", "2025-01-12", {"date": "2025-03-04", "hour": "09:30", "zone": "Asia/Seoul"})
    proposed = lived(begun("dialogue"), PROPOSED, given)
    convened = lived(proposed, CONVENED)

    assert meetings_of(proposed)[0].hour == ("09:30", "Asia/Seoul", 120)
    assert meetings_of(convened)[0].hour is None  # the day moved: the hour is to be given again


def test_two_sides_tell_of_one_meeting_differently_and_both_stand():
    dialogue = lived(begun("dialogue"), PROPOSED, CONVENED, HELD, ("can", "tell", "2025-03-07", {"date": "2025-03-04"}))
    (meeting,) = meetings_of(dialogue)

    assert [(said.party, said.details["date"]) for said in meeting.accounts] == [
        ("kor", "2025-03-05"),
        ("can", "2025-03-04"),
    ]
    assert (meeting.state, dialogue.state) == ("held", "held")


def test_each_side_describes_the_series_and_its_newest_word_counts():
    dialogue = lived(
        begun("dialogue"),
        ("kor", "arrange", "2025-01-01", {"rhythm": "yearly"}),
        ("can", "arrange", "2025-01-02", {"rhythm": "biennial"}),
        PROPOSED,
        ("kor", "arrange", "2025-02-01", {"rhythm": "half-yearly"}),
    )

    assert {party: said.details["rhythm"] for party, said in series_of(dialogue).items()} == {
        "kor": "half-yearly",
        "can": "biennial",
    }
    assert meetings_of(dialogue)[0].revision == 0  # words on the series change no invitation


CALLED = {"can": ("can", "Canada", "Ottawa"), "kor": ("kor", "한국", "Seoul")}
IN_TURN = {"rhythm": "yearly", "hosting": "alternating", "host": "ottawa"}


def next_of(dialogue, party="kor"):
    coming = upcoming(dialogue, series_of(dialogue)[party], CALLED)
    return (coming.due_on.isoformat() if coming.due_on else "", coming.party)


def test_the_next_meeting_is_due_one_rhythm_after_the_last_and_the_host_changes_with_every_meeting_held():
    described = lived(begun("dialogue"), ("kor", "arrange", "2025-01-01", IN_TURN))
    proposed = lived(described, PROPOSED, CONVENED)
    held = lived(proposed, HELD)
    twice = lived(held, ("can", "conclude", "2025-03-06"), ("kor", "renew", "2025-04-01"), CONVENED, HELD)

    assert next_of(described) == next_of(proposed) == ("", "can")
    assert next_of(held) == ("2026-03-05", "kor")
    assert next_of(twice) == ("2026-03-05", "can")


def test_a_series_owes_its_next_meeting_only_while_none_is_proposed_and_ones_own_word_on_it_counts_first():
    described = lived(begun("dialogue"), ("kor", "arrange", "2025-01-01", IN_TURN))
    proposed = lived(described, PROPOSED, CONVENED)
    held = lived(proposed, HELD, ("can", "conclude", "2025-03-06"))
    both = lived(held, ("can", "arrange", "2025-03-07", {"rhythm": "biennial", "hosting": "fixed", "host": "Seoul"}))
    again = lived(held, ("kor", "renew", "2026-01-05", {"date": "2026-03-05", "level": "ministers"}))

    owed = [next_of_series(one, "can", CALLED) for one in (described, proposed, again)]
    assert owed == [None, None, None]
    coming = [next_of_series(one, party, CALLED) for one, party in ((held, "can"), (both, "can"), (both, "kor"))]
    assert [(one.due_on.isoformat(), one.party) for one in coming if one and one.due_on] == [
        ("2026-03-05", "kor"),
        ("2027-03-05", "kor"),
        ("2026-03-05", "kor"),
    ]


@pytest.mark.parametrize(
    ("said", "due_and_host"),
    [
        ({**IN_TURN, "rhythm": "half-yearly"}, ("2025-09-05", "kor")),
        ({**IN_TURN, "rhythm": "biennial"}, ("2027-03-05", "kor")),
        ({**IN_TURN, "rhythm": "regular"}, ("", "kor")),
        ({**IN_TURN, "hosting": "fixed"}, ("2026-03-05", "can")),
        ({**IN_TURN, "host": "Reykjavik"}, ("2026-03-05", "")),
    ],
)
def test_a_rhythm_without_a_number_names_no_day_and_a_host_who_is_no_party_takes_no_turn(said, due_and_host):
    dialogue = lived(begun("dialogue"), ("kor", "arrange", "2025-01-01", said), PROPOSED, CONVENED, HELD)

    assert next_of(dialogue) == due_and_host


def test_a_meeting_on_the_last_day_of_a_month_is_due_again_on_the_last_day_there_is():
    on = {"date": "2025-08-31"}
    dialogue = lived(
        begun("dialogue"),
        ("kor", "arrange", "2025-01-01", {**IN_TURN, "rhythm": "half-yearly"}),
        PROPOSED,
        CONVENED,
        ("kor", "hold", "2025-08-31", on),
    )

    assert next_of(dialogue)[0] == "2026-02-28"


def test_a_meeting_held_cannot_be_put_off_and_one_not_held_cannot_be_told():
    with pytest.raises(StepNotOpen):
        lived(begun("dialogue"), PROPOSED, CONVENED, HELD, ("can", "postpone", "2025-03-06"))
    with pytest.raises(StepNotOpen):
        lived(begun("dialogue"), PROPOSED, ("can", "tell", "2025-03-06"))


def test_a_case_referred_is_answered_by_the_other_side():
    patrol = lived(
        begun("patrol"),
        ("can", "plan-patrol", "2025-06-01"),
        ("can", "deploy", "2025-06-15"),
        ("can", "refer", "2025-07-01"),
    )

    with pytest.raises(OwnAnswer):
        lived(patrol, ("can", "reply", "2025-07-02"))
    assert lived(patrol, ("kor", "reply", "2025-07-02")).taken[-1].step == "reply"
