"""The one gate from a person to a thing; what you may not see does not exist.

- The officer is the first argument, never optional; mandate and clearance are checked here and nowhere else.
- Whoever holds a mandate reads the common register of the channels it reaches; what is not released is read only where
  a mandate that reads covers it (decision 0050). A mandate is asked for on the day of the act.
- One refusal, `not-here`, whether a thing does not exist or may not be seen.
- Lists in `queries` refine a set that a function here returned.
"""

import datetime
import json
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Prefetch, Q, QuerySet, When

from suivi.desk import asked as returns_asked
from suivi.desk import clock, entries, hierarchy, internal, lists, mandates, models, packages, registers, under_way
from suivi.desk.hierarchy import Placing
from suivi.desk.internal import Internal
from suivi.desk.lists import Asked, Listed
from suivi.desk.mandates import AbsenceRow, Held, MandateRow
from suivi.desk.models import (
    ActivityRow,
    ApprovalStep,
    BodyPlace,
    CalendarFeed,
    CommitmentRow,
    Draft,
    DueRow,
    EvidenceFile,
    EvidenceUse,
    JointTextRow,
    PlanRow,
    ReportRow,
    ReturnAsked,
    ReturnVerdict,
    SavedView,
    Ticket,
    WordsRow,
)
from suivi.desk.models.rows import COMMON, HOME, audience_of
from suivi.desk.packages import Making
from suivi.desk.roles import ABILITIES, ROLES
from suivi.desk.under_way import UnderWay
from suivi.log.fault import Fault
from suivi.plan.channel import origin_of
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words, on_day
from suivi.record.entry import Entry
from suivi.record.home import Acting
from suivi.record.joint import Proposed
from suivi.record.kinds import AUTOMATIC
from suivi.record.marking import AMBER, CLEAR, Marking, read_marking
from suivi.register.activity import ActivityStanding, Said
from suivi.register.assessments import Assessed
from suivi.register.clearance import plans_of
from suivi.register.fold import Register
from suivi.register.joint import JointText
from suivi.register.plans import PlanRegister, ProvisionStanding
from suivi.register.reports import Account

if TYPE_CHECKING:
    from suivi.desk.workbooks.kept import Kept

_Row = TypeVar("_Row", ActivityRow, CommitmentRow, DueRow, JointTextRow, PlanRow, ReportRow, WordsRow)
_Placed = TypeVar("_Placed", ActivityRow, JointTextRow, PlanRow, ReportRow)
Officer: TypeAlias = models.Officer
"""Who acts: named here for actions and queries, which open no table themselves."""
CommitmentInRow: TypeAlias = models.CommitmentRow
"""A commitment as its row tells it: to be shown, never decided by."""
JointTextInRow: TypeAlias = models.JointTextRow
"""A joint text as its row tells it."""
PlanInRow: TypeAlias = models.PlanRow
"""A plan as its row tells it."""
DueInRow: TypeAlias = models.DueRow
"""Something due from us as its row tells it."""


class NotHere(Refusal):
    """There is no such thing for this officer."""

    code = "not-here"
    says = Words(
        en="There is no “{what}” here, or it is not open to you.",
        fr="« {what} » n’existe pas ici, ou ne vous est pas accessible.",
        ko="‘{what}’ 항목이 여기에 없거나 열람 권한이 없습니다.",
    )
    remedy = Words(
        en="Check the address, or choose it from a list.",
        fr="Vérifiez l’adresse, ou choisissez dans une liste.",
        ko="주소를 확인하거나 목록에서 선택하십시오.",
    )


class NotYetThere(NotHere):
    """The plan is here, but came into effect after the day asked for."""

    says = Words(
        en="“{what}” was not on the register at the end of {day}: it came into effect on {since}.",
        fr="« {what} » ne figurait pas au registre à la fin du {day} : entrée en vigueur le {since}.",
        ko="{day} 현재 등록부에 ‘{what}’ 항목이 없습니다. 발효일은 {since}입니다.",
    )
    remedy = Words(
        en="Choose {since} or a later day.",
        fr="Choisissez le {since} ou une date ultérieure.",
        ko="{since} 이후의 날짜를 선택하십시오.",
    )


class NotMandated(Refusal):
    """The officer holds no mandate for this act."""

    code = "not-mandated"
    says = Words(
        en="You hold no mandate to do this ({mandate}).",
        fr="Vous n’avez pas le mandat requis pour cet acte ({mandate}).",
        ko="이 작업에 필요한 권한({mandate})이 없습니다.",
    )
    remedy = Words(
        en="Ask a colleague who holds it, or your administrator.",
        fr="Adressez-vous à un collègue qui le détient ou à votre administrateur.",
        ko="권한이 있는 동료나 관리자에게 문의하십시오.",
    )


def held_by(officer: Officer, *, at: datetime.datetime | None = None) -> tuple[Held, ...]:
    """The mandates in force for the officer at that instant (else now), those of absent colleagues included."""
    day = clock.today() if at is None else at.astimezone(datetime.UTC).date()
    if not officer.is_active:
        return ()
    return registers.seen_once(f"held {officer.pk} {day}", lambda: mandates.held_by(officer, day=day))


def must(
    officer: Officer, ability: str, *, plan: str = "", provision: str = "", at: datetime.datetime | None = None
) -> Acting:
    """Who acts under which mandate; raises `NotMandated` unless one in force opens `ability` there.

    Without `provision` it is asked for the whole plan, without `plan` for everything: a mandate limited to less does
    not open it. The officer's own mandates come before those of absent colleagues, the most limited first.
    """
    found = [held for held in held_by(officer, at=at) if held.opens(ability, plan=plan, provision=provision)]
    if not found:
        raise NotMandated(mandate=ABILITIES[ability])
    used = min(found, key=lambda held: (bool(held.instead_of), not held.provision, not held.plan))
    return Acting(
        officer=officer.name, role=used.role, plan=used.plan, provision=used.provision, instead_of=used.instead_of
    )


def may(
    officer: Officer, ability: str, *, plan: str = "", provision: str = "", at: datetime.datetime | None = None
) -> bool:
    """Whether `must` would let the officer through."""
    return any(held.opens(ability, plan=plan, provision=provision) for held in held_by(officer, at=at))


