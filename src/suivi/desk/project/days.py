"""The rows of a past day, for whoever looks at it: made when somebody does, kept for the days looked at last.

- They are rows like any other: made from the register as it stood at the end of the day, in an audience of their own.
- What the logs say of a past day can still change (an entry with an earlier date arrives, a marking is raised), so they
  are compared with the register whenever they are asked for.
- Over very many plans they are not made: that would be a second archive for one look (decision 0093).
"""

import datetime
from collections.abc import Sequence
from typing import Final

from django.db import transaction
from django.db.models import Min, Q, Value

from suivi.desk import registers
from suivi.desk.models import JointTextRow, PlanRow, ReportRow, Ticket
from suivi.desk.models.rows import OF_A_DAY, OF_A_DAY_AT_HOME, audience_at_home_on, audience_on
from suivi.desk.project import TABLES, follow, held_texts, write_unreleased
from suivi.desk.project.joint import joint_text_row
from suivi.desk.project.plans import plan_fingerprint
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.record.marking import Marking
from suivi.register.fold import Register

__all__ = ["TooManyPlansForADay", "audience_at_home_on", "audience_on", "follow_day", "forget_days"]

AT_HOME: Final = "waits"
KEPT: Final = 6
"""The rows of so many past days are kept, for each clearance that asked."""


class TooManyPlansForADay(Refusal):
    """A list over very many plans is not made anew for a past day."""

    code = "past-day-of-many-plans"
    says = Words(
        en="This page covers every plan, and over more than {most} plans it is not made for a past day.",
        fr="Cette page porte sur tous les plans; au-delà de {most} plans, elle n’est pas établie pour une date passée.",
        ko="이 화면은 모든 행동계획을 다루며, 행동계획이 {most}개를 넘으면 지난 날짜 기준으로 작성하지 않습니다.",
    )
    remedy = Words(
        en="Open one plan and choose the day there: its commitments, papers and lists are shown as they stood.",
        fr="Ouvrez un plan et choisissez-y la date\u00a0: ses engagements, documents et listes s’affichent tels qu’ils étaient.",
        ko="행동계획 하나를 열어 그 화면에서 날짜를 선택하십시오. 해당 항목과 문서, 목록이 그날 기준으로 표시됩니다.",
    )


def follow_day(day: datetime.date, ceiling: Marking | None, channels: Sequence[str], waiting: Sequence[Ticket]) -> None:
    """Make the rows of a past day what the registers of these channels said then; rows that say so already stay.

    `waiting` are the tickets of reports that waited to leave at the end of the day.
    """
    audience, at_home = audience_on(day, ceiling), audience_at_home_on(day)
    held = [
        registers.common_on(name, day) if ceiling is None else registers.cleared(name, ceiling, day)
        for name in channels
    ]
    made, known = _made(held, waiting), _known(audience, at_home)
    if made == known:
        return
    with transaction.atomic():
        for register in held:
            follow(register, audience=audience)
        _remove(Q(audience=at_home))
        write_unreleased(waiting, at_home)
        _forget_the_oldest(audience)


def forget_days() -> None:
    """Remove the rows of every past day, for what had to be destroyed."""
    _remove(Q(audience__startswith=OF_A_DAY) | Q(audience__startswith=OF_A_DAY_AT_HOME))


def _made(held: Sequence[Register], waiting: Sequence[Ticket]) -> set[tuple[str, str, str]]:
    """What the rows of the day are made from: plans, joint texts and tickets, each with its channel."""
    texts = held_texts(held)
    found = {(ticket.channel, ticket.digest, AT_HOME) for ticket in waiting}
    for register in held:
        name = register.channel
        found |= {(name, plan, plan_fingerprint(each, texts)) for plan, each in register.plans.items()}
        rows = (joint_text_row(name, text) for text in register.joint_texts.values())
        found |= {(name, row.leaf, row.fingerprint) for row in rows}
    return found


def _known(audience: str, at_home: str) -> set[tuple[str, str, str]]:
    """The same, as the rows tell that are held; one question."""
    plans = PlanRow.objects.filter(audience=audience).values_list("channel", "plan", "fingerprint")
    joint = JointTextRow.objects.filter(audience=audience).values_list("channel", "leaf", "fingerprint")
    reports = ReportRow.objects.filter(audience=at_home).values_list("channel", "ticket", Value(AT_HOME))
    return set(plans.union(joint, reports))


def _forget_the_oldest(newest: str) -> None:
    """Keep the audiences whose rows were made last; one without plans holds next to nothing and goes with the others."""
    made = JointTextRow.objects.filter(audience__startswith=OF_A_DAY).order_by()
    by_age = made.values("audience").annotate(first=Min("pk")).order_by("-first").values_list("audience", flat=True)
    kept = {newest, *list(by_age)[:KEPT]}
    _remove(Q(audience__startswith=OF_A_DAY) & ~Q(audience__in=kept))


def _remove(which: Q) -> None:
    for table in TABLES:
        table._default_manager.filter(which).delete()
