"""What a channel is run by: the body of its charter, receipts, and notices that an entry was set aside.

- Receipts and notices are automatic: they hold no text field, and derive from received or released bytes only.
- A charter may lower the limits of the format, never raise them (charter.limit).
- Source: exchange format, sections 1, 3, 6 and 7; `vectors/own/example_log.json` fixes the form of the charter.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast

from suivi.log.canonical import CAP_CONTENT, CAP_HEADER, CAP_LINE, CAP_MANIFEST, CAP_NOTE, Json
from suivi.log.fault import Fault
from suivi.log.fields import ORIGIN, count, outside, word
from suivi.plan.channel import (
    CHANNEL_GRAMMAR,
    PARTY_GRAMMAR,
    RESERVED_CHANNELS,
    Charter,
    CharterLanguage,
    CharterParty,
    OldLog,
)
from suivi.record import schema
from suivi.record.marking import read_marking
from suivi.record.wording import PROFILE

LIMITS: Final[dict[str, int]] = {
    "header": CAP_HEADER,
    "content": CAP_CONTENT,
    "line": CAP_LINE,
    "attachment": 25 * 2**20,
    "attachments": 64,
    "note": CAP_NOTE,
    "signatures": 16,
    "manifest": CAP_MANIFEST,
    "versions": 256,
    "bundle": 4 * 2**30,
    "blobs": 20_000,
    "evidence": 65_536,
}
"""What a charter may lower: bytes, or counts for attachments, signatures, versions and blobs."""

_CODES: Final = {
    "attachment": "record.attachment",
    "attachments": "record.attachment",
    "signatures": "note.too-many",
    "versions": "size.manifest",
    "blobs": "size.bundle",
}

STALE_DAYS: Final[dict[str, int]] = {"online": 7, "file": 45}
ROOT_THRESHOLD: Final = 2
ROOTS: Final = 16
DAYS: Final = 3_650
COSIGNED: Final = 16


@dataclass(frozen=True, slots=True)
class Receipt:
    """The partners' checkpoints with our cosignature, each a whole note."""

    cosigned: tuple[str, ...]

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        return {"cosigned": list(self.cosigned)}


@dataclass(frozen=True, slots=True)
class SetAsideNotice:
    """The entry the header targets was set aside here; `code` is the fault that did it."""

    code: str

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        return {"code": self.code}


def limits_of(charter: Charter | None) -> dict[str, int]:
    """Every limit by name, in bytes or counts: that of the format, or the lower one `charter` states."""
    return LIMITS if charter is None else {**LIMITS, **charter.limits}


def check_limit(name: str, size: int, limits: Mapping[str, int], *, at: str = "") -> None:
    """Raise the `Fault` of the limit `name` where `size` is above it: size.*, note.too-many or record.attachment."""
    if size > limits[name]:
        raise Fault(_CODES.get(name, f"size.{name}"), got=str(size), expected=f"at most {limits[name]}", at=at or name)


def read_receipt(value: Json, at: str = "") -> Receipt:
    """The record at path `at`; raises `Fault` record.*. The notes are read when their signatures are checked."""
    cosigned = schema.closed(value, required=_RECEIPT, at=at)["cosigned"]
    notes = schema.each(cosigned, _read_note, at=schema.path(at, "cosigned"), lowest=1)
    if len(notes) > COSIGNED:
        raise outside(len(notes), f"at most {COSIGNED} notes", schema.path(at, "cosigned"))
    return Receipt(notes)


def read_set_aside_notice(value: Json, at: str = "") -> SetAsideNotice:
    """The record at path `at`; raises `Fault` record.*."""
    code = schema.closed(value, required=_NOTICE, at=at)["code"]
    return SetAsideNotice(word(code, schema.CODE, at=schema.path(at, "code")))