def acting(officer: Officer, *, at: datetime.datetime | None = None) -> Acting:
    """Who acts, under the first mandate in force, where any will do; raises `NotHere` without one."""
    held = held_by(officer, at=at)
    if not held:
        raise NotHere(what="Suivi")
    first = held[0]
    return Acting(
        officer=officer.name, role=first.role, plan=first.plan, provision=first.provision, instead_of=first.instead_of
    )


def everybody_for(officer: Officer) -> list[Officer]:
    """Every officer of this desk, those who have left too, by name; raises `NotMandated` for who neither administers nor audits."""
    if not abilities_of(officer) & {"administer", "audit"}:
        raise NotMandated(mandate=ABILITIES["administer"])
    return list(Officer.objects.order_by("name", "pk"))


def held_by_each(officer: Officer) -> dict[int, tuple[Held, ...]]:
    """Own mandates in force today, by number of the officer; raises `NotMandated` as `everybody_for`."""
    everybody_for(officer)
    return mandates.in_force(day=clock.today())


def away_today(officer: Officer) -> dict[int, datetime.date | None]:
    """Who is away today, by number, until when; raises `NotMandated` as `everybody_for`."""
    everybody_for(officer)
    return mandates.away(day=clock.today())


def officer_for(officer: Officer, number: str) -> Officer:
    """The officer of that number: himself, or anybody for who administers or audits; raises `NotHere`."""
    own = number == str(officer.pk)
    if not own and not abilities_of(officer) & {"administer", "audit"}:
        raise NotHere(what=number[:16])
    return _numbered(number)


def colleague_for(officer: Officer, number: str) -> Officer:
    """The officer of that number who can sign in, to be named by anybody; raises `NotHere`."""
    must_read(officer)
    found = _numbered(number)
    if not found.is_active:
        raise NotHere(what=number[:16])
    return found


def mandate_for(officer: Officer, number: str) -> MandateRow:
    """The mandate of that number, of an officer whose page is open to the officer; raises `NotHere`."""
    found = mandates.mandate(number)
    if found is None:
        raise NotHere(what=number[:16])
    officer_for(officer, str(found.officer_id))
    return found


def absence_for(officer: Officer, number: str) -> AbsenceRow:
    """The absence of that number, of an officer whose page is open to the officer; raises `NotHere`."""
    found = mandates.absence(number)
    if found is None:
        raise NotHere(what=number[:16])
    officer_for(officer, str(found.officer_id))
    return found


def mandates_for(officer: Officer, person: Officer) -> list[MandateRow]:
    """Every mandate `person` has held, holds or will hold, oldest first; raises `NotHere`."""
    return mandates.mandates_of(officer_for(officer, str(person.pk)))


def absences_for(officer: Officer, person: Officer) -> list[AbsenceRow]:
    """Every absence in which `person` was away or stood in, latest first; raises `NotHere`."""
    return mandates.absences_of(officer_for(officer, str(person.pk)))


def _numbered(number: str) -> Officer:
    is_number = number.isascii() and number.isdecimal() and len(number) < 18
    found = (
        registers.seen_once(f"officer {int(number)}", lambda: Officer.objects.filter(pk=int(number)).first())
        if is_number
        else None
    )
    if found is None:
        raise NotHere(what=number[:16])
    return found


def must_somewhere(officer: Officer, ability: str) -> None:
    """Raise `NotMandated` unless some mandate in force opens `ability` anywhere; where, `must` asks later."""
    if ability not in abilities_of(officer):
        raise NotMandated(mandate=ABILITIES[ability])


def abilities_of(officer: Officer) -> frozenset[str]:
    """Everything the officer may do somewhere today: for what a page offers, never for what an act allows."""
    return frozenset(ability for held in held_by(officer) for ability in ROLES[held.role].opens)


def leads_for(officer: Officer, plan: str, provision: str, *, day: datetime.date) -> tuple[Held, ...]:
    """Who leads a commitment on that day, with the days of the mandate; raises `NotHere`."""
    return _holding(officer, plan, provision, "lead", day)


def answers_for(officer: Officer, body: str, *, plan: str, provision: str) -> bool:
    """Whether a return asked of a body is this officer's to write: his who acts for that body and may draft there.

    Where nobody acts for it, it is theirs who act for the body it is a part of, and so upwards; else the leads'; where
    nobody leads either, anybody's who may draft.
    """
    day = clock.today()
    able = [held for _, own in _holders() for held in own if held.opens("draft", plan=plan, provision=provision)]
    own = [held for held in held_by(officer) if held.opens("draft", plan=plan, provision=provision)]
    known = registers.seen_once("placings", hierarchy.placings)
    acting_for = {held.body for held in able}
    named = next((each for each in (body, *hierarchy.above_on(known, body, day)) if each in acting_for), None)
    leading = [held for held in able if held.role == "lead"]
    if named:
        return any(held.body == named for held in own)
    return any(held.role == "lead" for held in own) if leading else bool(own)


def contributors_for(officer: Officer, plan: str, provision: str, *, day: datetime.date) -> tuple[Held, ...]:
    """Who contributes to a commitment on that day, with the days of the mandate; raises `NotHere`."""
    return _holding(officer, plan, provision, "contributor", day)


def _holding(officer: Officer, plan: str, provision: str, role: str, day: datetime.date) -> tuple[Held, ...]:
    commitment_for(officer, plan, provision)
    return mandates.holding([role], plan=plan, provision=provision, day=day)


def channels_for(officer: Officer) -> list[str]:
    """The channels the officer may read, by name: all with a mandate for all, else those of the plans mandated."""
    held = held_by(officer)
    if not held or not all(each.plan for each in held):
        return registers.channels() if held else []
    named = sorted({each.plan for each in held})
    return registers.seen_once(f"channels of {named}", lambda: _carrying(named))


def _carrying(plans: list[str]) -> list[str]:
    if registers.channels_behind() - {entries.HOME}:
        return [name for name in registers.channels() if registers.common(name).plans.keys() & set(plans)]
    told = set(PlanRow.objects.filter(audience=COMMON, plan__in=plans).values_list("channel", flat=True))
    return [name for name in registers.channels() if name in told]


