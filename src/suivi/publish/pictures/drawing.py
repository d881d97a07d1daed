"""Drawing: what every picture is made of: lines, words that fit, and the figure with its table.

- A picture never stands alone: `shown` sets the same figures beside it as a table, and a key where it has signs.
- Presentation is by class only (`look/suivi.css`, section 8), so that it obeys a strict content security policy.
- Nothing measures fonts: a wide (East Asian) character counts as one em, any other as a little over half of one.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from suivi.plan.words import Words
from suivi.publish.lintel import glyph
from suivi.publish.markup import Html, element, joined, verbatim

SIZE: Final = 12.0  # of words in a picture, in its own units
LEADING: Final = 15.0
NARROW: Final = 360.0
_SAME_FIGURES: Final = Words(en="The same figures as a table", fr="Les mêmes données en tableau", ko="같은 내용의 표")
_SCROLLS: Final = Words(
    en="Picture; it can be scrolled sideways on a small screen",
    fr="Figure à faire défiler sur petit écran",
    ko="그림: 작은 화면에서는 옆으로 움직여 볼 수 있습니다",
)


@dataclass(frozen=True, kw_only=True)
class Label:
    """How a picture names a commitment or pillar: its number, a title, the title's language, and where it leads."""

    number: str
    title: str
    language: str
    address: str = ""

    def cell(self, reading: str) -> Html:
        """The label in a table, marked with its language if it is not the reader's."""
        title = element("span", self.title, lang=None if self.language == reading else self.language)
        named = joined([element("span", self.number, class_="no"), title], " ")
        return element("a", named, href=self.address) if self.address else named


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture of `width` by `height` units: `shapes` as SVG, and the figures as `columns` and `rows` of cells.

    `name` makes its ids unique on a page. `signs` are stage codes (None: silence) with their words, for the key.
    """

    name: str
    title: str
    says: str
    width: float
    height: float
    shapes: Html
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    signs: tuple[tuple[Html, str], ...] = ()
    open: bool = False


def shown(picture: Picture, language: str) -> Html:
    """The figure, its key, and the same figures as a table: unfolded if the picture says so."""
    wide = picture.width > NARROW
    drawn = element(
        "svg",
        element("title", picture.title, id=f"{picture.name}-t"),
        element("desc", picture.says, id=f"{picture.name}-d"),
        picture.shapes,
        viewBox=f"0 0 {units(picture.width)} {units(picture.height)}",
        role="img",
        aria_labelledby=f"{picture.name}-t {picture.name}-d",
        focusable="false",
    )
    # What scrolls must be reachable by keyboard, and then it must have a name.
    reach = {"tabindex": "0", "role": "group", "aria_label": _SCROLLS.in_(language)} if wide else {}
    frame = element("div", drawn, class_="picture wide" if wide else "picture", **reach)
    beside = "beside" if picture.open and not wide else None
    return element("figure", frame, _key(picture.signs), _unfolding(picture, language), class_=beside)


def _key(signs: Iterable[tuple[Html, str]]) -> Html:
    lines = [element("li", sign, element("span", words)) for sign, words in signs]
    return element("ul", *lines, class_="signs") if lines else Html("")


def _unfolding(picture: Picture, language: str) -> Html:
    caption = _SAME_FIGURES.in_(language)
    if picture.open:
        return table(caption, picture.columns, picture.rows)
    return element("details", element("summary", caption), table(picture.title, picture.columns, picture.rows))


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Html:
    """A table that becomes records where it is narrow; the first cell of a row names it."""
    heads = [element("th", column, scope="col", role="columnheader") for column in columns]
    head = element("thead", element("tr", *heads, role="row"))
    body = element("tbody", *(_row(columns, row) for row in rows), role="rowgroup")
    stack = element("table", element("caption", caption), head, body, class_="stack", role="table")
    return element("div", stack, class_="cq")


def _row(columns: Sequence[str], row: Sequence[str]) -> Html:
    first = element("th", row[0], scope="row", role="rowheader")
    cells = [
        element("td", cell, role="cell", data_th=column) for column, cell in zip(columns[1:], row[1:], strict=True)
    ]
    return element("tr", first, *cells, role="row")


# Shapes


def units(value: float) -> str:
    """A distance as SVG writes it, to a tenth."""
    return f"{round(value, 1):g}"


def words(x: float, y: float, said: str, *, class_: str | None = None, anchor: str | None = None) -> Html:
    """Words on the line `y`, from `x`; `anchor` is `middle` or `end`."""
    return element("text", said, x=units(x), y=units(y), class_=class_, text_anchor=anchor)


def path(drawn: str, class_: str) -> Html:
    """A path."""
    return element("path", d=drawn, class_=class_)


def across(x: float, y: float, to_x: float, class_: str) -> Html:
    """A level line."""
    return path(f"M{units(x)} {units(y)}H{units(to_x)}", class_)


def down(x: float, y: float, to_y: float, class_: str) -> Html:
    """An upright line."""
    return path(f"M{units(x)} {units(y)}V{units(to_y)}", class_)


def moved(x: float, y: float, *shapes: str, class_: str | None = None) -> Html:
    """Shapes moved to `x`, `y`."""
    return element("g", *shapes, transform=f"translate({units(x)} {units(y)})", class_=class_)


def placed(x: float, y: float, width: float, height: float, drawn: str) -> Html:
    """A picture of `publish/lintel.py` inside another, `width` by `height` at `x`, `y`."""
    corner = f'<svg x="{units(x)}" y="{units(y)}" width="{units(width)}" height="{units(height)}"'
    return verbatim(drawn.replace("<svg", corner, 1))


def sign(state: str | None) -> Html:
    """The small sign of a stage for a key; None is silence."""
    return verbatim(glyph(state))


# Words that fit


def breadth(said: str, size: float = SIZE) -> float:
    """About how wide `said` will be set."""
    return sum(size if unicodedata.east_asian_width(each) in "WF" else size * 0.56 for each in said)


def lines(said: str, room: float, *, most: int = 2) -> list[str]:
    """`said` in at most `most` lines of `room` units; what does not fit ends in an ellipsis."""
    found: list[str] = [""]
    for word in said.split():
        longer = f"{found[-1]} {word}".strip()
        if breadth(longer) <= room or not found[-1]:
            found[-1] = longer
        else:
            found.append(word)
    kept = found if len(found) <= most else [*found[: most - 1], " ".join(found[most - 1 :])]
    return [_cut(line, room) for line in kept]


def _cut(line: str, room: float) -> str:
    if breadth(line) <= room:
        return line
    while line and breadth(f"{line}…") > room:
        line = line[:-1].rstrip()
    return f"{line}…"


def label(x: float, y: float, named: Label, room: float, *, reading: str) -> tuple[Html, float]:
    """A label from `x`, its first line on `y`, number first; and the line after the last."""
    indent = max(34.0, breadth(named.number) + 10)
    other = None if named.language == reading else named.language
    said = lines(named.title, room - indent)
    set_out = [words(x, y, named.number, class_="b")]
    for place, line in enumerate(said):
        set_out.append(element("text", line, x=units(x + indent), y=units(y + place * LEADING), lang=other))
    return joined(set_out), y + len(said) * LEADING
