"""Closed objects: every field known, every value inside its grammar, or a fault that names the place.

- What is not listed is refused, and so is what is missing; absent is absent, so `null` counts as missing.
- Grammars of parties, channels, origins, digests and days: exchange format, sections 1 and 2.
"""

import re
from collections.abc import Collection
from datetime import date
from typing import Final

from suivi.log.canonical import LARGEST_INTEGER, Json
from suivi.log.fault import Fault, shown

_PARTY: Final = r"[a-z][a-z0-9]{1,15}"
_CHANNEL: Final = r"[a-z][a-z0-9-]{1,31}(?:\.(?:[2-9]|[1-9][0-9]))?"
PARTY: Final = re.compile(_PARTY)
CHANNEL: Final = re.compile(_CHANNEL)
ORIGIN: Final = re.compile(rf"suivi/{_PARTY}/{_CHANNEL}")
DIGEST: Final = re.compile(r"[0-9a-f]{64}")
TOKEN: Final = re.compile(r"[0-9a-f]{32}")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME: Final = re.compile(r"T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z")


def check_version(value: Json, *, expected: int, at: str) -> None:
    """Raises `Fault` record.version if the object `value` says it is of another version than `expected`.

    To be asked before the schema: a later version may have other fields, and is named for what it is (H01).
    """
    if not isinstance(value, dict) or "v" not in value:
        return
    version = value["v"]
    if version is None:
        raise outside(version, str(expected), at)
    if type(version) is not int or version != expected:
        raise Fault("record.version", got=shown(version), expected=str(expected), at=at)


def closed(value: Json, *, required: Collection[str], optional: Collection[str] = (), at: str) -> dict[str, Json]:
    """The object `value` with all of `required`, perhaps some of `optional`, and nothing else.

    Raises `Fault` record.value, record.missing-field or record.unknown-field.
    """
    if not isinstance(value, dict):
        raise outside(value, "an object", at)
    for name in required:
        if name not in value:
            raise Fault("record.missing-field", expected=name, at=at)
    for name in value:
        if name not in required and name not in optional:
            raise Fault("record.unknown-field", got=shown(name), at=at)
    return value


def outside(value: Json, expected: str, at: str) -> Fault:
    """The fault of a value outside its grammar: record.missing-field for null, else record.value."""
    code = "record.missing-field" if value is None else "record.value"
    return Fault(code, got=shown(value), expected=expected, at=at)


def word(value: Json, grammar: re.Pattern[str], *, at: str) -> str:
    """`value` as a string that `grammar` matches from end to end."""
    if isinstance(value, str) and grammar.fullmatch(value):
        return value
    raise outside(value, grammar.pattern, at)


def count(value: Json, *, at: str, least: int = 0, most: int = LARGEST_INTEGER) -> int:
    """`value` as an integer from `least` to `most`; true and false are not integers."""
    if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
        return value
    raise outside(value, f"an integer from {least} to {most}", at)


def items(value: Json, *, at: str) -> list[Json]:
    """`value` as an array, in its order."""
    if isinstance(value, list):
        return value
    raise outside(value, "an array", at)


def day(value: Json, *, at: str) -> str:
    """`value` as a day of the calendar, YYYY-MM-DD."""
    if isinstance(value, str) and _DAY.fullmatch(value) and _in_calendar(value):
        return value
    raise outside(value, "a day of the calendar", at)


def instant_or_day(value: Json, *, at: str) -> str:
    """`value` as YYYY-MM-DDThh:mm:ssZ without leap second, or as a day where the charter says so."""
    if isinstance(value, str) and _TIME.fullmatch(value, 10):
        day(value[:10], at=at)
        return value
    return day(value, at=at)


def _in_calendar(characters: str) -> bool:
    try:
        date.fromisoformat(characters)
    except ValueError:
        return False
    return True
