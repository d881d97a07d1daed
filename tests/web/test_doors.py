"""The doors with a table behind them: signing in, the language, refusals, what is not here."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from suivi.desk import sign_in
from suivi.plan.words import LANGUAGES
from tests.web.markup import Markup

PASSWORD = "a long enough password"

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> object:
    roles = ["focal-point", "approver", "releaser"]
    return sign_in.enrol("A. Roy", PASSWORD, roles=roles, language="en", published=True)


@pytest.fixture
def desk(client: Client, officer: object) -> Client:
    client.force_login(officer)  # type: ignore[arg-type]  # the desk's own table of officers
    return client


@pytest.mark.parametrize(
    "address",
    ["/", "/plans", "/commitments", "/reports", "/search", "/drafts", "/releases", "/joint-texts", "/channel"],
)
def test_every_room_needs_an_officer(client: Client, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 302
    assert answer["Location"] == f"/sign-in?next={address}"


def test_signing_in_leads_to_the_page_that_was_asked_for(client: Client, officer: object) -> None:
    answer = client.post("/sign-in", {"name": "A. Roy", "password": PASSWORD, "next": "/channel"})

    assert (answer.status_code, answer["Location"]) == (302, "/channel")


def test_signing_in_leads_to_no_other_server(client: Client, officer: object) -> None:
    answer = client.post("/sign-in", {"name": "A. Roy", "password": PASSWORD, "next": "https://elsewhere.example/"})

    assert answer["Location"] == "/"


def test_a_wrong_password_keeps_the_name_and_says_what_to_do(client: Client, officer: object) -> None:
    answer = client.post("/sign-in", {"name": "A. Roy", "password": "something else"})

    assert answer.status_code == 422
    assert 'value="A. Roy"' in answer.content.decode()
    assert "something else" not in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    ["/", "/plans", "/commitments", "/reports", "/search", "/drafts", "/releases", "/joint-texts", "/channel"],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_room_opens_on_a_new_node_in_every_language(desk: Client, address: str, language: str) -> None:
    answer = desk.get(address, {"language": language})

    assert answer.status_code == 200
    assert Markup(answer.content.decode()).named("html")[0].attributes["lang"] == language
    assert answer["Content-Language"] == language


def test_a_chosen_language_is_remembered_for_the_officer(desk: Client, officer: object) -> None:
    desk.get("/plans", {"language": "ko"})

    assert get_user_model().objects.get(name="A. Roy").language == "ko"
    assert "공동 문안" in desk.get("/plans").content.decode()


def test_language_links_keep_the_place_and_what_was_chosen(desk: Client) -> None:
    source = desk.get("/releases", {"kind": "aim"}).content.decode()

    assert 'href="/releases?kind=aim&amp;language=fr"' in source


def test_what_is_not_here_and_what_may_not_be_seen_look_the_same(desk: Client) -> None:
    unknown, elsewhere = desk.get("/plans/no-such-plan"), desk.get("/drafts/4711")

    assert (unknown.status_code, elsewhere.status_code) == (404, 404)
    assert "not-here" in unknown.content.decode()
    assert desk.get("/no/such/address").status_code == 404


def test_a_refusal_gives_back_what_was_typed(desk: Client) -> None:
    typed = {"stage": "done", "account-fr": "Réunion tenue.", "on": "hier"}

    answer = desk.post("/plans/some-plan/P1.I1/report", typed)

    source = answer.content.decode()
    assert answer.status_code == 422
    assert "“hier” is not a day." in source
    assert "Réunion tenue.</textarea>" in source
    assert 'action="/plans/some-plan/P1.I1/report"' in source


def test_a_refusal_is_written_in_the_readers_language(desk: Client) -> None:
    desk.get("/releases", {"language": "fr"})

    answer = desk.post("/channel/take-in")

    assert answer.status_code == 422
    assert "Aucun fichier n’a été fourni." in answer.content.decode()


def test_a_form_without_proof_of_origin_changes_nothing_and_loses_nothing(officer: object) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(officer)  # type: ignore[arg-type]  # the desk's own table of officers

    answer = strict.post("/plans/some-plan/P1.I1/report", {"account-en": "Held."})

    assert answer.status_code == 403
    assert "Held.</textarea>" in answer.content.decode()


def test_a_page_obeys_a_strict_policy_and_stays_out_of_caches(desk: Client) -> None:
    answer = desk.get("/releases")

    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "no-store" in answer["Cache-Control"]
    assert answer["Permissions-Policy"].startswith("camera=()")


@pytest.mark.parametrize("known", [True, False])
def test_a_body_that_states_more_than_anybody_needs_is_refused_before_it_is_read(desk: Client, known: bool) -> None:
    client = desk if known else Client()

    class Untouched:
        def read(self, size: int = -1) -> bytes:
            raise AssertionError("it was read")

        readline = read

    sent = {"CONTENT_LENGTH": str(10**10), "CONTENT_TYPE": "multipart/form-data; boundary=x", "wsgi.input": Untouched()}
    answer = client.generic("POST", "/channel/take-in" if known else "/sign-in", b"", **sent)

    assert answer.status_code == 413
    assert b"upload-too-large" in answer.content
    assert b"suivi take-in" in answer.content


def test_signing_out_ends_the_session(desk: Client) -> None:
    desk.post("/sign-out")

    assert desk.get("/").status_code == 302


def test_a_view_kept_leads_back_to_what_the_list_was_asked(desk: Client) -> None:
    answer = desk.post("/lists/commitments/keep", {"name": "Late", "due": "overdue", "own": "done"})

    assert (answer.status_code, answer["Location"]) == (302, "/commitments?own=done&due=overdue")
    assert ">Late</a>" in desk.get("/commitments").content.decode()


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_a_list_is_taken_away_as_a_file(desk: Client, format: str) -> None:
    answer = desk.get(f"/lists/reports.{format}", {"stage": "done"})

    assert answer.status_code == 200
    assert f".{format}" in answer["Content-Disposition"]
    assert answer.content.startswith(b"\xef\xbb\xbf" if format == "csv" else b"PK")


@pytest.mark.parametrize("address", ["/lists/entries.csv", "/lists/reports.exe", "/lists/entries/keep"])
def test_no_list_is_taken_away_or_kept_that_is_none(desk: Client, address: str) -> None:
    answer = desk.post(address, {"name": "All"}) if address.endswith("keep") else desk.get(address)

    assert answer.status_code == 404


def test_a_day_that_is_none_is_refused_by_a_list(desk: Client) -> None:
    answer = desk.get("/reports", {"from": "yesterday"})

    assert answer.status_code == 422
    assert "day-not-read" in answer.content.decode()
