"""What changed between two days: the mark of a commitment on the first day, an arrow, and its mark on the last."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from suivi.plan.words import Words
from suivi.publish.days import day_in
from suivi.publish.lintel import lintel
from suivi.publish.markup import Html, joined
from suivi.publish.pictures.drawing import LEADING, NARROW, Label, Picture, across, label, path, placed, units, words

_TITLE: Final = Words(en="What changed", fr="Ce qui a changé", ko="달라진 사항")
_SAYS: Final = Words(
    en="One line for each commitment that changed: its mark on the first day, an arrow, its mark on the last day.",
    fr="Une ligne par engagement qui a changé\u00a0: sa marque le premier jour, une flèche, sa marque le dernier jour.",
    ko="달라진 항목마다 한 줄씩, 첫날의 표지에서 마지막 날의 표지로 화살표를 그었습니다.",
)
_COMMITMENT: Final = Words(en="Commitment", fr="Engagement", ko="항목")
_ROOM: Final = 226.0
_BEFORE: Final = 240.0
_AFTER: Final = 322.0
_MARK: Final = (32.0, 28.0)


@dataclass(frozen=True, kw_only=True)
class Change:
    """A commitment with its stages and comparison on both days, and both as words for the table."""

    named: Label
    before: tuple[tuple[str | None, ...], str]
    after: tuple[tuple[str | None, ...], str]
    before_words: str
    after_words: str


def picture(changes: Sequence[Change], *, from_on: str, to_on: str, language: str) -> Picture:
    """The picture; `from_on` and `to_on` are the two days (`YYYY-MM-DD`)."""
    shapes: list[Html] = [
        words(_BEFORE + 14, LEADING, day_in(language, from_on), class_="faint", anchor="end"),
        words(NARROW, LEADING, day_in(language, to_on), class_="faint", anchor="end"),
    ]
    y = 1.6 * LEADING
    for each in changes:
        shapes.append(across(0, y, NARROW, "lane"))
        named, after = label(0, y + LEADING + 2, each.named, _ROOM, reading=language)
        shapes += [named, _marks(each, y + 8)]
        y = max(after, y + _MARK[1] + 14)
    return Picture(
        name="changed",
        title=_TITLE.in_(language),
        says=_SAYS.in_(language),
        width=NARROW,
        height=y + 2,
        shapes=joined(shapes),
        columns=(_COMMITMENT.in_(language), *(day_in(language, on) for on in (from_on, to_on))),
        rows=tuple((each.named.cell(language), each.before_words, each.after_words) for each in changes),
        open=True,
    )


def _marks(each: Change, y: float) -> Html:
    middle, tip = y + 16, _AFTER - 8
    arrow = f"M{units(_BEFORE + 42)} {units(middle)}H{units(tip)}m-6 -4l6 4l-6 4"
    before, after = (lintel(stages, comparison) for stages, comparison in (each.before, each.after))
    return joined([placed(_BEFORE, y, *_MARK, before), path(arrow, "axis"), placed(_AFTER, y, *_MARK, after)])