def charter_value(
    charter: Charter,
    *,
    at: str | None = None,
    limits: Mapping[str, int] | None = None,
    policies: Sequence[Mapping[str, str]] = (),
    root_threshold_min: int = ROOT_THRESHOLD,
    stale_days: Mapping[str, int] | None = None,
) -> dict[str, Json]:
    """The body of a charter on the wire; what `Charter` does not hold has the defaults of the format."""
    value: dict[str, Json] = {
        "channel": charter.channel,
        "parties": [_party_value(party) for party in charter.parties],
        "languages": [{"tag": spoken.tag, "authentic": spoken.authentic} for spoken in charter.languages],
        "ceiling": _ceiling_value(charter),
        "policies": [dict(policy) for policy in policies],
        "limits": dict(charter.limits if limits is None else limits),
        "at": at or charter.at,
        "stale_days": dict(stale_days or STALE_DAYS),
        "root_threshold_min": root_threshold_min,
        "edition": charter.edition,
        "text": PROFILE,
    }
    value |= {"demonstration": True} if charter.demonstration else {}
    old: list[Json] = [{"log": one.log, "size": one.size, "root": one.root} for one in charter.succeeds]
    return value | ({"succeeds": old} if old else {})


def read_charter(value: Json, at: str = "") -> Charter:
    """The charter whose body stands at path `at`; raises `Fault` record.*, text.*, marking.unknown or charter.limit."""
    fields = schema.closed(value, required=_CHARTER, optional=_CHARTER_OPTIONAL, at=at)
    limits = _check_terms(fields, at)
    return Charter(
        channel=_read_channel(fields["channel"], schema.path(at, "channel")),
        parties=_read_parties(fields["parties"], schema.path(at, "parties")),
        languages=_read_languages(fields["languages"], schema.path(at, "languages")),
        ceiling=_read_ceiling(fields["ceiling"], schema.path(at, "ceiling")),
        edition=word(fields["edition"], schema.ID, at=schema.path(at, "edition")),
        limits=limits,
        at=str(fields["at"]),
        demonstration="demonstration" in fields,
        succeeds=_read_succeeds(fields, schema.path(at, "succeeds")),
    )


_RECEIPT: Final = frozenset({"cosigned"})
_NOTICE: Final = frozenset({"code"})
_CHARTER: Final = frozenset(
    {
        "channel",
        "parties",
        "languages",
        "ceiling",
        "policies",
        "limits",
        "at",
        "stale_days",
        "root_threshold_min",
        "edition",
        "text",
    }
)
_CHARTER_OPTIONAL: Final = frozenset({"succeeds", "demonstration"})
_PARTY: Final = frozenset({"code", "manifest", "names"})
_LANGUAGE: Final = frozenset({"tag", "authentic"})
_POLICY: Final = frozenset({"policy", "sha256"})
_OLD_LOG: Final = frozenset({"log", "size", "root"})
_FEWEST_PARTIES: Final = 2


def _check_terms(fields: dict[str, Json], at: str) -> dict[str, int]:
    """The limits the charter lowers, once every term that `Charter` does not hold is one."""
    schema.one_of(fields["at"], ("second", "day"), at=schema.path(at, "at"))
    schema.one_of(fields["text"], (PROFILE,), at=schema.path(at, "text"))
    schema.each(fields["policies"], _read_policy, at=schema.path(at, "policies"))
    _check_stale_days(fields["stale_days"], schema.path(at, "stale_days"))
    threshold = schema.path(at, "root_threshold_min")
    count(fields["root_threshold_min"], least=1, most=ROOTS, at=threshold)
    if fields.get("demonstration", True) is not True:  # absent, or true: there is one way to say no
        raise outside(fields["demonstration"], "true", schema.path(at, "demonstration"))
    return _read_limits(fields["limits"], schema.path(at, "limits"))


