"""An instrument followed: dates that slip, versions compared, the day of entry into force. Three cases of public record."""

import datetime

import pytest

from suivi.modes.mode import StepNotOpen
from suivi.register.duties import steps_due
from suivi.register.instruments import enters_on, expectations_of, versions_of, words_by_party
from tests.register.lived import begun, lived

MANDATES = (("kor", "mandate", "2023-04-30"), ("can", "mandate", "2023-05-17"))
DAY = datetime.date(2026, 5, 8)


def adopted(*steps, on="2023-12-31", **clause):
    clause = {"entry-clause": "notification", "entry-days": "30", "term": "indefinite"} | clause
    return lived(begun("instrument"), *MANDATES, *steps, ("kor", "adopt", on, clause))


def signed(instrument, on):
    return lived(instrument, ("kor", "sign", on), ("can", "sign", on))


# The three cases


def test_the_classified_information_agreement_is_signed_and_nobody_reports_its_entry_into_force():
    talks = ("can", "negotiate", "2025-10-30", {"round": "1", "place": "Gyeongju"})
    approved = ("kor", "clear", "2026-01-27", {"procedure": "government", "date": "2026-01-27"})
    agreement = signed(adopted(talks, approved, on="2026-02-25"), "2026-02-25")

    assert agreement.state == "signed"
    assert enters_on(agreement) is None  # the clause waits for both notifications
    assert [said.step for said in words_by_party(agreement, ("mandate", "clear", "sign"))["kor"]] == [
        "mandate",
        "clear",
        "sign",
    ]


def test_the_co_production_agreement_shows_both_days_promised_and_by_how_much_each_was_missed():
    text = lived(
        adopted(),
        ("kor", "expect", "2024-04-24", {"expected": "sign", "until": "2024-12-31"}),
        ("kor", "expect", "2025-01-14", {"expected": "sign", "until": "2025-06-30"}),
    )
    waiting = expectations_of(text, datetime.date(2025, 8, 1))
    after = expectations_of(signed(text, "2026-04-22"), DAY)

    assert [(one.until, one.met_on, one.slipped_days) for one in waiting] == [
        ("2024-12-31", "", 213),
        ("2025-06-30", "", 32),
    ]
    assert [(one.until, one.met_on, one.slipped_days) for one in after] == [
        ("2024-12-31", "2026-04-22", 477),
        ("2025-06-30", "2026-04-22", 296),
    ]


def test_the_youth_mobility_memorandum_enters_into_force_on_the_day_the_parties_agreed():
    memorandum = signed(
        adopted(**{"instrument": "memorandum", "entry-clause": "agreed-day", "entry-days": "0"}), "2023-05-17"
    )
    before = enters_on(memorandum)
    memorandum = lived(memorandum, ("kor", "enter", "2024-01-01", {"date": "2024-01-01"}))

    assert before is None
    assert (memorandum.state, enters_on(memorandum)) == ("in-force", datetime.date(2024, 1, 1))


# Rules


def test_one_signature_alone_meets_no_promise():
    text = lived(adopted(), ("kor", "expect", "2024-04-24", {"expected": "sign", "until": "2024-12-31"}))
    half = lived(text, ("kor", "sign", "2024-12-01"))

    assert expectations_of(half, datetime.date(2024, 12, 2))[0].met_on == ""


def test_a_promise_kept_has_not_slipped():
    text = lived(adopted(), ("can", "expect", "2024-04-24", {"expected": "sign", "until": "2024-12-31"}))

    assert [(one.met_on, one.slipped_days) for one in expectations_of(signed(text, "2024-12-31"), DAY)] == [
        ("2024-12-31", 0)
    ]


def test_a_version_is_compared_with_the_one_before_whoever_tabled_it():
    first = ("can", "table", "2023-06-01", {"version": "1", "text": {"en": "Each party shall protect secrets."}})
    second = ("kor", "table", "2023-09-01", {"version": "2", "text": {"en": "Each party shall protect all secrets."}})
    before, after = versions_of(lived(begun("instrument"), *MANDATES, first, second))

    assert before.parts == {"en": (("same", "Each party shall protect secrets."),)}
    assert after.parts == {"en": (("same", "Each party shall protect"), ("added", "all"), ("same", "secrets."))}
    assert (after.number, after.said.party) == (2, "kor")


def test_the_day_of_entry_into_force_is_counted_from_the_last_notification():
    agreement = signed(adopted(), "2024-01-15")
    half = lived(agreement, ("can", "ratify", "2024-03-01"))
    both = lived(half, ("kor", "ratify", "2024-02-01"))

    assert (enters_on(half), enters_on(both)) == (None, datetime.date(2024, 3, 31))


def test_nothing_is_ratified_before_it_is_signed_and_no_version_tabled_once_the_text_is_adopted():
    with pytest.raises(StepNotOpen):
        lived(adopted(), ("can", "ratify", "2024-01-01"))
    with pytest.raises(StepNotOpen):
        lived(adopted(), ("can", "table", "2024-01-01"))


def test_the_end_of_a_fixed_term_is_due_to_be_renewed_and_a_renewal_sets_the_next():
    agreement = lived(
        signed(adopted(**{"entry-clause": "signature", "entry-days": "0", "term": "fixed"}), "2024-01-15"),
        ("kor", "limit", "2024-01-15", {"until": "2027-01-15"}),
        ("can", "enter", "2024-01-15", {"date": "2024-01-15"}),
    )
    renewed = lived(agreement, ("can", "renew", "2027-01-01", {"until": "2030-01-15"}))

    assert [(due.step, due.on.isoformat()) for due in steps_due(agreement)] == [("renew", "2027-01-15")]
    assert [(due.step, due.on.isoformat()) for due in steps_due(renewed)] == [("renew", "2030-01-15")]


def test_a_term_is_renewed_an_amendment_kept_and_a_denunciation_ends_it():
    agreement = lived(
        signed(adopted(**{"entry-clause": "signature", "entry-days": "0", "term": "fixed"}), "2024-01-15"),
        ("can", "enter", "2024-01-15", {"date": "2024-01-15"}),
        ("kor", "amend", "2024-06-01"),
        ("can", "renew", "2025-01-01", {"until": "2030-01-15"}),
        ("can", "relate", "2025-01-02", {"relation": "replaces"}),
        ("kor", "denounce", "2029-01-01"),
    )

    assert (agreement.state, enters_on(agreement)) == ("denounced", datetime.date(2024, 1, 15))
