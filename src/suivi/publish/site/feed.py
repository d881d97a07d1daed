"""The change feed of a plan: Atom (RFC 4287), one entry for each public record, newest first.

- Ids are `urn:uuid` made of the record's own id, so a reader never sees one entry twice, whatever moves.
- The marking stands in `rights`, of the feed and of each entry.
- Without a public address of the site, links are relative to the feed.
"""

from typing import Final

from lxml import etree

from suivi.publish.review_html import marking_of
from suivi.publish.site.frame import Published
from suivi.publish.site.news import SHOWN, News, news_of
from suivi.publish.tongue import Tongue, number_of

_ATOM: Final = "http://www.w3.org/2005/Atom"
_EMPTY: Final = f'<feed xmlns="{_ATOM}"/>'
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"


def feed(published: Published, language: str, *, address: str) -> bytes:
    """The feed in `language`; `address` is that of the site, or empty."""
    tongue = published.tongue(language)
    root = etree.fromstring(_EMPTY)
    root.set(f"{_XML}lang", language)
    folder = f"{address}/{language}/{published.plan.id}/" if address else ""
    _put(root, "id", f"urn:sha256:{published.plan.texts[0].sha256}:{published.plan.id}:{language}")
    _put(root, "title", published.plan.titles.get(language) or published.plan.id)
    _put(root, "updated", published.updated_at or published.review.register.in_effect_at)
    _link(root, f"{folder}feed.atom", rel="self")
    _link(root, f"{folder}index.html", rel="alternate")
    marking = marking_of(published.review.register).label()
    _put(root, "rights", marking)
    author = etree.SubElement(root, f"{{{_ATOM}}}author")
    _put(author, "name", ", ".join(tongue.party(code) for code in published.names))
    for one in news_of(published)[:SHOWN]:
        _put(_entry(root, tongue, published, one, folder), "rights", marking)
    octets: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return octets


def _entry(root: etree._Element, tongue: Tongue, published: Published, one: News, folder: str) -> etree._Element:
    entry = etree.SubElement(root, f"{{{_ATOM}}}entry")
    _put(entry, "id", _urn(one.id))
    _put(entry, "title", _title(tongue, published, one))
    _put(entry, "updated", one.at)
    author = etree.SubElement(entry, f"{{{_ATOM}}}author")
    _put(author, "name", tongue.party(one.party))
    _link(entry, f"{folder}{one.provision or 'sources'}.html", rel="alternate")
    if language := tongue.chosen(one.told):
        content = _put(entry, "summary", one.told[language])
        content.set(f"{_XML}lang", language)
    return entry


def _title(tongue: Tongue, published: Published, one: News) -> str:
    said = [tongue.say(one.kind), *([tongue.say(one.says)] if one.says else [])]
    standing = published.review.standing(one.provision) if one.provision else None
    if standing is None:
        return ", ".join(said)
    titles = standing.provision.titles
    return f"{number_of(one.provision)} {titles.get(tongue.chosen(titles), '')}: {', '.join(said)}"


def _urn(id: str) -> str:
    return f"urn:uuid:{id[:8]}-{id[8:12]}-{id[12:16]}-{id[16:20]}-{id[20:32]}"


def _put(parent: etree._Element, name: str, text: str) -> etree._Element:
    child = etree.SubElement(parent, f"{{{_ATOM}}}{name}")
    child.text = text
    return child


def _link(parent: etree._Element, address: str, *, rel: str) -> None:
    etree.SubElement(parent, f"{{{_ATOM}}}link", {"rel": rel, "href": address})
