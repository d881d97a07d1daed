"""How often a page of the demonstration asks its database: the whole public record, every page, both sides."""

import shutil
import sys

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from suivi.desk import sign_in
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


def _addresses(client):
    """Every page; of tickets, readings and joint texts the list that leads to them."""
    return [address for named in PAGES.values() for address in named if "{" not in address]


def _asked(client, address):
    client.get(address)  # what is remembered of the logs is remembered from now on
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address)
    assert answer.status_code in (200, 302), address
    return len(captured)
