"""Return workbooks: what goes into one that is handed out, and the page of one that came back."""

import datetime
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from suivi.desk import access, asked, registers, report_form
from suivi.desk.access import Officer
from suivi.desk.asked import ReturnAsked
from suivi.desk.pages import Term
from suivi.desk.pages.workbook import BoxChanged, WorkbookPage, WorkbookRow
from suivi.desk.queries import shown
from suivi.desk.registers import at_one_glance
from suivi.desk.workbooks import cells
from suivi.desk.workbooks.compared import FATES, SAME, RowCompared, compared, left_alone, number_in
from suivi.desk.workbooks.kept import Kept
from suivi.modes import MODES
from suivi.modes.mode import START
from suivi.plan.numbering import number_of
from suivi.plan.words import LANGUAGES, Words
from suivi.publish.days import day_in
from suivi.publish.return_workbook import Column, ReturnBook, ReturnRow, columns_of, return_workbook
from suivi.record.reports import STAGES
from suivi.register.plans import PlanRegister, ProvisionStanding

TITLE: Final = Words(en="Returns on {plan}", fr="Rapports sur {plan}", ko="{plan} 이행 보고")


@at_one_glance
def return_book(
    officer: Officer, *, plan: str, of: str = "", mine: bool = False, language: str, day: datetime.date
) -> ReturnBook:
    """The returns on a plan that can still be written, those asked `of` one officer or body, or of the reader (`mine`).

    Raises `NotHere`, `NotMandated`.
    """
    access.must_somewhere(officer, "contribute")
    channel, register = access.plan_for(officer, plan)
    held = list(access.returns_for(officer))
    rows = [
        row for row in _writable(officer, held) if row.plan == register.plan.id and _is_wanted(officer, row, of, mine)
    ]
    return ReturnBook(
        title=TITLE.in_(language).format(plan=_named(register.plan.titles, language)),
        marking=registers.ceiling(channel).label(),
        columns=_columns(officer, register, day),
        rows=tuple(_rows(officer, rows, language, day).values()),
    )


def _all_columns(officer: Officer, plans: Mapping[str, PlanRegister], day: datetime.date) -> tuple[Column, ...]:
    """The columns a workbook of these plans can have: every body of ours named there may take a step."""
    found: dict[str, Words] = {}
    for _, register in sorted(plans.items()):
        found |= dict(_bodies(officer, register, day))
    return columns_of(LANGUAGES, tuple(found.items()))


@at_one_glance
def workbook_page(officer: Officer, workbook: int, *, language: str, day: datetime.date) -> WorkbookPage:
    """A workbook the officer handed back, beside what the desk holds now; raises `NotHere`."""
    kept = access.workbook_for(officer, workbook)
    rows = compared_now(officer, kept, language=language, day=day)
    shown_rows = [_row(row, kept) for row in rows if row.fate != SAME or row.number in kept.said]
    return WorkbookPage(
        id=kept.id,
        name=kept.name,
        handed_back_at=kept.handed_back_at,
        taken_at=kept.taken_at,
        rows=tuple(shown_rows),
        same=sum(row.fate == SAME for row in rows),
        may_write="contribute" in access.abilities_of(officer),
        absent=tuple(column.head.in_(language) for column in left_alone(kept.cells, columns_of(LANGUAGES, ()))),
    )


@at_one_glance
def compared_now(officer: Officer, kept: Kept, *, language: str, day: datetime.date) -> tuple[RowCompared, ...]:
    """The rows of a workbook beside what the desk holds now of the returns that they name."""
    named = {number for row in kept.cells.rows if (number := number_in(row)) is not None}
    rows = [row for row in access.returns_for(officer) if row.pk in named]
    open_now = {row.pk for row in _writable(officer, rows)}
    plans = access.plans_named(officer, {row.plan for row in rows})
    known = _rows(officer, rows, language, day)
    present = {number: row for number, row in known.items() if number in open_now}
    may = {row.pk for row in rows if access.may(officer, "contribute", plan=row.plan, provision=row.provision)}
    handed_in = {number: row for number, row in known.items() if number in may - open_now}
    columns = _all_columns(officer, plans, day)
    return compared(kept.cells, present, columns, language=language, handed_in=handed_in)


def workbook_file(
    officer: Officer, *, plan: str, of: str = "", mine: bool = False, language: str, day: datetime.date
) -> bytes:
    """The workbook of `return_book`, in `language`."""
    return return_workbook(return_book(officer, plan=plan, of=of, mine=mine, language=language, day=day), language)


def workbook_with_messages(officer: Officer, workbook: int, *, language: str, day: datetime.date) -> tuple[str, bytes]:
    """The name and bytes of a workbook that came back, with a column of what the desk says of each row."""
    kept = access.workbook_for(officer, workbook)
    messages = _messages(officer, kept, language, day)
    return kept.name, cells.with_messages(kept.octets, messages, name=kept.name, language=language)


