"""How often a page of the demonstration asks its database: the whole public record, every page, both sides."""

import shutil
import sys

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from suivi.desk import clock, queries, sign_in
from suivi.desk.actions import calendar as actions
from tests.demonstration.addresses import PAGES
from tests.demonstration.desks import SIDES
from tests.desk.conftest import serve

__all__ = ["serve"]

MOST = 15


@pytest.mark.parametrize("side", SIDES)
def test_no_page_asks_more_than_fifteen_times(played, serve, tmp_path, side):
    shutil.copytree(played.folder / side, tmp_path / side)
    serve(tmp_path / side)
    client = Client()
    client.force_login(sign_in.officers()[0])

    asked = {address: _asked(client, address) for address in _addresses(client)}

    sys.stdout.write(
        "\n".join([f"\n{side}: questions to the database", *(f"  {n:3}  {at}" for at, n in asked.items())])
    )
    assert {address: count for address, count in asked.items() if count > MOST} == {}


def test_the_next_meeting_of_a_series_falls_due_today_and_in_both_calendars_and_nobody_is_asked_twice(
    played, serve, tmp_path
):
    shutil.copytree(played.folder / "kor", tmp_path / "kor")
    serve(tmp_path / "kor")
    officer = sign_in.officers()[0]
    day = clock.today()

    due = queries.today(officer, day=day).due
    late = [line.kind for line in due if line.commitment.id == "P1.I3"]
    # The yearly talks were held on 31 May 2024, and none is proposed since: one line, and it says so.
    assert late == ["series"]
    page = queries.calendar_page(officer, day=day)
    assert [line.on.isoformat() for line in page.late if line.commitment.id == "P1.I3"] == ["2025-05-31"]
    coming = {(line.commitment.id, line.kind) for month in page.months for line in month.due}
    assert ("P2.I2", "series") in coming
    feed = queries.calendar_feed(actions.open_feed(officer, at=clock.now()), day=day, root="http://desk.example")
    assert feed.count(b".P1.I3.series.2025-05-31") == 1


def _addresses(client):
    """Every page; of tickets, readings and joint texts the list that leads to them."""
    return [address for named in PAGES.values() for address in named if "{" not in address]


def _asked(client, address):
    client.get(address)  # what is remembered of the logs is remembered from now on
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address)
    assert answer.status_code in (200, 302), address
    return len(captured)