def _reads_unmarked(officer: Officer) -> Q:
    """As `_reads`, for matter without a marking of its own: it bears TLP:AMBER, as what is written here does."""
    return _reads(officer) if is_cleared(officer, AMBER) else Q(pk__in=())


def may_read_unmarked(officer: Officer, plan: str, provision: str) -> bool:
    """Whether the officer may read there what has no marking of its own, such as a note."""
    return is_cleared(officer, AMBER) and may(officer, "read", plan=plan, provision=provision)


def _reads_marked(officer: Officer) -> Q:
    """As `_reads`, for tickets, less those marked above the officer's clearance."""
    return _reads(officer) & ~Q(marking__in=[text for text, _ in _too_high(officer)])


def _too_high(officer: Officer) -> list[tuple[str, str]]:
    """The markings of tickets above the officer's clearance, each as kept and as its label."""
    if ceiling_of(officer) is None:
        return []
    stated = registers.seen_once("markings", lambda: sorted(set(Ticket.objects.values_list("marking", flat=True))))
    read = [(text, read_marking(json.loads(text))) for text in stated]
    return [(text, marking.label()) for text, marking in read if not is_cleared(officer, marking)]


def _reads(officer: Officer) -> Q:
    """The places whose unreleased matter the officer may read, for tables with `plan` and `provision`."""
    places = Q(pk__in=())
    for held in held_by(officer):
        if "read" in ROLES[held.role].opens:
            limits = {"plan": held.plan, "provision": held.provision}
            limited = {name: value for name, value in limits.items() if value}
            if not limited:
                return Q()
            places |= Q(**limited)
    return places


def channel_for(officer: Officer, channel: str) -> str:
    """The channel of that name; raises `NotHere`."""
    if channel not in channels_for(officer):
        raise NotHere(what=channel)
    return channel


def whole_channel_for(officer: Officer, channel: str) -> str:
    """As `channel_for`, for what shows, counts or gives all of a channel at once: `NotHere` too where it may carry what is
    above the officer's clearance.
    """
    if not sees_whole(officer, channel_for(officer, channel)):
        raise NotHere(what=channel)
    return channel


def sees_whole(officer: Officer, channel: str) -> bool:
    """Whether nothing that `channel` may carry is above the officer's clearance."""
    return is_cleared(officer, registers.ceiling(channel))


def ceiling_of(officer: Officer) -> Marking | None:
    """The highest marking the officer may see today; None: whatever a channel may carry.

    TLP:CLEAR before and after the days of a clearance, and where it cannot be read.
    """
    day = clock.today()
    if officer.ceiling and not (officer.ceiling_from_on or day) <= day <= (officer.ceiling_until_on or day):
        return CLEAR
    return ceiling_stated(officer)


def ceiling_stated(officer: Officer) -> Marking | None:
    """The marking of the officer's clearance whatever the day; None: no limit."""
    if not officer.ceiling:
        return None
    try:
        return read_marking(json.loads(officer.ceiling))
    except (ValueError, Fault):
        return CLEAR


def is_cleared(officer: Officer, marking: Marking) -> bool:
    """Whether the officer may see what bears that marking."""
    ceiling = ceiling_of(officer)
    return ceiling is None or marking.within(ceiling)


def register_for(officer: Officer, channel: str, *, as_of: datetime.date | None = None) -> Register:
    """The common register of a channel as far as the officer is cleared, now or at the end of a day; raises `NotHere`."""
    channel_for(officer, channel)
    ceiling = ceiling_of(officer)
    if ceiling is not None:
        return registers.cleared(channel, ceiling, as_of)
    return registers.common(channel) if as_of is None else registers.common_on(channel, as_of)


def logs_for(officer: Officer, channel: str) -> dict[str, list[Entry]]:
    """The entries of every shared log of a channel that the officer is cleared for, by origin, in order; raises `NotHere`."""
    channel_for(officer, channel)
    ceiling = ceiling_of(officer)
    if ceiling is None:
        return registers.logs(channel)
    hidden = registers.hidden(channel, ceiling)
    held = registers.logs(channel).items()
    return {log: [entry for entry in log_held if (log, entry.seq) not in hidden] for log, log_held in held}


def whole_plan_for(officer: Officer, plan: str, *, as_of: datetime.date | None = None) -> tuple[str, PlanRegister]:
    """As `plan_for`, for papers of the whole, which have one marking and one digest: `NotHere` too where something of
    the plan is above the officer's clearance.
    """
    found = plan_for(officer, plan, as_of=as_of)
    ceiling = ceiling_of(officer)
    for channel in channels_for(officer) if ceiling is not None else ():
        assert ceiling is not None  # asked above
        if plan in plans_of(registers.logs(channel), registers.hidden(channel, ceiling)):
            raise NotHere(what=plan)
    return found


def plans_for(officer: Officer, *, as_of: datetime.date | None = None) -> list[tuple[str, PlanRegister]]:
    """Every plan in effect that the officer may read, with its channel; by channel, then plan."""
    registers.look_at_all(channels := channels_for(officer))
    return [
        (channel, plan)
        for channel in channels
        for _, plan in sorted(register_for(officer, channel, as_of=as_of).plans.items())
    ]


def plan_for(officer: Officer, plan: str, *, as_of: datetime.date | None = None) -> tuple[str, PlanRegister]:
    """The plan of that id and its channel; raises `NotHere`, and `NotYetThere` of a day before it was in effect."""
    for channel in _channels_of(officer, f"plan {plan}", PlanRow.objects.filter(plan=plan)):
        found = register_for(officer, channel, as_of=as_of).plans.get(plan)
        if found is not None:
            return channel, found
    if as_of is not None:
        _, today = plan_for(officer, plan)
        since = min(text.in_effect_at for text in today.joint_texts if text.in_effect)
        raise NotYetThere(what=plan, day=as_of, since=on_day(since[:10]))
    raise NotHere(what=plan)


