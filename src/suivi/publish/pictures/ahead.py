"""What falls due: the next quarters, one line each, with a sign on every day on which something falls due.

- A circle is a recurrence, a diamond a deadline, a square a meeting on a day agreed, a triangle a step announced;
  numbers are those of the plan.
- What the plan wants “regularly” falls due on no particular day and is not drawn.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from suivi.plan.words import Words
from suivi.publish.days import day
from suivi.publish.markup import Html, element, joined
from suivi.publish.pictures.drawing import (
    LEADING,
    NARROW,
    Label,
    Picture,
    across,
    down,
    lines,
    moved,
    path,
    units,
    words,
)

_TITLE: Final = Words(
    en="What falls due in the next quarters", fr="Échéances des prochains trimestres", ko="향후 분기별 이행 기한"
)
_SAYS: Final = Words(
    en="One line for each of the next four quarters; a sign on each day on which something falls due.",
    fr="Une ligne pour chacun des quatre prochains trimestres; un signe à chaque jour d’échéance.",
    ko="앞으로 네 분기를 한 줄씩 나타내고 기한이 있는 날마다 기호를 놓았습니다.",
)
_QUARTER: Final = Words(en="Q{quarter} {year}", fr="T{quarter} {year}", ko="{year}년 {quarter}분기")
_COMMITMENT: Final = Words(en="Commitment", fr="Engagement", ko="항목")
_DUE: Final = Words(en="Due on", fr="Échéance", ko="기한")
_WHAT: Final = Words(en="What", fr="Nature", ko="구분")
KINDS: Final = {
    "recurrence": Words(en="recurrence", fr="récurrence", ko="정기 이행"),
    "deadline": Words(en="deadline", fr="date limite", ko="기한"),
    "dialogue": Words(en="meeting", fr="réunion", ko="회의"),
    "step": Words(en="step announced", fr="étape annoncée", ko="예정된 단계"),
}
_SIGNS: Final = {
    "recurrence": "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z",
    "deadline": "M0 -6l6 6l-6 6l-6 -6z",
    "step": "M-6 5l6 -10l6 10z",
}
_SQUARE: Final = "M-5 -5h10v10h-10z"
_FIRST: Final = 84.0
_QUARTERS: Final = 4


@dataclass(frozen=True, kw_only=True)
class Due:
    """A commitment that falls due on `on`; `kind` is one of `KINDS`, `said` what it is in words."""

    named: Label
    kind: str
    on: datetime.date
    said: str


def picture(due: Sequence[Due], *, from_on: datetime.date, language: str) -> Picture:
    """The four quarters from that of `from_on` on; what falls due before `from_on` or after them is left out."""
    quarters = list(_quarters(from_on))
    inside = sorted((one for one in due if from_on <= one.on < quarters[-1][1]), key=lambda one: one.on)
    shapes: list[Html] = []
    y = LEADING
    for first, end in quarters:
        shapes.append(_axis(first, y, language))
        below = y + 12
        for (on, _), held in groupby(
            (one for one in inside if first <= one.on < end), key=lambda one: (one.on, one.kind)
        ):
            drawn, below = _sign(on, list(held), first, end, y, below)
            shapes.append(drawn)
        y = below + LEADING
    return Picture(
        name="ahead",
        title=_TITLE.in_(language),
        says=_SAYS.in_(language),
        width=NARROW,
        height=y - 4,
        shapes=joined(shapes),
        columns=(_COMMITMENT.in_(language), _DUE.in_(language), _WHAT.in_(language)),
        rows=tuple((one.named.cell(language), day(language, one.on.isoformat()), one.said) for one in inside),
        signs=tuple((_for_key(kind), said.in_(language)) for kind, said in KINDS.items() if kind in _shown(inside)),
    )


def _shown(inside: Sequence[Due]) -> set[str]:
    """The kinds the key explains: those that every plan may have, and others where they are drawn."""
    return {kind for kind in KINDS if kind != "step"} | {one.kind for one in inside}


def _quarters(on: datetime.date) -> Iterator[tuple[datetime.date, datetime.date]]:
    """`[first, end)` of the quarter that holds `on` and of those after it."""
    place = on.year * 4 + (on.month - 1) // 3
    for each in range(place, place + _QUARTERS):
        yield _first_of(each), _first_of(each + 1)


def _first_of(place: int) -> datetime.date:
    return datetime.date(place // 4, place % 4 * 3 + 1, 1)


def _axis(first: datetime.date, y: float, language: str) -> Html:
    called = _QUARTER.filled(quarter=(first.month + 2) // 3, year=first.year).in_(language)
    months = [down(_FIRST + (NARROW - _FIRST) * part / 3, y - 8, y + 4, "lane") for part in range(4)]
    return joined([words(0, y + 2, called, class_="b"), across(_FIRST, y - 2, NARROW, "axis"), *months])


def _sign(
    on: datetime.date, held: Sequence[Due], first: datetime.date, end: datetime.date, y: float, below: float
) -> tuple[Html, float]:
    x = _FIRST + (NARROW - _FIRST) * ((on - first).days / (end - first).days)
    room = NARROW - _FIRST
    said = lines(" · ".join(one.named.number for one in held), room, most=9)
    late = x > _FIRST + room / 2
    anchor, edge = ("end", min(x + 6, NARROW)) if late else (None, max(x - 6, _FIRST))
    drawn = [words(edge, below + 4 + LEADING * place, line, anchor=anchor) for place, line in enumerate(said)]
    return joined([_drawn(held[0].kind, x, y - 2), *drawn]), below + LEADING * len(said)


def _drawn(kind: str, x: float, y: float) -> Html:
    return moved(x, y, path(_SIGNS.get(kind, _SQUARE), f"falls {kind}"))


def _for_key(kind: str) -> Html:
    box = "-8 -8 16 16"
    return element(
        "svg",
        path(_SIGNS.get(kind, _SQUARE), f"falls {kind}"),
        viewBox=box,
        class_="lintel",
        aria_hidden="true",
        width=units(12),
    )
