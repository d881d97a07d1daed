"""The guides within the desk: the same pages as in `docs`, packed with the program, read as CommonMark with tables.

- A guide is shown in the reader's language; where it is not written in that, in English, and marked as such.
- Of the page of refusals, which holds its three languages itself, only the sentences of the reader's are shown.
- A link between guides leads to the page here; one to the rest of the documentation, which is not packed, is words alone.
"""

import functools
import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Final
from urllib.parse import unquote

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

from suivi.plan.words import LANGUAGES, Words
from suivi.web.context import AUTONYMS

SHELVES: Final = {
    "officers": ("guide", "meetings", "instruments", "workbook", "refusals"),
    "administrators": ("guide", "settings"),
}
"""The guides of each shelf, in the order they are offered."""
REFUSALS: Final = "refusals"
_LINK: Final = re.compile(r"(?:\.\./(?P<shelf>\w+)/)?(?P<name>[a-z]+)(?:\.(?P<language>fr|ko))?\.md(?P<place>#.*)?")

_READ_PLAN: Final = Words("Read a plan", "Lire un plan", "행동계획 읽기")
_PROPOSE: Final = Words(
    "Propose a plan, and agree to one", "Proposer un plan, donner son accord", "행동계획 제안과 합의"
)
_RELEASE: Final = Words(
    "Release: what leaves, and who says so", "Communiquer : ce qui sort, et qui le décide", "승인과 전달"
)
_FIND: Final = Words("Find things, in one plan or in all", "Trouver, dans un plan ou dans tous", "찾기")
_SIGN_IN: Final = Words("Sign in, and be away", "Se connecter, s’absenter", "로그인과 부재")
_DUE: Final = Words(
    "What is due: Today, the calendar, reminders",
    "Ce qui est à faire\u00a0: Aujourd’hui, le calendrier, les rappels",
    "오늘, 일정, 알림",
)
_REPORT: Final = Words("Report on a commitment", "Rendre compte d’un engagement", "이행 상황 보고")
_NAMED: Final = Words("What the plan names", "Ce que le plan nomme", "행동계획에 명시된 기관·문서")
_REVIEW: Final = Words("Print the annual review", "Imprimer l’examen annuel", "연례 점검 출력")
_CLOSE: Final = Words("Hold the review, and close it", "Tenir l’examen, et le clore", "점검 진행과 종결")
_APPROVE: Final = Words(
    "Approve reports before their release", "Approuver des rapports avant leur communication", "보고 작성과 승인 단계"
)
# The guides for administrators are in English and French: in Korean the desk shows the English, marked as such.
_PEOPLE: Final = Words("Officers and their mandates", "Les agents et leurs mandats", "Officers and their mandates")
_SET_UP: Final = Words(
    "Make it and set it up in the browser",
    "Le créer et le mettre en route dans le navigateur",
    "Make it and set it up in the browser",
)
_HAND_OVER: Final = Words("Hand over and take in", "Remettre et reprendre", "Hand over and take in")
_CHECK: Final = Words("Check a node", "Contrôler un nœud", "Check a node")
OFFICER: Final = ("officers", "guide")
ADMINISTRATOR: Final = ("administrators", "guide")
TASKS: Final[Mapping[str, tuple[tuple[str, str], Words | None]]] = {
    "": (OFFICER, _DUE),
    "today": (OFFICER, _DUE),
    "calendar": (OFFICER, _DUE),
    "account": (OFFICER, _SIGN_IN),
    "drafts": (OFFICER, _READ_PLAN),
    "readings": (OFFICER, _READ_PLAN),
    "joint-texts": (OFFICER, _PROPOSE),
    "plans": (OFFICER, Words("See how the plan stands", "Voir où en est le plan", "두 나라의 설명 비교")),
    "commitment": (OFFICER, _REPORT),
    "activities": (OFFICER, _REPORT),
    "named": (OFFICER, _NAMED),
    "thing": (OFFICER, _NAMED),
    "review": (OFFICER, _REVIEW),
    "years": (OFFICER, _REVIEW),
    "package": (OFFICER, _REVIEW),
    "packages": (OFFICER, _REVIEW),
    "changes": (OFFICER, _REVIEW),
    "room": (OFFICER, _CLOSE),
    "background": (OFFICER, _CLOSE),
    "commitments": (OFFICER, _FIND),
    "reports": (OFFICER, _FIND),
    "search": (OFFICER, _FIND),
    "returns": (OFFICER, Words("Returns", "Rapports demandés", "보고 요청")),
    "return": (OFFICER, Words("Write a return", "Rédiger un rapport demandé", "보고 작성과 승인 단계")),
    "returns-approval": (OFFICER, _APPROVE),
    "workbook": (("officers", "workbook"), None),
    "evidence": (OFFICER, Words("Evidence", "Pièces justificatives", "근거 자료")),
    "releases": (OFFICER, _RELEASE),
    "meetings": (("officers", "meetings"), None),
    "instruments": (("officers", "instruments"), None),
    "officers": (ADMINISTRATOR, _PEOPLE),
    "bodies": (ADMINISTRATOR, _PEOPLE),
    "history": (ADMINISTRATOR, _PEOPLE),
    "channel": (ADMINISTRATOR, _HAND_OVER),
    "set-up": (ADMINISTRATOR, _SET_UP),
    "settings-check": (ADMINISTRATOR, _CHECK),
}
"""The guide that tells of each page of the desk (by its name, else by the room it is in), and its section as it is headed."""


