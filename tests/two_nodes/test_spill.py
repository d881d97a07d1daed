"""A spill: what should not have left is destroyed on both sides, and both registers still agree."""

import datetime
import json
import sqlite3

import pytest

from tests.leaks import scene
from tests.two_nodes.capitals import PLAN, report

pytestmark = pytest.mark.two_nodes

AT = datetime.datetime(2024, 12, 2, 9, 0, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)
SPILLED = "Neunundneunzig-Canary-Words"


@pytest.fixture
def spilled(online):
    """Ottawa has reported what it should not have, Seoul has it; the entry's number."""
    can, kor = online
    placed = can.does("report", **report(provision="P1.I2", account={"en": SPILLED}, on="2024-12-01"), at=AT)
    can.does("report", **report(provision="P1.I3", on="2024-12-01"), at=AT)
    kor.does("pull", party="can", at=AT + HOUR)
    can.does("pull", party="kor", at=AT + HOUR)
    return placed["seq"]


@pytest.fixture
def made_public(online, tmp_path):
    """The spilled report in Ottawa's public log too, with two copies, and at Seoul; its number, and the copies."""
    can, kor = online
    copies = [tmp_path / name for name in ("archive", "library")]
    for copy in copies:
        copy.mkdir()
    keys = {one: done(one, scene.prepared, roots=str(tmp_path / f"roots-{one.party}")) for one in online}
    for ours, theirs in ((can, kor), (kor, can)):
        done(ours, scene.prepared, roots="", partner=keys[theirs])
    assert can.suivi("init-public", "--copy", copies[0], "--copy", copies[1]).code == 0
    files = {one: done(one, scene.made_public) for one in online}
    for ours, theirs in ((can, kor), (kor, can)):
        done(ours, scene.taken_in, octets=files[theirs])
    account = dict.fromkeys(("en", "fr", "ko"), SPILLED)
    placed = can.does("report", **report(provision="P1.I2", account=account, on="2024-12-01"), at=AT)
    done(can, make_public, seq=placed["seq"], at=AT + HOUR / 2)
    for channel in ("can-kor", "public"):
        kor.does("take in", octets=can.does("hand over", channel=channel), channel=channel, at=AT + HOUR)
    return placed["seq"], copies


def done(capital, function, **values):
    running = capital.begins(function, **values)
    ran = running.ends()
    assert ran.code == 0, ran.err
    return running.answer


def make_public(*, seq, at):
    from suivi.desk.actions import publication
    from tests.two_nodes.orders import CHANNEL, leave, officers

    return leave(ticket=publication.publish(officers()[0], channel=CHANNEL, seq=seq, at=at), at=at)


def asked(can, seq, at):
    ticket = can.does("ask to destroy", seq=seq, reason="marked-too-low", at=at)
    return can.does("leave", ticket=ticket, at=at)


def holds_words(folder):
    """Every file of a node that holds the words."""
    words = SPILLED.encode()
    return [
        str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file() and words in path.read_bytes()
    ]


def test_the_words_are_in_no_file_of_either_node_afterwards(online, spilled):
    can, kor = online
    assert holds_words(kor.folder)

    asked(can, spilled, AT + 2 * HOUR)
    kor.does("pull", party="can", at=AT + 3 * HOUR)

    assert holds_words(can.folder) == []
    assert holds_words(kor.folder) == []


def test_what_was_made_public_goes_from_every_public_log_and_copy_and_one_out_of_reach_is_told(online, made_public):
    can, kor = online
    seq, (copy, away) = made_public
    everywhere = [can.folder, kor.folder, copy]
    assert all(map(holds_words, [*everywhere, away]))
    away.rename(away.with_name("shelf"))
    away.write_bytes(b"")  # no folder any more: nothing can be written there

    asked(can, seq, AT + 2 * HOUR)
    kor.does("take in", octets=can.does("hand over"), at=AT + 3 * HOUR)

    assert [holds_words(folder) for folder in everywhere] == [[], [], []]
    assert [capital.suivi("log", "verify").code for capital in online] == [0, 0]
    checkpoint = "x/v1/public/can/checkpoint"
    assert (copy / checkpoint).read_bytes() == (can.folder / "published" / checkpoint).read_bytes()
    assert [str(away) in one["says"] for one in behind(can)] == [True]
    away.unlink()
    away.with_name("shelf").rename(away)
    assert holds_words(away)
    assert can.suivi("publish").code == 0
    assert (holds_words(away), behind(can)) == ([], [])


def behind(capital):
    """What the check of the node says of copies of the public log that are not up."""
    found = json.loads(capital.suivi("check", "--settings", "--format", "json").out)
    return [one for one in found if one["code"] == "copy-behind"]


def test_both_registers_agree_and_every_log_still_verifies(online, spilled):
    can, kor = online
    asked(can, spilled, AT + 2 * HOUR)
    kor.does("pull", party="can", at=AT + 3 * HOUR)
    can.does("pull", party="kor", at=AT + 4 * HOUR)

    assert len({capital.suivi("register", PLAN).facts["digest"] for capital in online}) == 1
    assert [capital.suivi("check").code for capital in online] == [0, 0]
    assert [capital.suivi("publish").facts["can-kor"]["altered"] for capital in online] == [[], []]


def test_a_node_that_comes_later_and_one_that_was_there_compute_the_same(online, spilled, tmp_path):
    can, kor = online
    before = kor.folder.with_name("before")
    from tests.two_nodes.capitals import replace

    replace(before, kor.folder)
    asked(can, spilled, AT + 2 * HOUR)
    kor.does("take in", octets=can.does("hand over", from_start=True), at=AT + 3 * HOUR)
    late = kor.suivi("register", PLAN).facts["digest"]
    replace(kor.folder, before)
    kor.does("pull", party="can", at=AT + 3 * HOUR)

    assert kor.suivi("register", PLAN).facts["digest"] == late


def test_an_old_file_does_not_bring_the_words_back(online, spilled):
    can, kor = online
    old = can.does("hand over", from_start=True)
    asked(can, spilled, AT + 2 * HOUR)
    kor.does("pull", party="can", at=AT + 3 * HOUR)

    kor.does("take in", octets=old, at=AT + 4 * HOUR)

    assert holds_words(kor.folder) == []


def test_each_side_attests_what_it_destroyed_and_what_is_out_of_reach(online, spilled):
    can, kor = online
    asked(can, spilled, AT + 2 * HOUR)
    kor.does("pull", party="can", at=AT + 3 * HOUR)

    ticket = kor.does("attest destruction", party="can", seq=spilled, beyond=["paper"], at=AT + 4 * HOUR)
    kor.does("leave", ticket=ticket, at=AT + 4 * HOUR)
    can.does("pull", party="kor", at=AT + 5 * HOUR)

    listed = json.loads(can.suivi("destroy", "list").out)
    assert [(one["seq"], one["attested"], one["held"]) for one in listed] == [(spilled, ["kor"], False)]


def test_a_word_of_a_joint_text_cannot_be_destroyed(online):
    ran = online.can.tries("ask to destroy", seq=0, reason="marked-too-low", at=AT)

    assert (ran.code, "[not-destructible]" in ran.err) == (3, True)


def test_nobody_attests_what_nobody_asked_for(online):
    ran = online.kor.tries("attest destruction", party="can", seq=1, beyond=[], at=AT)

    assert (ran.code, "[nothing-to-attest]" in ran.err) == (3, True)


def test_the_database_itself_forgets(online, spilled):
    can, _ = online
    asked(can, spilled, AT + 2 * HOUR)

    with sqlite3.connect(can.folder / "suivi.sqlite3") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert holds_words(can.folder) == []