def _channels_of(officer: Officer, what: str, rows: "QuerySet[_Placed]") -> list[str]:
    """The channels in which rows say `what` is, by name; all of them while rows are behind what is on record.

    Rows tell where to look first; whether it is there, the register says.
    """
    open_to = channels_for(officer)
    if registers.channels_behind() - {entries.HOME}:
        return open_to
    places = rows.filter(audience=COMMON).values_list("channel", flat=True).distinct()
    told = registers.seen_once(f"where {what}", lambda: set(places))
    if not told and rows.model in (ActivityRow, ReportRow):
        # What stands under a commitment that an amendment ended has no row any more.
        told = set(PlanRow.objects.filter(audience=COMMON, version__gt=1).values_list("channel", flat=True))
    return [channel for channel in open_to if channel in told]


def provision_for(
    officer: Officer, plan: str, provision: str, *, as_of: datetime.date | None = None
) -> tuple[str, PlanRegister, ProvisionStanding]:
    """A commitment by its id or an alias, with its channel and plan; raises `NotHere`."""
    channel, found = plan_for(officer, plan, as_of=as_of)
    known = found.plan.provision(provision)
    for standing in found.provisions:
        if known is not None and standing.provision.id == known.id:
            return channel, found, standing
    raise NotHere(what=f"{plan} {provision}")


def commitment_for(
    officer: Officer, plan: str, commitment: str, *, as_of: datetime.date | None = None
) -> tuple[str, PlanRegister, ProvisionStanding]:
    """As `provision_for`, and those that an amendment ended too: to be read, not to be reported on; raises `NotHere`."""
    channel, found = plan_for(officer, plan, as_of=as_of)
    standing = found.standing(commitment)
    if standing is None:
        raise NotHere(what=f"{plan} {commitment}")
    return channel, found, standing


def own_account_for(officer: Officer, report: str) -> tuple[str, PlanRegister, ProvisionStanding, Account]:
    """Our own released report with that entry id, not withdrawn, and where it stands; raises `NotHere`."""
    for channel in _channels_of(officer, f"report {report}", ReportRow.objects.filter(entry=report)):
        for _, plan in sorted(register_for(officer, channel).plans.items()):
            for standing in plan.standings:
                for account in standing.accounts.get(officer.party, ()):
                    if account.id == report and not account.withdrawn:
                        return channel, plan, standing, account
    raise NotHere(what=report[:16])


def own_assessment_for(officer: Officer, assessment: str) -> tuple[str, PlanRegister, str, Assessed]:
    """Our own released assessment with that entry id, not taken back, and its commitment; raises `NotHere`."""
    for channel in channels_for(officer):
        for _, plan in sorted(register_for(officer, channel).plans.items()):
            for standing in plan.standings:
                for one in standing.assessments:
                    if one.id == assessment and one.party == officer.party and not one.withdrawn:
                        return channel, plan, standing.provision.id, one
    raise NotHere(what=assessment[:16])


def activity_for(
    officer: Officer, activity: str, *, as_of: datetime.date | None = None
) -> tuple[str, PlanRegister, ProvisionStanding, ActivityStanding]:
    """The activity of that id and where it stands, now or at the end of a day; raises `NotHere`."""
    for channel in _channels_of(officer, f"activity {activity}", ActivityRow.objects.filter(entry=activity)):
        for _, plan in sorted(register_for(officer, channel, as_of=as_of).plans.items()):
            for standing in plan.standings:
                for held in standing.activities:
                    if held.id == activity and not held.withdrawn:
                        return channel, plan, standing, held
    raise NotHere(what=activity[:16])


def own_step_for(
    officer: Officer, activity: str, seq: int
) -> tuple[str, PlanRegister, ProvisionStanding, ActivityStanding, Said]:
    """The step at `seq` of our own shared log, ours alone to take back, and the activity it is of; raises `NotHere`."""
    channel, plan, standing, held = activity_for(officer, activity)
    own = origin_of(officer.party, channel)
    for said in held.activity.taken:
        if (said.log, said.seq, said.joint) == (own, seq, False):
            return channel, plan, standing, held, said
    raise NotHere(what=f"{activity[:16]} {seq}")


def attachment_for(officer: Officer, digest: str) -> bytes | None:
    """The bytes of an attachment, or None where they are not held; raises `NotHere` for who may not read."""
    must_read(officer)
    ceiling = ceiling_of(officer)
    if ceiling is not None and digest not in _attached(officer, ceiling):
        return None
    return entries.attachment(digest)


def _attached(officer: Officer, ceiling: Marking) -> set[str]:
    """What is attached to a record the officer is cleared for."""
    return {
        each.sha256
        for channel in channels_for(officer)
        for log in logs_for(officer, channel).values()
        for entry in log
        if isinstance(entry.record, Proposed)
        for each in entry.record.attachments
    }


def must_be_active(officer: Officer) -> None:
    """Raise `NotHere` for an officer who has left: his own account is open to anybody else, mandates or not."""
    if not officer.is_active:
        raise NotHere(what="Suivi")


def must_read(officer: Officer) -> None:
    """Raise `NotHere` unless the officer may read at all."""
    if not held_by(officer):
        raise NotHere(what="Suivi")


def joint_texts_for(officer: Officer) -> list[tuple[str, JointText]]:
    """Every joint text the officer may read, with its channel; in the order proposed."""
    registers.look_at_all(channels := channels_for(officer))
    return [(channel, text) for channel in channels for text in register_for(officer, channel).joint_texts.values()]


def open_joint_texts_for(officer: Officer, *, as_of: datetime.date | None = None) -> list[tuple[str, JointText]]:
    """Every joint text that can, or at the end of a day could, still come into effect, with its channel; by channel."""
    if as_of is not None:
        every = ((channel, register_for(officer, channel, as_of=as_of)) for channel in channels_for(officer))
        return [(channel, text) for channel, held in every for text in held.joint_texts.values() if text.pending]
    waiting = JointTextRow.objects.filter(state__in=("proposed", "pending"))
    registers.look_at_all(channels := _channels_of(officer, "open joint texts", waiting))
    return [
        (channel, text)
        for channel in channels
        for text in register_for(officer, channel).joint_texts.values()
        if text.pending
    ]


def joint_text_for(officer: Officer, leaf: str, *, as_of: datetime.date | None = None) -> tuple[str, JointText]:
    """The joint text whose proposal has that leaf hash (hex), with its channel, now or that day; raises `NotHere`."""
    for channel in _channels_of(officer, f"joint text {leaf}", JointTextRow.objects.filter(leaf=leaf)):
        text = register_for(officer, channel, as_of=as_of).joint_texts.get(bytes.fromhex(leaf))
        if text is not None:
            return channel, text
    raise NotHere(what=leaf[:16])


