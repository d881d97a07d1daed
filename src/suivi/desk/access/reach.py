"""How far an officer sees: the channels of his mandates, up to the marking of his clearance."""

import datetime
import json
from typing import Final, TypeVar

from django.db.models import Count, Q, QuerySet

from suivi.desk import clock, entries, past, registers
from suivi.desk.access.mandated import NotHere, Officer, held_by, may
from suivi.desk.access.then import tickets_then, waiting_then
from suivi.desk.given import giving
from suivi.desk.models import (
    ActivityRow,
    CommitmentRow,
    DueRow,
    JointTextRow,
    PlanRow,
    ReportRow,
    Ticket,
    WordsRow,
)
from suivi.desk.models.rows import COMMON, HOME, audience_of
from suivi.desk.project.days import Told, rows_on
from suivi.desk.roles import ROLES
from suivi.log.fault import Fault
from suivi.plan.channel import PUBLIC, origin_of
from suivi.record.entry import Entry
from suivi.record.marking import AMBER, CLEAR, Marking, read_marking
from suivi.register.fold import Register

READ: Final = frozenset({"read"})

_Row = TypeVar("_Row", ActivityRow, CommitmentRow, DueRow, JointTextRow, PlanRow, ReportRow, WordsRow)
_Placed = TypeVar("_Placed", ActivityRow, JointTextRow, PlanRow, ReportRow)


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


def places_read_unmarked(officer: Officer) -> Q:
    """As `places_read`, for matter without a marking of its own: it bears TLP:AMBER, as what is written here does."""
    return places_read(officer) if is_cleared(officer, AMBER) else Q(pk__in=())


def may_read_unmarked(officer: Officer, plan: str, provision: str) -> bool:
    """Whether the officer may read there what has no marking of its own, such as a note."""
    return is_cleared(officer, AMBER) and may(officer, "read", plan=plan, provision=provision)


def places_read_marked(officer: Officer, abilities: frozenset[str] = READ) -> Q:
    """As `places_read`, for tickets, less those marked above the officer's clearance."""
    return places_read(officer, abilities) & ~Q(marking__in=[text for text, _ in markings_too_high(officer)])


def markings_too_high(officer: Officer) -> list[tuple[str, str]]:
    """The markings of tickets above the officer's clearance, each as kept and as its label."""
    if ceiling_of(officer) is None:
        return []
    stated = registers.seen_once("markings", lambda: sorted(set(Ticket.objects.values_list("marking", flat=True))))
    read = [(text, read_marking(json.loads(text))) for text in stated]
    return [(text, marking.label()) for text, marking in read if not is_cleared(officer, marking)]


def places_read(officer: Officer, abilities: frozenset[str] = READ) -> Q:
    """The places whose unreleased matter the officer may read (or do one of `abilities` with), for tables with `plan`
    and `provision`.
    """
    places = Q(pk__in=())
    for held in held_by(officer):
        if not abilities.isdisjoint(ROLES[held.role].opens):
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
    ceiling, as_of = ceiling_of(officer), as_of or past.day_looked_at()
    if ceiling is not None:
        return registers.cleared(channel, ceiling, as_of)
    return registers.common(channel) if as_of is None else registers.common_on(channel, as_of)


def logs_for(officer: Officer, channel: str) -> dict[str, list[Entry]]:
    """The entries of every shared log of a channel that the officer is cleared for, by origin, in order; raises `NotHere`."""
    channel_for(officer, channel)
    ceiling, held = ceiling_of(officer), registers.logs_on(channel, past.day_looked_at())
    if ceiling is None:
        return held
    hidden = registers.hidden(channel, ceiling)
    return {log: [entry for entry in log_held if (log, entry.seq) not in hidden] for log, log_held in held.items()}


def channels_of(officer: Officer, what: str, rows: "QuerySet[_Placed]") -> list[str]:
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
    # On a past day it may have stood in the channel that this one has succeeded since.
    told |= {before for channel in told for before in registers.before(channel)}
    return [channel for channel in open_to if channel in told]


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


