"""`suivi align A B [C]`: language versions of one text side by side, and where they say different things.

- JSON when piped, a table on a terminal, CSV on request; no database, no Django.
- Two versions in one language, or a text the reader refuses, is refused: one sentence on stderr, exit 3.
"""

import csv
import io
import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from suivi.cli.drafted import drafted
from suivi.cli.read import REFUSED, language_of_terminal
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.reader.align import Aligned, Alignment, aligned
from suivi.reader.draft import DraftPlan

_DRIFT = Words("what differs", "ce qui diffère", "차이")
_COUNTED = Words(
    "{pairs} {pairs:commitment|commitments} in every version, {alone} in some only, {drifts} with a difference.",
    "Engagements dans toutes les versions\u00a0: {pairs}; dans une partie seulement\u00a0: {alone}; avec une différence\u00a0: {drifts}.",
    "모든 언어판에 있는 항목 {pairs}건, 일부에만 있는 항목 {alone}건, 차이가 있는 항목 {drifts}건.",
)


class Format(StrEnum):
    """How the versions are printed."""

    JSON = "json"
    TABLE = "table"
    CSV = "csv"


class VersionsInOneLanguage(Refusal):
    """Two of the versions to be set side by side are in one language."""

    code = "versions-in-one-language"
    says = Words(
        en="Two of the texts are in one language: {language}.",
        fr="Deux des textes sont dans la même langue\u00a0: {language}.",
        ko="같은 언어의 문서가 두 개입니다: {language}.",
    )
    remedy = Words(
        en="Give one text for each language; versions of one language over time are compared in the desk.",
        fr="Donnez un texte par langue; l’évolution d’un texte dans une même langue se compare au bureau.",
        ko="언어마다 문서를 하나씩 지정하십시오. 같은 언어의 개정본은 업무 화면에서 비교합니다.",
    )


def align(
    files: Annotated[
        list[Path], typer.Argument(exists=True, dir_okay=False, help="Two or three language versions of one text.")
    ],
    format: Annotated[Format | None, typer.Option(help="json when piped, table on a terminal.")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write here, not to standard output.")] = None,
    language_of_messages: Annotated[str, typer.Option(help="en, fr or ko; by default that of the terminal.")] = "",
) -> None:
    """Pair the commitments of language versions; tell what one version alone says, and what differs."""
    speaks = language_of_terminal(language_of_messages)
    if not 2 <= len(files) <= 3:
        raise typer.BadParameter("give two or three files", param_hint="FILES")
    try:
        drafts = [drafted(file) for file in files]
        _must_differ([draft.text.language for draft in drafts])
    except Refusal as refusal:
        print(refusal.sentence(speaks), refusal.advice(speaks), file=sys.stderr)
        raise typer.Exit(REFUSED) from None
    chosen = format or (Format.TABLE if output is None and sys.stdout.isatty() else Format.JSON)
    told = printed(drafts, aligned(drafts), chosen, speaks)
    if output is None:
        sys.stdout.write(told)
    else:
        output.write_text(told, encoding="utf-8", newline="")


def _must_differ(languages: Sequence[str]) -> None:
    twice = next((tag for tag in languages if languages.count(tag) > 1), None)
    if twice is not None:
        raise VersionsInOneLanguage(language=twice)


def printed(drafts: Sequence[DraftPlan], side_by_side: Alignment, format: Format, speaks: str) -> str:
    """The alignment in that format; its words for people in the language they speak."""
    if format is Format.TABLE:
        return _table(drafts, side_by_side, speaks)
    if format is Format.CSV:
        return _csv(drafts, side_by_side, speaks)
    value = side_by_side.value()
    texts = [
        {"language": draft.text.language, "sha256": draft.text.sha256, "commitments": _texts(draft)} for draft in drafts
    ]
    return json.dumps({**value, "texts": texts}, ensure_ascii=False, indent=1) + "\n"


def _texts(draft: DraftPlan) -> dict[str, str]:
    return {one.id: " ".join(draft.text.at(one.span).split()) for one in draft.commitments}


def _cells(group: Aligned, texts: dict[str, dict[str, str]], speaks: str) -> list[str]:
    """One cell a language with ids and words, and one with what differs."""
    said = ["\n".join(f"{id} {texts[language][id]}" for id in ids) or "–" for language, ids in group.ids.items()]
    return [*said, "\n".join(drift.says.in_(speaks) for drift in group.drifts)]


def _csv(drafts: Sequence[DraftPlan], side_by_side: Alignment, speaks: str) -> str:
    texts = {draft.text.language: _texts(draft) for draft in drafts}
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow([*side_by_side.languages, "likeness", "drift_codes", "drift"])
    for group in side_by_side.groups:
        *said, differs = _cells(group, texts, speaks)
        codes = " ".join(drift.code for drift in group.drifts)
        writer.writerow([*said, f"{group.likeness:.2f}", codes, differs])
    return "\ufeff" + page.getvalue()


def _table(drafts: Sequence[DraftPlan], side_by_side: Alignment, speaks: str) -> str:
    from suivi.cli.reading_table import drawn

    texts = {draft.text.language: _texts(draft) for draft in drafts}
    rows = [("", *_cells(group, texts, speaks)) for group in side_by_side.groups]
    whole = [group for group in side_by_side.groups if group.complete]
    counts = {
        "pairs": len(whole),
        "alone": len(side_by_side.groups) - len(whole),
        "drifts": sum(bool(group.drifts) for group in whole),
    }
    return drawn([*side_by_side.languages, _DRIFT.in_(speaks)], rows, below=_COUNTED.filled(**counts).in_(speaks))
