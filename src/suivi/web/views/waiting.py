"""Who has proved a first factor and is still to prove a second: kept in the session for ten minutes."""

import time
from typing import Any, Final

from django.http import HttpRequest

from suivi.desk import sign_in
from suivi.desk.access import Officer

_WAITING: Final = "waiting_for_code"
_PATIENCE: Final = 10 * 60  # seconds, by the machine's clock, as sessions are kept


def wait_for(request: HttpRequest, officer: Officer, *, asked_for: str) -> None:
    """Let the officer prove a second factor next, on the way to the page asked for."""
    request.session[_WAITING] = {"officer": officer.pk, "until": int(time.time()) + _PATIENCE, "next": asked_for}


def waiting_officer(request: HttpRequest) -> Officer | None:
    """The officer who waits, or None; also once ten minutes have passed."""
    waiting: dict[str, Any] = request.session.get(_WAITING, {})
    if not waiting or time.time() > waiting["until"]:
        return None
    return next((officer for officer in sign_in.officers() if officer.pk == waiting["officer"]), None)


def waited_for(request: HttpRequest) -> str:
    """The page asked for; nobody waits any more."""
    return str(request.session.pop(_WAITING)["next"])
