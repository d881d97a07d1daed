"""The pages of officers, played as an administrator plays them: forms sent, pages read in three languages."""

import re

import pytest
from django.test import Client

from suivi.desk import access, mandates, sign_in
from tests.two_nodes.capitals import PLAN

NAME = "N. O’Brien-김민수"


@pytest.fixture
def desk(noemie):
    client = Client()
    client.force_login(noemie, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def number(desk):
    """The number of an officer enrolled on the page."""
    page = desk.post("/officers", {"name": NAME, "role": ["approver"]}).content.decode()
    assert re.search(r'<code translate="no">first-[\w-]{24}</code>', page)
    return str(person().pk)


def person():
    return next(officer for officer in sign_in.officers() if officer.name == NAME)


def test_an_officer_is_enrolled_mandated_deputised_and_relieved_on_the_pages(desk, noemie, adrian, number):
    wanted = {"role": "lead", "plan": PLAN, "provision": "P1.I2", "body": "", "from_on": "", "until_on": ""}
    assert desk.post(f"/officers/{number}/mandate", wanted).headers["Location"] == f"/officers/{number}"
    assert access.may(person(), "draft", plan=PLAN, provision="P1.I2")

    desk.post(f"/officers/{number}/absence", {"deputy": str(adrian.pk), "from_on": "2030-01-01", "until_on": ""})
    (away,) = mandates.absences_of(person())
    desk.post(f"/absences/{away.pk}/end")
    held = next(held for held in mandates.mandates_of(person()) if held.role == "lead")
    desk.post(f"/mandates/{held.pk}/end", {"until_on": ""})
    assert not access.may(person(), "draft", plan=PLAN, provision="P1.I2")

    desk.post(f"/officers/{number}/hand-over", {"to": str(adrian.pk), "on": "", "leaves": "yes"})
    assert NAME not in {officer.name for officer in sign_in.officers()}


@pytest.mark.parametrize("language", ["en", "fr", "ko"])
@pytest.mark.parametrize(
    "address", ["/officers", "/officers/1", "/officers/2", "/history", "/account", "/settings-check"]
)
def test_every_page_of_people_is_read_in_each_language(desk, number, language, address):
    answer = desk.get(address, {"language": language})

    assert answer.status_code == 200
    assert answer.headers["Content-Language"] == language


def test_what_is_refused_comes_back_as_it_was_typed(desk, number):
    answer = desk.post(f"/officers/{number}/mandate", {"role": "lead", "plan": PLAN, "from_on": "next spring"})

    assert answer.status_code == 409
    assert "next spring" in answer.content.decode()


def test_who_neither_administers_nor_audits_sees_no_other_officer(number, noemie):
    other = Client()
    other.force_login(person(), backend="django.contrib.auth.backends.ModelBackend")

    assert other.get(f"/officers/{number}").status_code == 200
    assert other.get(f"/officers/{noemie.pk}").status_code == 404
    assert other.get("/officers").status_code == 409
    assert other.get("/settings-check").status_code == 409
    assert other.post("/officers", {"name": "Another"}).status_code == 409
    assert other.post(f"/officers/{noemie.pk}/let-go").status_code == 409
