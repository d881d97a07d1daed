"""The mark of a commitment: a column for each party, and the lintel they carry if their accounts meet.

- Height and filling of a column say how far that party says it has got; the first party stands left.
- Level: same step. Broken: same step, other details. Tilted towards the side that says less: the accounts
  differ. Space between filled: joint account, sealed. No lintel: one side, or both, silent.
- The picture is hidden from screen readers: the words beside it carry the meaning. Presentation is by
  class only (`look/suivi.css`, section 5), so that it obeys a strict content security policy.
"""

from collections.abc import Sequence
from typing import Final

GROUND: Final = 26.4  # where the columns stand, in units of the picture, which is 28 high
_WIDTH: Final = 8.0
_FIRST: Final = 3.0
_APART: Final = 18.0
_HEIGHTS: Final = {"done": 20.0, "under-way": 14.0, "planned": 8.0, "mentioned": 5.0, "stopped": 8.0}
_GAP: Final = 2.4  # between a column and a level lintel
_TILTED_GAP: Final = 2.6  # plus four times the slope, so that a tilted lintel never cuts a column
_GLYPHS: Final = {
    "done": '<path class="done" d="M1 1h10v10H1z"/>',
    "under-way": '<path class="under-way" d="M2 2h8v8H2z"/><path class="under-way f" d="M1 6h10v5H1z"/>',
    "planned": '<path class="planned" d="M2 2h8v8H2z"/>',
    "mentioned": '<circle class="mentioned" cx="6" cy="7" r="3"/>',
    "stopped": '<path class="stopped" d="M2 2l8 8M10 2l-8 8"/>',
}
_SILENT_GLYPH: Final = '<path class="silent" d="M1 7h10"/>'


def lintel(states: tuple[str | None, ...], comparison: str, *, size: str = "") -> str:
    """The mark as inline SVG, height 28, width 32 for two parties.

    `states` holds the stage code of each party in charter order, None where it is silent; an unknown code
    is drawn like a mention. `comparison` is one of `neither`, `one-side`, `same`, `details-differ`,
    `differ`, `sealed`. `size` is a further class: `l12`, `l16`, `l32`, `l40`.
    """
    stages = tuple("done" for _ in states) if comparison == "sealed" else states
    width = _FIRST * 2 + _WIDTH + _APART * (len(stages) - 1)
    between = _sealed(stages) if comparison == "sealed" else ""
    columns = "".join(_column(stage, _FIRST + _APART * place) for place, stage in enumerate(stages))
    return _picture(between + columns + _carried(stages, comparison, width), width, size)


def column(state: str | None) -> str:
    """One column alone, in the middle of a mark for two: for the key."""
    return _picture(_column(state, 12.0), 32.0, "")


def glyph(state: str | None) -> str:
    """The small sign of a stage, 12 by 12, that stands before its word."""
    drawn = _GLYPHS.get(state, _GLYPHS["mentioned"]) if state else _SILENT_GLYPH
    return f'<svg class="lintel" viewBox="0 0 12 12" aria-hidden="true" focusable="false">{drawn}</svg>'


def _picture(drawn: str, width: float, size: str) -> str:
    classes = " ".join(part for part in ("lintel", size, "wide" if width > 32 else "") if part)
    box = f'viewBox="0 0 {_figure(width)} 28"'
    return f'<svg class="{classes}" {box} aria-hidden="true" focusable="false">{drawn}</svg>'


def _column(state: str | None, left: float) -> str:
    x = _figure
    if state is None:
        return f'<path class="silent" d="M{x(left)} 25.8h8"/>'
    if state == "done":
        return f'<path class="done" d="M{x(left)} 6.4h8v20h-8z"/>'
    inner = x(left + 0.9)  # an outline is drawn inside the column's 8 units
    if state == "under-way":
        outline = f'<path class="under-way" d="M{inner} 13.3h6.2v12.2h-6.2z"/>'
        return f'{outline}<path class="under-way f" d="M{x(left)} 19.4h8v7h-8z"/>'
    if state == "planned":
        return f'<path class="planned" d="M{inner} 19.3h6.2v6.2h-6.2z"/>'
    if state == "stopped":
        return f'<path class="stopped" d="M{inner} 19.6l6.2 6.2M{x(left + 7.1)} 19.6l-6.2 6.2"/>'
    return f'<circle class="mentioned" cx="{x(left + 4)}" cy="23.9" r="2.5"/>'


def _carried(states: Sequence[str | None], comparison: str, width: float) -> str:
    if comparison in ("neither", "one-side"):
        return ""
    if comparison == "differ":
        return _tilted(states, width)
    top = _figure(min(_top(state) for state in states) - _GAP)
    if comparison == "details-differ":
        middle = width / 2
        return f'<path class="broken" d="M0 {top}H{_figure(middle - 3)}M{_figure(middle + 3)} {top}H{_figure(width)}"/>'
    return f'<path class="level" d="M1 {top}H{_figure(width - 1)}"/>'


def _tilted(states: Sequence[str | None], width: float) -> str:
    tops = [_top(state) for state in states]
    centres = [_FIRST + _APART * place + _WIDTH / 2 for place in range(len(tops))]
    low, high = tops.index(max(tops)), tops.index(min(tops))
    slope = 0.0 if low == high else (tops[low] - tops[high]) / (centres[low] - centres[high])
    if slope == 0.0:  # same height, other step: a tilt still has to be seen
        slope = 0.15
    # The line that clears every column by the gap, measured at x = 0.
    start = min(top - slope * centre for top, centre in zip(tops, centres, strict=True))
    start -= _TILTED_GAP + 4 * abs(slope)
    left, right = start + slope * 2, start + slope * (width - 2)
    return f'<path class="tilt" d="M2 {_figure(left)}L{_figure(width - 2)} {_figure(right)}"/>'


def _sealed(states: Sequence[str | None]) -> str:
    right = _FIRST + _APART * (len(states) - 1) + _WIDTH
    top = min(_top(state) for state in states) - 1.4
    return f'<path class="both" d="M3 {_figure(top)}H{_figure(right)}V26.4H3z"/>'


def _top(state: str | None) -> float:
    return GROUND - _HEIGHTS.get(state, _HEIGHTS["mentioned"]) if state else GROUND


def _figure(value: float) -> str:
    return f"{round(value, 1):g}"