def drafts_for(officer: Officer, *, proposed: bool = True, start: int = 0, most: int | None = None) -> Iterable[Draft]:
    """The readings under way that the officer began, or of a plan he holds a mandate for as a whole; newest first.

    `most` at most, from place `start` on; without `proposed`, those not proposed yet.
    """
    found = Draft.objects.filter(_readings_open_to(officer)).select_related("begun_by").order_by("-pk")
    found = found if proposed else found.filter(proposed_as="")
    return found[start : None if most is None else start + most]


def draft_for(officer: Officer, draft: str) -> Draft:
    """The reading of that number; raises `NotHere`."""
    number = int(draft) if draft.isdecimal() and len(draft) < 18 else 0
    found = Draft.objects.filter(_readings_open_to(officer), pk=number).first()
    if found is None:
        raise NotHere(what=draft)
    return found


def _readings_open_to(officer: Officer) -> Q:
    whole = [held for held in held_by(officer) if "read" in ROLES[held.role].opens and not held.provision]
    if not is_cleared(officer, AMBER):
        return Q(begun_by=officer.pk) if whole else Q(pk__in=())
    if any(not held.plan for held in whole):
        return Q()
    return Q(plan__in=[held.plan for held in whole]) | (Q(begun_by=officer.pk) if whole else Q(pk__in=()))


def readings_under_way_for(officer: Officer) -> list[UnderWay]:
    """The documents being read for the officer that nobody waits for, newest first."""
    return under_way.of(officer.pk) if held_by(officer) else []


def reading_under_way_for(officer: Officer, reading: str) -> UnderWay:
    """The document being read for the officer under that id; raises `NotHere`, also for that of another officer."""
    found = next((each for each in readings_under_way_for(officer) if each.id == reading), None)
    if found is None:
        raise NotHere(what=reading[:16])
    return found


def package_for(officer: Officer, package: str) -> Making:
    """The package being made, or made, for the officer under that id; raises `NotHere`, also for another officer's."""
    must_read(officer)
    found = packages.of(officer.pk, package)
    if found is None:
        raise NotHere(what=package[:16])
    return found


def tickets_for(
    officer: Officer,
    *,
    waiting: bool | None = None,
    plan: tuple[str, str] | None = None,
    about: str = "",
    start: int = 0,
    limit: int | None = None,
) -> Iterable[Ticket]:
    """Tickets the officer holds a mandate over, newest first: all, or those that wait to leave, or that no longer do;
    of one plan, by channel and id; `about` the entry of that leaf (hex); `limit` at most, from place `start` on.
    """
    found = Ticket.objects.filter(_reads_marked(officer)).select_related("cut_by").order_by("-cut_at", "-home_seq")
    if plan is not None:
        found = found.filter(channel=plan[0], plan=plan[1])
    if about:
        found = found.filter(value__refs__target__leaf=about)
    if waiting is not None:
        open_ = {"released_log": "", "discarded_at": None}
        found = found.filter(**open_) if waiting else found.exclude(**open_)
    return found[start : None if limit is None else start + limit]


def ticket_for(officer: Officer, ticket: str) -> Ticket:
    """The ticket of that digest, or of its first eight or more digits; raises `NotHere`."""
    named = Ticket.objects.filter(_reads_marked(officer), digest__startswith=ticket)
    found = list(named[:2]) if len(ticket) >= _SHORTEST else []
    if len(found) != 1:
        raise NotHere(what=ticket[:16])
    return found[0]


def tickets_named(officer: Officer, digests: Iterable[str]) -> dict[str, Ticket]:
    """Those of the tickets with these digests that there are, by digest."""
    wanted = list(digests)
    if not wanted or not officer.is_active:
        return {}
    too_high = {text for text, _ in _too_high(officer)}
    return {row.digest: row for row in Ticket.objects.filter(digest__in=wanted) if row.marking not in too_high}


_SHORTEST = 8


def returns_listed(
    officer: Officer, *, day: datetime.date, own: bool, also: Collection[int] = (), start: int, most: int
) -> tuple[list[ReturnAsked], dict[str, int]]:
    """Of the returns that `returns_for` gives, or of those asked of the officer and `also` those of these numbers:
    `most` from place `start` on, by group (`returns_asked.GROUPS`), then soonest due; and how many there are of each group.
    """
    found = _in_groups(officer, day)
    if own:
        found = found.filter(_asked_of(officer, sent=True) | Q(pk__in=list(also)))
    by_group = found.order_by().values_list("group").annotate(number=Count("pk"))
    counts = {returns_asked.GROUPS[group]: number for group, number in by_group}
    return list(found.order_by("group", *_SOONEST)[start : start + most]), counts


def returns_waiting_for(officer: Officer, *, owed: int, handed_in: int) -> tuple[list[ReturnAsked], list[ReturnAsked]]:
    """The returns with a day that are asked of the officer and still to be written; and those handed in on plans of
    whose steps of approval he is part. Soonest due first, the first so many of each.
    """
    found = _in_groups(officer, datetime.date.min)
    writable = found.filter(group__in=_WRITABLE, due_on__isnull=False)
    own = writable.filter(_asked_of(officer)) if owed else writable.none()
    plans = returns_asked.plans_passed_by(officer.name, approval_steps(officer)) if handed_in else []
    waiting = found.filter(plan__in=plans, group=returns_asked.GROUPS.index("approving")) if plans else found.none()
    numbers = [Q(pk__in=rows.values("pk")[:most]) for rows, most in ((own, owed), (waiting, handed_in))]
    rows = list(found.filter(numbers[0] | numbers[1]).order_by(*_SOONEST))
    return [row for row in rows if row.group in _WRITABLE], [row for row in rows if row.group not in _WRITABLE]


def approval_steps(officer: Officer) -> list[ApprovalStep]:
    """Every step of approval, of every plan, in order; raises `NotHere` for who may not read."""
    must_read(officer)
    return registers.seen_once("approval steps", returns_asked.every_step)


