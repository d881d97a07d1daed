"""A form sent after the session had ended: kept for the officer who wrote it, until he has signed in again.

- It is kept in the session, for half an hour, up to a megabyte; files cannot be kept, and are named.
- It is given back only to the officer who was signed in with this browser before, told by a signed cookie: nobody
  else reads what was typed.
"""

from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise

from suivi.web.forms import Retyped, retyped_pairs, secrets_asked

LAST: Final = f"suivi_{settings.SUIVI_PARTY}_last"
_KEPT: Final = "unsent"
_LONGEST: Final = 1_000_000
_HALF_AN_HOUR: Final = 30 * 60
_A_YEAR: Final = 365 * 24 * 60 * 60
_NEVER: Final = ("csrfmiddlewaretoken", "password", "code", "now", "new", "again", "passphrase", "proof")


@dataclass(frozen=True, slots=True)
class Unsent:
    """Where the form was sent, every field as pairs of name and value, how people read them, the names of files, and the
    secrets that have to be typed again.
    """

    path: str
    pairs: list[tuple[str, str]]
    fields: list[Retyped]
    files: list[str]
    secrets: list[tuple[str, Promise]]


def keep(request: HttpRequest) -> None:
    """Keep what was posted; nothing where nobody was signed in with this browser before, or where it is too long."""
    officer = request.get_signed_cookie(LAST, default="")
    pairs = [(name, value) for name, values in request.POST.lists() if name not in _NEVER for value in map(str, values)]
    if not officer or sum(len(name) + len(value) for name, value in pairs) > _LONGEST:
        return
    request.session[_KEPT] = {
        "officer": officer,
        "path": request.get_full_path(),
        "pairs": pairs,
        "files": sorted(request.FILES),
        "secrets": sorted(name for name in request.POST if name in _NEVER),
    }
    request.session.set_expiry(_HALF_AN_HOUR)


def belongs_to(request: HttpRequest, officer: int) -> bool:
    """Whether something kept is this officer's; what is another's is dropped. The session lasts as usual again."""
    kept = request.session.get(_KEPT)
    request.session.set_expiry(None)
    if kept is not None and kept["officer"] != str(officer):
        del request.session[_KEPT]
        return False
    return kept is not None


def kept(request: HttpRequest) -> Unsent | None:
    """What is kept, or None."""
    found = request.session.get(_KEPT)
    if found is None:
        return None
    pairs = [(name, value) for name, value in found["pairs"]]
    return Unsent(
        found["path"], pairs, retyped_pairs(pairs), list(found["files"]), secrets_asked(found.get("secrets", ()))
    )


def drop_if_sent(request: HttpRequest) -> None:
    """Keep nothing any more once the officer has sent it to the same place."""
    if request.method == "POST" and request.session.get(_KEPT, {}).get("path") == request.get_full_path():
        del request.session[_KEPT]


def remember(answer: HttpResponse, officer: int) -> None:
    """Let this browser say later who was signed in with it."""
    answer.set_signed_cookie(
        LAST,
        str(officer),
        max_age=_A_YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
