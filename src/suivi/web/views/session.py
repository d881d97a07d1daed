"""Signing in and out: a name and a password, then a code where the officer has a second factor.

- Six failures for one name from one address within a quarter of an hour close the way for that quarter of an hour.
- A form sent after the session had ended is kept until its officer has signed in again, and then given back.
"""

import datetime
import time
from typing import Any, Final

from django.contrib import auth
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.signals import user_login_failed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.desk import clock, second_factor, sessions, sign_in
from suivi.desk.access import Officer
from suivi.web import unsent
from suivi.web.asking import Asking

LAST_VISIT: Final = "last_visit"
_WAITING: Final = "waiting_for_code"
_PATIENCE: Final = 10 * 60  # seconds, by the machine's clock, as sessions are kept
_BACKEND: Final = "django.contrib.auth.backends.ModelBackend"


@login_not_required
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_page(request: HttpRequest) -> HttpResponse:
    """The form; or, with name and password, the page that was asked for, or the question for the code."""
    if request.method != "POST":
        return render(request, "sign-in.html", {"next": request.GET.get("next", "")})
    name, password = request.POST.get("name", "").strip(), request.POST.get("password", "")
    officer = auth.authenticate(request, username=name, password=password)
    if not isinstance(officer, Officer):
        return _again(request, "sign-in.html", name=name)
    if second_factor.is_on(officer):
        request.session[_WAITING] = {
            "officer": officer.pk,
            "until": int(time.time()) + _PATIENCE,
            "next": _asked_for(request),
        }
        return redirect("sign-in-code")
    return _signed_in(request, officer, _asked_for(request))


@login_not_required
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """The question for the code of the second factor; with the right one, the page that was asked for."""
    waiting: dict[str, Any] = request.session.get(_WAITING, {})
    officer = _waiting(waiting)
    if officer is None:
        return redirect("sign-in")
    if request.method != "POST":
        return render(request, "sign-in-code.html")
    if not _open(request, officer.name):
        return _again(request, "sign-in-code.html", locked=True)
    if not second_factor.accepts(officer, request.POST.get("code", "")):
        user_login_failed.send(__name__, credentials={"username": officer.name}, request=request)
        return _again(request, "sign-in-code.html")
    del request.session[_WAITING]
    return _signed_in(request, officer, str(waiting["next"]))


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


def _signed_in(request: HttpRequest, officer: Officer, asked_for: str) -> HttpResponse:
    before = officer.last_login  # signing in overwrites it
    auth.login(request, officer, backend=_BACKEND)
    request.session[LAST_VISIT] = before.isoformat() if before else ""
    sessions.begin(request)
    answer = redirect("resume" if unsent.belongs_to(request, officer.pk) else asked_for)
    unsent.remember(answer, officer.pk)
    return answer


def _waiting(waiting: dict[str, Any]) -> Officer | None:
    if not waiting or time.time() > waiting["until"]:
        return None
    return next((officer for officer in sign_in.officers() if officer.pk == waiting["officer"]), None)


def _open(request: HttpRequest, name: str) -> bool:
    from axes.handlers.proxy import AxesProxyHandler

    return bool(AxesProxyHandler.is_allowed(request, {"username": name}))


def _again(request: HttpRequest, page: str, *, name: str = "", locked: bool = False) -> HttpResponse:
    locked = locked or getattr(request, "axes_locked_out", False)
    given = {"next": request.POST.get("next", ""), "name": name, "refused": True, "locked": locked}
    return render(request, page, given, status=429 if locked else 422)


def _asked_for(request: HttpRequest) -> str:
    asked = request.POST.get("next", "")
    return asked if url_has_allowed_host_and_scheme(asked, {request.get_host()}) else "today"
