"""The calendar, for pages and for calendar programs.

- The list begins with what is late, then holds twelve months of the plan and every later day that somebody has named; the
  grid holds one month, every occurrence in it.
- Days come from the plan and from records; the day asked about is an argument.
"""

import datetime
from collections.abc import Container, Iterable, Iterator
from typing import Final

from suivi.desk import access, drafts, mailing
from suivi.desk.access import Officer
from suivi.desk.pages import CalendarPage, DayShown, DueShown, MonthListed
from suivi.desk.queries import due_lines, due_rows, return_pages
from suivi.desk.queries.terms import recurrence_words
from suivi.desk.registers import at_one_glance
from suivi.publish.icalendar import DayInFeed, feed
from suivi.record.marking import CLEAR, Marking, Tlp, read_marking
from suivi.register.duties import DEADLINE, duties_between
from suivi.register.plans import PlanRegister

A_YEAR = datetime.timedelta(days=366)
A_DAY = datetime.timedelta(days=1)
DAYS_OF_A_WEEK = 7
GREEN: Final = Marking(tlp=Tlp.GREEN)
NAMED_BY_PARTIES: Final = (
    "dialogue",
    "series",
    "step",
    "announced",
    "return",
)  # days that somebody has named, not those of the plan


@at_one_glance
def calendar_page(
    officer: Officer,
    *,
    day: datetime.date,
    month: datetime.date | None = None,
    week_begins: int = 0,
    of_all: bool = False,
) -> CalendarPage:
    """What is due from us, asked on `day`; the grid shows the month of `month`, else that of `day`.

    Who answers for some commitments alone sees what is due on those, and with `of_all` what is due from all of us.
    `week_begins` is the first day of the reader's week: 0 for Sunday, 1 for Monday.
    """
    first_on = _first_of_month(month or day)
    weeks = _weeks(first_on, week_begins)
    access.look_at_first_plans(officer)
    if access.has_many_plans(officer):
        return _page_in_rows(officer, day, first_on, weeks, of_all=of_all)
    now = [line for line in due_lines.once(_asked(officer, day)) if line.kind != "behind"]
    named = [line for line in now if line.kind in NAMED_BY_PARTIES]
    coming = [*_falling(officer, day, day + A_YEAR), *(line for line in named if not line.overdue)]
    shown = [*_falling(officer, weeks[0][0], weeks[-1][-1]), *named]
    late = [line for line in now if line.overdue]
    return _page(officer, day, first_on, weeks, of_all=of_all, late=late, coming=coming, shown=shown)


def _page_in_rows(
    officer: Officer,
    day: datetime.date,
    first_on: datetime.date,
    weeks: list[list[datetime.date]],
    *,
    of_all: bool,
) -> CalendarPage:
    """The same of very many plans, as far as a page goes."""
    spans = [(datetime.date.min, day), (day, day + A_YEAR), (weeks[0][0], weeks[-1][-1])]
    due, coming, shown = due_rows.falling_in(officer, day, spans, own=not of_all)
    late = [line for line in due_lines.once(due) if line.overdue and line.kind != "behind"]
    returns = return_pages.due_of(officer, day)
    return _page(
        officer,
        day,
        first_on,
        weeks,
        of_all=of_all,
        late=[*late, *(line for line in returns if line.overdue)],
        coming=[line for line in (*coming, *returns) if not line.overdue],
        shown=[*shown, *returns],
        many_plans=True,
    )


def _not_late(officer: Officer, day: datetime.date) -> list[DueShown]:
    return [line for line in due_rows.falling(officer, day, day, day + A_YEAR, own=True) if not line.overdue]


def _page(
    officer: Officer,
    day: datetime.date,
    first_on: datetime.date,
    weeks: list[list[datetime.date]],
    *,
    of_all: bool,
    late: list[DueShown],
    coming: list[DueShown],
    shown: list[DueShown],
    many_plans: bool = False,
) -> CalendarPage:
    answers_for_some = access.own_commitments(officer) is not None
    late, coming, shown = (
        due_lines.once(lines if of_all else due_lines.of_officer(officer, lines)) for lines in (late, coming, shown)
    )
    return CalendarPage(
        day=day,
        answers_for_some=answers_for_some,
        of_all=of_all or not answers_for_some,
        many_plans=many_plans,
        late=tuple(late),
        months=tuple(_by_month(sorted(coming, key=lambda line: line.on))),
        month=first_on,
        before=_first_of_month(first_on - A_DAY),
        after=_first_after(first_on),
        weeks=tuple(
            tuple(
                DayShown(on, tuple(line for line in shown if line.on == on), outside=on.month != first_on.month)
                for on in week
            )
            for week in weeks
        ),
        has_feed=access.has_feed(officer),
        reminders_to=mailing.address_of(officer),
    )


