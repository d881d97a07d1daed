"""Tally: what the entries of a channel add up to, one after the other in canonical order.

- Strict when writing, patient when reading: whatever an entry does wrong, it is set aside under a code, and the
  next one is taken. Nothing here raises for what a partner wrote.
- A charter or a plan is in force for an entry if the entry's own log and its `seen` hold every seal on it: the
  same answer whatever else has arrived (exchange format, section 6).
- Steps are decided in canonical order, so letters that cross end alike in every capital.
- Mutable inside, frozen outside: `fold.py` hands out snapshots.
"""

from dataclasses import dataclass, field, replace
from typing import Final, Self, TypeAlias

from suivi.log.fault import Fault
from suivi.log.header import Header, Reference
from suivi.modes import MODES, mode_of
from suivi.plan.channel import Charter, OldLog
from suivi.plan.refusal import Refusal
from suivi.record.assessments import Assessment
from suivi.record.bodies import BodyNamed
from suivi.record.changes import Corrected, DestroyAsked, Destroyed, Remarked, Withdrawn
from suivi.record.channel import Receipt, SetAsideNotice
from suivi.record.described import PlanDescribed
from suivi.record.entry import Entry
from suivi.record.evidence import EvidenceAttached
from suivi.record.farewell import Closed, Consented
from suivi.record.joint import Concurred, Declined, Proposed, Sealed, Withdrew
from suivi.record.kinds import Record
from suivi.record.marking import Marking, read_marking
from suivi.record.minutes import DecisionReported, MinutesAgreed
from suivi.record.named import PlanNamed
from suivi.record.plans import PlanAdopted, PlanAmended
from suivi.record.policies import other_tables
from suivi.record.reports import ReportFiled
from suivi.record.steps import ActivityOpened, By, StepTaken
from suivi.register.activity import Activity, ActivityStanding, Said
from suivi.register.assessments import Assessed
from suivi.register.bodies import NamedBody, Naming, bodies_of
from suivi.register.described import Described
from suivi.register.destruction import Destruction, Place, bare, may_destroy
from suivi.register.evidence import Evidence
from suivi.register.farewell import Consent, Farewell, check_last_seen, check_open
from suivi.register.joint import JointText, Word
from suivi.register.minutes import DecisionStanding, FollowUp, MinutesStanding
from suivi.register.named import Naming as ThingNaming
from suivi.register.plan_tally import PlanTally
from suivi.register.plans import PlanRegister
from suivi.register.reports import Account, Accounts
from suivi.register.set_aside import Flag, SetAside, Waiting, detail_of
from suivi.register.soundness import Soundness
from suivi.register.warnings import is_ahead_of, odd_day

EDITIONS: Final = frozenset({"2026-1"})
"""The editions of the rules this register folds by; a charter that names another is flagged (P06)."""

InForce: TypeAlias = tuple[JointText, Charter]
"""A charter, with the joint text that put it in effect."""

_JOINT: Final = (Proposed, Concurred, Declined, Withdrew, Sealed)
_BEFORE_ANY_CHARTER: Final = (Receipt, SetAsideNotice, Sealed)


