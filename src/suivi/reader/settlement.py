"""Settlement: what a draft amounts to across its language versions, and the plan it would adopt.

- Spans are `(start, end)` by language, into the characters of that version.
- A commitment that stands in two places is one provision with two places, under the first id (rule R10).
- Nothing is lost: what an officer took for no commitment stays in the list, and stays out of the plan.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from suivi.plan.plan import AgreedText, Place, Plan, Provision, ProvisionKind, Section
from suivi.plan.text import Span
from suivi.plan.when import Deadline, Recurrence
from suivi.plan.words import Words


@dataclass(frozen=True, kw_only=True)
class SettledDoubt:
    """A question the reader asked, at `[start, end)` of the text in `language`; `settled` once decided."""

    code: str
    says: Words
    language: str
    start: int
    end: int
    settled: bool = False


@dataclass(frozen=True, kw_only=True)
class SettledCommitment:
    """A commitment across versions: `spans` by language; `decision` the last taken on it, or empty.

    `kinds_differ` where the versions were read as different kinds and nobody has decided which. `alone` where an
    officer decided that it stands in some versions only, and belongs to the plan all the same.
    """

    id: str
    kind: str
    mode: str
    section: str | None
    spans: Mapping[str, tuple[int, int]]
    modes_considered: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[SettledDoubt, ...] = ()
    decision: str = ""
    same_as: tuple[str, ...] = ()
    recurrence: Mapping[str, Any] | None = None
    deadline: Mapping[str, Any] | None = None
    kinds_differ: bool = False
    alone: bool = False

    @property
    def out(self) -> bool:
        """Whether an officer decided that it is no commitment."""
        return self.decision == "not-a-commitment"

    @property
    def open_doubts(self) -> tuple[SettledDoubt, ...]:
        """The doubts nobody has settled."""
        return tuple(doubt for doubt in self.doubts if not doubt.settled)


@dataclass(frozen=True, kw_only=True)
class SettledSection:
    """A heading across versions: `headings` and `spans` by language; `kinds_differ` as for commitments."""

    id: str
    kind: str
    parent: str | None
    headings: dict[str, tuple[int, int]]
    spans: dict[str, tuple[int, int]]
    kinds_differ: bool = False


@dataclass(frozen=True, kw_only=True)
class Settled:
    """The draft as it stands, in reading order; `titles` of the plan by language.

    `unpaired` names, in reading order, the sections and commitments that not every version holds, or holds as
    another kind; a draft with any cannot be adopted.
    """

    languages: tuple[str, ...]
    titles: Mapping[str, str]
    parties: tuple[str, ...]
    sections: tuple[SettledSection, ...]
    commitments: tuple[SettledCommitment, ...]
    unpaired: tuple[str, ...]
    section_titles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def plan(
        self, id: str, *, version: int, authentic: Iterable[str], digests: Mapping[str, str], agreed_on: str
    ) -> Plan:
        """The plan the draft would adopt; `digests` of the texts by language, `agreed_on` a day or empty."""
        firm = tuple(authentic)
        return Plan(
            id=id,
            version=version,
            texts=tuple(AgreedText(language, language in firm, digests[language]) for language in self.languages),
            sections=tuple(self._section(section) for section in self.sections),
            provisions=self._provisions(),
            titles=dict(self.titles),
            agreed_on=agreed_on or None,
        )

    def _section(self, section: SettledSection) -> Section:
        return Section(
            id=section.id,
            kind=section.kind,
            parent=section.parent,
            headings=_spans(section.headings),
            spans=_spans(section.spans),
            titles=dict(self.section_titles.get(section.id, {})),
        )

    def _provisions(self) -> tuple[Provision, ...]:
        standing = {each.id: each for each in self.commitments if not each.out}
        taken: set[str] = set()
        provisions: list[Provision] = []
        for each in standing.values():
            if each.id in taken:
                continue
            # A twin that was split or merged is no twin any more, and says so by not naming this one.
            named = (standing[twin] for twin in each.same_as if twin in standing)
            twins = [twin for twin in named if each.id in twin.same_as and twin.id not in taken]
            taken |= {each.id, *(twin.id for twin in twins)}
            provisions.append(_provision(each, twins))
        return tuple(provisions)


def _provision(each: SettledCommitment, twins: Sequence[SettledCommitment]) -> Provision:
    places = (each, *twins)
    return Provision(
        id=each.id,
        kind=ProvisionKind(each.kind),
        mode=each.mode,
        places=tuple(Place(one.id, one.section, _spans(one.spans)) for one in places),
        recurrence=Recurrence(each.recurrence["rrule"]) if each.recurrence else None,
        deadline=_deadline(each.deadline),
        titles={language: title for one in reversed(places) for language, title in one.titles.items()},
    )


def _deadline(value: Mapping[str, Any] | None) -> Deadline | None:
    if not value:
        return None
    earliest, latest = (datetime.date.fromisoformat(value[end]) for end in ("earliest_on", "latest_on"))
    return Deadline(value["text"], earliest, latest)


def _spans(spans: Mapping[str, tuple[int, int]]) -> dict[str, Span]:
    return {language: Span(start, end) for language, (start, end) in spans.items()}
