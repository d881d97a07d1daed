"""Lists: rows of plans, commitments, joint texts and what is due, as far as the officer reads them."""

import datetime
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Any, TypeAlias

from django.db.models import Case, IntegerField, Q, QuerySet, When

from suivi.desk import entries, hierarchy, lists, models, registers
from suivi.desk.access import reach
from suivi.desk.access.mandated import Officer, own_commitments
from suivi.desk.access.reach import register_for, rows_open_to
from suivi.desk.access.registered import OPEN_TEXTS, plans_for
from suivi.desk.lists import Asked, Listed
from suivi.desk.models import (
    ActivityRow,
    ApprovalStep,
    BodyPlace,
    CommitmentRow,
    DueRow,
    JointTextRow,
    PlanRow,
    ReportRow,
    WordsRow,
)
from suivi.register.plans import PlanRegister

CommitmentInRow: TypeAlias = models.CommitmentRow
"""A commitment as its row tells it: to be shown, never decided by."""
JointTextInRow: TypeAlias = models.JointTextRow
"""A joint text as its row tells it."""
PlanInRow: TypeAlias = models.PlanRow
"""A plan as its row tells it."""
DueInRow: TypeAlias = models.DueRow
"""Something due from us as its row tells it."""


def commitments_listed(officer: Officer, asked: Asked) -> Listed[CommitmentRow]:
    """The page asked for of every commitment the officer may read, of all plans; shown and never decided by."""
    return lists.listed(rows_open_to(officer, CommitmentRow.objects.all()), lists.COMMITMENTS, asked)


def reports_listed(officer: Officer, asked: Asked) -> Listed[ReportRow]:
    """The page asked for of every report the officer may read, those that wait in our own tickets included."""
    return lists.listed(rows_open_to(officer, ReportRow.objects.all()), lists.REPORTS, asked)


def words_found(officer: Officer, asked: Asked) -> Listed[WordsRow]:
    """The page asked for of all words the officer may read that hold what is asked; none for an empty question."""
    return lists.listed(lists.holding(rows_open_to(officer, WordsRow.objects.all()), asked), lists.WORDS, asked)


def plan_rows_for(
    officer: Officer, plans: Iterable[str] | None = None, *, start: int = 0, limit: int | None = None
) -> list[PlanRow]:
    """The rows of those plans, or of every plan, that the officer may read; by channel, then plan; `limit` at most,
    from place `start` on.
    """
    rows = rows_open_to(officer, PlanRow.objects.order_by("channel", "plan"))
    end = None if limit is None else start + limit
    return list((rows if plans is None else rows.filter(plan__in=sorted(set(plans))))[start:end])


def joint_text_rows_for(
    officer: Officer,
    order: Sequence[str],
    *,
    kinds: Sequence[str] = (),
    start: int,
    limit: int,
    proposed_by: datetime.date | None = None,
) -> list[JointTextRow]:
    """The rows of the joint texts the officer may read in these states, in that order, newest first in each; `limit` of
    them; only of those `kinds` of record, where any are named; only those proposed by the end of a day, where one is.
    """
    rows = _in_states(officer, order)
    rows = rows if proposed_by is None else rows.filter(proposed_at__lt=f"{proposed_by.isoformat()}T~")
    rows = rows.filter(kind__in=kinds) if kinds else rows
    return list(rows[start : start + limit])


def _in_states(officer: Officer, order: Sequence[str]) -> "QuerySet[JointTextRow]":
    rank = Case(*(When(state=state, then=place) for place, state in enumerate(order)), output_field=IntegerField())
    return rows_open_to(officer, JointTextRow.objects.filter(state__in=order)).order_by(rank, "-proposed_at", "leaf")


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
    for row in rows_open_to(officer, CommitmentRow.objects.all()).filter(asked) if named else ():
        held[row.plan, row.provision].append(row)
    return [row for place in sorted(wanted) for row in held[place]]


def has_many_plans(officer: Officer) -> bool:
    """Whether the officer may read more than `MANY_PLANS` plans."""
    return len(first_plan_rows_for(officer)) > reach.MANY_PLANS


def first_plan_rows_for(officer: Officer) -> list[PlanRow]:
    """The rows of the first plans, by channel, then plan: one more than `MANY_PLANS` where there are so many."""
    return registers.seen_once(
        f"first plans of {officer.pk}", lambda: plan_rows_for(officer, limit=reach.MANY_PLANS + 1)
    )


