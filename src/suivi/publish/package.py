"""Package: every document of a review, each by name, made one after the other so that progress can be shown.

- What a document is called says what it holds: `brief.ko.pdf`, `report.en-ko.docx`, `scorecard.fr.xlsx`.
- A document is a paper in one language or two, in one format; the scorecard is a workbook, the data is JSON.
- Source: design of the annual review, "`publish` prints it".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from suivi.log.canonical import canonical
from suivi.plan.words import LANGUAGES, Words
from suivi.publish.docx import docx
from suivi.publish.labels import check_labels
from suivi.publish.markdown import markdown
from suivi.publish.paper import Paper
from suivi.publish.paper_html import paper_html
from suivi.publish.papers import phrases
from suivi.publish.papers.agenda import agenda
from suivi.publish.papers.brief import brief
from suivi.publish.papers.changes import changes
from suivi.publish.papers.minutes import minutes
from suivi.publish.papers.missing import missing
from suivi.publish.papers.pillar_pages import pillar_pages
from suivi.publish.papers.report import report
from suivi.publish.pdf import pdf
from suivi.publish.review_html import marking_of, review_html
from suivi.publish.side_by_side import side_by_side
from suivi.publish.xlsx import xlsx
from suivi.review.package import Review

REPORT: Final = "report"
SCORECARD: Final = "scorecard"
PAPERS: Final[dict[str, Callable[[Review, str, str], Paper]]] = {
    "brief": brief,
    "missing": missing,
    "pillars": pillar_pages,
    REPORT: report,
    "agenda": agenda,
    "minutes": minutes,
    "changes": changes,
}
"""Each paper by its name, in the order officials take them up."""

TITLES: Final[dict[str, Words]] = {
    "brief": phrases.BRIEF,
    "missing": phrases.MISSING,
    "pillars": phrases.PILLARS,
    REPORT: phrases.REPORT,
    "agenda": phrases.AGENDA,
    "minutes": phrases.MINUTES,
    "changes": phrases.COMPARISON,
    SCORECARD: phrases.SCORECARD,
}
"""What each paper is called, the scorecard included."""

FORMATS: Final[dict[str, Callable[[Paper], bytes]]] = {
    "pdf": pdf,
    "docx": docx,
    "html": paper_html,
    "md": markdown,
}
"""Each format of a paper by the ending of its file."""

PROOFS: Final = "proof/"
"""Where the proof files of a package stand, as seen from its documents."""

ALL_FORMATS: Final = (*FORMATS, "xlsx", "json")
ALL_PAPERS: Final = (*PAPERS, SCORECARD)


@dataclass(frozen=True, slots=True)
class Document:
    """One document of the package: `languages` is one, or two side by side; `json` is of all and names none."""

    paper: str
    languages: tuple[str, ...]
    format: str

    @property
    def name(self) -> str:
        """The name of its file."""
        return ".".join(part for part in (self.paper, "-".join(self.languages), self.format) if part)


def documents(
    *, papers: Sequence[str], languages: Sequence[tuple[str, ...]], formats: Sequence[str]
) -> tuple[Document, ...]:
    """The documents of these papers, languages and formats, where there is such a one; the data once."""
    found = [
        Document(paper, spoken, format)
        for paper in papers
        for spoken in languages
        for format in formats
        if (format in FORMATS and paper in PAPERS) or (format == "xlsx" and paper == SCORECARD and len(spoken) == 1)
    ]
    return (*found, Document("review", (), "json")) if "json" in formats else tuple(found)


def octets_of(review: Review, document: Document, *, proofs: str = "") -> bytes:
    """The document as bytes; the same review gives the same bytes in every capital.

    `proofs` is where proof files stand as seen from the document: what rests on a record leads there.

    Raises `KeyError` for a paper, language or format there is not, `Refused` (marking.stripped) rather than give out
    a page, sheet or object without its marking.
    """
    octets = _made(review, document, proofs)
    data = review.value() if document.format == "json" else None
    check_labels(octets, document.format, marking_of(review.register).label(), data=data)
    return octets


def _made(review: Review, document: Document, proofs: str) -> bytes:
    if document.format == "json":
        return canonical(review.value())
    if document.format == "xlsx":
        return xlsx(review, document.languages[0])
    if (document.paper, document.format) == (REPORT, "html") and len(document.languages) == 1:
        return review_html(review, document.languages[0], proofs=proofs)  # the whole review as a site of one page
    return FORMATS[document.format](paper_of(review, document.paper, document.languages, proofs=proofs))


def paper_of(review: Review, name: str, languages: Sequence[str], *, proofs: str = "") -> Paper:
    """The paper in one language, or in two side by side; `proofs` as in `octets_of`."""
    made = [PAPERS[name](review, language, proofs) for language in languages]
    return made[0] if len(made) == 1 else side_by_side(made[0], made[1])


def offered(paper: str, tongue: str, format: str) -> Document | None:
    """The document of that paper, language (two as `fr-ko`) and format; None where there is no such one."""
    if format == "json":
        return Document("review", (), format)
    spoken = tuple(tongue.split("-"))
    known = set(spoken) <= set(LANGUAGES) and len(set(spoken)) == len(spoken) <= 2
    named = SCORECARD if format == "xlsx" and paper == REPORT else paper
    return next(iter(documents(papers=[named], languages=[spoken], formats=[format])), None) if known else None


def whole_package() -> tuple[Document, ...]:
    """Every document in the three languages of the house, and the data."""
    return documents(papers=ALL_PAPERS, languages=[(one,) for one in LANGUAGES], formats=ALL_FORMATS)
