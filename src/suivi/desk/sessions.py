"""Where an officer is signed in: sessions listed and ended, kept by django-allauth; instants by the machine's clock.

- A session ends after an hour in which nothing was asked for, and eight hours after it began, whatever is done in it: within
  what NIST SP 800-63B-4 asks at its second level (an hour, a day). What was typed meanwhile is given back after signing in.
- That it is in use is noted every five minutes at most, so that reading a page does not write.
"""

import datetime
from dataclasses import dataclass
from typing import Final

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from suivi.desk.access import Officer


@dataclass(frozen=True, slots=True)
class SessionShown:
    """A session: since when, from which address of the network, with which program; `current` is the one that asks."""

    id: str
    begun_at: datetime.datetime
    address: str
    program: str
    current: bool


PROVED_TWICE: Final = "proved_twice"
"""Where a session says that the ministry's own sign-in has stated a second factor."""
FIRST_PASSWORD: Final = "first_password"  # noqa: S105  # a name in the session
"""Where a session says that it was opened with a password somebody else knows."""
IDLE: Final = datetime.timedelta(hours=1)
LONGEST: Final = datetime.timedelta(hours=8)
_NOTED_EVERY: Final = datetime.timedelta(minutes=5)
_BEGUN, _USED = "begun", "used"


def has_lapsed(session: SessionBase, *, at: datetime.datetime) -> bool:
    """Whether the session has lain unused for an hour or lasted eight at `at`; one not yet over is noted as in use."""
    begun, used = session.get(_BEGUN), session.get(_USED)
    if begun is None or used is None:  # opened by other means than the sign-in page; its cookie ends it
        return False
    now = at.timestamp()
    if now - used > IDLE.total_seconds() or now - begun > LONGEST.total_seconds():
        return True
    if now - used > _NOTED_EVERY.total_seconds():
        session[_USED] = now
    return False


def begin(request: HttpRequest, *, at: datetime.datetime) -> None:
    """Note the session that has just been opened at `at`, so that it can be listed and ended, and will lapse."""
    from allauth.usersessions.models import UserSession

    request.session[_BEGUN] = request.session[_USED] = at.timestamp()
    UserSession.objects.create_from_request(request)


def of(officer: Officer, *, current: str) -> list[SessionShown]:
    """The officer's open sessions, the newest first; `current` is the key of the one that asks."""
    from allauth.usersessions.models import UserSession

    held = sorted(UserSession.objects.purge_and_list(officer), key=lambda each: each.created_at, reverse=True)
    return [
        SessionShown(str(each.pk), each.created_at, each.ip, each.user_agent, each.session_key == current)
        for each in held
    ]


def end(officer: Officer, session: str) -> None:
    """End the session of that number, if it is the officer's."""
    from allauth.usersessions.models import UserSession

    number = int(session) if session.isascii() and session.isdecimal() and len(session) < 18 else 0
    for each in UserSession.objects.filter(user=officer.pk, pk=number):
        each.end()


def end_all(officer: Officer, *, but: str = "") -> None:
    """End every session of the officer, but the one with that key."""
    from allauth.usersessions.models import UserSession

    for each in UserSession.objects.filter(user=officer.pk).exclude(session_key=but):
        each.end()
