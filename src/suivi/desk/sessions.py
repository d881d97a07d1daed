"""Where an officer is signed in: sessions listed and ended, kept by django-allauth; instants by the machine's clock."""

import datetime
from dataclasses import dataclass

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


def begin(request: HttpRequest) -> None:
    """Note the session that has just been opened, so that it can be listed and ended."""
    from allauth.usersessions.models import UserSession

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
