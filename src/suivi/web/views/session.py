"""Signing in and out: a name and a password."""

import datetime
from typing import Final

from django.contrib import auth
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from suivi.desk import clock

LAST_VISIT: Final = "last_visit"


@login_not_required
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The form; or, with name and password, the page that was asked for."""
    if request.method != "POST":
        return render(request, "sign-in.html", {"next": request.GET.get("next", "")})
    name, password = request.POST.get("name", "").strip(), request.POST.get("password", "")
    officer = auth.authenticate(request, username=name, password=password)
    if officer is None:
        again = {"next": request.POST.get("next", ""), "name": name, "refused": True}
        return render(request, "sign-in.html", again, status=422)
    before = officer.last_login  # signing in overwrites it
    auth.login(request, officer)
    request.session[LAST_VISIT] = before.isoformat() if before else ""
    return redirect(_asked_for(request))


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """The sign-in page, with the session ended."""
    auth.logout(request)
    return redirect("sign-in")


def last_visit(request: HttpRequest) -> datetime.datetime | None:
    """When the officer signed in before this session, by the clock of the node; None if never."""
    kept = request.session.get(LAST_VISIT, "")
    return clock.as_told(datetime.datetime.fromisoformat(kept)) if kept else None


def _asked_for(request: HttpRequest) -> str:
    asked = request.POST.get("next", "")
    return asked if url_has_allowed_host_and_scheme(asked, {request.get_host()}) else "today"
