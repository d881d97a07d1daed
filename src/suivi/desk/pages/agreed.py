"""What was agreed, as pages name and show it: commitments, sections, the agreed words."""

from dataclasses import dataclass, field

from suivi.desk.pages.frame import Term


@dataclass(frozen=True, kw_only=True)
class CommitmentNamed:
    """How a list names a commitment: its number, the agreed words and, beside them, a working title.

    `agreed` are the characters of its first place, by language. `titles` are unofficial working titles by
    language and may be empty. `aliases` are the ids of its further places. `sources` are the languages of
    `agreed` that are authentic.
    """

    plan: str
    id: str
    kind: Term
    mode: Term
    agreed: dict[str, str]
    titles: dict[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    authentic: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SectionNamed:
    """A pillar, theme or heading: agreed headings by language, unofficial titles by language."""

    id: str
    headings: dict[str, str]
    titles: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class AgreedShown:
    """The agreed words of one place in one language: `[start, end)` in code points of the attached text `sha256`."""

    place: str
    language: str
    authentic: bool
    characters: str
    start: int
    end: int
    sha256: str
