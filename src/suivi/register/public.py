"""The public tally: what the public logs add up to, with no charter and no joint kinds (exchange format, 6.5).

- Whatever two officers released to everybody counts by itself; the ceiling is TLP:CLEAR.
- What all parties adopted together stands in each party's public log as an ordinary record that names the joint
  text by its leaf. Readers see it once the public log of every party of that text holds the same words.
- Which parties a text has is told by the channel its target stands in (`circles`); a text of another circle is not
  counted here, and a party outside it cannot speak for it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from suivi.log.canonical import Json
from suivi.log.fault import Fault
from suivi.log.header import Header
from suivi.record.changes import Remarked
from suivi.record.channel import Receipt, SetAsideNotice
from suivi.record.entry import Entry
from suivi.record.farewell import Closed, Consented
from suivi.record.joint import Concurred, Declined, Proposed, Sealed, Withdrew
from suivi.record.kinds import Record, type_of
from suivi.record.minutes import MinutesAgreed
from suivi.record.plans import PlanAdopted
from suivi.record.steps import By, StepTaken
from suivi.register.joint import JointText, Place
from suivi.register.set_aside import Flag
from suivi.register.tally import InForce, Tally

_NOT_PUBLIC: Final = (
    Proposed,
    Concurred,
    Declined,
    Withdrew,
    Sealed,
    Receipt,
    SetAsideNotice,
    Remarked,
    Consented,
    Closed,
)


@dataclass(slots=True)
class PublicTally(Tally):
    """The state of the public logs after the entries taken so far; `circles` are the parties of each channel."""

    circles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def _take_sound(self, entry: Entry, header: Header, record: Record, in_force: InForce | None) -> None:
        try:
            if isinstance(record, _NOT_PUBLIC):
                raise Fault("public.kind", got=header.type, expected="a record of its own", at="type")
            self._effect(entry, header, record)
        except Fault as fault:
            self._put_aside(entry, fault)

    def _effect(self, entry: Entry, header: Header, record: Record) -> None:
        if isinstance(record, PlanAdopted | MinutesAgreed):
            self._repeat(entry, header, record)
        elif isinstance(record, StepTaken) and self._is_joint_step(record):
            self._activity(header, record.activity)
            self._repeat(entry, header, record)
        else:
            Tally._effect(self, entry, header, record)  # with slots, super() without arguments finds no class

    def _is_joint_step(self, taken: StepTaken) -> bool:
        standing = self.activities.get(taken.activity)
        steps = standing.activity.mode.steps if standing is not None else ()
        return any(step.name == taken.step and step.by is By.ALL for step in steps)

    def _repeat(self, entry: Entry, header: Header, body: PlanAdopted | StepTaken | MinutesAgreed) -> None:
        """One party's public log repeats a joint text; the last of its parties to do so puts it in effect here."""
        parties = self._circle_of(entry, header)
        leaf = bytes.fromhex(header.target.leaf) if header.target is not None else b""
        known = self.joint_texts.get(leaf) or _repeated(entry, body, leaf, parties)
        if known.proposed.body != body:
            raise Fault(
                "public.differs", got=header.type, expected="the words the other party made public", at="target"
            )
        if entry.party in known.seals:
            return  # told twice: the first counts
        place = Place(entry.seq, entry.leaf)
        told = replace(
            known,
            voices={**known.voices, entry.party: place},
            seals={**known.seals, entry.party: place},
            seals_at={**known.seals_at, entry.party: self._at(entry)},
        )
        self._keep(told)
        if told.in_effect:
            self._put_in_effect(told)

    def _circle_of(self, entry: Entry, header: Header) -> tuple[str, ...]:
        if header.target is None:
            raise Fault("record.missing-field", expected="a reference to the joint text", at="target")
        channel = header.target.log.split("/", 2)[2]
        parties = self.circles.get(channel, ())
        if entry.party not in parties:
            raise Fault("public.circle", got=channel, expected="a channel of this party known here", at="target")
        return parties


def differing(public: Iterable[Entry], shared: Iterable[Entry]) -> list[Flag]:
    """T13: entries of public logs whose id stands in a shared log with another content, in the order of `public`."""
    known = {entry.header.id: entry.header for entry in shared if entry.header is not None}
    found = []
    for entry in public:
        twin = known.get(entry.header.id) if entry.header is not None else None
        if entry.header is not None and twin is not None and twin.sha256 != entry.header.sha256:
            detail = f"{twin.log} {twin.seq}"
            found.append(Flag(entry.log, entry.seq, entry.leaf, "log.public-differs", detail))
    return found


def _repeated(
    entry: Entry, body: PlanAdopted | StepTaken | MinutesAgreed, leaf: bytes, parties: tuple[str, ...]
) -> JointText:
    value: dict[str, Json] = body.value()
    proposed = Proposed(kind=type_of(body), parties=parties, body=body, body_value=value, texts={})
    return JointText(leaf=leaf, proposal=entry, proposed=proposed, voices={})