@at_one_glance
def calendar_feed(token: str, *, day: datetime.date, root: str) -> bytes:
    """The calendar of the officer whose feed has this secret, as iCalendar; raises `NotHere` for any other.

    `root` is where the desk stands: every entry leads to its commitment there. The words are in the officer's
    language, about what is asked of the officer or due on what he answers for. Of a plan that is more than TLP:GREEN only
    numbers leave the desk, since nobody knows whose calendar asks.
    """
    officer = drafts.officer_of_feed(token)
    if officer is None:
        raise access.NotHere(what="calendar")
    lines, open_plans = _lines_in_rows(officer, day) if access.has_many_plans(officer) else _lines(officer, day)
    days = [_in_feed(officer, line, root, open_plans) for line in due_lines.of_officer(officer, due_lines.once(lines))]
    midnight = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    return feed(days, realm=f"{officer.party}.suivi", language=officer.language, at=midnight)


def _lines(officer: Officer, day: datetime.date) -> tuple[list[DueShown], set[str]]:
    """What a feed tells, and the plans whose words may leave the desk in it."""
    now = [line for line in due_lines.once(_asked(officer, day)) if line.kind != "behind"]
    lines = [line for line in now if line.overdue or line.kind in NAMED_BY_PARTIES]
    open_plans = {plan.plan.id for _, plan in access.plans_for(officer) if _may_be_named(plan)}
    return [*lines, *_falling(officer, day, day + A_YEAR)], open_plans


def _lines_in_rows(officer: Officer, day: datetime.date) -> tuple[list[DueShown], set[str]]:
    """The same of very many plans."""
    late = [line for line in due_lines.once(due_rows.due_until(officer, day, day)) if line.overdue]
    found = [*late, *_not_late(officer, day)]
    lines = [*(line for line in found if line.kind != "behind"), *return_pages.due_of(officer, day)]
    plans = access.plan_rows_for(officer, {line.commitment.plan for line in lines})
    return lines, {row.plan for row in plans if row.marking in (CLEAR.label(), GREEN.label())}


def _may_be_named(plan: PlanRegister) -> bool:
    header = next(text for text in plan.joint_texts if text.leaf == plan.joint).proposal.header
    return header is not None and read_marking(header.marking).within(GREEN)


def _in_feed(officer: Officer, line: DueShown, root: str, open_plans: Container[str]) -> DayInFeed:
    named = line.commitment
    titles = named.titles if named.plan in open_plans else {}
    title = titles.get(officer.language) or next(iter(titles.values()), "")
    return DayInFeed(
        key=f"{named.plan}.{named.id}.{line.kind}{line.asked or ''}.{line.on.isoformat()}",
        on=line.on,
        title=f"{_number(named.id)} {title}".strip(),
        says=line.says.in_(officer.language),
        address=f"{root}/returns/{line.asked}" if line.asked else f"{root}/plans/{named.plan}/{named.id}",
        late=line.overdue,
    )


def _number(id: str) -> str:
    """The plan's own number of a commitment: 2.1 for `P2.I1`, 2.T1.A1 for `P2.T1.A1`."""
    return id.removeprefix("P").replace(".I", ".")


def _asked(officer: Officer, day: datetime.date) -> Iterator[DueShown]:
    for _, plan in access.plans_for(officer):
        yield from due_lines.due_lines(officer, plan, day, party=officer.party)
    yield from return_pages.due_of(officer, day)


def _falling(officer: Officer, first_on: datetime.date, last_on: datetime.date) -> list[DueShown]:
    """Every recurrence and deadline between two days, both included, soonest first."""
    found = [line for _, plan in access.plans_for(officer) for line in _of_plan(officer, plan, first_on, last_on)]
    return sorted(found, key=lambda line: line.on)


def _of_plan(
    officer: Officer, plan: PlanRegister, first_on: datetime.date, last_on: datetime.date
) -> Iterator[DueShown]:
    for duty in duties_between(plan, first_on, last_on):
        standing = plan.standing(duty.provision.id)
        assert standing is not None  # a duty is that of a provision of this plan
        if duty.rule == DEADLINE:
            yield due_lines.line(officer, plan, standing, "deadline", duty.next_on, due_lines.DEADLINE_ON)
        else:
            often = recurrence_words(duty.provision.recurrence)
            assert often is not None  # it has a rule
            yield due_lines.line(officer, plan, standing, "recurrence", duty.next_on, often)


def _by_month(lines: Iterable[DueShown]) -> Iterator[MonthListed]:
    months: dict[datetime.date, list[DueShown]] = {}
    for line in lines:
        months.setdefault(_first_of_month(line.on), []).append(line)
    return (MonthListed(first_on, tuple(due)) for first_on, due in months.items())


def _weeks(first_on: datetime.date, week_begins: int) -> list[list[datetime.date]]:
    """The weeks that hold a day of the month, whole; the grid never leads out of the calendar."""
    back = (first_on.isoweekday() - week_begins) % DAYS_OF_A_WEEK
    start, after = first_on - back * A_DAY, _first_after(first_on)
    count = -(-(after - start).days // DAYS_OF_A_WEEK)
    return [[start + (week * DAYS_OF_A_WEEK + day) * A_DAY for day in range(DAYS_OF_A_WEEK)] for week in range(count)]


def _first_of_month(day: datetime.date) -> datetime.date:
    return day.replace(day=1)


def _first_after(first_on: datetime.date) -> datetime.date:
    return _first_of_month(first_on + 31 * A_DAY)
