"""Furniture: what a web page holds around its text, by the mark-up alone, whatever the language.

Rules:
- never shown: scripts, styles, templates, forms' controls, and what is marked as hidden;
- furniture by its element or ARIA role: navigation, banner, page footer, search, dialog; by its class or id: strong
  words (cookie, breadcrumb …) suffice, weak ones (menu, share …) only where most of the words are links;
- a list of links into the page itself is its table of contents, and goes with the heading that holds only it;
- nothing goes that holds the main part, a first-level heading, or much of the page: better a menu too many than a
  commitment too few.
"""

from dataclasses import dataclass
from typing import Final

from lxml import etree, html

from suivi.reader.lexicon import compiled

_NEVER_SHOWN: Final = (
    "script style noscript template svg math head link meta object embed iframe canvas audio video map select option "
    "datalist button input textarea label"
).split()
_UNSEEN: Final = frozenset("hidden invisible blind sr-only visually-hidden visuallyhidden wb-inv wb-invisible".split())
_ROLES: Final = frozenset("navigation banner contentinfo search dialog alertdialog menu menubar toolbar".split())
_STRONG: Final = frozenset(
    "cookie cookies consent gdpr breadcrumb breadcrumbs pagedetails dtmd datemodified hlpfl skiplink skiplinks".split()
)
_WEAK: Final = frozenset(
    "nav navbar navigation menu gnb lnb snb sns share sharing social sidebar pagination pager skip toolbar footer "
    "masthead feedback newsletter subscribe related copyright language lang lng search popup quick tags".split()
)
_MUCH: Final = 0.4  # of the words of the page
_MAIN_LEAST: Final = 0.3
_LINKED: Final = 0.5
_ALL_LINKED: Final = 0.9
_GONE: Final = "gone"
_TITLES: Final = frozenset({"h2", "h3", "h4", "h5", "h6"})


@dataclass(slots=True)
class Measure:
    """What an element holds: letters, those in links, those in links into the page; its main part; its main heading."""

    letters: int = 0
    linked: int = 0
    inward: int = 0
    main: bool = False
    title: bool = False

    def add(self, other: "Measure") -> None:
        """Count what a child holds."""
        self.letters += other.letters
        self.linked += other.linked
        self.inward += other.inward
        self.main |= other.main
        self.title |= other.title


Measures = dict[html.HtmlElement, Measure]


def left_out(root: html.HtmlElement) -> None:
    """Take out of the tree what is not shown and what is furniture; the words around it stay."""
    etree.strip_elements(root, *_NEVER_SHOWN, with_tail=False)
    # The mark of a footnote is no part of the words it follows.
    unseen = [element for element in root.iter("*") if _is_unseen(element)]
    _take_out(root, [*unseen, *root.xpath("//sup[a[starts-with(@href, '#')]]")])
    measures = _measured(root)
    whole = measures[root].letters
    _take_out(root, [element for element in measures if _is_furniture(element, measures[element], whole)])
    lists = [element for element in root.iter("ul", "ol") if _links_into_page(element, measures[element])]
    _take_out(root, [part for element in lists for part in _with_heading(element)])


def main_part(root: html.HtmlElement) -> list[html.HtmlElement]:
    """The elements that hold the text, in order: the main part, before it a title that stands outside, or the body."""
    candidates = root.xpath("//main|//*[@role='main']") or _only(root.xpath("//article"))
    best = max(candidates, key=_letters, default=None)
    if best is None or _letters(best) < _MAIN_LEAST * max(1, _letters(root)):
        return [root]
    outside = [title for title in _only(root.xpath("//h1")) if best not in title.iterancestors()]
    return [*outside, best]


def _only(found: list[html.HtmlElement]) -> list[html.HtmlElement]:
    return found if len(found) == 1 else []


def _take_out(root: html.HtmlElement, elements: list[html.HtmlElement]) -> None:
    for element in elements:
        element.tag = _GONE
    etree.strip_elements(root, _GONE, with_tail=False)


def _is_unseen(element: html.HtmlElement) -> bool:
    if element.tag in ("html", "body"):
        return False
    if "hidden" in element.attrib or _UNSEEN & set(element.get("class", "").lower().split()):
        return True
    return compiled(r"(?i)display *: *none|visibility *: *hidden").search(element.get("style", "")) is not None


# Measures


def _measured(root: html.HtmlElement) -> Measures:
    """What each element holds, in document order; counted once, from the leaves up."""
    measures: Measures = {}
    above: list[html.HtmlElement] = []
    article = _only(root.xpath("//article"))  # several are teasers, one is the text
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            measures[element] = Measure(
                _inked(element.text), main=_is_main(element) or element in article, title=element.tag == "h1"
            )
            above.append(element)
        else:
            above.pop()
            _close(element, measures[element])
            if above:
                measures[above[-1]].add(measures[element])
                measures[above[-1]].letters += _inked(element.tail)
    return measures


def _close(element: html.HtmlElement, measure: Measure) -> None:
    if element.tag == "a":
        measure.linked = measure.letters
        measure.inward = measure.letters if element.get("href", "").startswith("#") else 0


def _inked(words: str | None) -> int:
    return 0 if words is None else len(words) - words.count(" ") - words.count("\n")


def _letters(element: html.HtmlElement) -> int:
    return sum(map(_inked, element.itertext()))


def _is_main(element: html.HtmlElement) -> bool:
    return bool(element.tag == "main" or element.get("role") == "main")


# Furniture


def _is_furniture(element: html.HtmlElement, measure: Measure, whole: int) -> bool:
    named, role = _named(element), element.get("role", "")
    if measure.main or element.tag in ("html", "body"):
        return False
    if element.tag == "nav" or role == "navigation":
        return True
    if measure.letters > _MUCH * whole or measure.title:
        return False
    if element.tag == "header":
        return not any(_is_main(above) or above.tag == "article" for above in element.iterancestors())
    if element.tag == "footer" or role in _ROLES or _STRONG & named:
        return True
    weak = element.tag == "aside" or bool(_WEAK & named)
    return weak and measure.linked >= _LINKED * max(1, measure.letters)


def _named(element: html.HtmlElement) -> set[str]:
    """The words of the element's classes and id, in lower case; capitals begin a word."""
    written = f"{element.get('class', '')} {element.get('id', '')}"
    return {word.lower() for word in compiled(r"[A-Z]?[a-z]+|[A-Z]+").findall(written)}


# The page's own table of contents


def _links_into_page(element: html.HtmlElement, measure: Measure) -> bool:
    return len(element) > 1 and measure.inward >= _ALL_LINKED * max(1, measure.letters)


def _with_heading(element: html.HtmlElement) -> list[html.HtmlElement]:
    before, after = element.getprevious(), element.getnext()
    heads_only_it = before is not None and before.tag in _TITLES and (after is None or after.tag in _TITLES)
    return [before, element] if heads_only_it and before is not None else [element]
