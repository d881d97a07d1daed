"""Who the officers of a node are, before any of them asks for anything: enrolled, listed, recognised by password."""

from collections.abc import Iterable

from django.contrib.auth import authenticate, get_user_model
from django.contrib.auth.hashers import PBKDF2PasswordHasher

from suivi.desk.access import Officer

PUBLISHED_ITERATIONS = 1_000


def officer_named(name: str, password: str) -> Officer | None:
    """The active officer of that name and password, or None."""
    found = authenticate(username=name, password=password)
    return found if isinstance(found, Officer) else None


def enrol(name: str, password: str, *, mandates: Iterable[str], language: str, published: bool = False) -> Officer:
    """A new officer; raises `IntegrityError` if the name is taken.

    `published`: the password is printed for everybody, as in a demonstration, so guarding it slowly gains nothing.
    """
    officer = get_user_model()(name=name, mandates=list(mandates), language=language)
    officer.set_password(password)
    if published:
        hasher = PBKDF2PasswordHasher()
        officer.password = hasher.encode(password, hasher.salt(), iterations=PUBLISHED_ITERATIONS)
    officer.save()
    return officer


def officers() -> list[Officer]:
    """The active officers of this node, in the order enrolled."""
    return list(get_user_model().objects.filter(is_active=True).order_by("pk"))
