"""The returns asked for: whose they are to write, to read and to decide."""

import datetime
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any, Final

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from suivi.desk import asked as returns_asked
from suivi.desk import internal, past, registers
from suivi.desk.access.mandated import NotHere, Officer, held_by, may, must_read
from suivi.desk.access.papers import ticket_for, tickets_named
from suivi.desk.access.people import answers_for, stood_in_for
from suivi.desk.access.reach import ceiling_of, channels_for, is_cleared, markings_too_high, places_read, rows_open_to
from suivi.desk.access.then import acted_about, as_returns_were, in_groups_then
from suivi.desk.internal import Internal, Passed
from suivi.desk.models import (
    ApprovalStep,
    PlanRow,
    ReturnAsked,
    ReturnDraft,
    ReturnVerdict,
    Ticket,
)
from suivi.desk.report_form import MARKING
from suivi.log.fault import Fault
from suivi.record.marking import AMBER, read_marking, stated


def returns_listed(
    officer: Officer, *, day: datetime.date, own: bool, also: Collection[int] = (), start: int, most: int
) -> tuple[list[ReturnAsked], dict[str, int]]:
    """Of the returns that `returns_for` gives, or of those asked of the officer and `also` those of these numbers:
    `most` from place `start` on, by group (`returns_asked.GROUPS`), then soonest due; and how many there are of each
    group.
    """
    wanted = _asked_of(officer, sent=True) | Q(pk__in=list(also)) if own else Q()
    if past.day_looked_at() is not None:
        then = _as_they_were(officer, _returns_of(officer).filter(wanted), day)
        of_each = Counter(group for group, _ in then)
        return [row for _, row in then[start : start + most]], dict(of_each)
    found = _in_groups(officer, day).filter(wanted)
    by_group = found.order_by().values_list("group").annotate(number=Count("pk"))
    counts = {returns_asked.GROUPS[group]: number for group, number in by_group}
    return list(found.order_by("group", *_SOONEST)[start : start + most]), counts


def returns_waiting_for(officer: Officer, *, owed: int, handed_in: int) -> tuple[list[ReturnAsked], list[ReturnAsked]]:
    """The returns with a day that are asked of the officer and still to be written; and those handed in on plans of
    whose steps of approval he is part. Soonest due first, the first so many of each.
    """
    if past.day_looked_at() is not None:
        return _waited_for(officer, owed=owed, handed_in=handed_in)
    found = _in_groups(officer, datetime.date.min)
    writable = found.filter(group__in=_WRITABLE, due_on__isnull=False)
    own = writable.filter(_asked_of(officer)) if owed else writable.none()
    plans = returns_asked.plans_passed_by(_names(officer), approval_steps(officer)) if handed_in else []
    waiting = found.filter(plan__in=plans, group=returns_asked.GROUPS.index("approving")) if plans else found.none()
    numbers = [Q(pk__in=rows.values("pk")[:most]) for rows, most in ((own, owed), (waiting, handed_in))]
    rows = list(found.filter(numbers[0] | numbers[1]).order_by(*_SOONEST))
    return [row for row in rows if row.group in _WRITABLE], [row for row in rows if row.group not in _WRITABLE]


def _waited_for(officer: Officer, *, owed: int, handed_in: int) -> tuple[list[ReturnAsked], list[ReturnAsked]]:
    """As `returns_waiting_for`, on the day looked at."""
    plans = returns_asked.plans_passed_by(_names(officer), approval_steps(officer)) if handed_in else []
    then = _as_they_were(officer, _returns_of(officer), datetime.date.min)
    open_ = (row for state, row in then if state in returns_asked.WRITABLE and row.due_on) if owed else ()
    written = [row for row in open_ if _is_owed_by(officer, row)]
    return written[:owed], [row for state, row in then if state == "approving" and row.plan in plans][:handed_in]


def _is_owed_by(officer: Officer, row: ReturnAsked) -> bool:
    if row.officer_id:
        return row.officer_id == officer.pk or row.officer_id in stood_in_for(officer)
    return answers_for(officer, row.body, plan=row.plan, provision=row.provision)


def _names(officer: Officer) -> list[str]:
    """Under which names steps of approval know the officer today: his own, and those of whom he stands in for."""
    return [officer.name, *stood_in_for(officer).values()]


def _as_they_were(officer: Officer, rows: Iterable[ReturnAsked], day: datetime.date) -> list[tuple[str, ReturnAsked]]:
    then = as_returns_were(rows)
    return in_groups_then(then, tickets_named(officer, {row.ticket for row in then if row.ticket}), day)


def approval_steps(officer: Officer) -> list[ApprovalStep]:
    """Every step of approval, of every plan, in order; raises `NotHere` for who may not read."""
    must_read(officer)
    return registers.seen_once("approval steps", returns_asked.every_step)


def plans_with_returns_to_write(officer: Officer, *, own: bool, most: int) -> list[PlanRow]:
    """The first plans with returns that can be written: of all of them, or of those asked of the officer."""
    if past.day_looked_at() is not None:
        return []
    found = _in_groups(officer, datetime.date.min).filter(group__in=_WRITABLE)
    if own:
        found = found.filter(_asked_of(officer, sent=True))  # as the page these plans stand on has asked
    plans = found.order_by("plan").values("plan").distinct()[:most]
    return list(rows_open_to(officer, PlanRow.objects.filter(plan__in=plans)).order_by("channel", "plan"))


