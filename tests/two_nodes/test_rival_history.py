"""Two histories from one key: proven from the file alone, the channel suspended, reading as before."""

import datetime

import pytest

from tests.two_nodes.capitals import PLAN, replace, report, tables
from tests.two_nodes.test_delivery import offline

pytestmark = pytest.mark.two_nodes

AT = datetime.datetime(2024, 12, 2, 9, 0, tzinfo=datetime.UTC)
LATER = AT + datetime.timedelta(hours=1)


def lives(entries):
    """What each life of the restored node puts on record after the copy was made."""
    return [f"P2.I{number}" for number in range(1, entries + 1)]


@pytest.fixture
def rival_file(reported, stages, tmp_path):
    """A function: the file Ottawa hands over after a copy of its node was restored and has written other things.

    Seoul holds one report of the first life.
    """

    def made(entries, *options):
        restored = stages / "reported" / "can"
        reported.can.does("report", **report(provision="P1.I5", on="2024-12-01"), at=AT)
        first = reported.can.hands_over(tmp_path / "first-life.suivi")
        assert reported.kor.suivi("take-in", first).code == 0
        replace(reported.can.folder, restored)
        for provision in lives(entries):
            reported.can.does("report", **report(provision=provision, on="2024-12-01"), at=LATER)
        return reported.can.hands_over(tmp_path / "second-life.suivi", *options)

    return made


@pytest.mark.parametrize(
    ("entries", "options", "fault"),
    [
        (1, (), "log.equivocation"),
        (1, ("--from-start",), "log.equivocation"),
        (2, (), "log.fork"),
        (2, ("--from-start",), "log.fork"),
    ],
)
def test_a_rival_history_suspends_the_channel_and_is_proven_by_the_bytes_kept(
    reported, rival_file, tmp_path, entries, options, fault
):
    file = rival_file(entries, *options)
    before = tables(reported.kor)

    ran = reported.kor.suivi("take-in", file)
    after = tables(reported.kor)
    ((code, octets),) = reported.kor.does("evidence")
    proof = tmp_path / "proof.json"
    proof.write_bytes(octets)
    decided = reported.kor.begins(offline, words=["verify", str(proof)]).ends()

    assert ran.code == 5
    assert f"[{fault}]" in ran.err
    assert {name for name in after if after[name] != before[name]} <= {"desk_evidence", "sqlite_sequence"}
    assert code == fault
    assert (decided.code, decided.facts["proves"]) == (0, fault)


def test_evidence_that_was_changed_proves_nothing(reported, rival_file, tmp_path):
    reported.kor.suivi("take-in", rival_file(1))
    ((_, octets),) = reported.kor.does("evidence")
    proof = tmp_path / "proof.json"
    proof.write_bytes(octets.replace(b'"error":"log.equivocation"', b'"error":"keys.cut"'))

    decided = reported.kor.begins(offline, words=["verify", str(proof)]).ends()

    assert (decided.code, decided.out) == (3, "")
    assert "does not prove keys.cut" in decided.err


def test_a_suspended_channel_takes_nothing_in_and_releases_nothing_but_is_read_as_before(
    reported, rival_file, tmp_path
):
    file = rival_file(1)
    ticket = reported.kor.does("file report", **report(provision="P4.I1", account={"ko": "협의하였다."}), at=AT)
    before = reported.kor.suivi("register", PLAN).facts

    reported.kor.suivi("take-in", file)
    taken_again = [reported.kor.suivi("take-in", each) for each in (file, tmp_path / "first-life.suivi")]
    released = reported.kor.tries("leave", ticket=ticket, at=LATER)
    checked = reported.kor.suivi("check")

    assert [ran.code for ran in taken_again] == [5, 5]
    assert all("[channel.suspended]" in ran.err for ran in taken_again)
    assert (released.code, "[channel.suspended]" in released.err) == (5, True)
    assert checked.code == 3
    assert "suspended: log.equivocation" in checked.out
    assert reported.kor.suivi("register", PLAN).facts == before
    assert reported.kor.suivi("log", "verify").code == 0
