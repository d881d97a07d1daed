"""Closed schemas: every field known, every value inside its grammar, or a fault that names the place.

- Unknown fields are refused, missing ones too; `null` counts as missing wherever it stands: absent is absent.
- Each reader takes a value and the path to it (`body.provisions[3].mode`) and returns it typed, or raises
  `Fault` record.unknown-field, record.missing-field, record.value or text.*.
- Source: exchange format, sections 2 and 3; faults H02, H03 and J11 to J13.
"""

import re
from collections.abc import Callable, Collection, Iterator
from typing import Final, TypeVar

from suivi.log.canonical import Json
from suivi.log.fault import Fault, shown
from suivi.log.fields import DIGEST, TOKEN, instant_or_day, outside, word
from suivi.record.wording import check_wording

LANGUAGE: Final = re.compile(r"[a-z]{2}")
MODE: Final = re.compile(r"[a-z][a-z_]{1,31}")
ID: Final = re.compile(r"[A-Za-z0-9.-]{1,64}")
CODE: Final = re.compile(r"[a-z][a-z0-9]*(?:[.-][a-z0-9]+){0,7}")
NOTHING: Final[frozenset[str]] = frozenset()

Read = TypeVar("Read")


def closed(
    value: Json, *, required: frozenset[str], optional: frozenset[str] = NOTHING, at: str = ""
) -> dict[str, Json]:
    """`value` as an object that has all `required` fields and no others than those and the `optional`."""
    if not isinstance(value, dict):
        raise outside(value, "an object", at)
    if not required <= value.keys():
        raise Fault("record.missing-field", expected="this field", at=path(at, min(required - value.keys())))
    if len(value) > len(required) and not value.keys() <= required | optional:
        raise unknown_field(min(value.keys() - required - optional), "a field of this object", at)
    return value


def unknown_field(name: str, expected: str, at: str) -> Fault:
    """The fault for the field `name` of the object at `at`, which no schema foresees."""
    safe = name if ID.fullmatch(name) else shown(name)
    return Fault("record.unknown-field", got=safe, expected=expected, at=path(at, safe))


def digest(value: Json, *, at: str) -> str:
    """A SHA-256 digest: 64 lower-case hex digits."""
    return word(value, DIGEST, at=at)


def token(value: Json, *, at: str) -> str:
    """An id or salt: 32 lower-case hex digits."""
    return word(value, TOKEN, at=at)


def one_of(value: Json, choices: Collection[str], *, at: str) -> str:
    """One of `choices`, exactly as spelled."""
    if isinstance(value, str) and value in choices:
        return value
    raise outside(value, "one of: " + ", ".join(choices), at)


def truth(value: Json, *, at: str) -> bool:
    """True or false."""
    if isinstance(value, bool):
        return value
    raise outside(value, "true or false", at)


def instant(value: Json, *, at: str) -> str:
    """A second of UTC, `YYYY-MM-DDThh:mm:ssZ`, as the string it is; leap seconds do not exist."""
    moment = instant_or_day(value, at=at)
    if "T" in moment:
        return moment
    raise outside(value, "an instant of UTC", at)


def wording(value: Json, *, at: str) -> str:
    """A text for people: not blank, and sound under the text profile."""
    if not isinstance(value, str) or not value or value.isspace():
        raise outside(value, "a text that is not blank", at)
    check_wording(value, at=at)
    return value


def by_language(value: Json, *, at: str) -> dict[str, str]:
    """Texts by language (ISO 639-1), at least one."""
    return {language: wording(text, at=f"{at}.{language}") for language, text in languages(value, at=at)}


def languages(value: Json, *, at: str) -> Iterator[tuple[str, Json]]:
    """The fields of an object whose names are languages (ISO 639-1), at least one."""
    if not isinstance(value, dict) or not value:
        raise outside(value, "an object by language, not empty", at)
    for language, field in value.items():
        if not LANGUAGE.fullmatch(language):
            raise unknown_field(language, "an ISO 639-1 language", at)
        yield language, field


def each(value: Json, read: Callable[[Json, str], Read], *, at: str, lowest: int = 0) -> tuple[Read, ...]:
    """Every element of a list of at least `lowest`, read in order; elements are called `at[0]`, `at[1]` …"""
    if not isinstance(value, list):
        raise outside(value, "a list", at)
    if len(value) < lowest:
        raise Fault("record.value", got=f"{len(value)} elements", expected=f"at least {lowest}", at=at)
    return tuple(read(element, f"{at}[{index}]") for index, element in enumerate(value))


def distinct(names: tuple[str, ...], *, at: str) -> tuple[str, ...]:
    """`names`, none of which stands twice."""
    if len(set(names)) != len(names):
        twice = next(name for index, name in enumerate(names) if name in names[:index])
        raise Fault("record.value", got=f"{shown(twice)} twice", expected="each once", at=at)
    return names


def path(at: str, field: str) -> str:
    """The path to `field` of the object at `at` (empty for the outermost)."""
    return f"{at}.{field}" if at else field
