"""Signing in: a second factor asked for and good once, too many attempts, sessions ended, a form that is not lost."""

import hashlib
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from suivi.desk import passwords, recovery_codes, second_factor, sign_in

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
        r"<li><code>([\d ]+)</code>",
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


def test_secrets_do_not_lie_open_in_the_database(desk: Client, officer: object, secret: str) -> None:
    from allauth.mfa.models import Authenticator

    kept = "".join(str(row.data) for row in Authenticator.objects.all())

    assert secret not in kept
    assert not any(code.replace(" ", "") in kept for code in desk.codes)  # type: ignore[attr-defined]  # set by the fixture
    assert recovery_codes.left(officer) == 10  # type: ignore[arg-type]  # the test client gives any user, which here is an officer


def test_a_first_code_that_is_wrong_turns_nothing_on(desk: Client, officer: object) -> None:
    desk.get("/account/second-factor")

    assert desk.post("/account/second-factor", {"code": "000000"}).status_code == 409
    assert not second_factor.is_on(officer)  # type: ignore[arg-type]  # the test client gives any user, which here is an officer


def test_the_second_factor_is_turned_off_with_the_password_only(desk: Client, secret: str, officer: object) -> None:
    assert desk.post("/account/second-factor/off", {"password": "no"}).status_code == 409
    assert second_factor.is_on(officer)  # type: ignore[arg-type]  # the test client gives any user, which here is an officer

    desk.post("/account/second-factor/off", {"password": PASSWORD})

    assert not second_factor.is_on(officer)  # type: ignore[arg-type]  # the test client gives any user, which here is an officer


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
    refused = desk.post(f"/account/sessions/{ending}/end", {"password": "no"})
    assert (refused.status_code, other.get("/plans").status_code) == (409, 200)
    desk.post(f"/account/sessions/{ending}/end", {"password": PASSWORD})

    assert other.get("/plans").status_code == 302
    assert desk.get("/plans").status_code == 200


def test_all_other_sessions_are_ended_at_once_by_who_proves_himself_again(desk: Client, officer: object) -> None:
    others = [Client(), Client()]
    for other in others:
        entered(other)

    assert desk.post("/account/sessions/end-others", {"password": ""}).status_code == 409
    assert [other.get("/plans").status_code for other in others] == [200, 200]
    desk.post("/account/sessions/end-others", {"password": PASSWORD})

    assert [other.get("/plans").status_code for other in others] == [302, 302]
    assert desk.get("/plans").status_code == 200


def test_nobody_ends_the_session_of_another(desk: Client, officer: object) -> None:
    sign_in.enrol("Another", PASSWORD, roles=["focal-point"], language="en", published=True)
    other = Client()
    other.post("/sign-in", {"name": "Another", "password": PASSWORD})
    for number in range(1, 9):
        other.post(f"/account/sessions/{number}/end", {"password": PASSWORD})

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
    assert 'value="x"' not in page
    assert 'name="password" type="password"' in page  # asked for again, since it is never kept


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


@pytest.mark.parametrize(
    ("since", "hours", "stays"), [("used", 0.9, 1), ("used", 1.1, 0), ("begun", 7.9, 1), ("begun", 8.1, 0)]
)
def test_a_session_ends_after_an_hour_unused_or_eight_hours_in_all_and_loses_no_form(
    desk: Client, since: str, hours: float, stays: int
) -> None:
    session = desk.session
    session[since] -= hours * 3600
    session.save()

    assert desk.get("/plans").status_code == (200 if stays else 302)
    if not stays:
        desk.post("/plans/sample-2024/P1.I1/report", {"account-ko": "보고"})
        assert entered(desk).headers["Location"] == "/sign-in/resume"


@pytest.mark.parametrize(
    "weak",
    ["nine char", "Password2026!", "qwertyuiop", "Suivi-Canada-1", "서울 대한민국 2026", "o’brien o’brien", "a" * 30],
)
def test_a_password_that_is_tried_first_is_refused_and_the_one_before_stays(desk: Client, weak: str) -> None:
    assert desk.post("/account/password", {"now": PASSWORD, "new": weak}).status_code == 409
    assert entered(Client()).status_code == 302


BREACHED = [f"an unlucky phrase number {number}" for number in range(400)]


