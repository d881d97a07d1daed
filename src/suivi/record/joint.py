"""Joint texts on the wire: proposed, concurred with, declined, withdrawn from, sealed.

- All but the proposal name it by the header's `target`; what they add up to is `suivi.register.joint`.
- A proposal carries the body of the record it would put in effect, and one sentence (its resolution) in every
  language of the channel; the agreed texts themselves are attachments, by digest.
- Source: exchange format, sections 3 and 8; faults H16, C09 and P03 as far as one entry shows them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from suivi.log.canonical import Json
from suivi.log.fault import Fault, shown
from suivi.log.fields import count, outside, word
from suivi.plan.channel import PARTY_GRAMMAR, Charter
from suivi.record import schema
from suivi.record.channel import LIMITS, charter_value, read_charter
from suivi.record.minutes import MinutesAgreed, read_minutes_agreed
from suivi.record.plans import PlanAdopted, PlanAmended, read_plan_adopted, read_plan_amended
from suivi.record.steps import StepTaken, read_step_taken

Proposable: TypeAlias = Charter | PlanAdopted | StepTaken | MinutesAgreed

CHARTER: Final = "charter"
ATTACHMENTS: Final = LIMITS["attachments"]
ATTACHMENT_SIZE: Final = LIMITS["attachment"]
MEDIA: Final = frozenset(
    {
        "text/plain",
        "text/csv",
        "text/html",
        "application/json",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "application/vnd.oasis.opendocument.text",
        "application/hwp+zip",
        "image/jpeg",
        "image/png",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """An attached file: `size` in bytes, named by its digest; `name` is a text, never a path."""

    media: str
    sha256: str
    size: int
    name: str | None = None

    def value(self) -> dict[str, Json]:
        """The attachment as it stands on the wire."""
        value: dict[str, Json] = {"media": self.media, "sha256": self.sha256, "size": self.size}
        return value | ({"name": self.name} if self.name is not None else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A text put before all `parties` (in charter order), in effect once each has sealed it.

    `body` is what `kind` would put on record; `body_value` the same as received, every field of it.
    `texts` is the resolution by language.
    """

    kind: str
    parties: tuple[str, ...]
    body: Proposable
    body_value: dict[str, Json]
    texts: dict[str, str]
    attachments: tuple[Attachment, ...] = ()

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        value: dict[str, Json] = {
            "kind": self.kind,
            "parties": list(self.parties),
            "body": dict(self.body_value),
            "texts": dict(self.texts),
        }
        if self.attachments:
            value["attachments"] = [attachment.value() for attachment in self.attachments]
        return value


@dataclass(frozen=True, slots=True)
class Concurred:
    """A party agrees to the proposal the header targets."""

    def value(self) -> dict[str, Json]:
        """Nothing: the word is the kind itself."""
        return {}


@dataclass(frozen=True, slots=True)
class Declined:
    """A party does not agree; `reason` is an optional text."""

    reason: str | None = None

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        return {} if self.reason is None else {"reason": self.reason}


@dataclass(frozen=True, slots=True)
class Withdrew:
    """A party takes its word back before sealing; `reason` is an optional text."""

    reason: str | None = None

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        return {} if self.reason is None else {"reason": self.reason}


@dataclass(frozen=True, slots=True)
class Voice:
    """Where a party's word on a proposal stands in its log, and the leaf hash there (hex)."""

    seq: int
    leaf: str


@dataclass(frozen=True, slots=True)
class Sealed:
    """A node has seen every party's word: `voices` by party code."""

    voices: dict[str, Voice] = field(default_factory=dict)

    def value(self) -> dict[str, Json]:
        """The record as it stands on the wire, without salt."""
        return {"voices": {party: {"seq": voice.seq, "leaf": voice.leaf} for party, voice in self.voices.items()}}


PROPOSABLE: Final[dict[str, Callable[[Json, str], Proposable]]] = {
    CHARTER: read_charter,
    "plan.adopted": read_plan_adopted,
    "plan.amended": read_plan_amended,
    "step.taken": read_step_taken,
    "minutes.agreed": read_minutes_agreed,
}
"""The kinds that come into effect jointly, each with the reader of its body."""


_KIND_OF: Final[dict[type[Proposable], str]] = {
    Charter: CHARTER,
    PlanAdopted: "plan.adopted",
    PlanAmended: "plan.amended",
    StepTaken: "step.taken",
    MinutesAgreed: "minutes.agreed",
}


def proposing(
    body: Proposable,
    *,
    parties: tuple[str, ...],
    texts: dict[str, str],
    attachments: tuple[Attachment, ...] = (),
) -> Proposed:
    """The proposal of `body`, its kind and wire form filled in; a charter takes the default terms."""
    kind = _KIND_OF[type(body)]
    value = charter_value(body) if isinstance(body, Charter) else body.value()
    return Proposed(kind=kind, parties=parties, body=body, body_value=value, texts=texts, attachments=attachments)


