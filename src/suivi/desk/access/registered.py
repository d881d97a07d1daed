"""What is on the registers: plans, commitments, activities, joint texts, words of reports and their attachments."""

import datetime
from typing import Final

from django.db.models import Q

from suivi.desk import entries, mandates, past, registers
from suivi.desk.access.mandated import NotHere, NotYetThere, Officer, must_read
from suivi.desk.access.reach import (
    ceiling_of,
    channels_covered,
    channels_for,
    channels_of,
    logs_for,
    register_for,
)
from suivi.desk.mandates import Held
from suivi.desk.models import (
    ActivityRow,
    JointTextRow,
    PlanRow,
    ReportRow,
)
from suivi.plan.channel import origin_of
from suivi.plan.words import on_day
from suivi.record.entry import Entry
from suivi.record.joint import Proposed
from suivi.record.kinds import AUTOMATIC
from suivi.record.marking import Marking
from suivi.register.activity import ActivityStanding, Said
from suivi.register.assessments import Assessed
from suivi.register.clearance import plans_of
from suivi.register.joint import JointText
from suivi.register.plans import PlanRegister, ProvisionStanding
from suivi.register.reports import Account

OPEN_TEXTS: Final = ("proposed", "pending")
"""The states of joint texts that can still come into effect, as rows tell them."""


def leads_for(officer: Officer, plan: str, provision: str, *, day: datetime.date) -> tuple[Held, ...]:
    """Who leads a commitment on that day, with the days of the mandate; raises `NotHere`."""
    return _holding(officer, plan, provision, "lead", day)


def contributors_for(officer: Officer, plan: str, provision: str, *, day: datetime.date) -> tuple[Held, ...]:
    """Who contributes to a commitment on that day, with the days of the mandate; raises `NotHere`."""
    return _holding(officer, plan, provision, "contributor", day)


def _holding(officer: Officer, plan: str, provision: str, role: str, day: datetime.date) -> tuple[Held, ...]:
    commitment_for(officer, plan, provision)
    return mandates.holding([role], plan=plan, provision=provision, day=day)


def whole_plan_for(officer: Officer, plan: str, *, as_of: datetime.date | None = None) -> tuple[str, PlanRegister]:
    """As `plan_for`, for papers of the whole, which have one marking and one digest: `NotHere` too where something of
    the plan is above the officer's clearance.
    """
    found = plan_for(officer, plan, as_of=as_of)
    ceiling = ceiling_of(officer)
    for channel in channels_for(officer) if ceiling is not None else ():
        assert ceiling is not None  # asked above
        if plan in plans_of(registers.lineage(channel), registers.hidden(channel, ceiling)):
            raise NotHere(what=plan)
    return found


def plans_for(officer: Officer, *, as_of: datetime.date | None = None) -> list[tuple[str, PlanRegister]]:
    """Every plan in effect that the officer may read, with its channel; by channel, then plan; on a past day looked at,
    those of the channels covered.
    """
    channels = _looked_at(channels_covered(officer), as_of)
    registers.open_every(channels)
    found = [
        (channel, plan)
        for channel in channels
        for _, plan in sorted(register_for(officer, channel, as_of=as_of).plans.items())
    ]
    registers.texts_to_come().update(text.sha256 for _, plan in found for text in plan.plan.texts)
    return found


def _looked_at(channels: list[str], as_of: datetime.date | None = None) -> list[str]:
    """These channels, looked at together: their logs where a past day is asked about."""
    if as_of is None and past.day_looked_at() is None:
        registers.look_at_all(channels)
    else:
        registers.read_together(channels)
    return channels


def plan_for(officer: Officer, plan: str, *, as_of: datetime.date | None = None) -> tuple[str, PlanRegister]:
    """The plan of that id and its channel; raises `NotHere`, and `NotYetThere` of a day before it was in effect."""
    as_of = as_of or past.day_looked_at()
    for channel in channels_of(officer, f"plan {plan}", PlanRow.objects.filter(plan=plan)):
        found = register_for(officer, channel, as_of=as_of).plans.get(plan)
        if found is not None:
            return channel, found
    if as_of is not None:
        with past.looking_at(None):
            _, today = plan_for(officer, plan)
        since = min(text.in_effect_at for text in today.joint_texts if text.in_effect)
        raise NotYetThere(what=plan, day=as_of, since=on_day(since[:10]))
    raise NotHere(what=plan)


