"""Plan, parties, channels and times: identities that last while texts, names and years move."""

from datetime import date

import pytest

from suivi.plan.channel import CHANNEL_GRAMMAR, PARTY_GRAMMAR, Charter, CharterParty, origin_of
from suivi.plan.party import Body, DatedName, Party
from suivi.plan.plan import Place, Plan, Provision, ProvisionKind
from suivi.plan.text import Span
from suivi.plan.when import Period

SHARED_TWICE = Provision(
    id="P3.I4",
    kind=ProvisionKind.INITIATIVE,
    mode="implementation",
    places=(Place("P3.I4", "P3", {"fr": Span(10, 20)}), Place("P4.I7", "P4", {"fr": Span(50, 60)})),
)
PLAN = Plan(id="canada-korea-2024", version=1, texts=(), sections=(), provisions=(SHARED_TWICE,))
MINISTRY = Body(
    id="kor-trade",
    party="kor",
    dated_names=(
        DatedName({"ko": "산업통상자원부"}, from_on=date(2013, 3, 23)),
        DatedName({"ko": "산업통상부"}, from_on=date(2025, 10, 1)),
    ),
)


def test_a_commitment_in_two_places_is_found_by_either_number():
    assert PLAN.provision("P3.I4") is PLAN.provision("P4.I7") is SHARED_TWICE
    assert PLAN.provision("P9.I9") is None


def test_a_body_bears_the_name_it_had_on_the_day():
    assert MINISTRY.name_on(date(2025, 9, 30)) == {"ko": "산업통상자원부"}
    assert MINISTRY.name_on(date(2025, 10, 1)) == {"ko": "산업통상부"}
    assert MINISTRY.name_on(date(2013, 3, 22)) == {}


def test_a_party_is_named_in_the_language_asked_for_else_in_one_there_is_else_by_its_code():
    korea = Party("kor", {"en": "Republic of Korea", "ko": "대한민국"})

    assert korea.name("ko") == "대한민국"
    assert korea.name("fr") == "Republic of Korea"
    assert Party("can", {}).name("fr") == "CAN"


def test_the_order_of_parties_is_that_of_the_charter():
    parties = (CharterParty("kor", "0" * 64, {}), CharterParty("can", "1" * 64, {}))

    assert Charter("can-kor", parties, (), {"tlp": "AMBER"}, "1").codes == ("kor", "can")


def test_a_log_is_named_by_its_party_and_channel():
    assert origin_of("can", "can-kor") == "suivi/can/can-kor"


@pytest.mark.parametrize("name", ["can-kor", "can-kor.2", "can-kor.99", "ab"])
def test_a_channel_may_bear_a_successor_number_from_2_to_99(name):
    assert CHANNEL_GRAMMAR.fullmatch(name)


@pytest.mark.parametrize("name", ["can-kor.1", "can-kor.100", "Can", "-kor", "k", "can/kor", "a" * 33])
def test_other_channel_names_are_not_names(name):
    assert not CHANNEL_GRAMMAR.fullmatch(name)


@pytest.mark.parametrize(("code", "sound"), [("can", True), ("k", False), ("Kor", False), ("a" * 17, False)])
def test_a_party_code_is_short_and_in_lower_case(code, sound):
    assert bool(PARTY_GRAMMAR.fullmatch(code)) is sound


def test_a_period_holds_its_first_and_last_day():
    year = Period(date(2024, 7, 18), date(2025, 7, 17))

    assert [
        year.holds(day) for day in (date(2024, 7, 17), date(2024, 7, 18), date(2025, 7, 17), date(2025, 7, 18))
    ] == [
        False,
        True,
        True,
        False,
    ]


def test_a_period_cannot_end_before_it_begins():
    with pytest.raises(ValueError, match="ends on or after its first day"):
        Period(date(2025, 7, 17), date(2024, 7, 18))
