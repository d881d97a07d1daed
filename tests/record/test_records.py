"""Rules of single records that no table of kinds shows."""

import pytest

from suivi.plan.words import LANGUAGES
from suivi.record.changes import read_corrected, read_withdrawn
from suivi.record.channel import read_receipt, read_set_aside_notice
from suivi.record.home import read_approved, read_mandated, read_released
from suivi.record.reports import STAGES, Stage
from suivi.record.steps import read_activity_opened, read_step_taken
from tests.record.entries import fault_of
from tests.record.samples import RECORDS, REPORT, STEP


def test_every_stage_of_a_report_has_its_words():
    assert list(STAGES) == list(Stage)
    for language in LANGUAGES:
        assert len({words.in_(language) for words in STAGES.values()}) == len(Stage)


def test_a_correction_replaces_what_one_party_says_alone_and_nothing_joint():
    assert read_corrected({"kind": "step.taken", "body": STEP.value()}).body == STEP
    for kind in ("joint.proposed", "plan.adopted", "channel.receipt", "poem.read", 7, None):
        assert fault_of(read_corrected, {"kind": kind, "body": {}}) == ("record.unknown-kind", "kind")


def test_a_correction_of_another_shape_than_its_kind_is_refused_inside_it():
    assert fault_of(read_corrected, {"kind": "step.taken", "body": REPORT.value()})[1].startswith("body.")


def test_a_withdrawal_gives_a_code_and_has_no_room_for_a_text():
    assert fault_of(read_withdrawn, {"reason": "because the other side asked"}) == ("record.value", "reason")


def test_a_notice_gives_the_code_of_a_fault():
    assert read_set_aside_notice({"code": "joint.seal-early"}).code == "joint.seal-early"
    assert fault_of(read_set_aside_notice, {"code": "see my letter"}) == ("record.value", "code")


@pytest.mark.parametrize("cosigned", [[], ["x"] * 17, ["x" * 16_385], ["가" * 6_000], [""]])
def test_a_receipt_holds_one_to_sixteen_notes_within_their_cap(cosigned):
    assert fault_of(read_receipt, {"cosigned": cosigned})[0] == "record.value"


@pytest.mark.parametrize(
    ("details", "code", "at"),
    [
        ({"Date": "2025-03-04"}, "record.unknown-field", "details.Date"),
        ({"date": ""}, "record.value", "details.date"),
        ({"agenda": {}}, "record.value", "details.agenda"),
        ({"agenda": {"fr": "\u200b"}}, "text.forbidden", "details.agenda.fr"),
        ({"agenda": ["one"]}, "record.value", "details.agenda"),
        ({f"a{'b' * n}": "x" for n in range(31)} | {"c": "x", "d": "y"}, "record.value", "details"),
        ([], "record.value", "details"),
    ],
)
def test_the_details_of_a_step_are_lines_or_texts_by_language(details, code, at):
    assert fault_of(read_step_taken, STEP.value() | {"details": details}) == (code, at)


def test_a_step_belongs_to_an_activity_by_its_id():
    assert fault_of(read_step_taken, STEP.value() | {"activity": "dialogue"}) == ("record.value", "activity")


def test_an_activity_is_opened_in_an_edition_that_counts_from_one():
    value = RECORDS["activity.opened"].value()

    assert fault_of(read_activity_opened, value | {"edition": 0}) == ("record.value", "edition")
    assert fault_of(read_activity_opened, value | {"mode": "early-warning"}) == ("record.value", "mode")


@pytest.mark.parametrize("officers", [["A"], ["A", "A"], ["A", "B", "C"], []])
def test_a_release_names_two_different_officers(officers):
    value = RECORDS["home.released"].value() | {"approved_by": officers}

    assert fault_of(read_released, value) == ("record.value", "approved_by")


@pytest.mark.parametrize("at", ["2025-03-04", "2025-03-04T24:00:00Z", "2025-03-04T15:00:60Z", "2025-02-29T15:00:00Z"])
def test_an_approval_says_to_the_second_when_its_officer_signed_in(at):
    value = RECORDS["home.approved"].value() | {"authenticated_at": at}

    assert fault_of(read_approved, value) == ("record.value", "authenticated_at")


def test_the_name_of_an_officer_cannot_turn_the_reading():
    value = RECORDS["home.mandated"].value() | {"officer": "김민수\u202e"}

    assert fault_of(read_mandated, value) == ("text.forbidden", "officer")


def test_a_mandate_is_given_once():
    value = RECORDS["home.mandated"].value() | {"mandates": ["draft", "draft"]}

    assert fault_of(read_mandated, value) == ("record.value", "mandates")