def plans_with_returns_to_write(officer: Officer, *, own: bool, most: int) -> list[PlanRow]:
    """The first plans with returns that can be written: of all of them, or of those asked of the officer."""
    found = _in_groups(officer, datetime.date.min).filter(group__in=_WRITABLE)
    if own:
        found = found.filter(_asked_of(officer, sent=True))  # as the page these plans stand on has asked
    plans = found.order_by("plan").values("plan").distinct()[:most]
    return list(_open_to(officer, PlanRow.objects.filter(plan__in=plans)).order_by("channel", "plan"))


_SOONEST: Final = (F("due_on").asc(nulls_last=True), "pk")
_WRITABLE: Final = [returns_asked.GROUPS.index(state) for state in returns_asked.WRITABLE]


def _in_groups(officer: Officer, day: datetime.date) -> "QuerySet[Any]":
    return returns_asked.in_groups(_returns_of(officer), day, unseen=[text for text, _ in _too_high(officer)])


def _asked_of(officer: Officer, *, sent: bool = False) -> Q:
    """The returns that are asked of the officer, or of a body for which he is to write (`answers_for`); with `sent`, those
    of bodies too whose report has left.
    """
    return registers.seen_once(f"asked of {officer.pk} {sent}", lambda: _asked_of_now(officer, sent=sent))


def _asked_of_now(officer: Officer, *, sent: bool) -> Q:
    left = Ticket.objects.exclude(released_log="").filter(digest=OuterRef("ticket"))
    rows = _returns_of(officer).filter(officer=None).order_by()
    rows = rows if sent else rows.exclude(Exists(left))
    of_bodies = list(rows.values_list("pk", "body", "plan", "provision"))
    places = {(body, plan, provision) for _, body, plan, provision in of_bodies}
    able = {place for place in places if answers_for(officer, place[0], plan=place[1], provision=place[2])}
    return Q(officer=officer.pk) | Q(pk__in=[number for number, *place in of_bodies if tuple(place) in able])


def returns_for(officer: Officer, *, about: tuple[str, str] | None = None) -> Iterable[ReturnAsked]:
    """Returns not dropped that the officer holds a mandate over or is asked for: those with a day first, soonest first;
    about one commitment, by plan and id.
    """
    found = _returns_of(officer)
    return found if about is None else found.filter(plan=about[0], provision=about[1])


def _returns_of(officer: Officer) -> "QuerySet[ReturnAsked]":
    found = ReturnAsked.objects.select_related("officer", "asked_by", "draft").filter(_returns_open_to(officer))
    return found.filter(dropped_at=None, channel__in=channels_for(officer)).order_by(*_SOONEST)


def return_for(officer: Officer, asked: int) -> ReturnAsked:
    """The return of that number, dropped ones too; raises `NotHere`."""
    open_to = ReturnAsked.objects.select_related("officer", "asked_by", "draft").filter(_returns_open_to(officer))
    found = registers.seen_once(f"return {asked} of {officer.pk}", lambda: open_to.filter(pk=asked).first())
    if found is None or found.channel not in channels_for(officer):
        raise NotHere(what=str(asked))
    return found


def workbook_for(officer: Officer, workbook: int) -> "Kept":
    """The return workbook of that number, if this officer handed it back; raises `NotHere`."""
    from suivi.desk.workbooks import kept  # brings the whole reader with it, which few commands need

    must_read(officer)
    found = kept.find(officer, workbook)
    if found is None:
        raise NotHere(what=str(workbook))
    return found


def return_of_ticket_for(officer: Officer, ticket: str) -> ReturnAsked:
    """The return whose report waits or left under that ticket; raises `NotHere`."""
    found = ReturnAsked.objects.filter(ticket=ticket_for(officer, ticket).digest).first()
    if found is None:
        raise NotHere(what=ticket[:16])
    return found


def came_of_return(officer: Officer, ticket: str) -> bool:
    """Whether the ticket of that digest is the report of a return."""
    return bool(held_by(officer)) and ReturnAsked.objects.filter(ticket=ticket, dropped_at=None).exists()


def internal_for(officer: Officer, plan: str, provision: str) -> Internal | None:
    """The last internal account approved of a commitment; None without one, and for who may not read there."""
    if not may(officer, "read", plan=plan, provision=provision):
        return None
    key = internal.key_of(plan, provision)
    return internal.approved_among(entries.home_about("home.acted", [key])[key])


def internal_passed_for(officer: Officer, plan: str, provision: str, *, seen: str) -> dict[int, list[str]]:
    """Who has passed which step of approval, by place, for the internal account of that digest; empty as above."""
    if not may(officer, "read", plan=plan, provision=provision):
        return {}
    key = internal.key_of(plan, provision)
    return internal.passed_among(entries.home_about("home.acted", [key])[key], seen)


def verdicts_for(officer: Officer, asked: int) -> list[ReturnVerdict]:
    """What was decided on a return, oldest first; raises `NotHere`."""
    row = return_for(officer, asked)
    return list(ReturnVerdict.objects.select_related("officer").filter(asked=row).order_by("pk"))


def _returns_open_to(officer: Officer) -> Q:
    if not is_cleared(officer, AMBER):  # the note of a return has no marking of its own; what is asked of oneself stays
        return _reads(officer) & Q(officer=officer.pk)
    reads = _reads(officer)
    return reads | Q(officer=officer.pk) if reads else reads


def officers_who(officer: Officer, ability: str, *, plan: str, provision: str = "") -> list[Officer]:
    """The officers whose own mandates open that today on the commitment, or somewhere in the plan; by name."""
    must_read(officer)
    return [
        colleague
        for colleague, held in sorted(_holders(), key=lambda pair: pair[0].name)
        if any(
            ability in ROLES[each.role].opens
            and each.plan in ("", plan)
            and provision in ("", each.provision or provision)
            for each in held
        )
    ]


def _holders() -> list[tuple[Officer, tuple[Held, ...]]]:
    day = clock.today()
    return registers.seen_once(f"in force {day}", lambda: mandates.holders(day=day))