@dataclass(slots=True)
class Tally:
    """The state of a channel after the entries taken so far; `codes` are the parties in the order of ties.

    `order` is what that order should be: that of the charter first sealed; before any, that of `codes`. `named`
    are the records that name a body, by place.
    `charters` and `by_plan` hold what is in effect and what is said about it, `activities` by id. `void` are
    the places of entries without effect, `ahead` those flagged for their instant, `unreleased` what was taken
    from our home log. `destructions` is what is asked for, by place, known before the first entry is taken.
    `farewells` are the logs that have ended, by party; `consents` what may be given onwards; `notices` are the
    partner's notices with the place and code each names, to be compared once everything is placed.
    """

    channel: str
    codes: tuple[str, ...]
    soundness: Soundness
    joint_texts: dict[bytes, JointText] = field(default_factory=dict)
    charters: list[InForce] = field(default_factory=list)
    by_plan: dict[str, PlanTally] = field(default_factory=dict)
    activities: dict[str, ActivityStanding] = field(default_factory=dict)
    set_aside: list[SetAside] = field(default_factory=list)
    absent: list[Waiting] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    void: set[tuple[str, int]] = field(default_factory=set)
    ahead: set[tuple[str, int]] = field(default_factory=set)
    unreleased: dict[tuple[str, int], Entry] = field(default_factory=dict)
    named: dict[tuple[str, int], Naming] = field(default_factory=dict)
    destructions: dict[Place, Destruction] = field(default_factory=dict)
    farewells: dict[str, Farewell] = field(default_factory=dict)
    consents: list[Consent] = field(default_factory=list)
    notices: list[tuple[Entry, Reference, str]] = field(default_factory=list)
    order: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.order = self.order or self.codes

    @classmethod
    def after(cls, former: "Tally", channel: str, codes: tuple[str, ...], soundness: Soundness) -> "Tally":
        """The state in which a successor channel begins: all that `former` adds up to, but its own charters and terms.

        What was proposed in it and never came into effect stays behind: nobody can seal it any more.
        """
        kept = former.copied()
        texts = {leaf: text for leaf, text in kept.joint_texts.items() if _carries_on(text)}
        begun = cls(
            channel,
            codes,
            soundness,
            joint_texts={leaf: replace(text, inherited=True) for leaf, text in texts.items()},
            by_plan=kept.by_plan,
            activities=kept.activities,
            void=kept.void,
            ahead=kept.ahead,
            named=kept.named,
            destructions=kept.destructions,
            consents=kept.consents,
        )
        for plan in begun.by_plan.values():
            plan.inherit(begun.joint_texts)
        return begun

    def left_behind(self) -> dict[bytes, JointText]:
        """The joint texts, by leaf, that a successor channel does not go on with."""
        return {leaf: text for leaf, text in self.joint_texts.items() if not _carries_on(text)}

    def copied(self) -> Self:
        """The same state, to take unreleased entries on top without changing this one."""
        return replace(
            self,
            by_plan={plan: tally.copied() for plan, tally in self.by_plan.items()},
            activities=dict(self.activities),
            flags=list(self.flags),
            void=set(self.void),
            unreleased=dict(self.unreleased),
            named=dict(self.named),
            destructions=dict(self.destructions),
            farewells=dict(self.farewells),
            consents=list(self.consents),
            notices=list(self.notices),
        )

    @property
    def charter(self) -> Charter | None:
        """The charter in effect: the last sealed; None before any is."""
        return max(self.charters, key=_rank)[1] if self.charters else None

    @property
    def succeeds(self) -> tuple[OldLog, ...]:
        """The logs of the channel before, as the charter first sealed names them; mostly none."""
        return min(self.charters, key=_rank)[1].succeeds if self.charters else ()

    @property
    def bodies(self) -> dict[str, NamedBody]:
        """The bodies the parties have named, by id."""
        return bodies_of(self.named.values())

    def plans(self) -> dict[str, PlanRegister]:
        """Every plan of which a version is in effect, by id, in order of id."""
        bodies = self.bodies
        snapshots = {
            plan: tally.snapshot(self.codes, self.charter, self.activities, bodies)
            for plan, tally in sorted(self.by_plan.items())
        }
        return {plan: snapshot for plan, snapshot in snapshots.items() if snapshot is not None}

    def take(self, entry: Entry) -> None:
        """Takes the next entry in canonical order; one with a fault is set aside."""
        destroyed = (entry.log, entry.seq) in self.destructions
        entry = bare(entry) if destroyed else entry
        known = [charter for charter in self.charters if charter[0].precedes(entry)]
        in_force = known[0] if len(known) == 1 else max(known, key=_rank, default=None)
        fault = self.soundness.next(entry, in_force[1] if in_force else None)
        self._compare_clocks(entry)
        if fault is not None or entry.header is None:
            self._put_aside(entry, fault or Fault("record.value", at="header"))
        elif destroyed:
            self.void.add((entry.log, entry.seq))
        elif entry.record is None:
            self.absent.append(Waiting(entry.log, entry.seq, entry.leaf, "content.absent"))
            self.void.add((entry.log, entry.seq))
        else:
            self._take_sound(entry, entry.header, entry.record, in_force)

    def take_unreleased(self, entry: Entry) -> bool:
        """Takes an entry of our own home log on top of everything; whether it has an effect."""
        if entry.header is None or entry.record is None or isinstance(entry.record, _JOINT):
            return False
        self.unreleased[entry.log, entry.seq] = entry
        try:
            self._effect(entry, entry.header, entry.record)
        except Fault:
            self.void.add((entry.log, entry.seq))
            return False
        return True

    def _take_sound(self, entry: Entry, header: Header, record: Record, in_force: InForce | None) -> None:
        try:
            check_open(self.farewells.get(entry.party), record)  # P01
            # 24. A charter is in effect for the entry, or the entry is about one.
            if in_force is None and not self._may_precede_charter(header, record):
                raise Fault("charter.none", at="type")
            if isinstance(record, Remarked):
                self.soundness.check_marking(record.marking, in_force[1] if in_force else None)
            if isinstance(record, Proposed):
                self._propose(entry, header, record, in_force)
            else:
                self._effect(entry, header, record)
        except Fault as fault:
            self._put_aside(entry, fault)

    def _may_precede_charter(self, header: Header, record: Record) -> bool:
        match record:
            case Proposed(body=Charter()):
                return True
            case Concurred() | Declined() | Withdrew():
                text = self.joint_texts.get(_leaf(header.target))
                return text is not None and isinstance(text.proposed.body, Charter)
        return isinstance(record, _BEFORE_ANY_CHARTER)

    def _effect(self, entry: Entry, header: Header, record: Record) -> None:
        """25. The rules of the kind, and what the entry does; raises `Fault`."""
        match record:
            case Concurred() | Declined() | Withdrew() | Sealed():
                self._say(entry, header, record)
            case ReportFiled():
                self._report(entry, header, record)
            case EvidenceAttached():
                self._cite(entry, header, record)
            case Assessment():
                self._assess(entry, header, record)
            case PlanDescribed():
                self._describe(entry, header, record)
            case PlanNamed():
                self._name_things(entry, header, record)
            case BodyNamed():
                self._name(entry, header, record)
            case ActivityOpened():
                self._open(entry, header, record)
            case StepTaken():
                self._step(entry, header, record)
            case Corrected():
                self._correct(entry, header, record)
            case Withdrawn():
                self._withdraw(header, record)
            case Remarked(marking):
                self._remark(header, marking)
            case Consented():
                self.consents.append(Consent.of(header, record))
            case Closed():
                self._close(entry, header, record)
            case SetAsideNotice(code) if header.target is not None:
                self.notices.append((entry, header.target, code))
            case DecisionReported():
                self._follow_up(entry, header, record)
            case DestroyAsked():
                self._ask_to_destroy(entry, header)
            case Destroyed():
                self._attest(entry, header)
            case PlanAdopted() | MinutesAgreed():
                raise Fault("register.not-joint", got=header.type, expected="a text of all parties", at="type")
            case _:
                pass  # receipts are for the exchange

    # Destruction

    def _ask_to_destroy(self, entry: Entry, header: Header) -> None:
        target = header.target
        assert target is not None  # the kind needs one
        if not self.soundness.is_own(target, header):
            raise Fault("change.not-author", got=target.log, expected=entry.log, at="target")
        if not may_destroy(entry, target, self._entry(target)):
            raise Fault("change.indestructible", got=f"{target.log} {target.seq}", at="target")

    def _attest(self, entry: Entry, header: Header) -> None:
        target = header.target
        assert target is not None  # the kind needs one
        asked = self.destructions.get((target.log, target.seq))
        if asked is None:
            raise Fault("register.no-effect", got=f"{target.log} {target.seq}", at="target")
        self.destructions[target.log, target.seq] = asked.attested_by(entry.party, entry.seq)

    # Farewells, and what the partner says it could not count

    def _close(self, entry: Entry, header: Header, closed: Closed) -> None:
        if not self._is_home(entry):
            check_last_seen(header, closed, self.soundness.root_at)
            self.farewells[entry.party] = Farewell(entry.party, entry.seq, closed.reason, self._at(entry))

    def noticed_in_error(self) -> list[Flag]:
        """G08: notices about entries that count here, in the order in which they were placed."""
        found = []
        for entry, target, code in self.notices:
            placed = self.soundness.entry(target.log, target.seq)
            if placed is not None and placed.leaf.hex() == target.leaf and (target.log, target.seq) not in self.void:
                said = f"{code}, entry {target.seq} of {target.log}"
                found.append(Flag(entry.log, entry.seq, entry.leaf, "partner.set-aside", said))
        return found

    # Joint texts

    def _propose(self, entry: Entry, header: Header, proposed: Proposed, in_force: InForce | None) -> None:
        if isinstance(proposed.body, Charter):
            self._check_charter(proposed.body, in_force[1] if in_force else None)
            _check_succession(header, in_force)
            if proposed.body.edition not in EDITIONS:
                self._flag(entry, "charter.edition", proposed.body.edition)
            for policy in other_tables(proposed.body_value.get("policies")):
                self._flag(entry, "charter.policy", policy)
        elif in_force is not None:
            _check_form(proposed, in_force[1])
        if isinstance(proposed.body, PlanAdopted):
            plan = self._plan(proposed.body.plan.id)
            _check_succession(header, plan.in_force_for(entry))
            if isinstance(proposed.body, PlanAmended) and (fault := plan.unsound(proposed.body, entry)):
                raise Fault("register.succession", got=fault, expected="every commitment once", at="body.succession")
        self._keep(JointText.of(entry, proposed))

    def _check_charter(self, body: Charter, charter: Charter | None) -> None:
        # P02, P03. Neither the parties nor the channel of a charter can be changed by another.
        if set(body.codes) != set(self.codes) or (charter is not None and body.codes != charter.codes):
            raise Fault("charter.parties", got=", ".join(body.codes), expected=", ".join(self.codes), at="body.parties")
        if body.channel != self.channel:
            raise Fault("charter.channel", got=body.channel, expected=self.channel, at="body.channel")

    def _say(self, entry: Entry, header: Header, word: Word) -> None:
        text = self.joint_texts.get(_leaf(header.target))
        if text is None:
            raise Fault("record.target", expected="a proposal that counts", at="target")
        after, code = text.after(entry, word, at=self._at(entry))
        self._keep(after)
        if after.in_effect and not text.in_effect:
            self._put_in_effect(after)
        if code:
            raise Fault(code, at="target")

    def _keep(self, text: JointText) -> None:
        self.joint_texts[text.leaf] = text
        match text.proposed.body:
            case PlanAdopted(plan):
                self._plan(plan.id).note(text)
            case StepTaken() | MinutesAgreed() if text.proposal.header is not None:
                self._plan(_plan_of(text.proposal.header)).note(text)

    def _put_in_effect(self, text: JointText) -> None:
        match text.proposed.body:
            case Charter() as charter:
                self.charters.append((text, charter))
                self.order = min(self.charters, key=_rank)[1].codes
            case PlanAdopted() as adopted:
                self._plan(adopted.plan.id).adopt(text, adopted)
            case MinutesAgreed() as agreed if text.proposal.header is not None:
                self._put_minutes_in_effect(text, text.proposal.header, agreed)
            case StepTaken() as taken if text.proposal.header is not None:
                try:
                    self._take_step(text.proposal, text.proposal.header, taken, at=text.in_effect_at, joint=True)
                except Fault as fault:
                    self._put_aside(text.proposal, fault)

    # Minutes and their decisions

    def _put_minutes_in_effect(self, text: JointText, header: Header, agreed: MinutesAgreed) -> None:
        plan = self._plan(_plan_of(header))
        plan.agree(
            MinutesStanding(
                leaf=text.leaf,
                agreed=agreed,
                in_effect_at=text.in_effect_at,
                marking=read_marking(header.marking),
                decisions=tuple(DecisionStanding(decision=decision) for decision in agreed.decisions),
            )
        )

    def _follow_up(self, entry: Entry, header: Header, reported: DecisionReported) -> None:
        plan = self._plan(_plan_of(header))
        minutes = plan.minutes.get(reported.minutes)
        if minutes is None or minutes.decision(reported.decision) is None:
            raise Fault("register.unknown-decision", got=f"{reported.minutes[:16]} {reported.decision}", at="decision")
        said = FollowUp(
            party=entry.party,
            said=reported,
            at=self._at(entry),
            log=entry.log,
            seq=entry.seq,
            id=header.id,
            marking=read_marking(header.marking),
        )
        plan.agree(minutes.after(said))
        self._flag_day(entry, reported.on)

    # Reports, evidence, bodies and activities

    def _report(self, entry: Entry, header: Header, report: ReportFiled) -> None:
        plan, provision = self._provision(entry, header, report.provision)
        plan.accounts(provision, entry.party).put(Account.of(entry, report, at=self._at(entry)))
        plan.has_acted(report.acting)
        self._flag_day(entry, report.on)

    def _cite(self, entry: Entry, header: Header, attached: EvidenceAttached) -> None:
        plan, provision = self._cited(entry, header, attached)
        if attached.report is not None and not plan.has_report(provision, attached.report):
            raise Fault("register.unknown-report", got=attached.report, at="report")
        plan.cite(Evidence.of(entry, attached, provision=provision, at=self._at(entry)))
        for day in (attached.published_on, attached.on):
            if day is not None:
                self._flag_day(entry, day)

    def _cited(self, entry: Entry, header: Header, attached: EvidenceAttached) -> tuple[PlanTally, str]:
        """The plan and the provision that evidence is about, empty for the plan as a whole; raises `Fault`."""
        if attached.provision:
            return self._provision(entry, header, attached.provision)
        if named := header.subject.partition("#")[2]:
            raise Fault("register.subject", got=named, expected="the plan as a whole", at="subject")
        return self._in_force(entry, header)[0], ""

    def _assess(self, entry: Entry, header: Header, said: Assessment) -> None:
        plan, provision = self._provision(entry, header, said.provision)
        plan.assess(provision, Assessed.of(entry, said, at=self._at(entry)))
        self._flag_day(entry, said.to_on)

    def _describe(self, entry: Entry, header: Header, said: PlanDescribed) -> None:
        self._as_a_whole(entry, header).describe(Described.of(entry, said, at=self._at(entry)))

    def _name_things(self, entry: Entry, header: Header, said: PlanNamed) -> None:
        self._as_a_whole(entry, header).name(ThingNaming.of(entry, said, at=self._at(entry)))

    def _as_a_whole(self, entry: Entry, header: Header) -> PlanTally:
        if named := header.subject.partition("#")[2]:
            raise Fault("register.subject", got=named, expected="the plan as a whole", at="subject")
        return self._in_force(entry, header)[0]

    def _name(self, entry: Entry, header: Header, named: BodyNamed) -> None:
        known = self.bodies.get(named.body)
        if named.party != entry.party or (known is not None and known.party != entry.party):
            raise Fault("register.body-party", got=named.body, expected=f"a body of {entry.party}", at="body")
        self.named[entry.log, entry.seq] = named, read_marking(header.marking)
        self._forget_plans()

    def _forget_plans(self) -> None:
        for plan in self.by_plan.values():
            plan.remembered = None

    def _open(self, entry: Entry, header: Header, opened: ActivityOpened) -> None:
        plan, provision = self._provision(entry, header, opened.provision)
        mode = mode_of(opened.mode, opened.edition)
        if mode is None:
            code = "register.unknown-edition" if opened.mode in MODES else "register.unknown-mode"
            raise Fault(code, got=f"{opened.mode} {opened.edition}", at="mode")
        parties = frozenset(self.codes)
        self.activities[header.id] = ActivityStanding(
            activity=Activity(id=header.id, plan=_plan_of(header), mode=mode, parties=parties),
            provision=provision,
            opened_by=entry.party,
            opened_at=self._at(entry),
            log=entry.log,
            seq=entry.seq,
            leaf=entry.leaf,
            marking=read_marking(header.marking),
            titles=opened.titles,
        )
        plan.open(provision, header.id)

    def _step(self, entry: Entry, header: Header, taken: StepTaken) -> None:
        self._take_step(entry, header, taken, at=self._at(entry), joint=False)
        self._flag_day(entry, taken.on)

    def _take_step(self, entry: Entry, header: Header, taken: StepTaken, *, at: str, joint: bool) -> None:
        standing = self._activity(header, taken.activity)
        step = next((step for step in standing.activity.mode.steps if step.name == taken.step), None)
        if step is not None and (step.by is By.ALL) is not joint:
            code = "register.one-party-step" if joint else "register.joint-step"
            raise Fault(code, got=taken.step, expected=f"a step by {step.by.value}", at="step")
        said = Said(
            party=entry.party,
            step=taken.step,
            details=taken.details,
            on=taken.on,
            log=entry.log,
            seq=entry.seq,
            id=header.id,
            leaf=entry.leaf,
            at=at,
            marking=read_marking(header.marking),
            joint=joint,
            basis=taken.basis,
            lent=taken.lent,
        )
        self._move(standing, (*standing.activity.taken, said))

    def _move(self, standing: ActivityStanding, steps: tuple[Said, ...]) -> None:
        activity = standing.activity
        try:
            onward = steps[: len(activity.taken)] == activity.taken
            moved = activity.after(steps[-1]) if onward and steps else activity.saying(steps)
        except Refusal as refusal:
            raise Fault(f"register.{refusal.code}", got=activity.state, at="step") from None
        self.activities[activity.id] = replace(standing, activity=moved)
        self._plan(activity.plan).touch(standing.provision)

    # Later words

    def _correct(self, entry: Entry, header: Header, corrected: Corrected) -> None:
        original, was = self._original(header)
        if corrected.kind != was.type or header.subject != was.subject:
            raise Fault("change.kind", got=corrected.kind, expected=f"{was.type} on {was.subject}", at="kind")
        match original.record, corrected.body:
            case ReportFiled() as before, ReportFiled() as report:
                self._correct_report(entry, original, header, before, report)
            case ActivityOpened() as before, ActivityOpened() as opened:
                self._correct_opening(was, before, opened)
            case StepTaken() as before, StepTaken() as taken:
                self._correct_step(original, before, taken)
            case _:
                raise Fault("change.kind", got=corrected.kind, expected=was.type, at="body")

    def _correct_report(
        self, entry: Entry, original: Entry, header: Header, before: ReportFiled, report: ReportFiled
    ) -> None:
        # The provision the report was filed on, even if a later version has ended it.
        plan, provision = self._provision(original, original.header or header, before.provision)
        if (
            report.provision != before.provision
            and self._provision(original, original.header or header, report.provision)[1] != provision
        ):
            raise Fault("change.kind", got=report.provision, expected=before.provision, at="body.provision")
        accounts, account = self._standing_account(plan, provision, original)
        accounts.replace(account, account.corrected(entry, report, at=self._at(entry)))
        plan.has_acted(report.acting)
        self._flag_day(entry, report.on)

    def _correct_opening(self, was: Header, before: ActivityOpened, opened: ActivityOpened) -> None:
        standing = self._activity(was, was.id)
        if replace(opened, titles=before.titles) != before:
            raise Fault("change.kind", expected="other titles only", at="body")
        self.activities[was.id] = replace(standing, titles=opened.titles)
        self._plan(standing.activity.plan).touch(standing.provision)

    def _correct_step(self, original: Entry, before: StepTaken, taken: StepTaken) -> None:
        if (before.activity, before.step) != (taken.activity, taken.step):
            raise Fault("change.kind", got=taken.step, expected=before.step, at="body.step")
        standing, place = self._taken(original, before)
        steps = list(standing.activity.taken)
        said = steps[place]
        steps[place] = replace(
            said,
            details=taken.details,
            on=taken.on,
            basis=taken.basis,
            lent=taken.lent,
            corrected=said.corrected + 1,
        )
        self._move(standing, tuple(steps))

    def _withdraw(self, header: Header, withdrawn: Withdrawn) -> None:
        original, was = self._original(header)
        match original.record:
            case ReportFiled() as report:
                plan, provision = self._provision(original, was, report.provision)
                accounts, account = self._standing_account(plan, provision, original)
                accounts.replace(account, replace(account, withdrawn_for=withdrawn.reason))
            case EvidenceAttached() as attached:
                plan, provision = self._cited(original, was, attached)
                if not plan.withdraw_evidence(provision, (original.log, original.seq), withdrawn.reason):
                    raise Fault("change.withdrawn", at="supersedes")
            case Assessment() as said:
                plan, provision = self._provision(original, was, said.provision)
                if not plan.withdraw_assessment(provision, (original.log, original.seq), withdrawn.reason):
                    raise Fault("change.withdrawn", at="supersedes")
            case PlanDescribed():
                if not self._in_force(original, was)[0].take_back_description((original.log, original.seq)):
                    raise Fault("change.withdrawn", at="supersedes")
            case PlanNamed():
                if not self._in_force(original, was)[0].take_back_naming((original.log, original.seq)):
                    raise Fault("change.withdrawn", at="supersedes")
            case BodyNamed():
                if self.named.pop((original.log, original.seq), None) is None:
                    raise Fault("change.withdrawn", at="supersedes")
                self._forget_plans()
            case ActivityOpened():
                standing = self._activity(was, was.id)
                if standing.activity.taken:
                    raise Fault("register.built-upon", expected="an activity without steps", at="supersedes")
                self.activities[was.id] = replace(standing, withdrawn=True)
                self._plan(standing.activity.plan).touch(standing.provision)
            case StepTaken() as taken:
                self._withdraw_step(original, taken)
            case _:
                raise Fault("register.no-effect", got=was.type, at="supersedes")

    def _remark(self, header: Header, marking: Marking) -> None:
        """The author marks an own record otherwise: its words stay, and every version of them is marked so."""
        original, was = self._original(header)
        match original.record:
            case ReportFiled() as report:
                plan, provision = self._provision(original, was, report.provision)
                accounts, account = self._standing_account(plan, provision, original)
                accounts.replace(account, account.marked(marking))
            case EvidenceAttached() as attached:
                plan, provision = self._cited(original, was, attached)
                if not plan.mark_evidence(provision, (original.log, original.seq), marking):
                    raise Fault("change.withdrawn", at="supersedes")
            case BodyNamed() as named:
                if (original.log, original.seq) not in self.named:
                    raise Fault("change.withdrawn", at="supersedes")
                self.named[original.log, original.seq] = named, marking
                self._forget_plans()
            case ActivityOpened():
                standing = self._activity(was, was.id)
                self.activities[was.id] = replace(standing, marking=marking)
                self._plan(standing.activity.plan).touch(standing.provision)
            case StepTaken() as taken:
                standing, place = self._taken(original, taken)
                steps = list(standing.activity.taken)
                steps[place] = replace(steps[place], marking=marking)
                self._move(standing, tuple(steps))
            case _:
                raise Fault("register.no-effect", got=was.type, at="supersedes")

    def _withdraw_step(self, original: Entry, taken: StepTaken) -> None:
        standing, place = self._taken(original, taken)
        steps = standing.activity.taken
        try:
            self._move(standing, (*steps[:place], *steps[place + 1 :]))
        except Fault as fault:
            raise Fault("register.built-upon", got=fault.code, at="supersedes") from None

    def _standing_account(self, plan: PlanTally, provision: str, original: Entry) -> tuple[Accounts, Account]:
        """The account that `original` gives and those beside it, to be changed; raises `Fault` once it is withdrawn."""
        accounts = plan.accounts(provision, original.party)
        account = accounts.find(original.seq, original.log)
        if account is None or account.withdrawn:
            raise Fault("change.withdrawn", at="supersedes")
        return accounts, account

    def _original(self, header: Header) -> tuple[Entry, Header]:
        """The entry that `header` acts on, through any corrections of it; raises `Fault`."""
        entry, acting = None, header
        while entry is None or isinstance(entry.record, Corrected):
            if acting.supersedes is None:
                raise Fault("record.target", expected="an entry", at="supersedes")
            entry = self._entry(acting.supersedes)
            if entry.header is None or (entry.log, entry.seq) in self.void:
                raise Fault("register.no-effect", got=f"{entry.log} {entry.seq}", at="supersedes")
            acting = entry.header
        if isinstance(entry.record, _JOINT):
            raise Fault("joint.one-sided", got=acting.type, expected="a joint text", at="supersedes")
        return entry, acting

    # What entries refer to

    def _plan(self, name: str) -> PlanTally:
        return self.by_plan.setdefault(name, PlanTally())

    def _provision(self, entry: Entry, header: Header, place: str) -> tuple[PlanTally, str]:
        """The plan of the subject and the provision that has `place`; raises `Fault`."""
        named = header.subject.partition("#")[2]
        plan, version = self._in_force(entry, header)
        provision = plan.id_of(version, place)
        if provision is None:
            raise Fault("register.unknown-provision", got=place, at="provision")
        if named and plan.id_of(version, named) != provision:
            raise Fault("register.subject", got=named, expected=provision, at="subject")
        return plan, provision

    def _in_force(self, entry: Entry, header: Header) -> tuple[PlanTally, JointText]:
        """The plan of the subject and its version in force for `entry`; raises `Fault`."""
        plan = self.by_plan.get(_plan_of(header))
        version = self._version(entry, plan) if plan is not None else None
        if plan is None or version is None:
            if plan is not None and plan.texts:
                self._flag(entry, "joint.not-in-effect", _plan_of(header))
            raise Fault("register.unknown-plan", got=_plan_of(header), at="subject")
        return plan, version

    def _version(self, entry: Entry, plan: PlanTally) -> JointText | None:
        version = plan.in_force if self._is_home(entry) else plan.in_force_for(entry)
        return version[0] if version is not None else None

    def _activity(self, header: Header, id: str) -> ActivityStanding:
        """The activity of that id under the plan of the subject; raises `Fault`."""
        standing = self.activities.get(id)
        if standing is None or standing.activity.plan != _plan_of(header):
            raise Fault("register.unknown-activity", got=id, at="activity")
        if standing.withdrawn:
            raise Fault("register.activity-withdrawn", got=id, at="activity")
        return standing

    def _taken(self, original: Entry, taken: StepTaken) -> tuple[ActivityStanding, int]:
        """The activity, and which of its steps `original` is; raises `Fault` if it has been withdrawn."""
        standing = self.activities[taken.activity]
        places = ((said.log, said.seq) for said in standing.activity.taken)
        place = next((index for index, place in enumerate(places) if place == (original.log, original.seq)), None)
        if place is None:
            raise Fault("change.withdrawn", at="supersedes")
        return standing, place

    def _entry(self, reference: Reference) -> Entry:
        """The entry referred to, in a shared log or our home log; raises `Fault`."""
        place = (reference.log, reference.seq)
        home = self.unreleased.get(place)
        found = home if home is not None else self.soundness.entry(*place)
        if found is None or found.leaf.hex() != reference.leaf:
            raise Fault("record.target", got=f"{reference.log} {reference.seq}", at="supersedes")
        return found

    def _at(self, entry: Entry) -> str:
        if self._is_home(entry):
            return entry.header.at if entry.header is not None else ""
        return self.soundness.at(entry.log)

    def _is_home(self, entry: Entry) -> bool:
        return (entry.log, entry.seq) in self.unreleased

    # Warnings and verdicts

    def _compare_clocks(self, entry: Entry) -> None:
        if entry.header is None:
            return
        for log, size in entry.header.seen.items():
            read = self.soundness.entry(log, size - 1) if log != entry.log else None
            if (
                read is None
                or read.header is None
                or (log, size) in self.ahead
                or not is_ahead_of(read.header.at, entry.header.at)
            ):
                continue
            self.ahead.add((log, size))
            self._flag(read, "time.future", f"{read.header.at}, read {entry.header.at}")

    def _flag_day(self, entry: Entry, day: str) -> None:
        if code := odd_day(day, self._at(entry)):
            self._flag(entry, code, day)

    def _flag(self, entry: Entry, code: str, detail: str) -> None:
        self.flags.append(Flag(entry.log, entry.seq, entry.leaf, code, detail))

    def _put_aside(self, entry: Entry, fault: Fault) -> None:
        self.set_aside.append(SetAside.of(entry, fault.code, detail_of(fault)))
        self.void.add((entry.log, entry.seq))


def _check_form(proposed: Proposed, charter: Charter) -> None:
    # C10, C09.
    if proposed.parties != charter.codes:
        raise Fault("joint.parties", got=", ".join(proposed.parties), expected=", ".join(charter.codes), at="parties")
    if missing := [spoken.tag for spoken in charter.languages if spoken.tag not in proposed.texts]:
        raise Fault("joint.language", expected=", ".join(missing), at="texts")


def _check_succession(header: Header, in_force: tuple[JointText, object] | None) -> None:
    # C11. A joint text is changed only by another that names it, in its own log or the partner's.
    if in_force is None:
        return
    leaf = in_force[0].leaf
    if leaf not in (_leaf(header.supersedes), _leaf(header.target)):
        raise Fault("joint.one-sided", expected=f"a reference to {leaf.hex()}", at="supersedes")


def _carries_on(text: JointText) -> bool:
    return text.in_effect and not isinstance(text.proposed.body, Charter)


def _leaf(reference: Reference | None) -> bytes:
    return bytes.fromhex(reference.leaf) if reference is not None else b""


def _plan_of(header: Header) -> str:
    return header.subject.partition("#")[0]


def _rank(charter: InForce) -> tuple[str, bytes]:
    return charter[0].in_effect_at, charter[0].leaf
