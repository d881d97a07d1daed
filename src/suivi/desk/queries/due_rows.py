"""What falls due from us over very many plans: from rows, so much of it as a page can hold; no register is folded.

- A recurrence stands once, on the first day that none of our words answers for; over few plans pages ask registers and
  show every day it falls due (`due_lines`).
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence

from suivi.desk import access
from suivi.desk.access import Officer
from suivi.desk.hosts import host
from suivi.desk.pages import CommitmentNamed, DueShown
from suivi.desk.queries import due_lines
from suivi.desk.queries.terms import kind_term, mode_term, recurrence_words
from suivi.modes import mode_of
from suivi.plan.plan import ProvisionKind
from suivi.plan.when import Recurrence
from suivi.plan.words import Words

MOST = 100
"""So many lines a page shows of each sort; what lies beyond stands in the list of commitments, by due day."""


def due_until(officer: Officer, day: datetime.date, until: datetime.date) -> list[DueShown]:
    """What is past its day or falls due up to `until`, longest late first: on the officer's own commitments, where he
    answers for some alone, else on all.
    """
    rows = access.dues_listed(officer, until=until.isoformat(), most=MOST, own=True)
    return in_lines(rows, commitments_of(officer, {(row.plan, row.provision) for row in rows}), day)


def falling(
    officer: Officer, day: datetime.date, first_on: datetime.date, last_on: datetime.date, *, own: bool = False
) -> list[DueShown]:
    """What falls or fell due between two days, both included, soonest first. `own`: as `due_until` asks."""
    rows = access.dues_listed(officer, since=first_on.isoformat(), until=last_on.isoformat(), most=MOST, own=own)
    return in_lines(rows, commitments_of(officer, {(row.plan, row.provision) for row in rows}), day)


def falling_in(
    officer: Officer, day: datetime.date, spans: Sequence[tuple[datetime.date, datetime.date]], *, own: bool = False
) -> list[list[DueShown]]:
    """As `falling` between the two days of each of these spans; looked up together. `own`: as `due_until` asks."""
    found = access.dues_between(officer, spans, most=MOST, own=own)
    held = commitments_of(officer, {(row.plan, row.provision) for rows in found for row in rows})
    return [in_lines(rows, held, day) for rows in found]


def in_lines(
    rows: Sequence[access.DueInRow], held: Mapping[tuple[str, str], access.CommitmentInRow], day: datetime.date
) -> list[DueShown]:
    """These matters in lines, asked on `day`, in the order given; `held` are the commitments they are about."""
    return [_line(row, held[row.plan, row.provision], day) for row in rows if (row.plan, row.provision) in held]


def commitments_of(
    officer: Officer, places: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], access.CommitmentInRow]:
    """The rows of these commitments, by plan and id."""
    return {(row.plan, row.provision): row for row in access.commitment_rows_for(officer, places)}


def _line(row: access.DueInRow, commitment: access.CommitmentInRow, day: datetime.date) -> DueShown:
    on = datetime.date.fromisoformat(row.on)
    is_late = row.kind == "behind" or on < day or (row.kind == "recurrence" and on == day)
    return DueShown(
        commitment=named(commitment),
        kind=row.kind,
        on=on,
        overdue=is_late,
        says=due_lines.says_of(row.kind, on, late=is_late, called=_called(row)),
        stages=stages(commitment.stages),
        comparison=commitment.comparison,
        stated=row.stated,
        earliest_on=datetime.date.fromisoformat(row.earliest_on) if row.earliest_on else None,
    )


def named(row: access.CommitmentInRow) -> CommitmentNamed:
    """A commitment as lists name it, from its row; its further places stand on its own page."""
    return CommitmentNamed(
        plan=row.plan,
        id=row.provision,
        kind=kind_term(ProvisionKind(row.kind)),
        mode=mode_term(row.mode),
        agreed=row.agreed,
        titles=row.titles,
    )


def stages(said: Sequence[Sequence[str]]) -> tuple[str | None, ...]:
    """The stages of a mark, in charter order, from those of a row."""
    return tuple(stage or None for _, stage in said)


def _called(row: access.DueInRow) -> Words | None:
    if row.kind == "series":
        return host(row.step)
    if row.kind == "recurrence":
        return recurrence_words(Recurrence(row.rule or None))
    mode = mode_of(row.mode, row.edition) if row.kind == "step" else None
    return mode.words.get(row.step) if mode else None
