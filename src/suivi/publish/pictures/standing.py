"""Standing by pillar: for each party a row of signs, one for each commitment, furthest first.

- Shapes say the stage; colour only repeats it. A commitment without a report of the party is a dash, never a gap.
- The order of parties is that of the charter in every capital. Names too long to stand beside the signs stand above them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from suivi.plan.words import Words
from suivi.publish.lintel import glyph
from suivi.publish.markup import Html, joined
from suivi.publish.pictures.drawing import LEADING, NARROW, Label, Picture, breadth, label, lines, placed, sign, words

_TITLE: Final = Words(
    en="How the plan stands, by pillar", fr="État du plan, par pilier", ko="핵심 협력 분야별 이행 현황"
)
_SAYS: Final = Words(
    en="For each pillar, one row for each party and one sign for each commitment, those furthest on first.",
    fr="Pour chaque pilier, une ligne par partie et un signe par engagement, les plus avancés d’abord.",
    ko="분야마다 당사국별로 한 줄씩, 항목마다 기호 하나씩을 진척이 큰 것부터 놓았습니다.",
)
_PILLAR: Final = Words(en="Pillar", fr="Pilier", ko="분야")
_PARTY: Final = Words(en="Party", fr="Partie", ko="당사국")
_FIRST: Final = 76.0
_INDENT: Final = 34.0
_ROW: Final = 18.0
_PITCH: Final = 16.0


@dataclass(frozen=True, slots=True)
class Pillar:
    """A pillar and, for each party in charter order, the stage code of every commitment (None: no report)."""

    named: Label
    stages: tuple[tuple[str | None, ...], ...]


def picture(
    pillars: Sequence[Pillar], *, parties: Sequence[str], stages: Mapping[str | None, str], language: str
) -> Picture:
    """The picture; `parties` are names in charter order, `stages` the words of each stage, furthest first, silence last."""
    order = list(stages)
    above = any(breadth(party) > _FIRST - 8 for party in parties)
    shapes: list[Html] = []
    y = LEADING
    for pillar in pillars:
        named, y = label(0, y, pillar.named, NARROW, reading=language)
        shapes.append(named)
        for party, said in zip(parties, pillar.stages, strict=True):
            if above:
                shapes.append(words(_INDENT, y + 2, lines(party, NARROW - _INDENT, most=1)[0], class_="faint"))
                y += LEADING
            else:
                shapes.append(words(_FIRST - 8, y + 2, party, class_="faint", anchor="end"))
            shapes.append(_signs(sorted(said, key=order.index), _INDENT if above else _FIRST, y))
            y += _ROW
        y += LEADING
    return Picture(
        name="standing",
        title=_TITLE.in_(language),
        says=_SAYS.in_(language),
        width=NARROW,
        height=y,
        shapes=joined(shapes),
        columns=(_PILLAR.in_(language), _PARTY.in_(language), *(word.capitalize() for word in stages.values())),
        rows=tuple(
            (pillar.named.cell(language), party, *(str(said.count(stage)) for stage in order))
            for pillar in pillars
            for party, said in zip(parties, pillar.stages, strict=True)
        ),
        signs=tuple((sign(stage), word) for stage, word in stages.items()),
    )


def _signs(said: Sequence[str | None], x: float, y: float) -> Html:
    pitch = min(_PITCH, (NARROW - x) / max(len(said), 1))
    return joined([placed(x + pitch * place, y - 8.5, 12, 12, glyph(stage)) for place, stage in enumerate(said)])