def read_proposed(value: Json, at: str = "") -> Proposed:
    """The record at path `at`; raises `Fault` record.*, text.*, charter.* or joint.language."""
    fields = schema.closed(value, required=_PROPOSED, optional=_ATTACHMENTS, at=at)
    kind = fields["kind"]
    if not isinstance(kind, str) or kind not in PROPOSABLE:
        expected = "one of: " + ", ".join(PROPOSABLE)
        raise Fault("record.unknown-kind", got=shown(kind), expected=expected, at=schema.path(at, "kind"))
    proposed = Proposed(
        kind=kind,
        parties=_read_parties(fields["parties"], schema.path(at, "parties")),
        body=PROPOSABLE[kind](fields["body"], schema.path(at, "body")),
        body_value=_as_received(fields["body"]),
        texts=schema.by_language(fields["texts"], at=schema.path(at, "texts")),
        attachments=_read_attachments(fields.get("attachments", []), schema.path(at, "attachments")),
    )
    if isinstance(proposed.body, Charter):
        _check_charter(proposed, proposed.body, at)
    return proposed


def read_concurred(value: Json, at: str = "") -> Concurred:
    """The record at path `at`; raises `Fault` record.*."""
    schema.closed(value, required=schema.NOTHING, at=at)
    return Concurred()


def read_declined(value: Json, at: str = "") -> Declined:
    """The record at path `at`; raises `Fault` record.* or text.*."""
    return Declined(_read_reason(value, at))


def read_withdrew(value: Json, at: str = "") -> Withdrew:
    """The record at path `at`; raises `Fault` record.* or text.*."""
    return Withdrew(_read_reason(value, at))


def read_sealed(value: Json, at: str = "") -> Sealed:
    """The record at path `at`; raises `Fault` record.*."""
    here = schema.path(at, "voices")
    voices = schema.closed(value, required=_SEALED, at=at)["voices"]
    if not isinstance(voices, dict) or len(voices) < _FEWEST_PARTIES:
        raise outside(voices, "an object by party, of at least two", here)
    for party in voices:
        if not PARTY_GRAMMAR.fullmatch(party):
            raise schema.unknown_field(party, "a party", here)
    return Sealed({party: _read_voice(voice, f"{here}.{party}") for party, voice in voices.items()})


_PROPOSED: Final = frozenset({"kind", "parties", "body", "texts"})
_ATTACHMENTS: Final = frozenset({"attachments"})
_ATTACHMENT: Final = frozenset({"media", "sha256", "size"})
_NAME: Final = frozenset({"name"})
_REASON: Final = frozenset({"reason"})
_SEALED: Final = frozenset({"voices"})
_VOICE: Final = frozenset({"seq", "leaf"})
_FEWEST_PARTIES: Final = 2


def _read_parties(value: Json, at: str) -> tuple[str, ...]:
    parties = schema.each(value, _read_party, at=at, lowest=_FEWEST_PARTIES)
    return schema.distinct(parties, at=at)


def _read_party(value: Json, at: str) -> str:
    return word(value, PARTY_GRAMMAR, at=at)


def _read_attachments(value: Json, at: str) -> tuple[Attachment, ...]:
    if isinstance(value, list) and len(value) > ATTACHMENTS:
        raise Fault("record.attachment", got=f"{len(value)} attachments", expected=f"at most {ATTACHMENTS}", at=at)
    return schema.each(value, _read_attachment, at=at)


def _read_attachment(value: Json, at: str) -> Attachment:
    fields = schema.closed(value, required=_ATTACHMENT, optional=_NAME, at=at)
    media, size = fields["media"], count(fields["size"], at=f"{at}.size")
    if not isinstance(media, str) or media not in MEDIA:
        raise Fault("record.attachment", got=shown(media), expected="a media type of the list", at=f"{at}.media")
    if size > ATTACHMENT_SIZE:
        raise Fault("record.attachment", got=f"{size} bytes", expected=f"at most {ATTACHMENT_SIZE}", at=f"{at}.size")
    sha256 = schema.digest(fields["sha256"], at=f"{at}.sha256")
    name = schema.wording(fields["name"], at=f"{at}.name") if "name" in fields else None
    return Attachment(media=media, sha256=sha256, size=size, name=name)


def _check_charter(proposed: Proposed, charter: Charter, at: str) -> None:
    if proposed.parties != charter.codes:
        got, expected = ", ".join(proposed.parties), ", ".join(charter.codes)
        raise Fault("charter.parties", got=got, expected=expected, at=schema.path(at, "parties"))
    if missing := [spoken.tag for spoken in charter.languages if spoken.tag not in proposed.texts]:
        raise Fault("joint.language", expected=", ".join(missing), at=schema.path(at, "texts"))


def _read_reason(value: Json, at: str) -> str | None:
    fields = schema.closed(value, required=schema.NOTHING, optional=_REASON, at=at)
    return schema.wording(fields["reason"], at=schema.path(at, "reason")) if "reason" in fields else None


def _read_voice(value: Json, at: str) -> Voice:
    fields = schema.closed(value, required=_VOICE, at=at)
    return Voice(count(fields["seq"], at=f"{at}.seq"), schema.digest(fields["leaf"], at=f"{at}.leaf"))


def _as_received(body: Json) -> dict[str, Json]:
    return dict(body) if isinstance(body, dict) else {}
