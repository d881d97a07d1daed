"""Hosts: what the parties may be called where a record says who hosts a meeting, and how a host is told."""

from collections.abc import Iterable
from typing import Final

from suivi.modes.asks import ZONES
from suivi.plan.words import Words
from suivi.publish.invitation import CAPITALS

PARTY_NAMES: Final = {
    "can": {"en": "Canada", "fr": "Canada", "ko": "캐나다"},
    "kor": {"en": "Korea", "fr": "Corée", "ko": "한국"},
}
"""The names of parties before any charter gives them."""


def hosts(parties: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The parties in the order given, each with everything it may be called as a host: code, names, capital."""
    return {code: (code, *PARTY_NAMES.get(code, {}).values(), *_capital(code)) for code in parties}


def host(code: str) -> Words | None:
    """A host in words; None where the record names none of the parties."""
    if not code:
        return None
    names = PARTY_NAMES.get(code, {})
    return Words(*(names.get(language, code.upper()) for language in ("en", "fr", "ko")))


def _capital(code: str) -> tuple[str, ...]:
    return tuple(ZONES[CAPITALS[code]].by_language().values()) if code in CAPITALS else ()
