"""From one plan of a register to its rows; nothing is looked up, no clock is read."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from suivi.desk.hosts import hosts
from suivi.desk.models import ActivityRow, CommitmentRow, DueRow, EvidenceRow, PlanRow, ReportRow, WordsRow
from suivi.desk.models.rows import COMMON
from suivi.desk.project.words import words_of_commitment, words_of_plan
from suivi.plan.plan import Plan, Provision, ProvisionKind, Section
from suivi.record.marking import Marking, read_marking
from suivi.register.activity import ActivityStanding
from suivi.register.duties import Matter, matters_of, outstanding_on
from suivi.register.evidence import Evidence
from suivi.register.plans import PlanRegister, ProvisionStanding
from suivi.register.reports import Account, Comparison

EDITION: Final = 6
"""What rows are made of; raise it with any change to this package, so that rows made before are made anew."""

_DIFFERING: Final = (Comparison.DIFFER, Comparison.DETAILS_DIFFER)


@dataclass(frozen=True, slots=True)
class Held:
    """The agreed texts of plans that are held: characters by digest."""

    characters: Mapping[str, str]

    def of(self, plan: Plan) -> dict[str, str]:
        """The characters of each language version held, by language."""
        return {text.language: self.characters[text.sha256] for text in plan.texts if text.sha256 in self.characters}


@dataclass(slots=True)
class Rows:
    """Rows of one commitment, or of a plan as a whole, ready to be written."""

    commitments: list[CommitmentRow] = field(default_factory=list)
    reports: list[ReportRow] = field(default_factory=list)
    evidence: list[EvidenceRow] = field(default_factory=list)
    activities: list[ActivityRow] = field(default_factory=list)
    dues: list[DueRow] = field(default_factory=list)
    words: list[WordsRow] = field(default_factory=list)

    def add(self, other: "Rows") -> None:
        """Take the rows of `other` too."""
        self.commitments += other.commitments
        self.reports += other.reports
        self.evidence += other.evidence
        self.activities += other.activities
        self.dues += other.dues
        self.words += other.words


def plan_fingerprint(plan: PlanRegister, held: Held) -> str:
    """What the rows of a plan are made from: its register, the texts held, and how rows are made."""
    return _digest(
        str(EDITION),
        plan.fingerprint,
        *sorted(text.sha256 for text in plan.plan.texts if text.sha256 in held.characters),
    )


def commitment_fingerprint(plan: PlanRegister, standing: ProvisionStanding, held: Held) -> str:
    """What the rows of a commitment are made from: the version of the plan, its standing, the texts held."""
    texts = sorted(text.sha256 for text in plan.plan.texts if text.sha256 in held.characters)
    return _digest(str(EDITION), plan.joint.hex(), standing.digest, ",".join(plan.parties), *texts)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def plan_row(channel: str, plan: PlanRegister, held: Held) -> PlanRow:
    """The row of a plan in a list."""
    initiatives = [each for each in plan.provisions if each.provision.kind is ProvisionKind.INITIATIVE]
    return PlanRow(
        audience=COMMON,
        channel=channel,
        plan=plan.plan.id,
        version=plan.plan.version,
        titles=dict(plan.plan.titles),
        agreed_on=plan.plan.agreed_on or "",
        in_effect_at=plan.in_effect_at,
        initiatives=len(initiatives),
        aims=len(plan.provisions) - len(initiatives),
        reported=sum(each.comparison is not Comparison.NEITHER for each in initiatives),
        differing=sum(each.comparison in _DIFFERING for each in initiatives),
        marking=marking_of(plan).label(),
        fingerprint=plan_fingerprint(plan, held),
    )


def marking_of(plan: PlanRegister) -> Marking:
    """The marking of the text that put the plan in effect."""
    header = next(text for text in plan.joint_texts if text.leaf == plan.joint).proposal.header
    assert header is not None  # only sound entries make joint texts
    return read_marking(header.marking)


def rows_of_plan(channel: str, plan: PlanRegister, held: Held) -> Rows:
    """What is said of the plan as a whole, beside its own row: evidence, and words."""
    return Rows(
        evidence=[evidence_row(channel, plan.plan.id, one) for one in plan.evidence],
        words=words_of_plan(channel, plan, held.of(plan.plan), marking_of(plan).label()),
    )


def rows_of_commitment(channel: str, plan: PlanRegister, rank: int, held: Held, own: str) -> Rows:
    """The rows of the commitment in place `rank` of the plan; `own` is the party whose node this is."""
    standing, texts = plan.provisions[rank], held.of(plan.plan)
    name = standing.provision.id
    accounts = [account for said in standing.accounts.values() for account in said]
    matters = matters_of(plan, standing, own, hosts(plan.parties))
    return Rows(
        commitments=[_commitment_row(channel, plan, rank, held, own, matters)],
        reports=[report_row(channel, plan.plan.id, name, account) for account in accounts],
        evidence=[evidence_row(channel, plan.plan.id, one) for one in standing.evidence],
        activities=[_activity_row(channel, plan.plan.id, one) for one in standing.activities],
        dues=[_due_row(channel, plan.plan.id, standing.provision, one) for one in matters],
        words=words_of_commitment(channel, plan, standing, texts, marking_of(plan).label()),
    )


def _commitment_row(
    channel: str, plan: PlanRegister, rank: int, held: Held, own: str, matters: Sequence[Matter]
) -> CommitmentRow:
    standing, texts = plan.provisions[rank], held.of(plan.plan)
    found = standing.provision
    pillar = ancestor(plan.plan, found.places[0].section, kind="pillar")
    latest = {party: standing.latest(party) for party in standing.accounts}
    others = [account for party, account in latest.items() if party != own and account is not None]
    newest = max(others, key=lambda account: account.order, default=None)
    # What either side owes, or what is due from us: the list says overdue wherever Today does.
    days = [outstanding_on(plan, standing), *(matter.on for matter in matters if matter.kind != "behind")]
    due_on = min((day for day in days if day is not None), default=None)
    return CommitmentRow(
        audience=COMMON,
        channel=channel,
        plan=plan.plan.id,
        provision=found.id,
        rank=rank,
        kind=found.kind.value,
        mode=found.mode,
        pillar=pillar.id if pillar else "",
        titles=dict(found.titles),
        agreed=agreed_words(found, texts),
        comparison=standing.comparison.value,
        stages=[[party, _stage(account)] for party, account in latest.items()],
        own_stage=_stage(latest.get(own)),
        other_stage=_stage(newest),
        due_on=due_on.isoformat() if due_on else "",
        last_on=max((account.on for account in latest.values() if account), default=""),
        reports=sum(len(said) for said in standing.accounts.values()),
        marking=marking_of(plan).label(),
        fingerprint=commitment_fingerprint(plan, standing, held),
    )


def _due_row(channel: str, plan: str, provision: Provision, matter: Matter) -> DueRow:
    deadline = provision.deadline if matter.kind == "deadline" else None
    recurs = provision.recurrence if matter.kind == "recurrence" else None
    return DueRow(
        audience=COMMON,
        channel=channel,
        plan=plan,
        provision=provision.id,
        kind=matter.kind,
        on=matter.on.isoformat(),
        mode=matter.mode,
        edition=matter.edition,
        step=matter.step,
        stated=deadline.words if deadline else "",
        earliest_on=deadline.earliest_on.isoformat() if deadline else "",
        rule=(recurs.rule or "") if recurs else "",
    )


def _stage(account: Account | None) -> str:
    return account.stage.value if account else ""


def agreed_words(provision: Provision, texts: Mapping[str, str]) -> dict[str, str]:
    """The agreed words of the first place, by language of the texts held."""
    return {
        language: span.of(texts[language]) for language, span in provision.places[0].spans.items() if language in texts
    }


def ancestor(plan: Plan, section: str | None, *, kind: str) -> Section | None:
    """The section of that kind which `section` is or lies in, or None."""
    sections = {each.id: each for each in plan.sections}
    while section is not None and section in sections:
        found = sections[section]
        if found.kind == kind:
            return found
        section = found.parent
    return None


def report_row(channel: str, plan: str, provision: str, account: Account, *, audience: str = COMMON) -> ReportRow:
    """The row of a report, in the words it has now."""
    return ReportRow(
        audience=audience,
        channel=channel,
        plan=plan,
        provision=provision,
        party=account.party,
        account=dict(account.account),
        marking=account.marking.label(),
        withdrawn=account.withdrawn,
        background=account.background,
        entry=account.id,
        log=account.log,
        seq=account.seq,
        stage=account.stage.value,
        on=account.on,
        at=account.corrected_at or account.at,
    )


def evidence_row(channel: str, plan: str, evidence: Evidence) -> EvidenceRow:
    """The row of a source."""
    return EvidenceRow(
        audience=COMMON,
        channel=channel,
        plan=plan,
        provision=evidence.provision,
        party=evidence.party,
        account=dict(evidence.account),
        marking=evidence.marking.label(),
        withdrawn=evidence.withdrawn,
        background=evidence.background,
        entry=evidence.id,
        log=evidence.log,
        seq=evidence.seq,
        title=evidence.title,
        publisher=evidence.publisher,
        address=evidence.address,
        language=evidence.language,
        told_on=evidence.order[0],
    )


def _activity_row(channel: str, plan: str, standing: ActivityStanding) -> ActivityRow:
    return ActivityRow(
        audience=COMMON,
        channel=channel,
        plan=plan,
        provision=standing.provision,
        entry=standing.id,
        mode=standing.activity.mode.name,
        state=standing.activity.state,
        titles=dict(standing.titles),
        opened_by=standing.opened_by,
        opened_at=standing.opened_at,
        withdrawn=standing.withdrawn,
        marking=standing.marking.label(),
    )
