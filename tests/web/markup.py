"""What a test needs to know of a page's markup, read with the standard library."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

UNLABELLED_TYPES = ("hidden", "submit")
VOID = ("input", "meta", "link", "br", "hr", "option", "path", "circle", "rect")


@dataclass
class Element:
    """An element as it opened: its name, attributes, and the names of those around it."""

    name: str
    attributes: dict[str, str]
    around: tuple[str, ...]


@dataclass
class Markup(HTMLParser):
    """The elements of a page in order, and the text inside its headings."""

    source: str
    elements: list[Element] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.source)

    def __hash__(self) -> int:
        return id(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, tuple(self.open)))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1] == tag, f"</{tag}> stands where </{self.open[-1]}> was due"
        self.open.pop()

    def named(self, *names: str) -> list[Element]:
        """The elements of those names."""
        return [element for element in self.elements if element.name in names]

    def ids(self) -> list[str]:
        """Every id, in order."""
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    def fields(self) -> list[Element]:
        """The boxes a person fills in."""
        boxes = self.named("input", "select", "textarea")
        return [box for box in boxes if box.attributes.get("type") not in UNLABELLED_TYPES]
