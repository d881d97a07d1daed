"""Files at the terminal: what is refused, what is nothing new, and that a refusal leaves the node as it was."""

import datetime
import random

import pytest

from tests.two_nodes.capitals import PLAN, replace, report, tables

pytestmark = pytest.mark.two_nodes

AT = datetime.datetime(2024, 12, 2, 9, 0, tzinfo=datetime.UTC)
ACCOUNT = {"en": "A list of suppliers was exchanged.", "ko": "공급자 목록을 교환하였다."}


@pytest.fixture
def delivery(reported, tmp_path):
    """A sound file from Ottawa that brings Seoul one new report."""
    reported.can.does("report", **report(provision="P2.I1", account=ACCOUNT, on="2024-12-01"), at=AT)
    return reported.can.hands_over(tmp_path / "delivery.suivi", "--from-start")


def written(path, octets):
    path.write_bytes(octets)
    return path


def unchanged_but_for_reports(before, after):
    """Whether nothing but fault reports came in between."""
    fewer = {name: rows for name, rows in after.items() if name not in ("desk_faultreport", "sqlite_sequence")}
    return all(before[name] == rows for name, rows in fewer.items())


def refused(capital, file):
    """The fault for which `file` is refused, the node being as it was but for the fault report."""
    before = tables(capital)
    ran = capital.suivi("take-in", file)
    after = tables(capital)
    assert ran.code == 3, (ran.code, ran.err)
    assert unchanged_but_for_reports(before, after)
    assert len(after["desk_faultreport"]) == len(before["desk_faultreport"]) + 1
    return ran.err.rstrip().rpartition("[")[2].rstrip("]")


def test_a_sound_file_is_taken_in(reported, delivery):
    taken = reported.kor.suivi("take-in", delivery)
    digests = {capital.suivi("register", PLAN).facts["digest"] for capital in reported}

    assert (taken.code, taken.facts["new"], taken.facts["set_aside"]) == (0, 1, [])
    assert len(digests) == 1


def test_the_same_file_again_is_nothing_new(reported, delivery):
    reported.kor.suivi("take-in", delivery)
    before = tables(reported.kor)

    again = reported.kor.suivi("take-in", delivery)

    assert (again.code, again.facts["outcome"], again.facts["new"]) == (0, "nothing-new", 0)
    assert tables(reported.kor) == before


def test_an_older_file_that_agrees_is_nothing_new(reported, delivery, tmp_path):
    reported.can.does("report", **report(provision="P2.I2", on="2024-12-01"), at=AT)
    newer = reported.can.hands_over(tmp_path / "newer.suivi")
    assert reported.kor.suivi("take-in", newer).facts["new"] == 2
    before = tables(reported.kor)

    older = reported.kor.suivi("take-in", delivery)

    assert (older.code, older.facts["outcome"]) == (0, "nothing-new")
    assert tables(reported.kor) == before


@pytest.mark.parametrize("kept", [1, 511, 600, 5_000, -1025, -1])
def test_a_file_cut_short_is_refused(reported, delivery, tmp_path, kept):
    octets = delivery.read_bytes()
    assert refused(reported.kor, written(tmp_path / "cut.suivi", octets[:kept])) == "file.truncated"


def test_an_empty_file_is_refused(reported, tmp_path):
    assert refused(reported.kor, written(tmp_path / "empty.suivi", b"")) == "file.truncated"


def test_a_file_twice_as_long_is_refused(reported, delivery, tmp_path):
    octets = delivery.read_bytes()
    assert refused(reported.kor, written(tmp_path / "twice.suivi", octets * 2)) == "file.trailing"


def test_a_file_with_any_byte_changed_is_refused(reported, delivery):
    octets = delivery.read_bytes()
    places = random.Random(20240718).sample(range(len(octets)), 60)
    before = tables(reported.kor)

    damaged = [octets[:place] + bytes([octets[place] ^ 1]) + octets[place + 1 :] for place in places]
    ended = reported.kor.does("take in each", files=damaged, at=AT)
    after = tables(reported.kor)

    assert [code for code, _ in ended] == [3] * 60
    assert all(
        fault.partition(".")[0] in ("file", "note", "json", "keys", "record", "size", "checkpoint")
        for _, fault in ended
    )
    assert unchanged_but_for_reports(before, after)
    assert len(after["desk_faultreport"]) == 60
    assert reported.kor.suivi("take-in", written(delivery.parent / "sound.suivi", octets)).facts["new"] == 1


def test_a_file_for_somebody_else_is_refused(reported, tmp_path):
    octets = reported.can.does("bundle", to=["jpn"])
    assert refused(reported.kor, written(tmp_path / "elsewhere.suivi", octets)) == "file.recipient"


def test_our_own_file_coming_back_is_refused(reported, delivery):
    assert refused(reported.can, delivery) == "file.own"


def test_a_file_that_begins_beyond_what_we_hold_is_refused_and_names_what_is_missing(reported, tmp_path):
    for provision in ("P2.I1", "P2.I2"):
        reported.can.does("report", **report(provision=provision, on="2024-12-01"), at=AT)
    held = reported.kor.does("size", log="suivi/can/can-kor")
    octets = reported.can.does("bundle", to=["kor"], begin=held + 1)
    before = tables(reported.kor)

    ran = reported.kor.suivi("take-in", written(tmp_path / "gap.suivi", octets))

    assert ran.code == 3
    assert "[file.prerequisite]" in ran.err
    assert f"entries {held} to {held} of suivi/can/can-kor" in ran.err
    assert unchanged_but_for_reports(before, tables(reported.kor))


def test_a_file_for_a_channel_nobody_opened_here_is_refused(founded, stages, tmp_path):
    replace(founded.can.folder, stages / "reported" / "can")
    file = founded.can.hands_over(tmp_path / "early.suivi")

    ran = founded.kor.suivi("take-in", file)

    assert ran.code == 3
    assert "[channel-unknown]" in ran.err


def test_what_is_no_file_of_ours_is_refused(reported, tmp_path):
    for name, octets in (("note.txt", b"Bonjour.\n" * 200), ("noise.bin", bytes(range(256)) * 8)):
        assert refused(reported.kor, written(tmp_path / name, octets)) == "file.header"


def test_verifying_offline_says_what_was_shown_and_what_was_not(reported, delivery, tmp_path):
    sound = reported.kor.begins(offline, words=["verify", str(delivery)]).ends()
    octets = delivery.read_bytes()
    damaged = written(tmp_path / "damaged.suivi", octets.replace(b"suppliers", b"supplierz"))
    unsound = reported.kor.begins(offline, words=["verify", str(damaged)]).ends()

    assert (sound.code, sound.facts["log"], sound.facts["from"]) == (0, "suivi/can/can-kor", 0)
    assert sound.facts["unchecked"] == ["whose", "register"]
    assert unsound.code == 3
    assert "[file.digest]" in unsound.err


def offline(*, words):
    """The terminal without a node."""
    import sys

    from suivi.cli.main import main

    sys.argv = ["suivi", *words]
    main()
