"""Papers by the words of the command line: which document, which period; anything else is wrong use."""

import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import typer

from suivi.cli.desk import day
from suivi.plan.words import LANGUAGES

if TYPE_CHECKING:
    from suivi.publish.package import Document


def document(*, paper: str, language: str, format: str) -> "Document":
    """One document by the words of the command line; anything else is wrong use."""
    from suivi.publish.package import PAPERS, SCORECARD, Document, documents

    if format == "json":
        _languages([language])
        return Document("review", (), "json")
    named = SCORECARD if format == "xlsx" and paper == "report" else paper
    _known([named], (*PAPERS, SCORECARD), "--paper")
    found = documents(papers=[named], languages=_languages([language]), formats=_formats([format]))
    if not found:
        raise typer.BadParameter(f"there is no “{paper}” in this format and language", param_hint="--format")
    return found[0]


def chosen(*, papers: Sequence[str], languages: Sequence[str], formats: Sequence[str]) -> "tuple[Document, ...]":
    """The documents asked for; all of each where none is named."""
    from suivi.publish.package import ALL_FORMATS, ALL_PAPERS, documents

    _known(papers, ALL_PAPERS, "--paper")
    return documents(
        papers=papers or ALL_PAPERS,
        languages=_languages(languages or LANGUAGES),
        formats=_formats(formats or ALL_FORMATS),
    )


def _languages(asked: Sequence[str]) -> list[tuple[str, ...]]:
    found = [tuple(one.split("-")) for one in asked]
    for spoken, said in zip(found, asked, strict=True):
        if not set(spoken) <= set(LANGUAGES) or len(spoken) > 2 or len(set(spoken)) < len(spoken):
            raise typer.BadParameter(f"“{said}” is not one of en, fr, ko, or two as en-ko", param_hint="--language")
    return found


def _formats(asked: Sequence[str]) -> Sequence[str]:
    from suivi.publish.package import ALL_FORMATS

    _known(asked, ALL_FORMATS, "--format")
    return asked


def _known(asked: Iterable[str], known: Sequence[str], option: str) -> None:
    for one in asked:
        if one not in known:
            raise typer.BadParameter(f"“{one}” is not one of {', '.join(known)}", param_hint=option)


def period_of(from_: str, to: str) -> tuple[datetime.date, datetime.date]:
    """The two days; a period that runs back is wrong use."""
    opening, closing = day(from_, option="--from"), day(to, option="--to")
    assert opening is not None  # both options are required
    assert closing is not None
    if closing < opening:
        raise typer.BadParameter(f"the period ends ({to}) before it begins ({from_})", param_hint="--to")
    return opening, closing
