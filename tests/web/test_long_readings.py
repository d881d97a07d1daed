"""The doors of a long reading: its page tells how far it is, asks again by itself unless told not to, and can stop it."""

import datetime
import os
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from suivi.desk import sign_in, slips, under_way
from suivi.desk.under_way import Found, UnderWay
from suivi.reader.refusals import NoTextLayer

pytestmark = pytest.mark.django_db

AT = datetime.datetime(2026, 11, 2, 12, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def node(settings: Any, tmp_path: Path) -> None:
    """A folder of the node, where its processes tell each other what they do."""
    settings.NODE = replace(settings.NODE, folder=tmp_path)


@pytest.fixture
def officer() -> object:
    return sign_in.enrol("A. Roy", "a long enough password", roles=["focal-point"], language="en", published=True)


@pytest.fixture
def desk(client: Client, officer: object) -> Client:
    client.force_login(officer)  # type: ignore[arg-type]  # the desk's own table of officers
    return client


@pytest.fixture
def go() -> Iterator[threading.Event]:
    """What a reading of these tests waits for before it ends."""
    event = threading.Event()
    yield event
    event.set()


@pytest.fixture(params=["the process that reads", "another process"])
def process(request: pytest.FixtureRequest) -> str:
    """Which process of the node the requests of a test reach."""
    return str(request.param)


def reached_in(process: str, reading: UnderWay) -> UnderWay:
    """The reading, where the process that is asked remembers it; another process has the slips alone."""
    if process == "another process":
        under_way._known.clear()
    return reading


def begun(officer: object, go: threading.Event, refusal: Exception | None = None) -> UnderWay:
    reached = threading.Event()

    def work(reading: UnderWay) -> Found:
        tell = reading.told(0)
        tell(120, 431)
        reached.set()
        while not go.wait(0.02):
            tell(120, 431)
        raise refusal or RuntimeError

    names = ["plan.pdf"]
    reading = under_way.begin(officer.pk, plan="a-plan", names=names, work=work, keep=str, at=AT, patience=0.0)  # type: ignore[attr-defined]  # a row has a key
    assert reached.wait(10)
    return reading


def ended(reading: UnderWay) -> UnderWay:
    for _ in range(500):
        if reading.ended:
            return reading
        threading.Event().wait(0.02)
    raise AssertionError("the reading does not end")


def test_the_page_says_how_far_it_is_and_asks_again_by_itself(
    desk: Client, officer: object, go: threading.Event, process: str
) -> None:
    reading = reached_in(process, begun(officer, go))

    moving = desk.get(f"/drafts/under-way/{reading.id}")
    still = desk.get(f"/drafts/under-way/{reading.id}?still")

    assert "Page 120 of 431" in moving.content.decode()
    assert moving["Refresh"] == "3"
    assert "Refresh" not in still
    assert "plan.pdf" in desk.get("/drafts").content.decode()


def test_stopping_it_leads_back_to_the_readings(
    desk: Client, officer: object, go: threading.Event, process: str
) -> None:
    reading = reached_in(process, begun(officer, go))

    answer = desk.post(f"/drafts/under-way/{reading.id}/stop")

    assert (answer.status_code, answer["Location"]) == (302, "/drafts")
    assert ended(reading).stopped
    assert "Refresh" not in desk.get(f"/drafts/under-way/{reading.id}")


def test_until_it_has_stopped_the_list_says_that_it_is_being_stopped_and_what_it_finds_is_not_kept(
    desk: Client, officer: object, go: threading.Event, process: str
) -> None:
    kept: list[Found] = []

    def work(reading: UnderWay) -> Found:  # at its last page: it tells nothing more
        go.wait(30)
        return []

    def keep(found: Found) -> str:
        kept.append(found)
        return "1"

    reading = under_way.begin(officer.pk, plan="a-plan", names=["plan.pdf"], work=work, keep=keep, at=AT, patience=0.0)  # type: ignore[attr-defined]  # a row has a key
    reached_in(process, reading)
    desk.post(f"/drafts/under-way/{reading.id}/stop")

    assert "It is being stopped; nothing of it will be kept." in desk.get("/drafts").content.decode()
    assert "It is being stopped" in desk.get(f"/drafts/under-way/{reading.id}").content.decode()
    go.set()
    assert ended(reading).stopped
    assert kept == []


def test_a_refusal_at_the_end_is_shown_with_what_to_do(
    desk: Client, officer: object, go: threading.Event, process: str
) -> None:
    reading = reached_in(process, begun(officer, go, refusal=NoTextLayer(name="plan.pdf", pages=431)))
    go.set()
    ended(reading)

    answer = desk.get(f"/drafts/under-way/{reading.id}?language=fr")

    assert answer.status_code == 409
    assert "couche de texte" in answer.content.decode()


def test_a_reading_whose_process_has_died_has_failed(desk: Client, officer: object, tmp_path: Path) -> None:
    dead = subprocess.Popen(["true"])
    dead.wait()
    begun_at, nothing = AT.isoformat(), {"draft": "", "stopped": False, "failed": False, "refusal": None}
    said = {"officer": officer.pk, "plan": "a-plan", "names": ["plan.pdf"], "place": 0, "page": 120, "pages": 431}  # type: ignore[attr-defined]  # a row has a key
    slips.write(tmp_path, "reading", "ab12", {**said, **nothing, "begun_at": begun_at})
    place = tmp_path / "under-way" / "reading-ab12.json"
    place.write_text(place.read_text().replace(f'"process": {os.getpid()}', f'"process": {dead.pid}'))

    answer = desk.get("/drafts/under-way/ab12")

    assert answer.status_code == 200
    assert "Refresh" not in answer
    assert "The reading failed through no fault of yours" in answer.content.decode()


def test_a_reading_that_is_not_there_is_not_here(desk: Client) -> None:
    assert desk.get("/drafts/under-way/4711").status_code == 404
    assert desk.post("/drafts/under-way/4711/stop").status_code == 404


def test_a_short_text_leads_to_its_draft_at_once(desk: Client) -> None:
    file = SimpleUploadedFile("plan.txt", b"The two countries will train pilots together.")

    answer = desk.post("/drafts", {"plan": "a-plan", "file-1": file})

    assert answer.status_code == 302
    assert answer["Location"].startswith("/drafts/")
    assert "under-way" not in answer["Location"]
