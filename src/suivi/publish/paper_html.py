"""HTML: a paper as one offline file, in the look of the review, with the marking at both ends and in the margins."""

from collections.abc import Iterable

from suivi.publish.markup import Html, element, joined, text, verbatim
from suivi.publish.offline import offline_page
from suivi.publish.paper import (
    Block,
    Break,
    Cell,
    Columns,
    Drawing,
    Figure,
    Heading,
    Items,
    Paper,
    Paragraph,
    Run,
    Runs,
    Style,
    Table,
    Voice,
)
from suivi.publish.tongue import marking

_ELEMENTS = {
    Style.LEDE: "lede",
    Style.NOTE: "small",
    Style.LABEL: "label",
    Style.BLANK: "blank",
    Style.SIGNED: "signed",
}
_CLASSES = {
    Voice.FAINT: "sub",
    Voice.SIGNED: "signed",
    Voice.NUMBER: "no",
    Voice.TAG: "tag",
    Voice.DIFFERS: "differs",
    Voice.LATE: "late",
    Voice.STRUCK: "signed before",
    Voice.DIGEST: "digest",
}


def paper_html(paper: Paper) -> bytes:
    """The paper as HTML, UTF-8."""
    sheets = [element("article", *(_block(block) for block in sheet), class_="a4") for sheet in _sheets(paper.blocks)]
    digest = element("span", paper.digest, class_="digest")
    mast = [element("span", "Suivi", class_="name", translate="no"), element("span", paper.kind, class_="channel")]
    body = element(
        "body",
        element("header", element("div", *mast, marking(paper.marking), class_="wrap"), class_="mast"),
        element("main", element("div", *sheets, class_="wrap"), id="main"),
        element("footer", element("div", marking(paper.marking), element("p", digest), class_="wrap"), class_="foot"),
        class_="sheet-page paper",
    )
    title = f"{paper.kind}, {paper.title}"
    return offline_page(language=paper.language, title=title, marking=paper.marking, body=body)


def blocks_html(blocks: Iterable[Block]) -> list[Html]:
    """The blocks of a paper as parts of another page."""
    return [_block(block) for block in blocks]


def _sheets(blocks: Iterable[Block]) -> list[list[Block]]:
    found: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Break):
            found.append([])
        else:
            found[-1].append(block)
    return [sheet for sheet in found if sheet]


def _block(block: Block) -> Html:
    match block:
        case Heading(level=level, runs=runs, anchor=anchor):
            return element(f"h{min(level, 6)}", *_runs(runs), id=anchor or None)
        case Paragraph(runs, style, language):
            classes, said = _ELEMENTS.get(style), language or None
            return element("p", *_runs(runs), class_=classes, lang=said, dir="auto" if style is Style.SIGNED else None)
        case Items(items, ordered):
            return element(
                "ol" if ordered else "ul", *(element("li", *_runs(item)) for item in items), class_="todo-list"
            )
        case Table():
            return _table(block)
        case Figure(drawing, caption):
            return element("figure", element("div", _drawn(drawing), class_="picture"), element("figcaption", caption))
        case Columns(parts):
            sides = (element("section", *(_block(inner) for inner in part), class_="side") for part in parts)
            return element("div", *sides, class_="sides")
        case Break():
            return Html("")


def _drawn(drawing: Drawing) -> Html:
    opening, rest = drawing.svg.split(">", 1)
    # The marks are hidden where words stand beside them; here the picture has to speak for itself.
    spoken = opening.replace(' aria-hidden="true"', "")
    return verbatim(f'{spoken} role="img" aria-label="{text(drawing.says)}">{rest}')


def _table(table: Table) -> Html:
    heads = (
        element("th", *_runs(column.title), scope="col", class_="num" if column.figures else None)
        for column in table.columns
    )
    body = (_row(table, row) for row in table.rows)
    made = element(
        "table",
        element("caption", table.caption, class_="vh"),
        element("thead", element("tr", *heads)),
        element("tbody", *body),
    )
    return element("div", made, class_="wide", tabindex="0", role="group", aria_label=table.caption)


def _row(table: Table, row: tuple[Cell, ...]) -> Html:
    cells = []
    for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
        content = [_drawn(cell.mark)] if cell.mark else []
        content += _runs(cell.runs)
        is_head = place == table.heads
        named, scope = ("th", "row") if is_head else ("td", None)
        cells.append(element(named, *content, scope=scope, class_="num" if column.figures else None))
    return element("tr", *cells)


def _runs(runs: Runs) -> list[Html]:
    return [_run(run) for run in runs]


def _run(run: Run) -> Html:
    said = _said(run)
    return element("a", said, href=run.proof, class_="proof") if run.proof else said


def _said(run: Run) -> Html:
    if run.voice is Voice.MARKING:
        return marking(run.words)
    words = joined(run.words.split("\n"), Html("<br>"))
    if run.voice is Voice.STRONG:
        return element("strong", words, lang=run.language or None)
    classes = _CLASSES.get(run.voice)
    plain = classes is None and not run.language
    return words if plain else element("span", words, class_=classes, lang=run.language or None)
