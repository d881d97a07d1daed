"""One's own account: the password, the second factor, and where one is signed in."""

import base64
from typing import Final

from django.contrib import auth
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.desk import clock, identities, passkeys, recovery_codes, second_factor, sessions
from suivi.desk.actions import accounts
from suivi.web.asking import Asking
from suivi.web.views.ministry import named

_SECRET: Final = "second_factor_secret"  # noqa: S105  # a name in the session


@require_safe
def account(request: Asking) -> HttpResponse:
    """What one's account is: second factor, sessions, the way to one's mandates."""
    return render(request, "account.html", _page(request))


@require_POST
@sensitive_post_parameters()
def password(request: Asking) -> HttpResponse:
    """A new password, the one before given; other sessions end."""
    accounts.change_password(request.officer, now=request.POST.get("now", ""), new=request.POST.get("new", ""))
    auth.update_session_auth_hash(request, request.officer)
    request.session[sessions.FIRST_PASSWORD] = False
    sessions.end_all(request.officer, but=request.session.session_key or "")
    sessions.begin(request, at=clock.now())
    return redirect("account")


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("code")
@sensitive_variables("secret", "codes")
def second_factor_page(request: Asking) -> HttpResponse:
    """The secret for one's authenticator; with its first code, the recovery codes, shown this once."""
    secret = request.session.get(_SECRET) or second_factor.new_secret()
    request.session[_SECRET] = secret
    if request.method != "POST":
        address = second_factor.address(request.officer, secret)
        picture = base64.b64encode(second_factor.picture(address).encode()).decode()
        given = {"secret": " ".join(secret[i : i + 4] for i in range(0, len(secret), 4)), "picture": picture}
        return render(request, "second-factor.html", given)
    codes = accounts.turn_on(request.officer, secret=secret, code=request.POST.get("code", ""))
    del request.session[_SECRET]
    return render(request, "second-factor.html", {"codes": codes})


@require_POST
@sensitive_post_parameters("password")
def turn_off(request: Asking) -> HttpResponse:
    """No second factor any more, the password or a code given."""
    accounts.turn_off(request.officer, proof=request.POST.get("password", ""))
    return redirect("account")


@require_POST
@sensitive_post_parameters("password")
def end_session(request: Asking, session: str) -> HttpResponse:
    """One of one's sessions ended, the password or a code given; the one that asks is ended by signing out."""
    accounts.end_session(request.officer, session=session, proof=request.POST.get("password", ""))
    return redirect("account")


@require_POST
@sensitive_post_parameters("password")
def end_other_sessions(request: Asking) -> HttpResponse:
    """Every session of one's own ended but the one that asks, the password or a code given."""
    current = request.session.session_key or ""
    accounts.end_other_sessions(request.officer, current=current, proof=request.POST.get("password", ""))
    return redirect("account")


def _page(request: HttpRequest) -> dict[str, object]:
    officer = request.officer  # type: ignore[attr-defined]  # ours
    current = request.session.session_key or ""
    on = second_factor.is_on(officer)
    return {
        "first": request.session.get(sessions.FIRST_PASSWORD, False),
        "sessions": sessions.of(officer, current=current),
        "on": on,
        "codes_on": on and second_factor.has_codes(officer),
        "passkeys": passkeys.of(officer),
        "ministry": named(),
        "links": identities.links_of(officer),
        "codes_left": recovery_codes.left(officer) if on else 0,
    }
