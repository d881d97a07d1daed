"""Return workbooks: one that came back is kept as it came; then its rows are taken, all or some, and handed in or not.

- Keeping a workbook changes no return. Taking a row saves it as the form would, on top of the text the officer saw.
- Rows stand by themselves: one that cannot be kept or handed in says why and holds up no other.
"""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction

from suivi.desk import access, clock, entries
from suivi.desk.access import Officer
from suivi.desk.actions import writing
from suivi.desk.actions.returns import LONGEST_NAMED, note_act
from suivi.desk.actions.writing import Saved
from suivi.desk.queries.workbook_pages import compared_now
from suivi.desk.registers import at_one_glance
from suivi.desk.report_form import Moved
from suivi.desk.workbooks import cells, kept
from suivi.desk.workbooks.compared import BOTH, CHANGED, RowCompared
from suivi.plan.refusal import Refusal
from suivi.plan.words import LANGUAGES, Words
from suivi.record.home import Acted

SAVED = Words(en="Taken over.", fr="Repris.", ko="반영함.")
HANDED_IN = Words(en="Taken over and handed in.", fr="Repris et remis.", ko="반영하여 제출함.")
MOVED = Words(
    en="Somebody changed this return a moment ago; look at it again.",
    fr="Ce rapport vient d’être modifié par quelqu’un d’autre; examinez-le de nouveau.",
    ko="방금 다른 사람이 이 보고를 수정했습니다. 다시 확인하십시오.",
)


class NoRowsChosen(Refusal):
    """Nothing was ticked."""

    code = "workbook-no-rows"
    says = Words(
        en="No row is ticked, so nothing was taken over.",
        fr="Aucune ligne n’est cochée; rien n’a été repris.",
        ko="선택한 행이 없어 반영하지 않았습니다.",
    )
    remedy = Words(
        en="Tick the rows whose changes you want to keep.",
        fr="Cochez les lignes dont vous voulez conserver les modifications.",
        ko="변경 내용을 저장할 행을 선택하십시오.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """How many rows were kept, and how many of these were handed in."""

    saved: int
    handed_in: int


def hand_back(officer: Officer, *, name: str, octets: bytes, at: datetime.datetime) -> int:
    """Keep a workbook that came back; its number.

    Raises `NotMandated`, `WorkbookNotReadable`, `WorkbookTooLarge`, `NotAReturnWorkbook`.
    """
    access.must_somewhere(officer, "contribute")
    found = cells.read(octets, name=name)
    return kept.keep(officer, name=name, octets=octets, cells=found, at=at)


def take(officer: Officer, *, workbook: int, rows: Collection[int], hand_in: bool, at: datetime.datetime) -> Taken:
    """Keep the changes of these rows (by number), and hand their reports in if `hand_in`.

    Rows that change nothing, and those refused, stay as they are. Raises `NotHere`, `NotMandated`, `NoRowsChosen`.
    """
    access.must_somewhere(officer, "contribute")
    if not rows:
        raise NoRowsChosen
    held = access.workbook_for(officer, workbook)
    found = compared_now(officer, held, language=officer.language, day=clock.day_of(at))
    chosen = [row for row in found if row.number in rows and row.fate in (CHANGED, BOTH)]
    with transaction.atomic():  # one for all: each row has a place of its own to go back to
        kept_rows = _saved(officer, chosen, at)
        said = {
            row.number: _handed_in(officer, row, kept_rows[row.number], at) if hand_in else _told(kept_rows[row.number])
            for row in chosen
        }
        kept.say(held.id, said, at=at)
    outcomes = list(said.values())
    handed_in = outcomes.count(HANDED_IN)
    if outcomes.count(SAVED) + handed_in:
        _note(officer, held.name, saved=outcomes.count(SAVED) + handed_in, handed_in=handed_in, at=at)
    return Taken(saved=outcomes.count(SAVED) + handed_in, handed_in=handed_in)


def _note(officer: Officer, name: str, *, saved: int, handed_in: int, at: datetime.datetime) -> None:
    about = {"file": name.encode("ascii", "backslashreplace").decode()[:LONGEST_NAMED], "rows": str(saved)}
    about |= {"handed_in": str(handed_in)} if handed_in else {}
    acting = access.acting(officer, at=at)
    note_act(Acted("workbook-taken", about), channel=entries.HOME, subject="channel", by=acting, at=at)


@at_one_glance  # drafts only: nothing here changes what the officer may do, or a register
def _saved(
    officer: Officer, chosen: Collection[RowCompared], at: datetime.datetime
) -> dict[int, Saved | Moved | Refusal]:
    """Every row kept as the form would keep it, by its number; or why it was not."""
    done: dict[int, Saved | Moved | Refusal] = {}
    for row in chosen:
        assert row.about is not None  # only rows that name a return are chosen
        assert row.boxes is not None
        try:
            with transaction.atomic():
                done[row.number] = writing.save(
                    officer, asked_for=row.about.id, version=row.about.version, typed=row.boxes, at=at
                )
        except Refusal as refusal:
            done[row.number] = refusal
    return done


def _told(outcome: Saved | Moved | Refusal) -> Words:
    if isinstance(outcome, Refusal):
        return _said(outcome)
    return MOVED if isinstance(outcome, Moved) else SAVED


def _handed_in(officer: Officer, row: RowCompared, saved: Saved | Moved | Refusal, at: datetime.datetime) -> Words:
    """Hand one row in that was kept; what is to be said of it."""
    if not isinstance(saved, Saved):
        return _told(saved)
    assert row.about is not None
    assert row.boxes is not None
    try:
        with transaction.atomic():
            handed = writing.hand_in(officer, asked_for=row.about.id, version=saved.version, typed=row.boxes, at=at)
    except Refusal as refusal:
        return _kept_but(refusal)
    return MOVED if isinstance(handed, Moved) else HANDED_IN


def _said(refusal: Refusal) -> Words:
    return Words(*(f"{refusal.sentence(language)} {refusal.advice(language)}" for language in LANGUAGES))


KEPT_BUT = Words(
    en="Taken over, but not handed in: {why}",
    fr="Repris, mais non remis\u00a0: {why}",
    ko="반영했으나 제출하지 못함: {why}",
)


def _kept_but(refusal: Refusal) -> Words:
    return KEPT_BUT.filled(why=_said(refusal))