def plans_named(officer: Officer, plans: Iterable[str]) -> dict[str, PlanRegister]:
    """Those of the plans that are in effect and that the officer may read, by id; no other channel is looked at."""
    found = {}
    wanted = sorted(set(plans))
    if not wanted:
        return {}
    first = first_plan_rows_for(officer)
    held = first if len(first) <= reach.MANY_PLANS else plan_rows_for(officer, wanted)
    rows = {row.plan: row.channel for row in held if row.plan in wanted}
    if registers.channels_behind() - {entries.HOME}:
        return {plan.plan.id: plan for _, plan in plans_for(officer) if plan.plan.id in wanted}
    registers.look_at_all(sorted(set(rows.values())))
    registers.open_all((channel, name) for name, channel in rows.items())
    for name, channel in sorted(rows.items()):
        plan = register_for(officer, channel).plans.get(name)
        if plan is not None:
            found[name] = plan
    registers.texts_to_come().update(text.sha256 for plan in found.values() for text in plan.plan.texts)
    return found


def dues_listed(officer: Officer, *, since: str = "", until: str, most: int, own: bool = False) -> list[DueRow]:
    """What falls due from us from the day `since` to the day `until`, both included; soonest first, `most` at most.

    With `own` only on the officer's own commitments, where he answers for some alone (`own_commitments`).
    """
    rows = rows_open_to(officer, DueRow.objects.order_by("on", "plan", "provision"))
    rows = rows.filter(on__gte=since, on__lte=until)
    return list((_own(officer, rows) if own and own_commitments(officer) is not None else rows)[:most])


def rows_of_today(
    officer: Officer, *, until: str, texts: Sequence[str], activities: Iterable[str], most: int
) -> tuple[list[DueRow], list[JointTextRow], dict[str, tuple[str, str]]]:
    """As `dues_listed` up to that day, and `joint_text_rows_for` in these states, `most` of each, and the plan
    and commitment of each of these activities, by id; from one question, with the first plans, which `has_many_plans`
    then knows. What is due on the officer's own commitments (`own_commitments`) comes beside the first of all.
    """
    due = rows_open_to(officer, DueRow.objects.filter(on__lte=until).order_by("on", "plan", "provision"))
    first, own, joint, opened = _beside_plans(
        officer,
        due[:most],
        _own(officer, due)[:most],
        _in_states(officer, texts)[:most],
        rows_open_to(officer, ActivityRow.objects.filter(entry__in=sorted(activities))),
    )
    dues = list({row.pk: row for row in (*first, *own)}.values())
    if len(joint) < most and set(texts) == set(OPEN_TEXTS) and reach.reads_common_rows(officer):
        registers.seen_once("where open joint texts", lambda: {row.channel for row in joint})
    dues.sort(key=_by_day)
    joint.sort(key=lambda row: row.leaf)
    joint.sort(key=lambda row: row.proposed_at, reverse=True)
    places = {row.entry: (row.plan, row.provision) for row in opened}
    return dues, sorted(joint, key=lambda row: texts.index(row.state)), places


def _own(officer: Officer, rows: "QuerySet[DueRow]") -> "QuerySet[DueRow]":
    """Those of the rows that are about the officer's own commitments; none for who answers for a whole plan."""
    own = own_commitments(officer)
    if not own:
        return rows.none()
    places = reduce(or_, (Q(plan=plan, provision=provision) for plan, provision in sorted(own)))
    return rows.filter(places)


def dues_between(
    officer: Officer, spans: Sequence[tuple[datetime.date, datetime.date]], *, most: int, own: bool = False
) -> list[list[DueRow]]:
    """As `dues_listed` between two days, for each of these spans; from one question."""
    rows = rows_open_to(officer, DueRow.objects.order_by("on", "plan", "provision"))
    if own and own_commitments(officer) is not None:
        rows = _own(officer, rows)
    asked = [rows.filter(on__gte=first.isoformat(), on__lte=last.isoformat())[:most] for first, last in spans]
    return [sorted(found, key=_by_day) for found in lists.together(*asked)]


def look_at_first_plans(officer: Officer) -> None:
    """Look, at one glance, at the first plans, the steps of approval and the placings of bodies, which pages of work ask for."""
    _beside_plans(officer)


def _beside_plans(officer: Officer, *asked: "QuerySet[Any]") -> list[list[Any]]:
    """What is asked, from one question with the first plans, the steps of approval and the placings of bodies, which are then known."""
    first = rows_open_to(officer, PlanRow.objects.order_by("channel", "plan"))[: reach.MANY_PLANS + 1]
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
    asked = rows_open_to(officer, CommitmentRow.objects.filter(mode="instrument")).order_by().values("channel", "plan")
    begun = rows_open_to(officer, ActivityRow.objects.filter(mode="instrument")).order_by().values("channel", "plan")
    found = asked.union(begun).order_by("channel", "plan")[start : start + most]
    return [(row["channel"], row["plan"]) for row in found]
