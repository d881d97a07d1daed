"""Passkeys at the door: what a device is asked, and its answer, which stands in a field of an ordinary form.

- The question is kept in the session and taken out with the first answer, right or wrong.
- Without scripts the field stays empty, and the form is about a password or a code as before.
"""

from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from suivi.desk import passkeys
from suivi.desk.access import Officer
from suivi.desk.actions import accounts
from suivi.web import forms
from suivi.web.asking import Asking
from suivi.web.views.waiting import waiting_officer

_ASKED: Final = "passkey_asked"
ANSWER: Final = "passkey"
"""The field of a form in which the answer of a device stands."""


@require_safe
def new(request: Asking) -> HttpResponse:
    """What a device is asked for a new passkey, as JSON."""
    return _asked(request, passkeys.begin_keeping(request.officer, host=request.get_host()))


@login_not_required
@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    """What a device is asked for proof of a passkey, as JSON: of who is signed in, or has just given the password."""
    officer = request.user if isinstance(request.user, Officer) else waiting_officer(request)
    if officer is None:
        return redirect("sign-in")
    return _asked(request, passkeys.begin_asking(officer, host=request.get_host()))


@require_POST
@sensitive_post_parameters("password")
@sensitive_variables("codes")
def keep(request: Asking) -> HttpResponse:
    """A new passkey under the name given, the password or a code typed; recovery codes shown this once."""
    codes = accounts.keep_passkey(
        request.officer,
        host=request.get_host(),
        kept=_taken(request),
        answer=request.POST.get(ANSWER, ""),
        name=forms.worded(request.POST.get("name", "")),
        proof=request.POST.get("password", ""),
    )
    return render(request, "second-factor.html", {"codes": codes}) if codes else redirect("account")


@require_POST
@sensitive_post_parameters("password")
def drop(request: Asking, passkey: str) -> HttpResponse:
    """A passkey removed, the password or a code typed."""
    accounts.drop_passkey(request.officer, passkey=passkey, proof=request.POST.get("password", ""))
    return redirect("account")


def given(request: HttpRequest, officer: Officer) -> bool:
    """Whether the form brings proof of a passkey of the officer; the question is spent either way."""
    answer = request.POST.get(ANSWER, "")
    return bool(answer) and passkeys.accepts(officer, host=request.get_host(), kept=_taken(request), answer=answer)


def _asked(request: HttpRequest, challenge: passkeys.Challenge) -> HttpResponse:
    request.session[_ASKED] = challenge.kept
    return JsonResponse(challenge.options)


def _taken(request: HttpRequest) -> dict[str, Any]:
    taken: dict[str, Any] = request.session.pop(_ASKED, {})
    return taken