def _read_limits(value: Json, at: str) -> dict[str, int]:
    limits = schema.closed(value, required=schema.NOTHING, optional=frozenset(LIMITS), at=at)
    for name, limit in limits.items():
        allowed = LIMITS[name]
        if count(limit, least=1, at=f"{at}.{name}") > allowed:
            raise Fault("charter.limit", got=str(limit), expected=f"at most {allowed}", at=f"{at}.{name}")
    return {name: count(limit, at=f"{at}.{name}") for name, limit in limits.items()}


def _check_stale_days(value: Json, at: str) -> None:
    stale_days = schema.closed(value, required=frozenset(STALE_DAYS), at=at)
    for way, days in stale_days.items():
        count(days, least=1, most=DAYS, at=f"{at}.{way}")


def _read_policy(value: Json, at: str) -> tuple[str, str]:
    fields = schema.closed(value, required=_POLICY, at=at)
    policy = word(fields["policy"], schema.ID, at=f"{at}.policy")
    return policy, schema.digest(fields["sha256"], at=f"{at}.sha256")


def _read_succeeds(fields: dict[str, Json], at: str) -> tuple[OldLog, ...]:
    return schema.each(fields["succeeds"], _read_old_log, at=at, lowest=1) if "succeeds" in fields else ()


def _read_old_log(value: Json, at: str) -> OldLog:
    fields = schema.closed(value, required=_OLD_LOG, at=at)
    return OldLog(
        log=word(fields["log"], ORIGIN, at=f"{at}.log"),
        size=count(fields["size"], at=f"{at}.size"),
        root=schema.digest(fields["root"], at=f"{at}.root"),
    )


def _read_channel(value: Json, at: str) -> str:
    channel = word(value, CHANNEL_GRAMMAR, at=at)
    if channel in RESERVED_CHANNELS:
        raise outside(channel, "a name that is not reserved", at)
    return channel


def _read_parties(value: Json, at: str) -> tuple[CharterParty, ...]:
    parties = schema.each(value, _read_party, at=at, lowest=_FEWEST_PARTIES)
    schema.distinct(tuple(party.code for party in parties), at=at)
    schema.distinct(tuple(party.manifest for party in parties), at=at)
    return parties


def _read_party(value: Json, at: str) -> CharterParty:
    fields = schema.closed(value, required=_PARTY, at=at)
    return CharterParty(
        code=word(fields["code"], PARTY_GRAMMAR, at=f"{at}.code"),
        manifest=schema.digest(fields["manifest"], at=f"{at}.manifest"),
        names=schema.by_language(fields["names"], at=f"{at}.names"),
    )


def _read_languages(value: Json, at: str) -> tuple[CharterLanguage, ...]:
    spoken = schema.each(value, _read_language, at=at, lowest=1)
    schema.distinct(tuple(language.tag for language in spoken), at=at)
    if not any(language.authentic for language in spoken):
        raise Fault("record.value", got="no authentic language", expected="at least one", at=at)
    return spoken


def _read_language(value: Json, at: str) -> CharterLanguage:
    fields = schema.closed(value, required=_LANGUAGE, at=at)
    return CharterLanguage(
        tag=word(fields["tag"], schema.LANGUAGE, at=f"{at}.tag"),
        authentic=schema.truth(fields["authentic"], at=f"{at}.authentic"),
    )


def _read_ceiling(value: Json, at: str) -> dict[str, object]:
    ceiling = read_marking(value, at=at)
    if ceiling.rel is not None:
        raise schema.unknown_field("rel", "a ceiling for every party", at)
    return dict(ceiling.value())


def _ceiling_value(charter: Charter) -> Json:
    # `plan` knows no JSON: what its dictionary holds is read once more before it is written.
    return read_marking(cast(Json, charter.ceiling), at="ceiling").value()


def _party_value(party: CharterParty) -> dict[str, Json]:
    return {"code": party.code, "manifest": party.manifest, "names": dict(party.names)}


def _read_note(value: Json, at: str) -> str:
    if isinstance(value, str) and value and len(value.encode("utf-8")) <= CAP_NOTE:
        return value
    raise outside(value, f"a note of at most {CAP_NOTE} bytes", at)
