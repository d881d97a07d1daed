"""Later words between two nodes: another marking, a consent, a farewell; and what a partner does that it should not."""

import datetime
import json

import pytest

from suivi.exchange.evidence import verify_evidence
from tests.exchange.partner import Capital
from tests.two_nodes.capitals import PLAN, report
from tools import verify as independent

pytestmark = pytest.mark.two_nodes

AT = datetime.datetime(2024, 12, 2, 9, 0, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)
WORDS = {"en": "Officials of both sides met twice and compared their lists of critical minerals."}


@pytest.fixture
def told(reported):
    """Ottawa has reported on P1.I2, and Seoul has it; the number of the entry."""
    can, kor = reported
    placed = can.does("report", **report(provision="P1.I2", account=WORDS, on="2024-12-01"), at=AT)
    handed(can, kor, AT + HOUR)
    return placed["seq"]


def handed(giver, taker, at):
    return taker.does("take in", octets=giver.does("hand over"), at=at)


def digests(capitals):
    return {capital.suivi("register", PLAN).facts["digest"] for capital in capitals}


def test_a_record_marked_otherwise_is_so_in_both_capitals(reported, told):
    can, kor = reported
    before = digests(reported)

    can.does("mark", seq=told, tlp="GREEN", at=AT + 2 * HOUR)
    taken = handed(can, kor, AT + 3 * HOUR)

    assert taken["set_aside"] == []
    assert len(digests(reported)) == 1
    assert digests(reported) != before


def test_nothing_is_marked_above_the_ceiling_of_the_channel(reported, told):
    ran = reported.can.tries("mark", seq=told, tlp="RED", at=AT + 2 * HOUR)

    assert ran.code == 3
    assert "[marking.above-ceiling]" in ran.err


def test_p01_after_a_farewell_nothing_more_leaves_and_the_partner_sees_it(reported, told):
    can, kor = reported
    can.does("leave", ticket=can.does("farewell", at=AT + 2 * HOUR), at=AT + 2 * HOUR)
    size = can.does("size", log=can.log)
    handed(can, kor, AT + 3 * HOUR)
    kor.does("report", **report(provision="P1.I3", on="2024-12-01"), at=AT + 3 * HOUR)
    taken = handed(kor, can, AT + 4 * HOUR)
    ticket = can.does("file report", **report(provision="P1.I3", on="2024-12-01"), at=AT + 4 * HOUR)
    can.does("approve", ticket=ticket, at=AT + 4 * HOUR)

    late = can.tries("release", ticket=ticket, at=AT + 4 * HOUR + datetime.timedelta(minutes=3))

    assert taken["answered"] is False
    assert late.code == 3
    assert "[channel.closed]" in late.err
    assert can.does("size", log=can.log) == size
    shown = kor.suivi("channel", "show").facts
    assert shown["farewells"] == [{"party": "can", "seq": size - 1, "reason": "end-of-cooperation"}]
    assert "this party has closed the channel" in kor.does("channel pages")["channel"][1]
    assert len(digests(reported)) == 1


def test_a_farewell_that_has_not_seen_the_newest_entry_is_written_again(reported, told):
    can, kor = reported
    ticket = can.does("farewell", at=AT + 2 * HOUR)
    kor.does("report", **report(provision="P1.I3", on="2024-12-01"), at=AT + 2 * HOUR)
    handed(kor, can, AT + 3 * HOUR)

    ran = can.tries("leave", ticket=ticket, at=AT + 3 * HOUR)

    assert ran.code == 3
    assert "[channel.farewell]" in ran.err


def test_w06_the_partners_words_reach_no_third_party_without_its_consent(reported, told, tmp_path):
    can, kor = reported
    france = Capital("fra", 61)
    kor.does("open keys", channel="demo", roots=str(tmp_path / "roots"), at=AT)
    keys = france.lists["fra"][0]
    kor.does("accept partner", channel="demo", keys=keys, fingerprint=france.first_manifest().fingerprint())

    refused = kor.tries("report in", channel="demo", account=WORDS, at=AT + 2 * HOUR)
    own_words = kor.does("report in", channel="demo", account={"en": "Words of our own."}, at=AT + 2 * HOUR)
    can.does("consent", seq=told, to="fra", at=AT + 2 * HOUR)
    handed(can, kor, AT + 3 * HOUR)
    allowed = kor.does("report in", channel="demo", account=WORDS, at=AT + 4 * HOUR)

    assert refused.code == 3
    assert "[consent.missing]" in refused.err
    assert own_words
    assert allowed


def test_g07_a_word_that_runs_backwards_is_kept_as_a_proof_for_strangers(reported, told):
    can, kor = reported
    later = AT + 48 * HOUR
    given = can.does("bundle backwards", to=["kor"], by_entries=1, at=later)

    for _ in range(2):  # the same proof is not kept twice
        assert kor.does("take in", octets=given, at=later)["new"] == 0

    ((code, octets),) = kor.does("evidence")
    shown = kor.suivi("channel", "show").facts
    assert code == "witness.backwards"
    assert verify_evidence(octets).proves
    assert independent.evidence(octets)["error"] == code
    assert shown["suspended"] is False
    assert [one["code"] for one in shown["evidence"]] == [code]
    assert "/channel/evidence/" in kor.does("channel pages")["channel"][1]


def test_g08_a_warning_is_shown_in_the_terminal_and_on_the_page(reported, told):
    can, kor = reported
    # An older Seoul has never heard of the kind it is given: it says so, and Ottawa sees that the kind is sound.
    can.does("consent", seq=told, to="fra", at=AT + 2 * HOUR)
    older = kor.does("take in", octets=can.does("hand over"), at=AT + 3 * HOUR, unknown="channel.consented")
    handed(kor, can, AT + 4 * HOUR)

    shown = can.suivi("channel", "show").facts

    assert older["set_aside"] == ["record.unknown-kind"]
    assert [flag["code"] for flag in shown["flags"]] == ["partner.set-aside"]
    assert "To be looked at" in can.does("channel pages")["channel"][1]
    assert "partner.set-aside" in can.suivi("channel", "show", "--format", "table").out


def test_the_terminal_cuts_the_same_tickets(reported, told):
    can = reported.can
    officer = can.officers[0]

    for words in (
        ("mark", told, "--tlp", "GREEN"),
        ("consent", told, "--to", "public"),
        ("close", "--reason", "end-of-cooperation"),
    ):
        ran = can.suivi("channel", *words, "--officer", officer, "--format", "json")
        assert ran.code == 0, ran.err
        assert len(json.loads(ran.out)["ticket"]) == 64
