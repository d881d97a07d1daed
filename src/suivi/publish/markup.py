"""Markup: HTML written so that text is always escaped, and what is already markup never twice.

- A plain string is text. Only `element`, `joined` and `verbatim` give `Html`, and only `verbatim` trusts its caller.
- Characters that HTML cannot carry (controls other than tab and line feed, lone surrogates) become U+FFFD:
  a log refuses them long before, but a printed page must not be the one that breaks.
"""

import html
import re
from collections.abc import Iterable
from typing import Final

_NOT_IN_HTML: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_VOID: Final = frozenset({"meta", "br", "hr"})


class Html(str):
    """Characters that are markup already."""

    __slots__ = ()


def text(characters: str) -> Html:
    """`characters` escaped for content and for attributes in double quotes; markup passes unchanged."""
    if isinstance(characters, Html):
        return characters
    return Html(html.escape(_NOT_IN_HTML.sub("\ufffd", characters)))


def verbatim(markup: str) -> Html:
    """`markup` as it stands: for style sheets and pictures of this package, never for what somebody wrote."""
    return Html(markup)


def bare(markup: str) -> str:
    """The characters a reader sees of markup, HTML or XML: no element, and nothing escaped."""
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def joined(parts: Iterable[str], separator: str = "") -> Html:
    """The parts one after the other, each escaped unless it is markup."""
    return Html(text(separator).join(text(part) for part in parts))


def element(name: str, /, *content: str, **attributes: str | None) -> Html:
    """`<name attributes>content</name>`; attributes that are None are left out.

    A trailing underscore is dropped and others become hyphens: `class_`, `data_th`.
    """
    opening = "".join([f"<{name}", *(_attribute(key, value) for key, value in attributes.items()), ">"])
    return Html(opening) if name in _VOID else Html(f"{opening}{joined(content)}</{name}>")


def _attribute(key: str, value: str | None) -> str:
    return "" if value is None else f' {key.rstrip("_").replace("_", "-")}="{text(value)}"'
