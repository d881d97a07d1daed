"""A printed review as a reader sees it: elements with their attributes and characters, by a parser of HTML."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "hr", "link", "img"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    children: list = field(default_factory=list)

    @property
    def characters(self):
        return "".join(child if isinstance(child, str) else child.characters for child in self.children)

    @property
    def classes(self):
        return self.attributes.get("class", "").split()

    def every(self, tag=None, class_=None):
        """This element and all under it that have the tag and class, in order of the page."""
        if (tag is None or self.tag == tag) and (class_ is None or class_ in self.classes):
            yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.every(tag, class_)

    def one(self, tag=None, class_=None):
        (found,) = self.every(tag, class_)
        return found

    def by_id(self, id):
        (found,) = [one for one in self.every() if one.attributes.get("id") == id]
        return found


class Reader(HTMLParser):
    """Builds the tree; a tag closed out of turn is a fault of the page."""

    def __init__(self):
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag, attrs):
        assert len(dict(attrs)) == len(attrs), f"an attribute of <{tag}> is said twice"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, characters):
        self.open[-1].children.append(characters)


def read_page(octets):
    reader = Reader()
    reader.feed(octets.decode("utf-8"))
    reader.close()
    assert reader.open == [reader.root], "an element was left open"
    return reader.root
