"""Markings above the ceiling: our own never leaves, a partner's is kept in place and its content dropped unread."""

import datetime
import sqlite3

import pytest

from tests.two_nodes.capitals import PLAN

pytestmark = pytest.mark.two_nodes

AT = datetime.datetime(2024, 12, 2, 9, 0, tzinfo=datetime.UTC)
WORDS = {"en": "A sentence nobody in Seoul may read."}


def test_our_own_report_above_the_ceiling_is_refused_and_not_even_kept_at_home(reported):
    for marking in ("RED", "AMBER+STRICT"):
        ran = reported.can.suivi(
            "report", PLAN, "P1.I2", "--stage", "done", "--on", "2024-12-01", "--account", "en=Done.",
            "--marking", marking, "--officer", reported.can.officers[0],
        )  # fmt: skip

        assert (ran.code, ran.out) == (3, "")
        assert "[marking.above-ceiling]" in ran.err
    assert reported.can.does("size", log="suivi/can/home") == 14


def test_a_marking_nobody_knows_is_refused(reported):
    ran = reported.can.suivi(
        "report", PLAN, "P1.I2", "--stage", "done", "--on", "2024-12-01", "--account", "en=Done.",
        "--marking", "amber", "--officer", reported.can.officers[0],
    )  # fmt: skip

    assert ran.code == 3
    assert "[marking.unknown]" in ran.err


@pytest.fixture
def above(reported, tmp_path):
    """A file from Ottawa with one report marked TLP:RED; and the digest of its content."""
    digest = reported.can.does("write unruly", plan=PLAN, provision="P1.I2", tlp="RED", account=WORDS, at=AT)
    return reported.can.hands_over(tmp_path / "above.suivi"), digest


def test_a_partner_s_record_above_the_ceiling_is_set_aside_and_its_content_dropped(reported, above):
    file, digest = above

    ran = reported.kor.suivi("take-in", file)

    assert ran.code == 4
    assert [one["code"] for one in ran.facts["set_aside"]] == ["marking.above-ceiling"]
    database = sqlite3.connect(reported.kor.folder / "suivi.sqlite3")
    assert database.execute("SELECT octets FROM desk_content WHERE digest = ?", [digest]).fetchall() in ([], [(None,)])
    database.close()
    for file in reported.kor.folder.rglob("*"):
        assert not file.is_file() or WORDS["en"].encode() not in file.read_bytes()


def test_both_capitals_count_such_a_record_for_nothing_and_both_nodes_are_sound(reported, above):
    before = reported.kor.suivi("register", PLAN).facts["digest"]
    reported.kor.suivi("take-in", above[0])
    reported.cross(AT + datetime.timedelta(hours=1))

    assert {capital.suivi("register", PLAN).facts["digest"] for capital in reported} == {before}
    assert [capital.suivi("check").code for capital in reported] == [0, 0]


def test_such_a_file_again_is_nothing_new(reported, above):
    reported.kor.suivi("take-in", above[0])

    again = reported.kor.suivi("take-in", above[0])

    assert (again.code, again.facts["outcome"]) == (0, "nothing-new")
