"""Evidence of a plan: sources cited by both sides, files kept at home, and the forms by which either is added."""

import datetime
from dataclasses import dataclass

from suivi.desk.pages.agreed import CommitmentNamed
from suivi.desk.pages.plan import PlanLine
from suivi.desk.pages.returns import Askable
from suivi.desk.pages.said import EvidenceShown


@dataclass(frozen=True, kw_only=True)
class SourceCited:
    """A source on record, with every commitment it is cited for by that party; none: for the plan as a whole."""

    cited: EvidenceShown
    about: tuple[CommitmentNamed, ...]


@dataclass(frozen=True, kw_only=True)
class FileKept:
    """A file of evidence kept at home: `removed` says by language what was taken away before it was kept."""

    digest: str
    name: str
    media: str
    size: int
    title: str
    removed: tuple[dict[str, str], ...]
    added_by: str
    added_at: datetime.datetime
    about: tuple[CommitmentNamed, ...]


@dataclass(frozen=True, kw_only=True)
class EvidencePage:
    """The evidence of one plan, newest first. `commitments` are those either form offers; `may_write`: both are shown."""

    plan: PlanLine
    plans: tuple[PlanLine, ...]
    sources: tuple[SourceCited, ...]
    files: tuple[FileKept, ...]
    commitments: tuple[Askable, ...]
    languages: tuple[str, ...]
    may_write: bool
