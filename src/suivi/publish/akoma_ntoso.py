"""Akoma Ntoso 3.0 (OASIS LegalDocML): a text with its sections and provisions marked, byte for byte the text again.

Rules:
- every character of the text stands in the main body, in order, once; what XML cannot hold is a marker that names it;
  `reader.documents.akoma_ntoso` takes them out again to the same characters;
- a section is an `hcontainer` named for its kind, a provision a `span` in its words; `eId` is the id of the house. Where
  a span cannot be one element it goes on in others, named `P1.I3__2`;
- what the standard has no word for (mode, recurrence, doubts, page and block) stands in `proprietary`, in a namespace
  of our own, and nowhere else;
- nothing depends on the day: the same plan gives the same bytes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, cast

from lxml import etree

from suivi.plan.text import Span, Text
from suivi.reader.draft import DraftCommitment, DraftPlan
from suivi.reader.lexicon import compiled

AKN: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OURS: Final = "urn:suivi:akoma-ntoso:1"
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
# XML 1.0, production 2: everything else cannot stand in a document.
_FORBIDDEN: Final = "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
# ISO 639-2 and ISO 3166-1, for the parts of FRBR addresses (Akoma Ntoso Naming Convention 1.0, section 4).
_LANGUAGES: Final = {"en": "eng", "fr": "fra", "ko": "kor"}
_COUNTRIES: Final = {
    "aus": "au", "can": "ca", "chn": "cn", "deu": "de", "esp": "es", "fra": "fr", "gbr": "gb", "idn": "id", "ind": "in",
    "ita": "it", "jpn": "jp", "kor": "kr", "mex": "mx", "nzl": "nz", "phl": "ph", "sgp": "sg", "usa": "us", "vnm": "vn",
}  # fmt: skip
_UNKNOWN_COUNTRY: Final = "un"
_UNKNOWN_DAY: Final = "0001-01-01"

Element = etree._Element


@dataclass(frozen=True, kw_only=True)
class Division:
    """A section: `span` is heading and body, `heading` the heading alone, whose words begin with `label`."""

    id: str
    kind: str
    span: Span
    heading: Span
    label: str = ""
    parent: str | None = None


@dataclass(frozen=True, kw_only=True)
class Marked:
    """A provision at one of its places: `facts` are what the standard has no word for, by name."""

    id: str
    kind: str
    span: Span
    facts: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Work:
    """What the text is a version of: its name in addresses, the parties, the day it was agreed (ISO) or empty.

    `status` is `draft` for a reading nobody has agreed to, else the number of the version in force. `source` is the
    name of the file a reading comes from, `marking` the label of a text that is given away, empty for a reading.
    """

    name: str
    parties: tuple[str, ...]
    agreed_on: str = ""
    status: str = "draft"
    source: str = ""
    marking: str = ""


def draft_akoma_ntoso(draft: DraftPlan, *, source: str = "") -> bytes:
    """A draft plan as Akoma Ntoso: UTF-8 with an XML declaration. `source` is the name of the file it was read from."""
    doubts: dict[str, list[str]] = {}
    for doubt in draft.doubts:
        doubts.setdefault(doubt.at, []).append(doubt.code)
    agreed_on = draft.preamble.agreed_on
    return akoma_ntoso(
        draft.text,
        [
            Division(id=each.id, kind=each.kind, span=each.span, heading=each.heading, label=each.label, parent=each.parent)
            for each in draft.sections
        ],
        [
            Marked(id=each.id, kind=each.kind, span=each.span, facts=_facts(each, draft.text), doubts=tuple(doubts.get(each.id, ())))
            for each in draft.commitments
        ],
        Work(
            name=f"draft-{draft.text.sha256[:12]}",
            parties=draft.parties,
            agreed_on=agreed_on.latest_on.isoformat() if agreed_on else "",
            source=source,
        ),
    )  # fmt: skip


def _facts(commitment: DraftCommitment, text: Text) -> dict[str, str]:
    recurrence, deadline = commitment.recurrence, commitment.deadline
    facts = {
        "mode": commitment.mode,
        "actor": commitment.actor,
        "recurrence": recurrence and (recurrence.rule or "regular"),
        "earliest": deadline and deadline.earliest_on.isoformat(),
        "latest": deadline and deadline.latest_on.isoformat(),
        "page": text.page_at(commitment.span.start),
        "block": text.block_at(commitment.span.start),
        "sameAs": " ".join(commitment.same_as),
        "rules": " ".join(commitment.rules),
    }
    return {name: str(value) for name, value in facts.items() if value}


def akoma_ntoso(text: Text, divisions: Sequence[Division], provisions: Sequence[Marked], work: Work) -> bytes:
    """The text with its divisions, in reading order, and its provisions, as a `doc`; UTF-8 with an XML declaration."""
    root = etree.Element(f"{{{AKN}}}akomaNtoso", nsmap=cast("dict[str, str]", {None: AKN, "s": OURS}))
    document = _under(root, "doc", name="action-plan", contains="originalVersion")
    _write_meta(document, text, provisions, work)
    body = _under(document, "mainBody")
    body.set(f"{_XML}space", "preserve")
    _Body(text, divisions, provisions).write(body)
    if not len(body):
        _under(body, "p")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _under(parent: Element, tag: str, /, **attributes: str) -> Element:
    return etree.SubElement(parent, f"{{{AKN}}}{tag}", attributes)


def _ours(parent: Element, tag: str, /, **attributes: str) -> Element:
    kept = {key: compiled(_FORBIDDEN).sub("\ufffd", value) for key, value in attributes.items()}
    return etree.SubElement(parent, f"{{{OURS}}}{tag}", kept)


# Who, when, where from


def _write_meta(document: Element, text: Text, provisions: Sequence[Marked], work: Work) -> None:
    meta = _under(document, "meta")
    country = next((_COUNTRIES[party] for party in work.parties if party in _COUNTRIES), _UNKNOWN_COUNTRY)
    language = _LANGUAGES.get(text.language, "und")
    address = f"/akn/{country}/doc/{(work.agreed_on or _UNKNOWN_DAY)[:4]}/{work.name}"
    identification = _under(meta, "identification", source="#suivi")
    _frbr(identification, "FRBRWork", address, work, "agreement")
    expression = f"{address}/{language}@{work.status if work.status == 'draft' else f'v{work.status}'}"
    _under(identification[-1], "FRBRcountry", value=country)
    _under(identification[-1], "FRBRauthoritative", value="false" if work.status == "draft" else "true")
    _frbr(identification, "FRBRExpression", expression, work, "agreement")
    _under(identification[-1], "FRBRlanguage", language=language)
    _frbr(identification, "FRBRManifestation", f"{expression}.akn", work, "agreement")
    _under(identification[-1], "FRBRformat", value="application/akn+xml")
    references = _under(meta, "references", source="#suivi")
    _under(references, "original", eId="original", href=address, showAs=work.name)
    for party in work.parties:
        _under(
            references, "TLCOrganization", eId=party, href=f"/akn/ontology/organization/{party}", showAs=party.upper()
        )
    _under(references, "TLCOrganization", eId="suivi", href="/akn/ontology/organization/suivi", showAs="Suivi")
    _write_ours(_under(meta, "proprietary", source="#suivi"), text, provisions, work)


def _frbr(identification: Element, level: str, address: str, work: Work, event: str) -> None:
    element = _under(identification, level)
    _under(element, "FRBRthis", value=f"{address}/!main" if level != "FRBRManifestation" else address)
    _under(element, "FRBRuri", value=address)
    _under(element, "FRBRdate", date=work.agreed_on or _UNKNOWN_DAY, name=event if work.agreed_on else "unknown")
    for party in work.parties or ("suivi",):
        _under(element, "FRBRauthor", href=f"#{party}")


def _write_ours(proprietary: Element, text: Text, provisions: Sequence[Marked], work: Work) -> None:
    facts = {"status": work.status, "source": work.source, "marking": work.marking}
    told = _ours(proprietary, "text", sha256=text.sha256, language=text.language, **facts)
    for number, start in enumerate(text.pages, start=1):
        _ours(told, "page", number=str(number), start=str(start))
    for block in text.blocks:
        _ours(told, "block", start=str(block.start), end=str(block.end), role=block.role, label=block.label)
    for caveat in text.caveats:
        spans = " ".join(f"{span.start}-{span.end}" for span in caveat.spans)
        _ours(told, "caveat", code=caveat.code, spans=spans, **caveat.says.by_language())
    for provision in provisions:
        about = _ours(proprietary, "provision", about=f"#{provision.id}", kind=provision.kind, **provision.facts)
        for code in provision.doubts:
            _ours(about, "doubt", code=code)


# The body


@dataclass(slots=True)
class _Node:
    """A division with those directly below it, and the bounds it is written in: nested, in order, never overlapping."""

    division: Division
    start: int
    end: int
    below: list["_Node"] = field(default_factory=list)


class _Body:
    """Writes every character once, in order: headings, paragraphs, and the spans of provisions inside them."""

    def __init__(self, text: Text, divisions: Sequence[Division], provisions: Sequence[Marked]) -> None:
        self.text = text
        self.top = _nested(divisions, len(text.characters))
        self._bound(self.top, len(text.characters))
        self.provisions = sorted(provisions, key=lambda each: (each.span.start, -each.span.end))
        self.cuts = self._cuts()
        self.pieces: dict[str, int] = {}  # how many elements each provision has so far
        self.markers = 0

    def write(self, body: Element) -> None:
        """Write the whole text into `body`."""
        cursor = 0
        for node in self.top:
            self._paragraphs(body, cursor, node.start)
            self._division(body, node)
            cursor = node.end
        self._paragraphs(body, cursor, len(self.text.characters))

    def _bound(self, nodes: list[_Node], end: int) -> None:
        """Give every division its end: before the next one, after those below it, over the blanks that follow."""
        for place, node in enumerate(nodes):
            latest = nodes[place + 1].start if place + 1 < len(nodes) else end
            lowest = max((each.start for each in _all(node.below)), default=node.start)
            node.end = self._over_blanks(min(latest, max(node.division.span.end, lowest, node.start)), latest)
            self._bound(node.below, node.end)

    def _division(self, parent: Element, node: _Node) -> None:
        division = node.division
        element = _under(parent, "hcontainer", eId=division.id, name=division.kind)
        begins = min(max(division.heading.end, node.start), node.below[0].start if node.below else node.end)
        # Blanks behind a heading stand in it: between elements nothing may stand.
        begins = self._over_blanks(begins, node.below[0].start if node.below else node.end)
        label_end = self._label_end(division, node.start, begins)
        if label_end:
            self._inline(_under(element, "num"), node.start, label_end)
        self._inline(_under(element, "heading"), label_end or node.start, begins)
        if not node.below:
            self._paragraphs(_under(element, "content", eId=f"{division.id}__content"), begins, node.end, least=1)
            return
        cursor = begins
        for place, child in enumerate(node.below, start=1):
            self._passage(element, f"{division.id}__passage_{place}", cursor, child.start)
            self._division(element, child)
            cursor = child.end
        self._passage(element, f"{division.id}__passage_{len(node.below) + 1}", cursor, node.end)

    def _label_end(self, division: Division, start: int, end: int) -> int:
        """Where the label's words end in the heading; 0 if the heading is nothing but the label, or has none."""
        words = compiled(r"\s+").split(division.label.strip())
        if not division.label.strip():
            return 0
        found = compiled(r"\s+".join(map(_escaped, words))).match(self.text.characters, start, end)
        return found.end() if found and self.text.characters[found.end() : end].strip(" :*_\u00a0\n\r") else 0

    def _passage(self, parent: Element, id: str, start: int, end: int) -> None:
        if start < end:
            passage = _under(parent, "hcontainer", eId=id, name="passage")
            self._paragraphs(_under(passage, "content", eId=f"{id}__content"), start, end)

    def _paragraphs(self, parent: Element, start: int, end: int, *, least: int = 0) -> None:
        places = [start, *(cut for cut in self.cuts if start < cut < end), end]
        written = 0
        for first, last in pairwise(places):
            if first < last:
                self._inline(_under(parent, "p"), first, last)
                written += 1
        if written < least:
            _under(parent, "p")

    def _over_blanks(self, start: int, end: int) -> int:
        blanks = compiled(r"\s*").match(self.text.characters, start, end)
        return blanks.end() if blanks else start

    def _cuts(self) -> list[int]:
        """Where paragraphs begin: after blank lines and at blocks of the document, never inside a provision."""
        cuts = {match.end() for match in compiled(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*").finditer(self.text.characters)}
        cuts |= {block.start for block in self.text.blocks}
        kept: list[int] = []
        reached, waiting = 0, iter(self.provisions)
        provision = next(waiting, None)
        for cut in sorted(cuts):
            while provision is not None and provision.span.start < cut:
                reached, provision = max(reached, provision.span.end), next(waiting, None)
            if reached <= cut:
                kept.append(cut)
        return kept

    # Inside a paragraph

    def _inline(self, element: Element, start: int, end: int) -> None:
        """Write `[start, end)` into the element, with the spans of the provisions that stand in it."""
        here = [each for each in self.provisions if each.span.start < end and start < each.span.end]
        self._fill(element, start, end, [(each, max(start, each.span.start), min(end, each.span.end)) for each in here])

    def _fill(self, element: Element, start: int, end: int, spans: list[tuple[Marked, int, int]]) -> None:
        cursor = start
        waiting = [span for span in spans if span[1] < span[2]]
        while waiting:
            provision, first, last = waiting.pop(0)
            first = max(first, cursor)
            if first >= last:
                continue
            self._say(element, cursor, first)
            within = [(other, max(begins, first), min(ends, last)) for other, begins, ends in waiting if begins < last]
            beyond = [(other, max(begins, last), ends) for other, begins, ends in waiting if ends > last]
            self._fill(self._span(element, provision), first, last, within)
            cursor, waiting = last, beyond
        self._say(element, cursor, end)

    def _span(self, parent: Element, provision: Marked) -> Element:
        piece = self.pieces[provision.id] = self.pieces.get(provision.id, 0) + 1
        span = _under(parent, "span", eId=provision.id if piece == 1 else f"{provision.id}__{piece}")
        span.set("class", provision.kind if piece == 1 else f"{provision.kind} continued")
        return span

    def _say(self, element: Element, start: int, end: int) -> None:
        characters, cursor = self.text.characters, start
        for match in compiled(_FORBIDDEN).finditer(characters, start, end):
            _append(element, characters[cursor : match.start()])
            self.markers += 1
            marker = _under(element, "marker", eId=f"character_{self.markers}", name="character")
            marker.set(f"{{{OURS}}}code", f"{ord(match.group()):04X}")
            cursor = match.end()
        _append(element, characters[cursor:end])


def _append(element: Element, words: str) -> None:
    if not words:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def _escaped(word: str) -> str:
    return compiled(r"([^\w])").sub(r"\\\1", word)


def _nested(divisions: Iterable[Division], end: int) -> list[_Node]:
    """The divisions as a tree; each begins where it says but not before the one before, and ends within its parent."""
    top: list[_Node] = []
    open: list[_Node] = []
    cursor = 0
    for division in sorted(divisions, key=lambda each: each.span.start):
        while open and open[-1].division.id != division.parent:
            open.pop()
        start = min(max(cursor, division.span.start), end)
        node = _Node(division, start, end)
        (open[-1].below if open else top).append(node)
        open.append(node)
        cursor = max(start, min(division.heading.end, end))
    return top


def _all(nodes: list[_Node]) -> Iterator[_Node]:
    for node in nodes:
        yield node
        yield from _all(node.below)
