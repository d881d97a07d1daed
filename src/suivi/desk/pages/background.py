"""What came before the plan."""

import datetime
from dataclasses import dataclass

from suivi.desk.pages.agreed import AgreedShown, CommitmentNamed
from suivi.desk.pages.frame import PartyNamed, Term
from suivi.desk.pages.plan import PlanLine
from suivi.desk.pages.said import AccountShown, EvidenceShown, SuppliedShown


@dataclass(frozen=True, kw_only=True)
class BackgroundRow:
    """A commitment with what is on record about it from before the plan was agreed.

    `accounts` are of all parties, oldest first by the day stated; `evidence` oldest first.
    """

    commitment: CommitmentNamed
    accounts: tuple[AccountShown, ...]
    evidence: tuple[EvidenceShown, ...]


@dataclass(frozen=True, kw_only=True)
class BackgroundPage:
    """Preamble and background: who agreed the plan, when, in which words, and what it built on.

    `parties` are those that agreed, in charter order; `joint` is the leaf of the joint text by which they did.
    `preamble` are the agreed words before the first pillar, one member for each language held. `rows` are the
    commitments with anything from before `agreed_on`, in plan order; `evidence` is such evidence about the plan as a
    whole. Without `agreed_on` nothing is background. `supplied` is what each party adds
    that the text does not say, `facts` what it can add, with a box for each of `languages`.
    """

    plan: PlanLine
    parties: tuple[PartyNamed, ...]
    agreed_on: str | None
    in_effect_at: datetime.datetime | None
    joint: str
    preamble: tuple[AgreedShown, ...]
    rows: tuple[BackgroundRow, ...]
    evidence: tuple[EvidenceShown, ...]
    marking: str
    supplied: tuple[SuppliedShown, ...] = ()
    facts: tuple[Term, ...] = ()
    languages: tuple[str, ...] = ()
    may_write: bool = False

    @property
    def accounts(self) -> int:
        """How many accounts are background."""
        return sum(len(row.accounts) for row in self.rows)

    @property
    def sources(self) -> int:
        """How many pieces of evidence are background."""
        return len(self.evidence) + sum(len(row.evidence) for row in self.rows)
