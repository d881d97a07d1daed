"""Plan: pillars, themes and provisions of an adopted text, each tied to the characters that say so."""

from dataclasses import dataclass, field
from enum import StrEnum

from suivi.plan.numbering import number_of
from suivi.plan.text import Span
from suivi.plan.when import Deadline, Recurrence


class ProvisionKind(StrEnum):
    """An initiative can be said done or not by a yearly report; an aim gives direction (reader rule R7)."""

    AIM = "aim"
    INITIATIVE = "initiative"


@dataclass(frozen=True, slots=True)
class Section:
    """A pillar, theme or heading; `headings` and `spans` by language: the heading, and heading plus body."""

    id: str
    kind: str
    parent: str | None
    headings: dict[str, Span]
    spans: dict[str, Span]
    titles: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """One of the places where a provision stands; `id` is its number there, `spans` by language."""

    id: str
    section: str | None
    spans: dict[str, Span]


@dataclass(frozen=True, slots=True)
class Provision:
    """One commitment of the plan: one id, one or more places, the first place giving the id.

    `mode` is the suggested kind of cooperation; `titles` are unofficial working titles by language.
    """

    id: str
    kind: ProvisionKind
    mode: str
    places: tuple[Place, ...]
    recurrence: Recurrence | None = None
    deadline: Deadline | None = None
    titles: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AgreedText:
    """A language version of the plan as an attachment: digest of its characters in UTF-8, authentic or not."""

    language: str
    authentic: bool
    sha256: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A version of a plan as the parties adopted it; sections and provisions in reading order."""

    id: str
    version: int
    texts: tuple[AgreedText, ...]
    sections: tuple[Section, ...]
    provisions: tuple[Provision, ...]
    titles: dict[str, str] = field(default_factory=dict)
    agreed_on: str | None = None

    def provision(self, id: str) -> Provision | None:
        """The provision with that id or an alias of it (the id of a further place), or None."""
        for provision in self.provisions:
            if any(place.id == id for place in provision.places):
                return provision
        return None

    def provision_said(self, said: str) -> Provision | None:
        """The provision with that id or alias, else the only one whose number is said so (`1.3`), or None."""
        numbered = [one for one in self.provisions if any(number_of(place.id) == said for place in one.places)]
        return self.provision(said) or (numbered[0] if len(numbered) == 1 else None)