def evidence_files_for(officer: Officer, plan: str) -> list[EvidenceFile]:
    """The files of evidence of a plan where the officer may read, newest first, with the commitments each speaks of."""
    channel, _ = plan_for(officer, plan)
    uses = EvidenceUse.objects.filter(_reads_unmarked(officer), plan=plan, channel=channel)
    rows = EvidenceFile.objects.select_related("added_by").filter(uses__in=uses).distinct()
    return list(rows.prefetch_related(Prefetch("uses", queryset=uses.order_by("pk"))).order_by("-added_at", "digest"))


def evidence_file_for(officer: Officer, digest: str) -> EvidenceFile:
    """The file of evidence of that digest, of a commitment where the officer may read; raises `NotHere`."""
    uses = EvidenceUse.objects.filter(_reads_unmarked(officer), channel__in=channels_for(officer))
    found = EvidenceFile.objects.select_related("added_by").filter(digest=digest, uses__in=uses).first()
    if found is None:
        raise NotHere(what=digest[:16])
    return found


def placings_for(officer: Officer) -> list[Placing]:
    """Which body is a part of which, when; the bodies themselves are those of a register the officer may read."""
    must_read(officer)
    return registers.seen_once("placings", hierarchy.placings)


def officers_for(officer: Officer) -> list[Officer]:
    """The active officers of this desk, by name: colleagues of whom something can be asked."""
    must_read(officer)
    return list(Officer.objects.filter(is_active=True).order_by("name"))


def entry_for(officer: Officer, channel: str, party: str, seq: int) -> Entry:
    """Entry `seq` of a party's log of `channel`; raises `NotHere`."""
    channel_for(officer, channel)
    found = next(iter(entries.read_log(origin_of(party, channel), from_seq=seq, size=1)), None) if seq >= 0 else None
    if found is None:
        raise NotHere(what=f"{party} {seq}")
    ceiling = ceiling_of(officer)
    if ceiling is not None and (found.log, found.seq) in registers.hidden(channel, ceiling):
        raise NotHere(what=f"{party} {seq}")
    return found


def commitments_listed(officer: Officer, asked: Asked) -> Listed[CommitmentRow]:
    """The page asked for of every commitment the officer may read, of all plans; shown and never decided by."""
    return lists.listed(_open_to(officer, CommitmentRow.objects.all()), lists.COMMITMENTS, asked)


def reports_listed(officer: Officer, asked: Asked) -> Listed[ReportRow]:
    """The page asked for of every report the officer may read, those that wait in our own tickets included."""
    return lists.listed(_open_to(officer, ReportRow.objects.all()), lists.REPORTS, asked)


def words_found(officer: Officer, asked: Asked) -> Listed[WordsRow]:
    """The page asked for of all words the officer may read that hold what is asked; none for an empty question."""
    found = lists.holding(_open_to(officer, WordsRow.objects.all()), asked.question, plan=asked.filters.get("plan", ""))
    return lists.listed(found, lists.WORDS, asked)


def plan_rows_for(
    officer: Officer, plans: Iterable[str] | None = None, *, start: int = 0, limit: int | None = None
) -> list[PlanRow]:
    """The rows of those plans, or of every plan, that the officer may read; by channel, then plan; `limit` at most,
    from place `start` on.
    """
    rows = _open_to(officer, PlanRow.objects.order_by("channel", "plan"))
    end = None if limit is None else start + limit
    return list((rows if plans is None else rows.filter(plan__in=sorted(set(plans))))[start:end])


def joint_text_rows_for(
    officer: Officer, order: Sequence[str], *, kinds: Sequence[str] = (), start: int, limit: int
) -> list[JointTextRow]:
    """The rows of the joint texts the officer may read in these states, in that order, newest first in each; `limit` of
    them; only of those `kinds` of record, where any are named.
    """
    rows = _in_states(officer, order)
    rows = rows.filter(kind__in=kinds) if kinds else rows
    return list(rows[start : start + limit])


def _in_states(officer: Officer, order: Sequence[str]) -> "QuerySet[JointTextRow]":
    rank = Case(*(When(state=state, then=place) for place, state in enumerate(order)), output_field=IntegerField())
    return _open_to(officer, JointTextRow.objects.filter(state__in=order)).order_by(rank, "-proposed_at", "leaf")


def commitment_rows_for(officer: Officer, commitments: Iterable[tuple[str, str]]) -> list[CommitmentRow]:
    """The rows of those commitments, each given by its plan and its id, that the officer may read."""
    wanted = set(commitments)
    held: dict[tuple[str, str], list[CommitmentRow]] = registers.seen_once(f"commitments of {officer.pk}", dict)
    named: dict[str, list[str]] = {}
    for plan, name in sorted(wanted - held.keys()):
        named.setdefault(plan, []).append(name)
        held[plan, name] = []
    asked = Q(pk__in=())
    for plan, names in named.items():  # a plan of its own each: together they would bring every pair of both
        asked |= Q(plan=plan, provision__in=names)
    for row in _open_to(officer, CommitmentRow.objects.all()).filter(asked) if named else ():
        held[row.plan, row.provision].append(row)
    return [row for place in sorted(wanted) for row in held[place]]


def _open_to(officer: Officer, rows: "QuerySet[_Row]") -> "QuerySet[_Row]":
    """The common rows of the channels the officer may read, and what our own desk adds where he holds a mandate.

    Only of reports and words does our own desk add any.
    """
    ceiling = ceiling_of(officer)
    common = Q(audience=COMMON if ceiling is None else audience_of(ceiling))
    if any(held.plan for held in held_by(officer)) or not held_by(officer):
        common &= Q(channel__in=channels_for(officer))
    if rows.model not in (ReportRow, WordsRow):
        return rows.filter(common)
    too_high = [label for _, label in _too_high(officer)]
    home = Q(audience=HOME) & _reads(officer) & ~Q(marking__in=too_high)
    return rows.filter(common | home)


def newest_of_partners(officer: Officer, most: int) -> list[Entry]:
    """The entries of partners kept last, but those that nodes write by themselves; newest first, about `most`."""
    channels = channels_for(officer)
    own = {origin_of(officer.party, channel) for channel in channels}
    known = entries.newest(most)
    ceiling = ceiling_of(officer)
    hidden = {place for name in channels for place in (registers.hidden(name, ceiling) if ceiling else ())}
    return [
        entry
        for entry in known
        if entry.header is not None
        and entry.log not in own
        and entry.log.split("/")[2] in channels
        and entry.header.type not in AUTOMATIC
        and (entry.log, entry.seq) not in hidden
    ]