_SOONEST: Final = (F("due_on").asc(nulls_last=True), "pk")
_WRITABLE: Final = [returns_asked.GROUPS.index(state) for state in returns_asked.WRITABLE]


def _in_groups(officer: Officer, day: datetime.date) -> "QuerySet[Any]":
    return returns_asked.in_groups(_returns_of(officer), day, unseen=[text for text, _ in markings_too_high(officer)])


def _asked_of(officer: Officer, *, sent: bool = False) -> Q:
    """The returns that are asked of the officer, of an absent colleague for whom he stands in, or of a body for which he
    is to write (`answers_for`); with `sent`, those of bodies too whose report has left.
    """
    return registers.seen_once(f"asked of {officer.pk} {sent}", lambda: _asked_of_now(officer, sent=sent))


def _asked_of_now(officer: Officer, *, sent: bool) -> Q:
    left = Ticket.objects.exclude(released_log="").filter(digest=OuterRef("ticket"))
    rows = _returns_of(officer).filter(officer=None).order_by()
    rows = rows if sent else rows.exclude(Exists(left))
    of_bodies = list(rows.values_list("pk", "body", "plan", "provision"))
    places = {(body, plan, provision) for _, body, plan, provision in of_bodies}
    able = {place for place in places if answers_for(officer, place[0], plan=place[1], provision=place[2])}
    return Q(officer__in=[officer.pk, *stood_in_for(officer)]) | Q(
        pk__in=[number for number, *place in of_bodies if tuple(place) in able]
    )


def returns_for(officer: Officer, *, about: tuple[str, str] | None = None) -> Iterable[ReturnAsked]:
    """Returns not dropped that the officer holds a mandate over or is asked for: those with a day first, soonest first;
    about one commitment, by plan and id.
    """
    found = _returns_of(officer)
    found = found if about is None else found.filter(plan=about[0], provision=about[1])
    if past.day_looked_at() is None:
        return found
    return [row for _, row in _as_they_were(officer, found, datetime.date.min)]


def _returns_of(officer: Officer) -> "QuerySet[ReturnAsked]":
    found = ReturnAsked.objects.select_related("officer", "asked_by", "draft").filter(_returns_open_to(officer))
    found = found.filter(channel__in=channels_for(officer)).order_by(*_SOONEST)
    if past.day_looked_at() is None:
        return found.filter(dropped_at=None)
    return found.filter(Q(dropped_at=None) | Q(dropped_at__gte=past.end()), asked_at__lt=past.end())


def return_for(officer: Officer, asked: int) -> ReturnAsked:
    """The return of that number, dropped ones too; raises `NotHere`."""
    open_to = ReturnAsked.objects.select_related("officer", "asked_by", "draft").filter(_returns_open_to(officer))
    found = registers.seen_once(f"return {asked} of {officer.pk}", lambda: open_to.filter(pk=asked).first())
    if found is None or found.channel not in channels_for(officer) or past.is_after(found.asked_at):
        raise NotHere(what=str(asked))
    return found if past.day_looked_at() is None else _as_they_were(officer, [found], datetime.date.min)[0][1]


def draft_of_return(officer: Officer, row: ReturnAsked) -> ReturnDraft | None:
    """What is written for a return that the gate gave; of a past day what was last saved by then, if nothing was since."""
    must_read(officer)
    kept = returns_asked.draft_of(row)
    return None if kept is None or past.is_after(kept.saved_at) else kept


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
    return internal.approved_among(acted_about(key))


def internal_passed_for(officer: Officer, plan: str, provision: str, *, seen: str) -> dict[int, list[Passed]]:
    """Who has passed which step of approval, by place, for the internal account of that digest; empty as above."""
    if not may(officer, "read", plan=plan, provision=provision):
        return {}
    key = internal.key_of(plan, provision)
    return internal.passed_among(acted_about(key), seen)


def verdicts_for(officer: Officer, asked: int) -> list[ReturnVerdict]:
    """What was decided on a return, oldest first; raises `NotHere`."""
    row = return_for(officer, asked)
    found = ReturnVerdict.objects.select_related("officer").filter(asked=row).order_by("pk")
    return [verdict for verdict in found if not past.is_after(verdict.at)]


def _drafts_too_high(officer: Officer) -> Q:
    """The returns whose report is being written under a marking above the officer's clearance."""
    if ceiling_of(officer) is None:
        return Q(pk__in=())
    named = registers.seen_once(
        "markings chosen",
        lambda: set(
            ReturnDraft.objects.filter(boxes__has_key=MARKING).values_list(f"boxes__{MARKING}", flat=True).distinct()
        ),
    )
    too_high = [text for text in named if not _is_cleared_for(officer, text)]
    return Q(pk__in=ReturnDraft.objects.filter(**{f"boxes__{MARKING}__in": too_high}).values("asked"))


def _is_cleared_for(officer: Officer, printed: str) -> bool:
    try:
        return is_cleared(officer, read_marking(stated(printed)))
    except Fault:
        return False


def _returns_open_to(officer: Officer) -> Q:
    return _places_open_to(officer) & ~_drafts_too_high(officer)


def _places_open_to(officer: Officer) -> Q:
    if not is_cleared(officer, AMBER):  # the note of a return has no marking of its own; what is asked of oneself stays
        return places_read(officer) & Q(officer=officer.pk)
    reads = places_read(officer)
    return reads | Q(officer=officer.pk) if reads else reads
