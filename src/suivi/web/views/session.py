"""Signing in and out: a name and a password, then a code where the officer has a second factor.

- Six failures for one name from one address within a quarter of an hour close the way for that quarter of an hour.
- A form sent after the session had ended is kept until its officer has signed in again, and then given back.
"""

import datetime
from typing import Any, Final

from django.contrib import auth
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.signals import user_login_failed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.desk import clock, identities, passkeys, passwords, second_factor, sessions
from suivi.desk.access import Officer
from suivi.web import unsent
from suivi.web.asking import Asking
from suivi.web.views.passkeys import given
from suivi.web.views.waiting import wait_for, waited_for, waiting_officer

LAST_VISIT: Final = "last_visit"
_LONGEST_NAME: Final = 200
_BACKEND: Final = "django.contrib.auth.backends.ModelBackend"


@login_not_required
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_page(request: HttpRequest) -> HttpResponse:
    """The form; or, with name and password, the page that was asked for, or the question for the code."""
    if request.method != "POST":
        return render(request, "sign-in.html", {"next": request.GET.get("next", ""), "ministry": ministry()})
    # No officer's name is longer; what counts failures has room for 255 signs and no more.
    name, password = request.POST.get("name", "").strip()[:_LONGEST_NAME], request.POST.get("password", "")
    officer = auth.authenticate(request, username=name, password=password)
    if not isinstance(officer, Officer):
        return _again(request, "sign-in.html", name=name)
    request.session[sessions.FIRST_PASSWORD] = passwords.is_first(password)
    return let_in(request, officer, asked_for=_asked_for(request))


@login_not_required
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """The question for the code of the second factor; with the right one, the page that was asked for."""
    officer = waiting_officer(request)
    if officer is None:
        return redirect("sign-in")
    asks: dict[str, Any] = {"passkeys": bool(passkeys.of(officer)), "codes": second_factor.has_codes(officer)}
    if request.method != "POST":
        return render(request, "sign-in-code.html", asks)
    if not is_open(request, officer.name):
        return _again(request, "sign-in-code.html", locked=True, **asks)
    if not (given(request, officer) or second_factor.accepts(officer, request.POST.get("code", ""))):
        count_failure(request, officer.name)
        return _again(request, "sign-in-code.html", **asks)
    return _signed_in(request, officer, waited_for(request))


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """The sign-in page, with the session ended."""
    auth.logout(request)
    return redirect("sign-in")


@require_safe
def resume(request: Asking) -> HttpResponse:
    """The form that was sent when the session had ended, to be sent now."""
    kept = unsent.kept(request)
    return render(request, "resume.html", {"kept": kept}) if kept else redirect("today")


def last_visit(request: HttpRequest) -> datetime.datetime | None:
    """When the officer signed in before this session, by the clock of the node; None if never."""
    kept = request.session.get(LAST_VISIT, "")
    return clock.as_told(datetime.datetime.fromisoformat(kept)) if kept else None


def let_in(request: HttpRequest, officer: Officer, *, asked_for: str, proved_twice: bool = False) -> HttpResponse:
    """The page asked for, or first the question for the second factor, unless it has been proved elsewhere."""
    if second_factor.is_on(officer) and not proved_twice:
        wait_for(request, officer, asked_for=asked_for)
        return redirect("sign-in-code")
    answer = _signed_in(request, officer, asked_for)
    request.session[sessions.PROVED_TWICE] = proved_twice
    return answer


def count_failure(request: HttpRequest, name: str) -> None:
    """Count a failed attempt for that name from where the request comes."""
    user_login_failed.send(__name__, credentials={"username": name}, request=request)


def _signed_in(request: HttpRequest, officer: Officer, asked_for: str) -> HttpResponse:
    before = officer.last_login  # signing in overwrites it
    auth.login(request, officer, backend=_BACKEND)
    request.session[LAST_VISIT] = before.isoformat() if before else ""
    sessions.begin(request, at=clock.now())
    answer = redirect("resume" if unsent.belongs_to(request, officer.pk) else asked_for)
    unsent.remember(answer, officer.pk)
    return answer


def is_open(request: HttpRequest, name: str) -> bool:
    """Whether too many failures have not closed the way for that name from where the request comes."""
    from axes.handlers.proxy import AxesProxyHandler

    return bool(AxesProxyHandler.is_allowed(request, {"username": name}))


def _again(request: HttpRequest, page: str, *, name: str = "", locked: bool = False, **asks: object) -> HttpResponse:
    locked = locked or getattr(request, "axes_locked_out", False)
    shown = {
        "next": request.POST.get("next", ""),
        "name": name,
        "refused": True,
        "locked": locked,
        "ministry": ministry(),
        **asks,
    }
    return render(request, page, shown, status=429 if locked else 422)


def ministry() -> str:
    """What the ministry's own sign-in is called on pages, empty where there is none."""
    provider = identities.configured()
    return (provider.name or provider.issuer) if provider else ""


def _asked_for(request: HttpRequest) -> str:
    asked = request.POST.get("next", "")
    return asked if url_has_allowed_host_and_scheme(asked, {request.get_host()}) else "today"