def provision_for(
    officer: Officer, plan: str, provision: str, *, as_of: datetime.date | None = None
) -> tuple[str, PlanRegister, ProvisionStanding]:
    """A commitment by its id, an alias or its number, with its channel and plan; raises `NotHere`."""
    channel, found = plan_for(officer, plan, as_of=as_of)
    known = found.plan.provision_said(provision)
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
    for channel in channels_of(officer, f"report {report}", ReportRow.objects.filter(entry=report)):
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
    for channel in channels_of(officer, f"activity {activity}", ActivityRow.objects.filter(entry=activity)):
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
    for said in reversed(
        held.activity.taken
    ):  # the newest log first, where a successor channel goes on with an old one
        at_home = said.log.split("/")[2] == entries.HOME
        if (said.party, said.seq, said.joint, at_home) == (officer.party, seq, False, False):
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


def joint_texts_for(officer: Officer) -> list[tuple[str, JointText]]:
    """Every joint text the officer may read, with its channel; in the order proposed."""
    channels = _looked_at(channels_covered(officer))
    return [(channel, text) for channel in channels for text in register_for(officer, channel).joint_texts.values()]


def open_joint_texts_for(officer: Officer, *, as_of: datetime.date | None = None) -> list[tuple[str, JointText]]:
    """Every joint text that can, or at the end of a day could, still come into effect, with its channel; by channel."""
    as_of = as_of or past.day_looked_at()
    if as_of is not None:
        proposed = JointTextRow.objects.filter(proposed_at__lt=f"{as_of.isoformat()}T~")
        then = proposed.filter(Q(in_effect_at="") | Q(in_effect_at__gte=as_of.isoformat()))
        told = channels_of(officer, f"joint texts open on {as_of}", then)
        covered = set(channels_covered(officer))
        open_in = _looked_at([name for name in told if name in covered], as_of)
        every = ((channel, register_for(officer, channel, as_of=as_of)) for channel in open_in)
        return [(channel, text) for channel, held in every for text in held.joint_texts.values() if text.pending]
    waiting = JointTextRow.objects.filter(state__in=OPEN_TEXTS)
    registers.look_at_all(channels := channels_of(officer, "open joint texts", waiting))
    return [
        (channel, text)
        for channel in channels
        for text in register_for(officer, channel).joint_texts.values()
        if text.pending
    ]


def joint_text_for(officer: Officer, leaf: str, *, as_of: datetime.date | None = None) -> tuple[str, JointText]:
    """The joint text whose proposal has that leaf hash (hex), with its channel, now or that day; raises `NotHere`."""
    for channel in channels_of(officer, f"joint text {leaf}", JointTextRow.objects.filter(leaf=leaf)):
        text = register_for(officer, channel, as_of=as_of).joint_texts.get(bytes.fromhex(leaf))
        if text is not None:
            return channel, text
    raise NotHere(what=leaf[:16])


def _newest_then(officer: Officer, most: int) -> list[Entry]:
    """The entries of shared logs released last by the end of the day looked at, newest first."""
    covered = _looked_at(channels_covered(officer))
    held = [entry for name in covered for log in logs_for(officer, name).values() for entry in log]
    dated = [entry for entry in held if entry.header is not None]
    return sorted(dated, key=lambda entry: entry.header.at if entry.header else "", reverse=True)[:most]


def newest_of_partners(officer: Officer, most: int) -> list[Entry]:
    """The entries of partners kept last, but those that nodes write by themselves; newest first, about `most`."""
    channels = channels_for(officer)
    own = {origin_of(officer.party, channel) for channel in channels}
    known = entries.newest(most) if past.day_looked_at() is None else _newest_then(officer, most)
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
