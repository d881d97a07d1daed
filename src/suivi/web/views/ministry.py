"""The ministry's own sign-in: on the way there and back, linked and unlinked.

- The way there is a link, not a form: a form may send nobody outside this desk (Content-Security-Policy).
- Linking asks for the password first, so nobody links an account of his to another's desk left open.
- Failures count as attempts for the ministry's sign-in from where they come, and for the officer it named.
"""

import time
from typing import Final

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from suivi.desk import clock, identities
from suivi.desk.access import Officer
from suivi.desk.actions import identities as actions
from suivi.desk.identities import AFRESH, FRESH, LINK, SIGN_IN, IdentityRefused
from suivi.web.asking import Asking
from suivi.web.views import session

_KEPT: Final = "ministry"
_FRESH: Final = "ministry_fresh"
_MAY_LINK: Final = "ministry_may_link"


@login_not_required
@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """On the way to the ministry: to sign in; signed in already, to link an account or to sign in afresh."""
    provider = identities.configured()
    if provider is None:
        return redirect("sign-in")
    officer = request.user if isinstance(request.user, Officer) else None
    purpose = SIGN_IN if officer is None else AFRESH if request.GET.get("fresh") else LINK
    if purpose == LINK and time.time() > request.session.pop(_MAY_LINK, 0):
        return redirect("account")
    if purpose == SIGN_IN and not session.is_open(request, provider.issuer):
        raise IdentityRefused("provider")
    asked = request.GET.get("next", "")
    asked_for = asked if url_has_allowed_host_and_scheme(asked, {request.get_host()}) else reverse("today")
    there, kept = identities.begin(
        provider,
        purpose=purpose,
        back=_here(request, reverse("ministry-back")),
        asked_for=asked_for,
        at=time.time(),
    )
    request.session[_KEPT] = kept
    return HttpResponseRedirect(there)


def _here(request: HttpRequest, path: str) -> str:
    """The address of a page of ours as the reader's browser knows it: over TLS where the desk stands behind it."""
    return f"{'https' if settings.SESSION_COOKIE_SECURE else request.scheme}://{request.get_host()}{path}"


@login_not_required
@require_safe
def back(request: HttpRequest) -> HttpResponse:
    """Back from the ministry: signed in, linked, or fresh; refused by name otherwise."""
    provider, kept = identities.configured(), request.session.pop(_KEPT, {})
    if provider is None:
        return redirect("sign-in")
    if not session.is_open(request, provider.issuer):
        raise IdentityRefused("provider")
    try:
        proven = identities.come_back(provider, kept, request.GET.dict(), at=time.time())
    except IdentityRefused:
        session.count_failure(request, provider.issuer)
        raise
    officer = request.user if isinstance(request.user, Officer) else None
    if kept["purpose"] == LINK and officer is not None:
        actions.link_own(officer, proven, at=clock.now())
        return redirect("account")
    found = identities.officer_of(provider, proven)
    if kept["purpose"] == AFRESH:
        if officer is None or found.pk != officer.pk:
            raise IdentityRefused("another")
        request.session[_FRESH] = time.time()
        return redirect(kept["next"])
    if kept["purpose"] == LINK or not session.is_open(request, found.name):
        raise IdentityRefused("state")
    return session.let_in(request, found, asked_for=kept["next"], proved_twice=proven.second_factor)


@require_POST
@sensitive_post_parameters("password")
def link(request: Asking) -> HttpResponse:
    """The page with the way to the ministry, the password having been typed."""
    actions.may_link(request.officer, proof=request.POST.get("password", ""))
    request.session[_MAY_LINK] = time.time() + identities.PATIENCE
    return render(request, "ministry.html", {"ministry": named()})


@require_POST
@sensitive_post_parameters("password")
def unlink(request: Asking, identity: str) -> HttpResponse:
    """One's own link ended."""
    actions.unlink_own(request.officer, identity=identity, proof=request.POST.get("password", ""), at=clock.now())
    return redirect("account")


@require_POST
def link_officer(request: Asking, officer: str) -> HttpResponse:
    """An account of the ministry linked to an officer by who administers."""
    actions.link(request.officer, of=officer, subject=request.POST.get("subject", ""), at=clock.now())
    return redirect("officer", officer)


@require_POST
def unlink_officer(request: Asking, officer: str, identity: str) -> HttpResponse:
    """An officer's link ended by who administers."""
    actions.unlink(request.officer, of=officer, identity=identity, at=clock.now())
    return redirect("officer", officer)


def named() -> str:
    """What the ministry's sign-in is called on pages, empty where there is none."""
    return session.ministry()


def is_fresh(request: HttpRequest) -> bool:
    """Whether the officer signed in afresh at the ministry within the last five minutes; good for one approval."""
    at: float = request.session.pop(_FRESH, 0.0)
    return time.time() - at < FRESH


def will_be_fresh(request: HttpRequest) -> bool:
    """Whether `is_fresh` would say so, nothing spent."""
    at: float = request.session.get(_FRESH, 0.0)
    return time.time() - at < FRESH
