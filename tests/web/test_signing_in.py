"""Signing in: a second factor asked for and good once, too many attempts, sessions ended, a form that is not lost."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from suivi.desk import second_factor, sign_in

PASSWORD = "a long enough password"
pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> object:
    return sign_in.enrol("N. O’Brien", PASSWORD, roles=["focal-point"], language="en", published=True)


def entered(client: Client, password: str = PASSWORD, **more: str) -> object:
    return client.post("/sign-in", {"name": "N. O’Brien", "password": password, **more})


def code_of(secret: str, ahead: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + ahead))


@pytest.fixture
def desk(client: Client, officer: object) -> Client:
    entered(client)
    return client


@pytest.fixture
def secret(desk: Client) -> str:
    """The secret of the officer's authenticator, set up on the pages."""
    page = desk.get("/account/second-factor").content.decode()
    found = re.search(r"<code[^>]*>([A-Z2-7 ]+)</code>", page)
    assert found
    secret = found[1].replace(" ", "")
    desk.codes = re.findall(  # type: ignore[attr-defined]  # for the tests below
        r"<li><code>(\d+)</code>",
        desk.post("/account/second-factor", {"code": code_of(secret, -1)}).content.decode(),
    )
    return secret


def test_a_second_factor_is_set_up_and_then_asked_for(desk: Client, secret: str) -> None:
    fresh = Client()

    assert len(desk.codes) == 10  # type: ignore[attr-defined]  # set by the fixture
    assert entered(fresh).headers["Location"] == "/sign-in/code"
    assert fresh.get("/plans").headers["Location"].startswith("/sign-in")
    assert fresh.post("/sign-in/code", {"code": code_of(secret)}).headers["Location"] == "/"
    assert fresh.get("/plans").status_code == 200


def test_a_code_opens_once_and_a_recovery_code_opens_once(desk: Client, secret: str) -> None:
    spent = code_of(secret)
    recovery = desk.codes[0]  # type: ignore[attr-defined]  # set by the fixture

    for code in (spent, recovery):
        for expected in (302, 422):
            visitor = Client()
            entered(visitor)
            assert visitor.post("/sign-in/code", {"code": code}).status_code == expected, code


def test_secrets_do_not_lie_open_in_the_database(officer: object, secret: str) -> None:
    from allauth.mfa.models import Authenticator

    kept = "".join(str(row.data) for row in Authenticator.objects.all())

    assert secret not in kept
    assert second_factor.recovery_codes_left(officer) == 10  # type: ignore[arg-type]  # the desk's own


def test_a_first_code_that_is_wrong_turns_nothing_on(desk: Client, officer: object) -> None:
    desk.get("/account/second-factor")

    assert desk.post("/account/second-factor", {"code": "000000"}).status_code == 409
    assert not second_factor.is_on(officer)  # type: ignore[arg-type]  # the desk's own


def test_the_second_factor_is_turned_off_with_the_password_only(desk: Client, secret: str, officer: object) -> None:
    assert desk.post("/account/second-factor/off", {"password": "no"}).status_code == 409
    assert second_factor.is_on(officer)  # type: ignore[arg-type]  # the desk's own

    desk.post("/account/second-factor/off", {"password": PASSWORD})

    assert not second_factor.is_on(officer)  # type: ignore[arg-type]  # the desk's own


def test_six_failures_close_the_way_for_that_name_and_address_only(officer: object) -> None:
    thief = Client()
    answers = [entered(thief, "wrong").status_code for _ in range(7)]

    assert answers[:5] == [422] * 5
    assert answers[-1] == 429
    assert entered(Client()).status_code == 429
    assert entered(Client(REMOTE_ADDR="192.0.2.7")).status_code == 302


def test_codes_are_counted_as_attempts_too(desk: Client, secret: str) -> None:
    thief = Client()
    entered(thief)
    answers = [thief.post("/sign-in/code", {"code": "000000"}).status_code for _ in range(7)]

    assert answers[-1] == 429
    assert thief.post("/sign-in/code", {"code": code_of(secret)}).status_code == 429


def test_a_session_is_listed_and_ended_from_another(desk: Client, officer: object) -> None:
    other = Client()
    entered(other)

    page = desk.get("/account").content.decode()
    (ending,) = re.findall(r"/account/sessions/(\d+)/end", page)
    desk.post(f"/account/sessions/{ending}/end")

    assert other.get("/plans").status_code == 302
    assert desk.get("/plans").status_code == 200


def test_nobody_ends_the_session_of_another(desk: Client, officer: object) -> None:
    sign_in.enrol("Another", PASSWORD, roles=["focal-point"], language="en", published=True)
    other = Client()
    other.post("/sign-in", {"name": "Another", "password": PASSWORD})
    for number in range(1, 9):
        other.post(f"/account/sessions/{number}/end")

    assert desk.get("/plans").status_code == 200


def test_a_new_password_ends_the_other_sessions(desk: Client, officer: object) -> None:
    other = Client()
    entered(other)

    desk.post("/account/password", {"now": PASSWORD, "new": "quite another password"})

    assert desk.get("/plans").status_code == 200
    assert other.get("/plans").status_code == 302
    assert entered(Client(), "quite another password").status_code == 302


def test_a_form_sent_after_the_session_ended_comes_back_after_signing_in(desk: Client, officer: object) -> None:
    words = "김민수 wrote “this” & more"
    desk.cookies.pop("suivi_can_session")

    answer = desk.post("/plans/sample-2024/P1.I1/report", {"account-ko": words, "stage": "under-way", "password": "x"})
    assert answer.headers["Location"].startswith("/sign-in")
    assert entered(desk).headers["Location"] == "/sign-in/resume"
    page = desk.get("/sign-in/resume").content.decode()

    assert "김민수 wrote “this” &amp; more" in page
    assert 'action="/plans/sample-2024/P1.I1/report"' in page
    assert 'name="password"' not in page


def test_what_an_officer_typed_is_never_given_to_another(desk: Client, officer: object) -> None:
    sign_in.enrol("Another", PASSWORD, roles=["focal-point"], language="en", published=True)
    desk.cookies.pop("suivi_can_session")
    desk.post("/plans/sample-2024/P1.I1/report", {"account-en": "A secret sentence."})

    answer = desk.post("/sign-in", {"name": "Another", "password": PASSWORD})

    assert answer.headers["Location"] == "/"
    assert desk.get("/sign-in/resume").headers["Location"] == "/"


def test_a_visitor_can_keep_nothing_here(client: Client) -> None:
    client.post("/plans/sample-2024/P1.I1/report", {"account-en": "x" * 1000})

    assert "unsent" not in client.session


def test_what_was_typed_as_a_password_is_kept_nowhere(officer: object) -> None:
    from axes.models import AccessAttempt, AccessFailureLog

    entered(Client(), "a mistyped password")

    rows = [*AccessAttempt.objects.values(), *AccessFailureLog.objects.values()]
    assert rows
    assert "a mistyped password" not in str(rows)