@dataclass(frozen=True, slots=True)
class Section:
    """A task of a guide: its heading and where it stands on the page."""

    title: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A guide as it is shown: in `language`, its second-level headings, and its markup, made of our own text alone."""

    shelf: str
    name: str
    language: str
    title: str
    sections: tuple[Section, ...]
    markup: SafeString


def guide(shelf: str, name: str, language: str) -> Guide | None:
    """The guide of that name for a reader of that language, None where there is none."""
    return _made(shelf, name, language) if name in SHELVES.get(shelf, ()) and language in LANGUAGES else None


def shelf_of(shelf: str, language: str) -> list[Guide]:
    """Every guide of a shelf, in order."""
    return [_made(shelf, name, language) for name in SHELVES[shelf]]


def place_of(room: str, language: str, *, page: str = "") -> str:
    """Where the guides tell of a page of the desk, or of the room it is in; the list of tasks for any other."""
    told = (TASKS.get(page) if page else None) or TASKS.get(room)
    if told is None:
        return reverse("help")
    guide_of, section = told
    return reverse("help-guide", args=guide_of) + (f"#{anchor(section.in_(language))}" if section else "")


def anchor(title: str) -> str:
    """The place of a heading as the guides name it in their links: lower case, blanks as hyphens, no other signs."""
    return "-".join(re.sub(r"[^\w\s-]", "", title.lower()).split())


@functools.lru_cache(maxsize=64)
def _made(shelf: str, name: str, language: str) -> Guide:
    written, characters = _characters(shelf, name, language)
    if name == REFUSALS:
        written, characters = language, _of_one_language(characters, language)
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(characters)
    headings = list(_headings(tokens))
    for heading, words in headings:
        heading.attrSet("id", anchor(words))
    for token in tokens:
        _led_here(token, shelf, name)
    body = tokens[3:] if name != REFUSALS else tokens  # the first heading is the page's own
    return Guide(
        shelf=shelf,
        name=name,
        language=written,
        title=headings[0][1] if name != REFUSALS else "",
        sections=tuple(Section(words, anchor(words)) for heading, words in headings if heading.tag == "h2")
        if name != REFUSALS
        else (),
        markup=mark_safe(_laid_out(reader.renderer.render(body, reader.options, {}))),  # noqa: S308  # our own words
    )


def _characters(shelf: str, name: str, language: str) -> tuple[str, str]:
    """The language a guide is written in, the reader's if it can be, and its text."""
    folder = files("suivi.web") / "guides" / shelf
    own = folder / f"{name}.{language}.md"
    if language != "en" and own.is_file():
        return language, own.read_text(encoding="utf-8")
    return "en", (folder / f"{name}.md").read_text(encoding="utf-8")


def _of_one_language(characters: str, language: str) -> str:
    """The sentences of one language, each under its code; nothing of the words around them."""
    told = f"- {AUTONYMS[language]}: "
    lines = [line for line in characters.splitlines() if line.startswith(("### ", told)) or not line]
    return "\n".join(line.removeprefix(told).removeprefix("#") for line in lines)


def _headings(tokens: list[Token]) -> Iterator[tuple[Token, str]]:
    for token, inside in itertools.pairwise(tokens):
        if token.type == "heading_open":
            yield token, "".join(child.content for child in inside.children or ())


def _led_here(token: Token, shelf: str, name: str) -> None:
    """Let the links of a paragraph lead to pages here; one that leads elsewhere in the documentation is words alone."""
    shut = False
    for child in token.children or ():
        if child.type == "link_open":
            address = _address(unquote(str(child.attrs["href"])), shelf, name)  # places bear accents, as headings do
            shut = address is None
            if address is not None:
                child.attrs["href"] = address
        if child.type in ("link_open", "link_close") and shut:
            child.type, child.tag, child.nesting, child.hidden = "text", "", 0, True
            child.content = ""


def _address(there: str, shelf: str, name: str) -> str | None:
    if there.startswith(("#", "https:")):
        return there
    found = _LINK.fullmatch(there)
    where = (found["shelf"] or shelf) if found else ""
    if found is None or found["name"] not in SHELVES.get(where, ()):
        return None
    # The same page in another language: that language is what the link asks for.
    language = f"?language={found['language'] or 'en'}" if (where, found["name"]) == (shelf, name) else ""
    return reverse("help-guide", args=[where, found["name"]]) + language + (found["place"] or "")


def _laid_out(markup: str) -> str:
    """The markup as the desk's look needs it: commands can be scrolled by keyboard, tables stand in a frame."""
    markup = markup.replace("<pre><code", '<pre tabindex="0" translate="no"><code')
    return markup.replace("<table>", '<div class="cq"><table>').replace("</table>", "</table></div>")
