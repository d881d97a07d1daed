"""Returns under way, as ordinary rows: asked for, answered by a ticket, dropped; none of it is on record."""

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, When

from suivi.desk import models, past, report_form
from suivi.desk.internal import Passed
from suivi.desk.mandates import Deputy
from suivi.desk.models import ApprovalStep, ReturnDraft, ReturnVerdict

if TYPE_CHECKING:
    from django.db.models import QuerySet

ReturnAsked: TypeAlias = models.ReturnAsked
"""A return asked for, as its row."""


def keep(
    by: models.Officer,
    *,
    channel: str,
    plan: str,
    provision: str,
    of: models.Officer | None,
    body: str,
    due_on: datetime.date | None,
    note: str,
    at: datetime.datetime,
) -> str:
    """Keep a request; returns its number."""
    row = ReturnAsked.objects.create(
        channel=channel,
        plan=plan,
        provision=provision,
        officer=of,
        body=body,
        due_on=due_on,
        note=note,
        asked_by=by,
        asked_at=at,
    )
    return str(row.pk)


def answer(row: ReturnAsked, ticket: str) -> None:
    """Remember under which ticket the report left the desk of its author."""
    row.ticket = ticket
    row.save(update_fields=["ticket"])


def drop(row: ReturnAsked, *, at: datetime.datetime) -> None:
    """Ask for the report no more."""
    row.dropped_at = at
    row.save(update_fields=["dropped_at"])


def locked(row: ReturnAsked) -> ReturnAsked:
    """The same row, read again and kept from other writers until the transaction ends."""
    return ReturnAsked.objects.select_for_update(of=("self",)).select_related("officer", "asked_by").get(pk=row.pk)


WRITABLE: Final = ("asked", "writing", "returned")
"""The states in which the report of a return can be written and handed in."""

AT_RELEASE: Final = 0
"""The place of a verdict given on the ticket, after every step was passed."""


def state_of(row: ReturnAsked, ticket: models.Ticket | None) -> str:
    """How far a return has come: asked, writing, returned, approving, waiting (for its release), sent or dropped."""
    if row.dropped_at:
        return "dropped"
    if ticket is not None and not ticket.discarded_at:
        return "sent" if ticket.released_log else "waiting"
    if row.came_back_at:
        return "returned"
    if row.handed_in_at and not row.ticket:
        return "approving"
    return "writing" if hasattr(row, "draft") and not past.is_after(row.draft.saved_at) else "asked"


GROUPS: Final = ("overdue", "returned", "writing", "asked", "approving", "waiting", "sent")
"""In which order lists of returns show them: by state, those past their day and not sent before all."""


def in_groups(rows: "QuerySet[Any]", day: datetime.date, *, unseen: Collection[str] = ()) -> "QuerySet[Any]":
    """Returns not dropped, each with its `group` (a place in `GROUPS`): what `state_of` says, asked of the tables.

    Tickets whose marking (as kept) is among `unseen` are passed over.
    """
    ticket = models.Ticket.objects.filter(digest=OuterRef("ticket"), discarded_at=None).exclude(marking__in=unseen)
    is_approving = Q(handed_in_at__isnull=False, ticket="", came_back_at=None)
    ways = (
        ("sent", Exists(ticket.exclude(released_log=""))),
        ("overdue", Q(due_on__lt=day)),
        ("waiting", Exists(ticket)),
        ("returned", Q(came_back_at__isnull=False)),
        ("approving", is_approving),
        ("writing", Exists(ReturnDraft.objects.filter(asked=OuterRef("pk")))),
    )
    whens = [When(way, then=GROUPS.index(name)) for name, way in ways]
    grouped: QuerySet[Any] = rows.annotate(
        group=Case(*whens, default=GROUPS.index("asked"), output_field=IntegerField())
    )
    return grouped


def every_step() -> list[ApprovalStep]:
    """The steps of approval of all plans, in order."""
    return list(ApprovalStep.objects.order_by("plan", "place"))


def plans_passed_by(names: Collection[str], steps: Iterable[ApprovalStep]) -> list[str]:
    """The plans among whose `steps` of approval is one that an officer of these names is part of."""
    return sorted({step.plan for step in steps if not set(names).isdisjoint(step.officers)})


def draft_of(row: ReturnAsked) -> ReturnDraft | None:
    """The draft of a return, None where nothing was written."""
    return ReturnDraft.objects.select_related("saved_by").filter(asked=row).first()


