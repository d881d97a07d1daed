"""A body is named by its party, for known days; a report names the bodies that acted by their ids."""

import pytest

from suivi.record.bodies import BodyNamed, read_body_named
from suivi.record.reports import read_report_filed
from tests.record.entries import fault_of
from tests.record.samples import RECORDS, REPORT

NAMED = RECORDS["body.named"]


def test_a_name_may_have_been_borne_for_ever_and_still_be_in_use():
    named = BodyNamed(body="can-gac", party="can", names={"en": "Global Affairs Canada"})

    assert named.value() == {"body": "can-gac", "party": "can", "names": {"en": "Global Affairs Canada"}}
    assert read_body_named(named.value()) == named


def test_a_name_does_not_end_before_it_begins():
    assert fault_of(read_body_named, NAMED.value() | {"until_on": "2025-09-30"}) == ("record.value", "until_on")
    assert read_body_named(NAMED.value() | {"until_on": "2025-10-01"}).until_on == "2025-10-01"


@pytest.mark.parametrize("names", [{}, {"korean": "산업통상부"}, {"ko": " "}, "산업통상부"])
def test_a_body_has_a_name_in_at_least_one_language(names):
    assert fault_of(read_body_named, NAMED.value() | {"names": names})[0].startswith("record.")


@pytest.mark.parametrize("leads", [[], ["P1.I1", "P1.I1"], ["P1 I1"], ["a plan#P1.I1"], ["plan#"], "P1.I1"])
def test_what_a_body_leads_are_provisions_each_once(leads):
    code, at = fault_of(read_body_named, NAMED.value() | {"leads": leads})

    assert code == "record.value"
    assert at.startswith("leads")


@pytest.mark.parametrize("bodies", [[], ["can-gac", "can-gac"], ["Global Affairs"], [7], "can-gac"])
def test_a_report_names_each_body_that_acted_once_by_its_id(bodies):
    code, at = fault_of(read_report_filed, REPORT.value() | {"bodies": bodies})

    assert code == "record.value"
    assert at.startswith("bodies")


def test_a_report_that_names_no_body_says_nothing_of_bodies():
    value = {name: field for name, field in REPORT.value().items() if name != "bodies"}

    assert read_report_filed(value).bodies == ()
    assert read_report_filed(value).value() == value
