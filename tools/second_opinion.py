"""The points of the second opinion, fitted to the reading corpus: `python -m tools.second_opinion en [--write]`.

`--leave-one-out` reads each document by points (of the opinion, and of the signs of a kind) fitted to all the others,
and prints what doubts are worth then.

Logistic regression (Cox 1958) with a ridge penalty, by steps that shrink with what a word has taught already (Duchi, Hazan and
Singer 2011), from zero and in the order of the corpus: no chance in it, so the same corpus gives the same table. Words of
fewer than three documents are left out. Ten points are one unit of log odds.
"""

import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, cast

from suivi.plan.text import Text
from suivi.reader.blocks import blocks_of
from suivi.reader.initiatives import clauses_in, found_in
from suivi.reader.languages import language as language_of
from suivi.reader.opinion import EVERY, KIND, LEVEL, PROMISE, opinion_of, signs_of_kind, signs_of_promise
from suivi.reader.outline import outline_of
from suivi.reader.rules.kind import INITIATIVE
from suivi.reader.source import source_of
from tools import kind_points
from tools.reading_bench import scored
from tools.reading_corpus import Annotated, corpus
from tools.reading_score import Score

LEVELS: Final = {
    "en": {"missed": 15, "certain": 20, "kind": 22},
    "fr": {"missed": 15, "certain": 20, "kind": 20},
    "ko": {"missed": 15, "certain": 20, "kind": 12},
}
FEWEST_DOCUMENTS: Final = 3
ROUNDS: Final = 16
STEP: Final = 0.4
RIDGE: Final = {PROMISE: 1.0, KIND: 2.0}

Case = tuple[frozenset[str], bool]


@dataclass
class Cases:
    """What one document teaches: clauses that promise or do not, commitments of one kind or the other."""

    promise: list[Case] = field(default_factory=list)
    kind: list[Case] = field(default_factory=list)


def cases_of(document: Annotated) -> Cases:
    """The clauses of the document and its commitments, with their signs."""
    source = source_of(Text(document.language, document.characters))
    outline = outline_of(source, blocks_of(source))
    taught = Cases()
    for passage in outline.passages:
        for start, end, setting in clauses_in(source, passage):
            promises = _promises(document.gold, start, end)
            if promises is not None:
                signs = signs_of_promise(source, start, end, setting, listed=passage.listed)
                taught.promise.append((frozenset(signs), promises))
    for one in found_in(source, outline)[0]:
        gold = kind_points.annotated(document.gold["commitments"], one.action)
        if gold is not None and not one.passage.marked:
            signs = signs_of_kind(source, one.action)
            taught.kind.append((frozenset(signs), gold["kind"] == INITIATIVE))
    return taught


def _promises(gold: dict[str, Any], start: int, end: int) -> bool | None:
    """Whether the clause promises; None where the annotation says that it counts neither way."""
    if any(_shares(one, start, end, of_either=True) for one in gold["commitments"]):
        return True
    neither = any(_shares(zone, start, end, of_either=False) for zone in (*gold["elaborations"], *gold["optional"]))
    return None if neither else False


def _shares(zone: dict[str, Any], start: int, end: int, *, of_either: bool) -> bool:
    shared = min(zone["end"], end) - max(zone["start"], start)
    whole = min(end - start, zone["end"] - zone["start"]) if of_either else end - start
    return bool(2 * shared >= whole)


def fitted(documents: Iterable[list[Case]], ridge: float) -> dict[str, int]:
    """Points by sign, in the order of the alphabet."""
    found = list(documents)
    spread = Counter(sign for cases in found for sign in {sign for signs, _ in cases for sign in signs})
    cases = [
        ([EVERY, *sorted(sign for sign in signs if spread[sign] >= FEWEST_DOCUMENTS)], told)
        for each in found
        for signs, told in each
    ]
    often = Counter(sign for signs, _ in cases for sign in signs)
    weights, taught = dict.fromkeys(often, 0.0), dict.fromkeys(often, 1e-6)
    pull = {sign: 0.0 if sign == EVERY else ridge / count for sign, count in often.items()}
    for _ in range(ROUNDS):
        for signs, told in cases:
            miss = told - 1 / (1 + math.exp(-sum([weights[sign] for sign in signs])))
            for sign in signs:
                slope = miss - pull[sign] * weights[sign]
                taught[sign] += slope * slope
                weights[sign] += STEP * slope / math.sqrt(taught[sign])
    points = {sign: round(10 * weights[sign]) for sign in sorted(weights)}
    return {EVERY: points.pop(EVERY)} | {sign: count for sign, count in points.items() if count}


def tables(taught: Iterable[Cases], language: str) -> dict[str, dict[str, int]]:
    """The tables of a language, as `opinion.tsv` holds them."""
    known = list(taught)
    return {
        LEVEL: LEVELS[language],
        PROMISE: fitted([each.promise for each in known], RIDGE[PROMISE]),
        KIND: fitted([each.kind for each in known], RIDGE[KIND]),
    }


def written(found: dict[str, dict[str, int]]) -> str:
    """The table as a file: what it is about, the sign, its points."""
    return "".join(f"{about}\t{sign}\t{told}\n" for about, points in found.items() for sign, told in points.items())


def left_out(language: str) -> Iterator[tuple[Annotated, Score]]:
    """The score of each document of a language, read by points that were fitted without it."""
    opinion, points = opinion_of(language), language_of(language).cues.points
    if opinion is None or points is None:
        return
    kept = [(cast(dict[str, int], held), dict(held)) for held in (opinion.promise, opinion.kind, points)]
    mine = [document for document in corpus() if document.language == language]
    taught = [cases_of(document) for document in mine]
    signs = [kind_points.cases([document], language) for document in mine]
    for place, document in enumerate(mine):
        others = [each for other, each in enumerate(taught) if other != place]
        without = tables(others, language)
        told = [case for other, found in enumerate(signs) if other != place for case in found]
        for (held, _), new in zip(
            kept, (without[PROMISE], without[KIND], kind_points.fitted(told, language)), strict=True
        ):
            held.clear()
            held.update(new)
        yield document, scored(document)
    for held, before in kept:
        held.clear()
        held.update(before)


def main() -> None:
    """Print the table of a language, or write it, or say what the doubts are worth."""
    language = sys.argv[1]
    if "--leave-one-out" in sys.argv:
        whole = sum((score for _, score in left_out(language)), Score())
        print(
            f"kinds right {whole.kinds_right} of {whole.matched}; errors under a doubt {whole.errors_doubted} of {whole.errors};"
        )
        print(f"right readings under a doubt {whole.right_doubted} of {whole.kinds_right}")
        return
    mine = [cases_of(document) for document in corpus() if document.language == language]
    table = written(tables(mine, language))
    if "--write" in sys.argv:
        (kind_points.LANGUAGES / language / "opinion.tsv").write_text(table, encoding="utf-8")
    print(f"{table.count(chr(10))} lines")


if __name__ == "__main__":
    main()