def _messages(officer: Officer, kept: Kept, language: str, day: datetime.date) -> dict[int, str]:
    rows = compared_now(officer, kept, language=language, day=day)
    said = {row.number: " ".join(words.in_(language) for words in (FATES[row.fate], *row.messages)) for row in rows}
    return said | {number: words.in_(language) for number, words in kept.said.items()}


def _writable(officer: Officer, held: Collection[ReturnAsked]) -> list[ReturnAsked]:
    tickets = access.tickets_named(officer, {row.ticket for row in held if row.ticket})
    open_now = (row for row in held if asked.state_of(row, tickets.get(row.ticket)) in asked.WRITABLE)
    return [row for row in open_now if access.may(officer, "contribute", plan=row.plan, provision=row.provision)]


def _is_wanted(officer: Officer, row: ReturnAsked, of: str, mine: bool) -> bool:
    if mine:
        return row.officer_id in (None, officer.pk, *access.stood_in_for(officer))
    return not of or of in (row.body, row.officer.name if row.officer else "")


def _rows(officer: Officer, rows: list[ReturnAsked], language: str, day: datetime.date) -> dict[int, ReturnRow]:
    plans = access.plans_named(officer, {row.plan for row in rows})
    found = {}
    for row in rows:
        register = plans.get(row.plan)
        standing = register.standing(row.provision) if register else None
        if register and standing:
            found[int(row.pk)] = _return_row(officer, row, register, standing, language, day)
    return found


def _return_row(
    officer: Officer,
    row: ReturnAsked,
    register: PlanRegister,
    standing: ProvisionStanding,
    language: str,
    day: datetime.date,
) -> ReturnRow:
    last, provision = standing.latest(officer.party), standing.provision
    draft = getattr(row, "draft", None)
    boxes: Mapping[str, str] = draft.boxes if draft else report_form.started_from(last)
    mode = MODES.get(provision.mode)
    body = shown.body_shown(row.body, register.bodies, day.isoformat()) if row.body else None
    return ReturnRow(
        id=int(row.pk),
        version=draft.version if draft else 0,
        commitment=f"{row.channel}/{row.plan}#{provision.id}",
        number=number_of(provision.id),
        title=_named(provision.titles, language),
        agreed=_agreed(officer, register, standing, language),
        asked_of=row.officer.name if row.officer else _named(body.names, language) if body else "",
        due_on=row.due_on.isoformat() if row.due_on else "",
        last=f"{STAGES[last.stage].in_(language)}, {day_in(language, last.on)}\n{_named(last.account, language)}"
        if last
        else "",
        remarks=_remarks(officer, row),
        boxes=boxes,
        mode=provision.mode,
        states=tuple((state, mode.words[state]) for state in mode.states if state != START) if mode else (),
    )


def _remarks(officer: Officer, row: ReturnAsked) -> str:
    if not row.came_back_at:
        return ""
    given = [
        verdict for verdict in access.verdicts_for(officer, row.pk) if not verdict.passed and verdict.turn == row.turn
    ]
    return "\n".join(f"{verdict.officer.name}: {verdict.remarks}" for verdict in given)


def _agreed(officer: Officer, register: PlanRegister, standing: ProvisionStanding, language: str) -> str:
    provision = standing.provision
    words = shown.agreed_shown(officer, register.plan_with(provision.id), provision)
    spoken = {each.language for each in words}
    chosen = language if language in spoken else next(iter(each.language for each in words), "")
    return "\n".join(each.characters for each in words if each.language == chosen)


def _named(texts: Mapping[str, str], language: str) -> str:
    return texts.get(language) or next(iter(texts.values()), "")


def _columns(officer: Officer, register: PlanRegister, day: datetime.date) -> tuple[Column, ...]:
    spoken = tuple(each.tag for each in register.languages)
    return columns_of(spoken, tuple(_bodies(officer, register, day)))


def _bodies(officer: Officer, register: PlanRegister, day: datetime.date) -> Iterator[tuple[str, Words]]:
    for id, body in sorted(register.bodies.items()):
        if body.party == officer.party:
            names = shown.body_shown(id, register.bodies, day.isoformat()).names
            yield id, Words(*(names.get(language) or _named(names, language) or id for language in LANGUAGES))


def _row(row: RowCompared, kept: Kept) -> WorkbookRow:
    said = kept.said.get(row.number)
    return WorkbookRow(
        number=row.number,
        fate=Term(row.fate, FATES[row.fate]),
        asked=row.about.id if row.about else None,
        commitment=row.about.number if row.about else "",
        title=row.about.title if row.about else "",
        changes=tuple(BoxChanged(change.column.head, change.present, change.new) for change in row.changes),
        messages=(*row.messages, *((said,) if said else ())),
    )