def boxes_of(log: str, seq: int) -> dict[str, str]:
    """The boxes from which the report at that place of a log of ours was filed; empty where it came of no return."""
    ticket = models.Ticket.objects.filter(released_log=log, released_seq=seq).values_list("digest", flat=True).first()
    kept = ReturnDraft.objects.filter(asked__ticket=ticket).first() if ticket else None
    return dict(kept.boxes) if kept else {}


def told_otherwise() -> dict[tuple[str, int], tuple[str, int]]:
    """Where those of our reports stand in our public log that were made public in other words than those shared.

    By the place, log and position, of the report in its channel.
    """
    held = ReturnDraft.objects.filter(boxes__has_key=report_form.PUBLIC_FIRST)
    named = {digest: boxes[report_form.PUBLIC_FIRST] for digest, boxes in held.values_list("asked__ticket", "boxes")}
    rows = models.Ticket.objects.filter(digest__in=[*named, *named.values()]).exclude(released_log="")
    places = {row.digest: (row.released_log, int(row.released_seq or 0)) for row in rows}
    return {places[own]: places[told] for own, told in named.items() if own in places and told in places}


def save_draft(row: ReturnAsked, boxes: Mapping[str, str], *, by: models.Officer, at: datetime.datetime) -> int:
    """Keep what stands in the boxes; the new version."""
    kept = draft_of(row)
    version = kept.version + 1 if kept else 1
    ReturnDraft.objects.update_or_create(
        asked=row, defaults={"version": version, "boxes": dict(boxes), "saved_by": by, "saved_at": at}
    )
    return version


def hand_in(row: ReturnAsked, *, by: models.Officer, at: datetime.datetime) -> None:
    """Remember that the report is out of its author's hands, once more."""
    row.turn, row.handed_in_by, row.handed_in_at = row.turn + 1, by, at
    row.came_back_at, row.ticket = None, ""
    row.save(update_fields=["turn", "handed_in_by", "handed_in_at", "came_back_at", "ticket"])


def send_back(row: ReturnAsked, *, at: datetime.datetime) -> str:
    """Put the report into its author's hands again; no ticket comes of it."""
    row.handed_in_at, row.came_back_at, row.ticket = None, at, ""
    row.save(update_fields=["handed_in_at", "came_back_at", "ticket"])
    return ""


def say(
    row: ReturnAsked,
    officer: models.Officer,
    *,
    place: int,
    passed: bool,
    remarks: str,
    instead_of: str = "",
    at: datetime.datetime,
) -> None:
    """Keep a verdict on the report as handed in last; `instead_of` the absent colleague named in the step, if it is his."""
    ReturnVerdict.objects.create(
        asked=row,
        turn=row.turn,
        place=place,
        officer=officer,
        instead_of=instead_of,
        passed=passed,
        remarks=remarks,
        at=at,
    )


def steps_of(plan: str) -> list[ApprovalStep]:
    """The steps of approval of a plan, in order."""
    return list(ApprovalStep.objects.filter(plan=plan).order_by("place"))


def set_steps(plan: str, steps: Sequence[tuple[str, Sequence[str], bool]]) -> None:
    """Put these steps (name, officers, whether all of them) in the place of those set."""
    ApprovalStep.objects.filter(plan=plan).delete()
    ApprovalStep.objects.bulk_create(
        ApprovalStep(plan=plan, place=place, name=name, officers=list(officers), everyone=everyone)
        for place, (name, officers, everyone) in enumerate(steps, start=1)
    )


def name_instead(giver: str, taker: str) -> int:
    """Put the taker (a name) where the giver stands in steps of approval; in how many."""
    named = [step for step in ApprovalStep.objects.all() if giver in step.officers]
    for step in named:
        step.officers = list(dict.fromkeys(taker if name == giver else name for name in step.officers))
        step.save(update_fields=["officers"])
    return len(named)


StandIns: TypeAlias = Mapping[str, Sequence[Deputy]]
"""Who stands in today for absent colleagues, by the colleague's name."""


