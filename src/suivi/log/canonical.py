"""Strict JSON and its canonical bytes: one value, one sequence of bytes, no surprises.

- Order of checks (exchange format, section 2): size, byte order mark, UTF-8, depth; then the parser: syntax,
  duplicate keys, NaN and Infinity, fractions and exponents, minus zero, integers beyond 2^53-1; then lone surrogates.
- Depth is counted by a scan that knows strings, before parsing, so no input can exhaust the stack.
- Canonical is RFC 8785, as the library `rfc8785` writes it. The standard library writes the same bytes many times as
  fast where both must: every key and word a string, every number an integer both write alike, nothing beyond U+FFFF.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, NoReturn, TypeAlias

import rfc8785

from suivi.log.fault import Fault, shown

# Mapping and Sequence, so that a dict[str, str] or a list[int] is Json; what is read is always dict and list.
Json: TypeAlias = "bool | int | str | Sequence[Json] | Mapping[str, Json] | None"

# Caps in bytes and depths of nesting (exchange format, section 1); a charter may lower them, never raise them.
CAP_LINE: Final = 266_752
CAP_HEADER: Final = 4_096
CAP_CONTENT: Final = 262_144
CAP_NOTE: Final = 16_384
CAP_MANIFEST: Final = 65_536
DEPTH_LINE: Final = 17
DEPTH_HEADER: Final = 6
DEPTH_CONTENT: Final = 16

LARGEST_INTEGER: Final = 2**53 - 1  # what every JSON implementation can hold (RFC 8259, section 6)
_MOST_DIGITS: Final = 17  # of "-9007199254740991": longer numerals are refused before they are converted

_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
# A string, or one that never ends; possessive, so that the time is linear in the bytes.
_STRING: Final = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_OPENING: Final = frozenset(b"[{")
_NOT_BRACKETS: Final = bytes(octet for octet in range(256) if octet not in b"[]{}")
_ASTRAL: Final = re.compile(rb"[\xf0-\xf4]")
_SURROGATE_ESCAPE: Final = re.compile(r"\\u[dD][89a-fA-F]")
_BEYOND: Final = re.compile("[\ud800-\udfff\U00010000-\U0010ffff]")  # sorted otherwise, or not to be written at all
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def read_json(octets: bytes, *, cap: int, depth: int, what: str) -> Json:
    """The value `octets` spell in strict JSON: at most `cap` bytes, containers nested at most `depth` deep.

    Raises `Fault` size.<what> or json.*; canonical form is not asked for here.
    """
    return _value(_characters(octets, cap=cap, depth=depth, what=what))


def read_canonical(octets: bytes, *, cap: int, depth: int, what: str) -> Json:
    """As `read_json`, and the bytes are the canonical ones of the value (Fault json.not-canonical)."""
    value = read_json(octets, cap=cap, depth=depth, what=what)
    if octets_of(value, astral=has_astral(octets)) != octets:
        raise Fault("json.not-canonical", expected="the bytes of RFC 8785", at=what)
    return value


def canonical(value: Json) -> bytes:
    """The RFC 8785 bytes of `value`; `ValueError` (of the library) for what JSON cannot hold exactly.

    A property test compares both ways of writing on every kind of value.
    """
    if _is_plain(value):
        characters = _PLAIN.encode(value)
        if characters.isascii() or _BEYOND.search(characters) is None:
            return characters.encode("utf-8")
    return rfc8785.dumps(value)


def _is_plain(value: Json) -> bool:
    """Whether a value holds strings, lists, objects with strings for keys, and scalars that both libraries write alike."""
    waiting: list[Any] = [value]
    while waiting:
        one = waiting.pop()
        kind = type(one)
        if kind is dict:
            if any(type(key) is not str for key in one):
                return False
            waiting += one.values()
        elif kind is list or kind is tuple:
            waiting += one
        elif kind is int:
            if not -LARGEST_INTEGER <= one <= LARGEST_INTEGER:
                return False
        elif kind is not str and kind is not bool and one is not None:
            return False
    return True


def octets_of(value: Json, *, astral: bool) -> bytes:
    """The canonical bytes of a value that was read strictly, made fast enough for whole logs.

    RFC 8785 sorts keys by UTF-16 units, the standard library by code points: the same order unless a
    character beyond U+FFFF occurs (`astral`). Strict values hold no floats, the only scalars the two
    write differently. A property test compares both on every kind of value.
    """
    return rfc8785.dumps(value) if astral else _PLAIN.encode(value).encode("utf-8")


def has_astral(octets: bytes) -> bool:
    """Whether a character beyond U+FFFF occurs unescaped: in UTF-8 it begins with F0 to F4."""
    return not octets.isascii() and _ASTRAL.search(octets) is not None


def check_depth(octets: bytes, *, depth: int, what: str) -> None:
    """Raises `Fault` json.depth if containers nest deeper than `depth`; brackets inside strings do not count."""
    if octets.count(b"{") + octets.count(b"[") <= depth:
        return
    open_now = 0
    for bracket in _STRING.sub(b"", octets).translate(None, _NOT_BRACKETS):
        open_now += 1 if bracket in _OPENING else -1
        if open_now > depth:
            raise Fault("json.depth", got=f"more than {depth}", expected=f"at most {depth}", at=what)


def _characters(octets: bytes, *, cap: int, depth: int, what: str) -> str:
    if len(octets) > cap:
        raise Fault(f"size.{what}", got=f"{len(octets)} bytes", expected=f"at most {cap}")
    if octets.startswith(_BYTE_ORDER_MARK):
        raise Fault("json.bom", at=what)
    try:
        characters = octets.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Fault("json.utf8", got=error.reason, at=f"{what}, byte {error.start}") from None
    check_depth(octets, depth=depth, what=what)
    return characters


def _value(characters: str) -> Json:
    try:
        value: Json = _STRICT.decode(characters)
    except json.JSONDecodeError as error:
        raise Fault("json.syntax", got=error.msg, at=f"character {error.pos}") from None
    # UTF-8 cannot carry a surrogate, so only an escape can: nearly every text is done here.
    if _SURROGATE_ESCAPE.search(characters) is not None:
        _check_surrogates(value)
    return value


def _check_surrogates(value: Json) -> None:
    if isinstance(value, str):
        if _SURROGATE.search(value) is not None:
            raise Fault("json.surrogate", got=shown(value))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            _check_surrogates(key)
            _check_surrogates(inner)
    elif isinstance(value, Sequence):
        for inner in value:
            _check_surrogates(inner)


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        keys = [key for key, _ in pairs]
        raise Fault("json.duplicate-key", got=shown(next(key for key in keys if keys.count(key) > 1)))
    return fields


def _integer(digits: str) -> int:
    if digits == "-0":
        raise Fault("json.minus-zero", got=digits)
    if len(digits) > _MOST_DIGITS or not -LARGEST_INTEGER <= int(digits) <= LARGEST_INTEGER:
        raise Fault("json.integer-range", got=shown(digits), expected="at most 2^53-1 either way")
    return int(digits)


def _fraction(digits: str) -> NoReturn:
    raise Fault("json.float", got=shown(digits), expected="an integer, or a decimal as a string")


def _constant(name: str) -> NoReturn:
    raise Fault("json.constant", got=name)


_STRICT: Final = json.JSONDecoder(
    object_pairs_hook=_object, parse_float=_fraction, parse_int=_integer, parse_constant=_constant
)
_PLAIN: Final = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False, allow_nan=False
)
