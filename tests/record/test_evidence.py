"""Evidence is a source with an address, cited in our own words; it is nobody's account."""

import pytest

from suivi.record.evidence import LONGEST_ADDRESS, EvidenceAttached, read_evidence_attached
from tests.record.entries import fault_of
from tests.record.samples import RECORDS

EVIDENCE = RECORDS["evidence.attached"]


@pytest.mark.parametrize(
    "address",
    [
        "https://www.korea.kr/briefing/pressReleaseView.do?newsId=156633684",
        "http://news.kmib.co.kr/article/view.asp?arcid=0020313030&code=61111611",
        "https://example.org",
        "https://example.org:8443/a/%EC%97%B0%EA%B5%AC#part(2)",
        "https://xn--3e0b707e.example/",
    ],
)
def test_a_source_is_found_at_an_address_of_the_web(address):
    assert read_evidence_attached(EVIDENCE.value() | {"address": address}).address == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "www.korea.kr",
        "the ministry's web site",
        "ftp://example.org/file",
        "javascript:alert(1)",
        "https://",
        "https:///path",
        "https://example.org/a b",
        "https://example.org/\u202eabc",
        "https://example.org/한국",
        "https://example.org/%zz",
        "https://bank.example@elsewhere.example/",
        'https://example.org/"><script>',
        "https://example.org/\n",
        "file:///etc/hosts",
        " https://example.org",
        7,
        ["https://example.org"],
    ],
)
def test_a_source_that_is_not_an_address_is_refused_by_name(address):
    assert fault_of(read_evidence_attached, EVIDENCE.value() | {"address": address}) == ("record.address", "address")


def test_an_address_has_two_thousand_characters_at_most():
    longest = "https://example.org/".ljust(LONGEST_ADDRESS, "a")

    assert read_evidence_attached(EVIDENCE.value() | {"address": longest}).address == longest
    assert fault_of(read_evidence_attached, EVIDENCE.value() | {"address": longest + "a"})[0] == "record.address"


def test_evidence_on_the_plan_as_a_whole_names_no_provision():
    value = EVIDENCE.value()
    del value["provision"], value["report"]
    read = read_evidence_attached(value)

    assert (read.provision, read.report) == ("", None)
    assert "provision" not in read.value()
    assert fault_of(read_evidence_attached, value | {"provision": ""}) == ("record.value", "provision")


@pytest.mark.parametrize("field", ["published_on", "on"])
def test_the_days_of_a_source_are_days_of_the_calendar_or_left_out(field):
    value = EVIDENCE.value()

    assert fault_of(read_evidence_attached, value | {field: "2022-02"}) == ("record.value", field)
    assert getattr(read_evidence_attached({k: v for k, v in value.items() if k != field}), field) is None


def test_the_language_is_that_of_the_source():
    assert fault_of(read_evidence_attached, EVIDENCE.value() | {"language": "Korean"}) == ("record.value", "language")


def test_what_a_source_says_is_told_in_at_least_one_language():
    assert fault_of(read_evidence_attached, EVIDENCE.value() | {"account": {}}) == ("record.value", "account")
    assert EvidenceAttached(
        address="https://example.org", title="T", language="en", publisher="P", account={"en": "It says so."}
    ).value() == {
        "address": "https://example.org",
        "title": "T",
        "language": "en",
        "publisher": "P",
        "account": {"en": "It says so."},
    }