def able(step: ApprovalStep, author: int | None, officers: Sequence[models.Officer]) -> list[str]:
    """The names of a step that can pass it: among `officers`, who may approve, and not the author (a key)."""
    return [each.name for each in officers if each.name in step.officers and each.pk != author]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A step of approval as a report finds it: who may pass it still, and who has. `open`: it is the one waited at.

    `in_stead` names, for each deputy among who may pass it, the absent colleague for whom it would be.
    """

    place: int
    name: str
    everyone: bool
    may_pass: tuple[str, ...]
    have_passed: tuple[str, ...]
    passed: bool
    open: bool
    in_stead: Mapping[str, str] = field(default_factory=dict)


def places_of(row: ReturnAsked, officers: Sequence[models.Officer], stand_ins: StandIns) -> list[Place]:
    """Every step a report handed in has to pass, in order; `officers` those who may approve there."""
    return places_of_all([row], {row.pk: officers}, steps_of(row.plan), stand_ins)[row.pk]


def places_of_all(
    rows: Sequence[ReturnAsked],
    officers: Mapping[int, Sequence[models.Officer]],
    every: Iterable[ApprovalStep],
    stand_ins: StandIns,
) -> dict[int, list[Place]]:
    """As `places_of`, for many reports at the cost of one question; officers and places by the number of the return.

    `every` are the steps of their plans, or of all plans, in order.
    """
    steps: dict[str, list[ApprovalStep]] = {}
    for step in every:
        steps.setdefault(step.plan, []).append(step)
    given: dict[tuple[int, int, int], list[Passed]] = {}
    passed = ReturnVerdict.objects.select_related("officer").filter(asked__in=[row.pk for row in rows], passed=True)
    for verdict in passed:
        word = Passed(verdict.officer.name, verdict.instead_of)
        given.setdefault((verdict.asked_id, verdict.turn, verdict.place), []).append(word)
    return {row.pk: _places(row, steps.get(row.plan, []), given, officers[row.pk], stand_ins) for row in rows}


def internal_places(
    plan: str,
    author: str,
    officers: Sequence[models.Officer],
    given: Mapping[int, Sequence[Passed]],
    stand_ins: StandIns,
) -> list[Place]:
    """The steps of a plan as an internal account by `author` (a name) finds it; `given` are those who passed, by place."""
    steps = steps_of(plan)
    others = [each for each in officers if each.name != author]
    have = {step.place: [word for word in given.get(step.place, ()) if word.by != author] for step in steps}
    able_at = {step.place: able(step, None, others) for step in steps}
    deputies = {name: [each.name for each in held if each.name != author] for name, held in stand_ins.items()}
    return _in_order(steps, have, able_at, deputies, waits=True)


def _places(
    row: ReturnAsked,
    steps: Sequence[ApprovalStep],
    given: Mapping[tuple[int, int, int], list[Passed]],
    officers: Sequence[models.Officer],
    stand_ins: StandIns,
) -> list[Place]:
    have = {step.place: given.get((row.pk, row.turn, step.place), []) for step in steps}
    able_at = {step.place: able(step, row.handed_in_by_id, officers) for step in steps}
    author = row.handed_in_by_id
    deputies = {name: [each.name for each in held if each.pk != author] for name, held in stand_ins.items()}
    return _in_order(steps, have, able_at, deputies, waits=row.handed_in_at is not None)


def _in_order(
    steps: Sequence[ApprovalStep],
    passed_by: Mapping[int, Sequence[Passed]],
    able_at: Mapping[int, Sequence[str]],
    deputies: Mapping[str, Sequence[str]],
    *,
    waits: bool,
) -> list[Place]:
    """The steps as they are found. A deputy's word counts for one absent colleague; who is named there himself has his own."""
    found: list[Place] = []
    for step in steps:
        have = passed_by[step.place]
        counted, spoken = {word.instead_of or word.by for word in have}, {word.by for word in have}
        left = [name for name in able_at[step.place] if name not in counted]
        in_stead = {
            deputy: name
            for name in reversed(left)
            for deputy in deputies.get(name, ())
            if deputy not in spoken and deputy not in step.officers
        }
        passed = bool(have) and (not left or not step.everyone)
        found.append(
            Place(
                place=step.place,
                name=step.name,
                everyone=step.everyone,
                may_pass=() if passed else (*left, *in_stead),
                have_passed=tuple(word.by for word in have),
                passed=passed,
                open=waits and not passed and all(one.passed for one in found),
                in_stead={} if passed else in_stead,
            )
        )
    return found


def waits_at(row: ReturnAsked, officers: Sequence[models.Officer], stand_ins: StandIns) -> Place | None:
    """The step a report handed in waits at, None where it has passed them all or is in its author's hands."""
    return next((place for place in places_of(row, officers, stand_ins) if place.open), None)
