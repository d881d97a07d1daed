"""What was not released is in no byte that leaves: the partner cannot tell that it exists."""

import datetime
import json

import pytest

from tests.two_nodes.capitals import PLAN, report, tables

pytestmark = pytest.mark.two_nodes

AT = datetime.datetime(2024, 12, 2, 9, 0, tzinfo=datetime.UTC)
SECRET = "Kanarienvogel-7319"
WORDS = {"en": f"{SECRET} stays at home.", "fr": f"{SECRET} reste ici.", "ko": f"{SECRET} 비공개."}


@pytest.fixture
def with_unreleased(reported):
    """Ottawa has a report at home that two officers approved and nobody released."""
    ticket = reported.can.does("file report", **report(provision="P2.I3", account=WORDS, on="2024-12-01"), at=AT)
    reported.can.does("approve", ticket=ticket, at=AT)
    return reported


def spellings(text):
    """The text as it could stand in a file: plain, escaped, in hexadecimal or base64 at any offset, UTF-16."""
    import base64

    octets = text.encode()
    plain = {
        octets,
        json.dumps(text).encode(),
        octets.hex().encode(),
        text.encode("utf-16-le"),
        text.encode("utf-16-be"),
    }
    return plain | {base64.b64encode(b"\0" * shift + octets)[4:-4] for shift in range(3)}


def test_no_byte_of_an_unreleased_report_is_in_the_file_handed_over(with_unreleased, tmp_path):
    file = with_unreleased.can.hands_over(tmp_path / "file.suivi", "--from-start")
    octets = file.read_bytes()
    home = with_unreleased.can.folder / "suivi.sqlite3"

    assert SECRET.encode() in home.read_bytes()
    assert [spelled for spelled in spellings(SECRET) if spelled in octets] == []
    assert b"home" not in octets


def test_the_file_handed_over_is_the_same_byte_for_byte_with_and_without_it(reported):
    before = reported.can.does("hand over", from_start=True)
    ticket = reported.can.does("file report", **report(provision="P2.I3", account=WORDS, on="2024-12-01"), at=AT)
    reported.can.does("approve", ticket=ticket, at=AT)

    assert reported.can.does("hand over", from_start=True) == before


def test_the_partner_s_node_and_both_registers_are_as_before(with_unreleased, stages):
    before = tables(with_unreleased.kor)
    octets = with_unreleased.can.does("hand over", from_start=True)
    taken = with_unreleased.kor.does("take in", octets=octets, at=AT)
    printed = [capital.suivi("register", PLAN).out for capital in with_unreleased]

    assert taken["new"] == 0
    assert tables(with_unreleased.kor) == before
    assert printed[0] == printed[1]
    assert SECRET not in printed[0]


def test_a_released_entry_points_to_nothing_at_home(with_unreleased):
    rows = tables(with_unreleased.can)
    own = [json.loads(row[3]) for row in rows["desk_entry"] if row[1] == "suivi/can/can-kor"]
    home = {json.loads(row[3])["id"] for row in rows["desk_homeentry"]} | {
        row[4].hex() for row in rows["desk_homeentry"]
    }

    assert own
    assert all("home" not in json.dumps(header) for header in own)
    assert not any(known in json.dumps(header) for header in own for known in home)
