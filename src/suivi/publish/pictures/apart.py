"""How far the accounts differ: a line for each commitment, from where one party says it stands to where the other does.

- The further apart two signs stand, the further apart the accounts; a broken line joins two accounts of one stage and
  different days.
- Nothing says who is right: each sign bears the name of its party, and the days stand in the table.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from suivi.plan.words import Words
from suivi.publish.lintel import glyph
from suivi.publish.markup import Html, joined
from suivi.publish.pictures.drawing import LEADING, NARROW, Label, Picture, across, breadth, down, label, placed, words

_TITLE: Final = Words(en="How far the accounts differ", fr="Écart entre les rapports", ko="양측 보고 내용의 차이")
_SAYS: Final = Words(
    en="One line for each commitment on which the accounts differ, from the stage one party states to that of the other.",
    fr="Une ligne par engagement dont les rapports divergent, du stade déclaré par une partie à celui de l’autre.",
    ko="보고 내용이 다른 항목마다 한 줄씩, 한쪽이 밝힌 단계에서 다른 쪽이 밝힌 단계까지 선을 그었습니다.",
)
_COMMITMENT: Final = Words(en="Commitment", fr="Engagement", ko="항목")
_APART: Final = Words(en="Days apart", fr="Jours d’écart", ko="일수 차이")
_EDGE: Final = 34.0


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A commitment, and for each party in charter order the stage code and the day it states, in words, or None.

    `days` lie between the earliest and the latest day stated.
    """

    named: Label
    said: tuple[tuple[str, str] | None, ...]
    days: int


def picture(
    differences: Sequence[Difference], *, parties: Sequence[str], stages: Mapping[str, str], language: str
) -> Picture:
    """The picture; `stages` are the words of each stage in the order of the axis."""
    columns = {stage: _EDGE + (NARROW - 2 * _EDGE) * place / (len(stages) - 1) for place, stage in enumerate(stages)}
    rows: list[Html] = []
    y = 2.6 * LEADING
    for each in differences:
        named, y = label(0, y + LEADING, each.named, NARROW, reading=language)
        rows += [named, _line(each, parties, columns, y + 2)]
        y += 2.2 * LEADING
    head = [words(x, LEADING, stages[stage], class_="b", anchor="middle") for stage, x in columns.items()]
    return Picture(
        name="apart",
        title=_TITLE.in_(language),
        says=_SAYS.in_(language),
        width=NARROW,
        height=y + 2,
        shapes=joined([*head, *rows]),
        columns=(_COMMITMENT.in_(language), *parties, _APART.in_(language)),
        rows=tuple(
            (each.named.cell(language), *(_in_words(said, stages) for said in each.said), str(each.days))
            for each in differences
        ),
    )


def _in_words(said: tuple[str, str] | None, stages: Mapping[str, str]) -> str:
    return f"{stages.get(said[0], said[0]).capitalize()}, {said[1]}" if said else "–"


def _line(each: Difference, parties: Sequence[str], columns: Mapping[str, float], y: float) -> Html:
    """The signs of all parties and the line between the outermost; signs of one stage stand side by side."""
    given = [(party, said[0]) for party, said in zip(parties, each.said, strict=True) if said]
    alone = len({stage for _, stage in given}) == 1
    first = next(iter(columns.values()))
    places = [columns.get(stage, first) + (place * 28 - 14 if alone else 0) for place, (_, stage) in enumerate(given)]
    drawn = [down(x, y - 8, y + 8, "lane") for x in columns.values()]
    drawn.append(across(min(places), y, max(places), "gap broken" if alone else "gap"))
    for (party, stage), x in zip(given, places, strict=True):
        # Names of parties side by side look outward, so that they never meet.
        half = breadth(party, 11) / 2
        centre = min(max(x + ((half if x == max(places) else -half) if alone else 0), half), NARROW - half)
        drawn += [
            placed(x - 7, y - 7, 14, 14, glyph(stage)),
            words(centre, y + 19, party, class_="faint", anchor="middle"),
        ]
    return joined(drawn)
