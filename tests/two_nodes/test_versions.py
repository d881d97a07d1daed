"""Two nodes on different versions: what the older one does not know waits in its log, and counts after the upgrade."""

import datetime

import pytest

from tests.two_nodes.capitals import PLAN, report

pytestmark = pytest.mark.two_nodes

AT = datetime.datetime(2024, 12, 2, 9, 0, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


def test_a_kind_the_older_node_does_not_know_is_set_aside_and_understood_after_the_upgrade(reported):
    can, kor = reported
    placed = can.does("report", **report(provision="P1.I2", on="2024-12-01"), at=AT)
    kor.does("take in", octets=can.does("hand over"), at=AT + HOUR)
    ticket = can.does("ask to destroy", seq=placed["seq"], reason="marked-too-low", at=AT + HOUR)
    can.does("leave", ticket=ticket, at=AT + HOUR)

    older = kor.does("take in", octets=can.does("hand over"), at=AT + 2 * HOUR, unknown="change.destroy-asked")
    before = kor.suivi("register", PLAN).facts["digest"]
    newer = kor.does("take in", octets=can.does("hand over", from_start=True), at=AT + 3 * HOUR)

    assert older["set_aside"] == ["record.unknown-kind"]
    assert newer["set_aside"] == []
    assert before == kor.suivi("register", PLAN).facts["digest"] == can.suivi("register", PLAN).facts["digest"]
    assert kor.does("sound") == []