def rows_open_to(officer: Officer, rows: "QuerySet[_Row]") -> "QuerySet[_Row]":
    """The common rows of the channels the officer may read, and what our own desk adds where he holds a mandate.

    Only of reports and words does our own desk add any.
    """
    day = past.day_looked_at()
    if day is not None:
        then = registers.seen_once(f"rows of {day} {officer.pk}", lambda: _rows_then(officer, day))
        rows = giving(rows, then.get(rows.model, ()))
    common = Q(audience=_audience(officer))
    if any(held.plan for held in held_by(officer)) or not held_by(officer):
        common &= Q(channel__in=channels_for(officer))
    if rows.model not in (ReportRow, WordsRow):
        return rows.filter(common)
    too_high = [label for _, label in markings_too_high(officer)]
    home = Q(audience=HOME) & places_read(officer) & ~Q(marking__in=too_high)
    return rows.filter(common | home)


MANY_PLANS: Final = 40
"""Beyond so many plans, pages about all of them at once show what rows say, so much of it as a page can hold; and of a
past day so many plans at a time."""


def is_of_own_desk(officer: Officer, row: WordsRow) -> bool:
    """Whether what the row says is not released, or was not on the day looked at."""
    return str(row.audience) == HOME


def reads_common_rows(officer: Officer) -> bool:
    """Whether the rows the officer reads are those of now, made for whoever reads everything."""
    return past.day_looked_at() is None and ceiling_of(officer) is None


def _audience(officer: Officer) -> str:
    """The audience whose rows say what the register says; the rows of a past day are made for who asks."""
    ceiling = ceiling_of(officer)
    return COMMON if ceiling is None or past.day_looked_at() is not None else audience_of(ceiling)


def channels_covered(officer: Officer) -> list[str]:
    """The channels that a page over all of them covers, by name: those of `channels_for`, and of very many plans on a past
    day those of the part asked for (`past.Part`), which is noted.
    """
    every = channels_for(officer)
    if past.day_looked_at() is None:
        return every
    return registers.seen_once(f"covered {officer.pk}", lambda: _covered(every, past.part_looked_at()))


def _covered(every: list[str], part: past.Part) -> list[str]:
    rows = PlanRow.objects.filter(audience=COMMON).order_by().values_list("channel")
    counted: dict[str, int] = dict(rows.annotate(plans=Count("pk")).values_list("channel", "plans"))
    held = {name: counted.get(name, 0) for name in every}
    if sum(held.values()) <= MANY_PLANS:
        return every
    if part.plan:
        told = set(rows.filter(plan=part.plan).values_list("channel", flat=True))
        return [name for name in every if name in told]
    if part.channel:
        return [name for name in every if name == part.channel]
    parts = _in_parts(held)
    place = max((number for number, (start, _) in enumerate(parts) if start <= part.start), default=0)
    start, found = parts[place]
    part.first, part.last = start + 1, start + sum(held[name] for name in found)
    part.plans, part.before = sum(held.values()), parts[place - 1][0] if place else None
    return found


def _in_parts(held: dict[str, int]) -> list[tuple[int, list[str]]]:
    """Whole channels, in order, as many together as hold no more than `MANY_PLANS` plans; each part with its first place."""
    parts: list[tuple[int, list[str]]] = []
    place = size = 0
    for name, plans in held.items():
        if not parts or (size and size + plans > MANY_PLANS):
            parts.append((place, []))
            size = 0
        parts[-1][1].append(name)
        place, size = place + plans, size + plans
    return parts


def _rows_then(officer: Officer, day: datetime.date) -> Told:
    covered = channels_covered(officer)
    waiting = tickets_then().filter(waiting_then(), type="report.filed").exclude(channel=PUBLIC)
    return rows_on(day, ceiling_of(officer), covered, list(waiting.filter(channel__in=covered)))
