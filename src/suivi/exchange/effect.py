"""What a delivery brought about: phases E and F, told from the register before and after it.

- Nothing is refused any more: entries count, wait or are set aside; the register decides that (checks 17 to 25).
- 26. A joint text whose attachments have not arrived is not sealed; the attachments are asked for.
- The figures are those of the terminal (house.md, section 14): 0 done or nothing new, 4 some entries set aside.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from suivi.exchange.faults import DeliveryRefused, Suspended
from suivi.exchange.take_in import Outcome, Taken
from suivi.register.fold import Register, newly_set_aside
from suivi.register.set_aside import SetAside, Waiting

DONE: Final = 0
REFUSED: Final = 3
SOME_SET_ASIDE: Final = 4
SUSPENDED: Final = 5


@dataclass(frozen=True, slots=True)
class MissingAttachment:
    """An attachment (64 hex digits) that the joint text with that leaf (32 bytes) names and nobody here holds."""

    joint_text: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class ServedAgain:
    """That the destroyed content of entry `log` `seq` came again, and was dropped.

    `code` is spill.still-served where its author had attested the destruction before, else content.destroyed.
    """

    log: str
    seq: int
    code: str


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What to tell the officer, and what to write back: `set_aside` and `waiting` are new since the delivery."""

    outcome: Outcome
    taken: Taken
    set_aside: tuple[SetAside, ...]
    waiting: tuple[Waiting, ...]
    missing: tuple[MissingAttachment, ...]
    served: tuple[ServedAgain, ...] = ()

    @property
    def exit_code(self) -> int:
        """4 if entries were set aside, else 0."""
        return SOME_SET_ASIDE if self.set_aside else DONE


def effect_of(taken: Taken, before: Register, after: Register, *, has_blob: Callable[[str], bool]) -> Effect:
    """What `taken` brought about; `has_blob` answers for attachments held once it is stored."""
    known = set(before.waiting)
    return Effect(
        outcome=taken.outcome,
        taken=taken,
        set_aside=newly_set_aside(before, after),
        waiting=tuple(waiting for waiting in after.waiting if waiting not in known),
        missing=missing_attachments(after, has_blob=has_blob),
        served=tuple(ServedAgain(taken.origin, seq, _code_of_served(taken, seq, after)) for seq in taken.served),
    )


def _code_of_served(taken: Taken, seq: int, after: Register) -> str:
    """W04: the author gives out, with a state that holds its own attestation, what it attests to have destroyed."""
    author = taken.origin.split("/")[1]
    for one in after.destructions:
        if (one.log, one.seq) == (taken.origin, seq) and taken.by == taken.origin and author in one.attested:
            said_at = one.attested_at[one.attested.index(author)]
            return "spill.still-served" if taken.size > said_at else "content.destroyed"
    return "content.destroyed"


def missing_attachments(register: Register, *, has_blob: Callable[[str], bool]) -> tuple[MissingAttachment, ...]:
    """26. Attachments of joint texts, in effect or still open, that are not held, in canonical order of the texts."""
    return tuple(
        MissingAttachment(text.leaf, attachment.sha256)
        for text in register.joint_texts.values()
        if not text.abandoned
        for attachment in text.proposed.attachments
        if not has_blob(attachment.sha256)
    )


def exit_code_of(refusal: DeliveryRefused) -> int:
    """5 where evidence suspends the channel or has suspended it before, else 3: nothing was changed."""
    return SUSPENDED if isinstance(refusal, Suspended) or refusal.fault.code == "channel.suspended" else REFUSED
