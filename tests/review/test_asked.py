"""What a yearly review wants to know of an activity, and what of it is on record."""

import datetime

from suivi.plan.when import Period
from suivi.review.asked import answers_of
from tests.register.lived import begun, lived

YEAR = Period(datetime.date(2025, 7, 18), datetime.date(2026, 7, 17))


def asked(activity):
    """By question in English, the days of the steps that answer it."""
    return {one.question.words.en: [said.on for said in one.said] for one in answers_of(activity, YEAR)}


def test_a_review_asks_a_dialogue_what_was_held_decided_and_put_off_in_its_year_alone():
    dialogue = lived(
        begun("dialogue"),
        ("can", "arrange", "2024-09-01", {}),
        ("can", "propose", "2024-09-01", {}),
        ("kor", "convene", "2024-10-01", {}),
        ("kor", "hold", "2024-11-01", {}),
        ("can", "conclude", "2024-11-01", {}),
        ("can", "renew", "2025-07-18", {}),
        ("kor", "postpone", "2026-07-17", {}),
    )

    assert asked(dialogue) == {
        "meetings held": [],
        "what was decided": [],
        "meetings put off, and why": ["2026-07-17"],
        "meetings proposed and convened": ["2025-07-18"],
        "how the series is run": ["2024-09-01"],
    }


def test_what_was_set_before_the_year_still_answers_where_it_holds_until_something_else_does():
    mobility = lived(
        begun("mobility"),
        ("kor", "set-quota", "2023-05-17", {}),
        ("can", "set-quota", "2023-05-18", {}),
        ("can", "count", "2024-12-31", {}),
        ("kor", "count", "2025-12-31", {}),
    )

    told = asked(mobility)
    assert told["places set, by year and stream"] == ["2023-05-17", "2023-05-18"]
    assert told["people counted, by year and stream"] == ["2025-12-31"]


def test_an_earlier_edition_is_asked_what_its_own_table_can_answer():
    assert list(asked(begun("information", edition=1))) == ["terms in force", "items shared and acknowledged"]
    assert "good practice recorded" in asked(begun("information"))