@pytest.fixture
def breached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A list of breached passwords as they are given out: digests in rising order, each with how often it was seen."""
    digests = sorted(hashlib.sha1(each.encode()).hexdigest().upper() for each in BREACHED)
    file = tmp_path / "breached.txt"
    file.write_text("".join(f"{digest}:{9 ** (place % 7)}\r\n" for place, digest in enumerate(digests)), "ascii")
    monkeypatch.setenv("SUIVI_BREACHED_PASSWORDS", str(file))
    return file


def test_a_password_that_became_known_in_a_breach_is_refused_where_a_list_of_them_is_named(
    desk: Client, breached: Path
) -> None:
    assert [each for each in BREACHED if passwords.weakness(each) != passwords.BREACHED] == []
    others = [f"{each}!" for each in BREACHED]
    assert [each for each in others if passwords.weakness(each) is not None] == []
    refused = desk.post("/account/password", {"now": PASSWORD, "new": BREACHED[7]})
    assert refused.status_code == 409
    assert "breaches elsewhere" in refused.content.decode()
    assert entered(Client()).status_code == 302

    breached.unlink()
    assert passwords.weakness(others[0]) == passwords.NO_LIST


def test_a_file_that_is_no_list_of_digests_is_named_when_the_desk_starts(breached: Path) -> None:
    assert passwords.is_list_of_digests(breached)
    starts = [sys.executable, "-c", "import suivi.settings"]
    first, second, *rest = breached.read_text("ascii").splitlines(keepends=True)
    for wrong in ("password\n", "", "".join((second, first, *rest))):
        breached.write_text(wrong, "ascii")

        ran = subprocess.run(starts, capture_output=True, text=True, check=False)

        assert "SUIVI_BREACHED_PASSWORDS must name a file of SHA-1 digests" in ran.stderr


@pytest.mark.parametrize(("seconds", "before"), [("90", True), ("30", False)])
def test_a_code_is_good_for_thirty_seconds_where_the_settings_say_so(
    desk: Client, secret: str, settings: object, monkeypatch: pytest.MonkeyPatch, seconds: str, before: bool
) -> None:
    surroundings = {**os.environ, "SUIVI_CODE_SECONDS": seconds}
    asked = "import suivi.settings as s; print(s.MFA_TOTP_TOLERANCE)"
    ran = subprocess.run([sys.executable, "-c", asked], env=surroundings, capture_output=True, text=True, check=True)
    settings.MFA_TOTP_TOLERANCE = int(ran.stdout)  # type: ignore[attr-defined]  # pytest-django’s own
    began = time.time() // 30 * 30 + 90  # the beginning of a step that has not been used
    typed = format_hotp_value(hotp_value(secret, int(began) // 30))

    def opens(after: float) -> bool:
        monkeypatch.setattr(time, "time", lambda: began + after)
        visitor = Client()
        entered(visitor)
        return bool(visitor.post("/sign-in/code", {"code": typed}).status_code == 302)

    assert opens(31) is before
    assert opens(-1) is False  # spent, or not shown yet
    assert opens(29) is not before


@pytest.mark.parametrize(
    "long", ["  four quiet Unlikely words  ", "조용한 낱말 네 개를 골랐다", "only small letters " * 12]
)
def test_a_password_of_any_signs_is_taken_exactly_as_typed(desk: Client, long: str) -> None:
    assert desk.post("/account/password", {"now": PASSWORD, "new": long}).status_code == 302
    assert entered(Client(), long).status_code == 302
    others = {long + "x", long[:-1], long[:72], long.swapcase()} - {long}
    assert {entered(Client(), other).status_code for other in others} == {422}


def test_a_first_password_opens_nothing_but_the_page_on_which_another_is_chosen(officer: object) -> None:
    first = passwords.new_first()
    sign_in.renew(officer, first)
    desk = Client()
    entered(desk, first)

    assert [desk.get(place).headers["Location"] for place in ("/plans", "/", "/channel")] == ["/account"] * 3
    assert "which somebody else knows" in desk.get("/account").content.decode()
    kept = desk.post("/account/password", {"now": first, "new": passwords.new_first()})
    own = desk.post("/account/password", {"now": first, "new": PASSWORD})
    assert (kept.status_code, own.status_code) == (409, 302)
    assert desk.get("/plans").status_code == 200


def test_where_a_second_factor_is_required_nothing_else_opens_before_it_is_set_up(
    desk: Client, settings: object
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True  # type: ignore[attr-defined]  # pytest-django’s own

    assert desk.get("/plans").headers["Location"] == "/account/second-factor"
    assert [desk.get(place).status_code for place in ("/account", "/account/second-factor")] == [200, 200]
    page = desk.get("/account/second-factor").content.decode()
    secret = re.search(r"<code[^>]*>([A-Z2-7 ]+)</code>", page)
    assert secret
    assert desk.post("/account/second-factor", {"code": code_of(secret[1].replace(" ", ""))}).status_code == 200
    assert desk.get("/plans").status_code == 200


def test_a_second_factor_the_ministry_has_stated_is_one(desk: Client, settings: object) -> None:
    settings.SECOND_FACTOR_REQUIRED = True  # type: ignore[attr-defined]  # pytest-django’s own
    session = desk.session
    session["proved_twice"] = True
    session.save()

    assert desk.get("/plans").status_code == 200
