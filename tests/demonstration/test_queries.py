"""How often a page of the demonstration asks its database: the whole public record, every page, both sides."""

import re
import shutil
import sys

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from suivi.desk import clock, queries, registers, sign_in
from suivi.desk.actions import calendar as actions
from suivi.web.past import WITHOUT
from tests.demonstration.addresses import PAGES
from tests.demonstration.desks import EVERY_READER, SIDES
from tests.desk.conftest import serve

__all__ = ["serve"]

MOST = 15
OK = 200


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
    if side == "can" or EVERY_READER:  # the same code asks in both capitals: the costly looks are taken in one
        assert {address: count for address in asked if (count := _asked_first(client, address)) > MOST} == {}
        assert _faults_of_past_days(client) == {}


PAST = "2025-06-01"
FILES_MADE = ("package",)  # a form that makes a file and changes nothing


def _faults_of_past_days(client):
    """What is wrong with each page as of a past day: one that takes none says why; no other offers an act."""
    found = {}
    for name, addresses in PAGES.items():
        for address in addresses if name != "review-paper" else ():  # a paper, not a page
            place = re.sub(r"as_of=[^&]*", "", address) + f"{'&' if '?' in address else '?'}as_of={PAST}"
            if "{" not in address and (fault := _fault(client, name, place)):
                found[place] = fault
    return found


def _fault(client, name, place):
    registers.forget()  # the first page of a process, and the first look at the day
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(place)
    words = answer.content.decode()
    main = words[words.find("<main") : words.find("</main>")]
    if name in WITHOUT:
        return "" if "page-without-past" in main else "takes a day"
    if answer.status_code != OK or not ('class="past-day"' in main and 'role="status"' in main):
        return f"{answer.status_code}, or no banner"
    if len(captured) > MOST:
        return f"{len(captured)} questions"
    return "" if name in FILES_MADE or 'method="post"' not in main else "offers an act"


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


def _asked_first(client, address):
    """As the first page of a process asks."""
    registers.forget()
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def _asked(client, address):
    client.get(address)  # what is remembered of the logs is remembered from now on
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address)
    assert answer.status_code in (200, 302), address
    return len(captured)
