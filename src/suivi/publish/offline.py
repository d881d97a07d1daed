"""One offline file: a whole page with its style sheets inside, that asks nothing of any network.

- No script, no font, no picture from elsewhere: a content security policy in the page forbids it as well.
- The scheme is frozen to light, and the skin follows the language: the same review gives the same bytes everywhere.
"""

import re
from importlib.resources import files
from typing import Final

from suivi.publish.markup import Html, element, joined, verbatim

SHEETS: Final = ("tokens.css", "suivi.css", "review.css")
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_SKINS: Final = {"ko": "kor"}


def offline_page(*, language: str, title: str, marking: str, body: Html) -> bytes:
    """The page in UTF-8; `marking` is repeated in the margins of every printed sheet."""
    head = [
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        element("style", verbatim(_styles(marking))),
    ]
    skin = _SKINS.get(language, "can")
    whole = element("html", element("head", *head), body, lang=language, data_skin=skin, data_scheme="light")
    return joined([Html("<!doctype html>\n"), whole, "\n"]).encode("utf-8")


def style_sheet(*names: str) -> bytes:
    """The style sheets of the house of these names as one file, comments and indentation left out."""
    look = files("suivi.publish") / "look"
    whole = "".join((look / name).read_text(encoding="utf-8") for name in names)
    lines = (line.strip() for line in _COMMENT.sub("", whole).splitlines())
    return "\n".join(line for line in lines if line).encode("utf-8")


def _styles(marking: str) -> str:
    look = files("suivi.publish") / "look"
    sheets = [(look / name).read_text(encoding="utf-8") for name in SHEETS]
    return "".join([*sheets, _margins(marking)])


def _margins(marking: str) -> str:
    # A marking is of a closed alphabet; anything else must not end the string or the sheet it stands in.
    shown = "".join(one for one in marking if one.isalnum() or one in " :+/-")
    rule = f'content: "{shown}"; font: 700 7pt monospace'
    return f"@page {{ @top-right {{ {rule} }} @bottom-right {{ {rule} }} @bottom-left {{ content: counter(page) }} }}\n"
