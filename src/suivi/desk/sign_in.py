"""Who the officers of a node are, before any of them asks for anything: enrolled, listed, recognised by password."""

import datetime
from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.hashers import PBKDF2PasswordHasher, check_password
from django.db import transaction

from suivi.desk import clock, mandates, second_factor, sessions
from suivi.desk.access import Officer

PUBLISHED_ITERATIONS = 1_000


def officer_named(name: str, password: str) -> Officer | None:
    """The active officer of that name and password, or None."""
    found = ModelBackend().authenticate(None, username=name, password=password)
    return found if isinstance(found, Officer) else None


def proves(officer: Officer, typed: str) -> bool:
    """Whether what was typed is the officer's password, or the code of his second factor where he has one."""
    # Without hashing it anew: the sign-in page does that, and it takes half a second each time.
    return check_password(typed, officer.password) or (
        second_factor.is_on(officer) and second_factor.accepts(officer, typed)
    )


def enrol(name: str, password: str, *, roles: Iterable[str], language: str, published: bool = False) -> Officer:
    """A new officer with mandates in those roles, for everything and without days; `IntegrityError` if the name is taken.

    `published`: the password is printed for everybody, as in a demonstration, so guarding it slowly gains nothing.
    """
    officer = get_user_model()(name=name, language=language)
    officer.set_password(password)
    if published:
        hasher = PBKDF2PasswordHasher()
        officer.password = hasher.encode(password, hasher.salt(), iterations=PUBLISHED_ITERATIONS)
    with transaction.atomic():
        officer.save()
        for role in roles:
            mandates.give(officer, role, at=clock.now())
    return officer


def end(officer: Officer) -> None:
    """Let the officer sign in no more; open sessions end with the next request."""
    officer.is_active = False
    officer.save(update_fields=["is_active"])
    sessions.end_all(officer)


def replace_password(officer: Officer, password: str) -> None:
    """Give the officer another password."""
    officer.set_password(password)
    officer.save(update_fields=["password"])


def clear_up_to(
    officer: Officer, ceiling: str, *, from_on: datetime.date | None, until_on: datetime.date | None
) -> None:
    """Let the officer see what is marked up to `ceiling`, canonical JSON, on those days; empty: whatever a channel may carry."""
    officer.ceiling, officer.ceiling_from_on, officer.ceiling_until_on = ceiling, from_on, until_on
    officer.save(update_fields=["ceiling", "ceiling_from_on", "ceiling_until_on"])


def renew(officer: Officer, password: str) -> None:
    """Give the officer a new password; sessions opened with the one before end with the next request."""
    replace_password(officer, password)
    sessions.end_all(officer)


def officers() -> list[Officer]:
    """The active officers of this node, in the order enrolled."""
    return list(get_user_model().objects.filter(is_active=True).order_by("pk"))