MANY_PLANS: Final = 40
"""Beyond so many plans, pages about all of them at once show what rows say, so much of it as a page can hold."""


def has_many_plans(officer: Officer) -> bool:
    """Whether the officer may read more than `MANY_PLANS` plans."""
    return len(first_plan_rows_for(officer)) > MANY_PLANS


def first_plan_rows_for(officer: Officer) -> list[PlanRow]:
    """The rows of the first plans, by channel, then plan: one more than `MANY_PLANS` where there are so many."""
    return registers.seen_once(f"first plans of {officer.pk}", lambda: plan_rows_for(officer, limit=MANY_PLANS + 1))


def plans_named(officer: Officer, plans: Iterable[str]) -> dict[str, PlanRegister]:
    """Those of the plans that are in effect and that the officer may read, by id; no other channel is looked at."""
    found = {}
    wanted = sorted(set(plans))
    if not wanted:
        return {}
    first = first_plan_rows_for(officer)
    held = first if len(first) <= MANY_PLANS else plan_rows_for(officer, wanted)
    rows = {row.plan: row.channel for row in held if row.plan in wanted}
    if registers.channels_behind() - {entries.HOME}:
        return {plan.plan.id: plan for _, plan in plans_for(officer) if plan.plan.id in wanted}
    registers.look_at_all(sorted(set(rows.values())))
    registers.open_all((channel, name) for name, channel in rows.items())
    for name, channel in sorted(rows.items()):
        plan = register_for(officer, channel).plans.get(name)
        if plan is not None:
            found[name] = plan
    return found


def dues_listed(officer: Officer, *, since: str = "", until: str, most: int) -> list[DueRow]:
    """What falls due from us from the day `since` to the day `until`, both included; soonest first, `most` at most."""
    rows = _open_to(officer, DueRow.objects.order_by("on", "plan", "provision"))
    return list(rows.filter(on__gte=since, on__lte=until)[:most])


def rows_of_today(
    officer: Officer, *, until: str, texts: Sequence[str], activities: Iterable[str], most: int
) -> tuple[list[DueRow], list[JointTextRow], dict[str, tuple[str, str]]]:
    """As `dues_listed` up to that day, and `joint_text_rows_for` in these states, `most` of each, and the plan
    and commitment of each of these activities, by id; from one question, with the first plans, which `has_many_plans` then knows.
    """
    dues, joint, opened = _beside_plans(
        officer,
        _open_to(officer, DueRow.objects.filter(on__lte=until).order_by("on", "plan", "provision"))[:most],
        _in_states(officer, texts)[:most],
        _open_to(officer, ActivityRow.objects.filter(entry__in=sorted(activities))),
    )
    dues.sort(key=_by_day)
    joint.sort(key=lambda row: row.leaf)
    joint.sort(key=lambda row: row.proposed_at, reverse=True)
    places = {row.entry: (row.plan, row.provision) for row in opened}
    return dues, sorted(joint, key=lambda row: texts.index(row.state)), places


def dues_between(
    officer: Officer, spans: Sequence[tuple[datetime.date, datetime.date]], *, most: int
) -> list[list[DueRow]]:
    """As `dues_listed` between two days, for each of these spans; from one question."""
    rows = _open_to(officer, DueRow.objects.order_by("on", "plan", "provision"))
    asked = [rows.filter(on__gte=first.isoformat(), on__lte=last.isoformat())[:most] for first, last in spans]
    return [sorted(found, key=_by_day) for found in lists.together(*asked)]


def look_at_first_plans(officer: Officer) -> None:
    """Look, at one glance, at the first plans, the steps of approval and the placings of bodies, which pages of work ask for."""
    _beside_plans(officer)


def _beside_plans(officer: Officer, *asked: "QuerySet[Any]") -> list[list[Any]]:
    """What is asked, from one question with the first plans, the steps of approval and the placings of bodies, which are then known."""
    first = _open_to(officer, PlanRow.objects.order_by("channel", "plan"))[: MANY_PLANS + 1]
    plans, steps, bodies, *found = lists.together(first, ApprovalStep.objects.all(), BodyPlace.objects.all(), *asked)
    plans.sort(key=lambda row: (row.channel, row.plan))
    steps.sort(key=lambda step: (step.plan, step.place))
    registers.seen_once(f"first plans of {officer.pk}", lambda: plans)
    registers.seen_once("approval steps", lambda: steps)
    bodies.sort(key=lambda row: (row.from_on is not None, row.from_on or datetime.date.min, row.pk))
    registers.seen_once("placings", lambda: hierarchy.placings_of(bodies))
    return found


def _by_day(row: DueRow) -> tuple[str, str, str]:
    return row.on, row.plan, row.provision


def plans_with_instruments(officer: Officer, *, start: int, most: int) -> list[tuple[str, str]]:
    """The plans with an instrument or a commitment that calls for one, by channel and id, from place `start` on."""
    asked = _open_to(officer, CommitmentRow.objects.filter(mode="instrument")).order_by().values("channel", "plan")
    begun = _open_to(officer, ActivityRow.objects.filter(mode="instrument")).order_by().values("channel", "plan")
    found = asked.union(begun).order_by("channel", "plan")[start : start + most]
    return [(row["channel"], row["plan"]) for row in found]


def views_for(officer: Officer, listing: str) -> list[SavedView]:
    """The views of that list the officer has kept, by name."""
    kept = SavedView.objects.filter(officer=officer, listing=listing).order_by("name", "pk")
    return list(kept) if held_by(officer) else []


def has_feed(officer: Officer) -> bool:
    """Whether a calendar program may ask for the officer's calendar."""
    return CalendarFeed.objects.filter(officer=officer).exists()


def view_for(officer: Officer, view: str) -> SavedView:
    """The view of that number the officer has kept; raises `NotHere`."""
    found = (
        SavedView.objects.filter(officer=officer, pk=int(view)).first() if view.isdecimal() and len(view) < 18 else None
    )
    if found is None or not held_by(officer):
        raise NotHere(what=view)
    return found
