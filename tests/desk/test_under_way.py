"""Readings that take long: answered at once if they are short, else looked at, left, stopped; a draft waits at the end."""

import io
import threading
import time

import pikepdf
import pytest
import typst

from suivi.desk import access, queries, sign_in, under_way
from suivi.desk.actions import plans
from suivi.plan.refusal import Refusal
from suivi.reader.refusals import EmptyFile
from tests.desk.conftest import AT

pytestmark = pytest.mark.django_db(transaction=True)

PROMISE = b"The two countries will train pilots together."


def officer(name):
    return sign_in.enrol(name, "a long enough password", roles=["focal-point"], language="en", published=True)


@pytest.fixture
def noemie():
    return officer("Noémie")


@pytest.fixture
def adrian():
    return officer("Adrian")


@pytest.fixture(scope="module")
def thick():
    """A document of 250 pages, which takes a while to read."""
    document = pikepdf.open(io.BytesIO(typst.compile(PROMISE + b" They met in Ottawa and spoke of it." * 60)))
    for _ in range(249):
        document.pages.append(document.pages[0])
    octets = io.BytesIO()
    document.save(octets)
    return octets.getvalue()


def begun(officer, *files, patience=0.0):
    return plans.begin_reading(
        officer, files=[(name, octets, "en") for name, octets in files], plan="another-plan", at=AT, patience=patience
    )


def ended(reading):
    until = time.monotonic() + 60
    while not reading.ended:
        assert time.monotonic() < until, "the reading does not end"
        time.sleep(0.02)
    return reading


def test_a_short_text_is_a_draft_at_once(noemie):
    reading = begun(noemie, ("plan.txt", PROMISE), patience=30)

    assert access.draft_for(noemie, reading.draft).plan == "another-plan"
    assert reading.id not in [each.id for each in access.readings_under_way_for(noemie)]


def test_a_short_text_that_is_refused_is_refused_at_once(noemie):
    with pytest.raises(EmptyFile):
        begun(noemie, ("plan.txt", b" "), patience=30)


def test_a_long_document_goes_on_says_how_far_it_is_and_ends_in_a_draft(noemie, thick):
    reading = begun(noemie, ("thick.pdf", thick))

    assert access.readings_under_way_for(noemie)[0].id == reading.id
    seen = set()
    while not reading.ended:
        page = queries.reading_under_way(noemie, reading.id)
        seen.add((page.name, page.page, page.pages))
        time.sleep(0.02)
    assert ("thick.pdf", 250) in {(name, pages) for name, _, pages in seen}
    assert len({page for _, page, _ in seen}) > 2
    assert queries.reading_under_way(noemie, reading.id).draft == reading.draft
    texts = queries.reading_page(noemie, reading.draft, language="en").texts
    assert texts[0].pages == 250


def test_a_reading_that_is_stopped_keeps_nothing_and_its_child_is_gone(noemie, thick):
    before = len(list(access.drafts_for(noemie)))
    reading = begun(noemie, ("thick.pdf", thick))

    plans.stop_reading(noemie, reading=reading.id)

    assert ended(reading).stopped
    assert len(list(access.drafts_for(noemie))) == before
    assert not [
        thread
        for thread in threading.enumerate()
        if thread.name == f"reading {reading.id}" and thread.is_alive() and not thread.join(10)
    ]


def test_a_long_document_that_is_refused_says_so_when_it_is_looked_at(noemie, thick):
    reading = begun(noemie, ("thick.pdf", thick), ("empty.txt", b" "))

    assert isinstance(ended(reading).refusal, EmptyFile)
    assert queries.reading_under_way(noemie, reading.id).refusal is reading.refusal


def test_a_fault_of_ours_is_logged_and_said(noemie, caplog):
    go = threading.Event()

    def fault(reading):
        go.wait(30)
        raise ZeroDivisionError

    reading = under_way.begin(noemie.pk, plan="x", names=["a"], work=fault, keep=str, at=AT, patience=0.0)
    go.set()

    assert ended(reading).failed
    assert "ZeroDivisionError" in caplog.text


def test_nobody_sees_the_reading_of_another(noemie, adrian, thick):
    reading = begun(noemie, ("thick.pdf", thick))

    assert reading.id not in [each.id for each in access.readings_under_way_for(adrian)]
    with pytest.raises(access.NotHere):
        access.reading_under_way_for(adrian, reading.id)
    with pytest.raises(Refusal):
        plans.stop_reading(adrian, reading=reading.id)
    plans.stop_reading(noemie, reading=reading.id)
    ended(reading)


def test_more_readings_than_turns_wait_and_can_be_stopped_while_they_wait(noemie):
    hold, running = threading.Event(), threading.Semaphore(0)

    def slow(reading):
        running.release()
        hold.wait(30)
        return []

    first = [
        under_way.begin(noemie.pk, plan="x", names=["a"], work=slow, keep=lambda found: "1", at=AT, patience=0.0)
        for _ in range(under_way.AT_ONCE)
    ]
    for _ in first:
        assert running.acquire(timeout=10)
    waiting = under_way.begin(noemie.pk, plan="x", names=["b"], work=slow, keep=lambda found: "1", at=AT, patience=0.0)

    under_way.stop(waiting)

    assert ended(waiting).stopped
    hold.set()
    assert [ended(reading).draft for reading in first] == ["1", "1"]
