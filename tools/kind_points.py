"""The points of the signs of a kind, fitted to the reading corpus: `python -m tools.kind_points en [--write]`.

`--leave-one-out` reads each document by points fitted to all the others, and prints what doubts are worth then.

Logistic regression (Cox 1958) on the signs of every commitment read and annotated, by plain gradient descent from zero
with a ridge penalty: no chance in it, so the same corpus gives the same table. Ten points are one unit of log odds.
"""

import math
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, cast

from suivi.plan.text import Text
from suivi.reader.blocks import blocks_of
from suivi.reader.grammar import Action
from suivi.reader.initiatives import found_in
from suivi.reader.languages import language as language_of
from suivi.reader.outline import outline_of
from suivi.reader.rules.kind import EVERY, INITIATIVE, SURE, signs_of
from suivi.reader.source import source_of
from tools.reading_bench import scored
from tools.reading_corpus import Annotated, corpus
from tools.reading_score import Score

LANGUAGES: Final = Path(__file__).resolve().parents[1] / "src" / "suivi" / "reader" / "languages"
NAMES: Final = {"en": "English", "fr": "French", "ko": "Korean"}
ROUNDS: Final = 400
STEP: Final = 2.4
RIDGE: Final = 0.6
SURE_FROM: Final = {"en": 19, "fr": 18, "ko": 18}

Case = tuple[frozenset[str], bool]


def cases(documents: Iterable[Annotated], language: str) -> list[Case]:
    """The signs of every commitment that is read and annotated, and whether it is an initiative."""
    found: list[Case] = []
    for document in documents:
        if document.language != language:
            continue
        source = source_of(Text(language, document.characters))
        for one in found_in(source, outline_of(source, blocks_of(source)))[0]:
            gold = annotated(document.gold["commitments"], one.action)
            if gold is not None and not one.passage.marked:
                signs = frozenset(signs_of(source, one.action, one.suggestion, one.recurs)) | {EVERY}
                found.append((signs, gold["kind"] == INITIATIVE))
    return found


def annotated(commitments: list[dict[str, Any]], action: Action) -> dict[str, Any] | None:
    """The annotated commitment that `action` is, if any."""
    for gold in commitments:
        shared = min(action.end, gold["end"]) - max(action.start, gold["start"])
        if shared > 0.5 * max(action.end - action.start, gold["end"] - gold["start"]):
            return gold
    return None


def fitted(found: list[Case], language: str) -> dict[str, int]:
    """Points by sign, the largest first, and from how many on a kind is sure."""
    weights = dict.fromkeys(sorted({sign for signs, _ in found for sign in signs}), 0.0)
    for _ in range(ROUNDS):
        slopes = {sign: -RIDGE * weight for sign, weight in weights.items()}
        for signs, done in found:
            miss = done - 1 / (1 + math.exp(-sum(weights[sign] for sign in signs)))
            for sign in signs:
                slopes[sign] += miss
        for sign, slope in slopes.items():
            weights[sign] += STEP * slope / len(found)
    points = {sign: round(10 * weight) for sign, weight in weights.items()}
    ordered = dict(sorted(points.items(), key=lambda entry: (-entry[1], entry[0])))
    return {EVERY: ordered.pop(EVERY), SURE: SURE_FROM[language]} | {
        sign: points for sign, points in ordered.items() if points
    }


def written(language: str, points: dict[str, int]) -> str:
    """The module that holds the points."""
    rows = "".join(f'    "{sign}": {count},\n' for sign, count in points.items())
    fits = f"`python -m tools.kind_points {language} --write` fits them to the corpus."
    head = f'"""{NAMES[language]} points of the signs of a kind; {fits}"""'
    return f"{head}\n\nfrom typing import Final\n\nPOINTS: Final = {{\n{rows}}}\n"


def left_out(documents: list[Annotated], language: str) -> Score:
    """The score of the documents of a language, each read by points that were fitted without it."""
    points = cast(dict[str, int], language_of(language).cues.points)
    kept, whole = dict(points), Score()
    mine = [document for document in documents if document.language == language]
    told = [cases([document], language) for document in mine]
    for place, document in enumerate(mine):
        others = [case for other, found in enumerate(told) if other != place for case in found]
        points.clear()
        points.update(fitted(others, language))
        whole += scored(document)
    points.clear()
    points.update(kept)
    return whole


def main() -> None:
    """Print the table of a language, or write it, or say what the doubts are worth."""
    language = sys.argv[1]
    if "--leave-one-out" in sys.argv:
        whole = left_out(list(corpus()), language)
        print(
            f"kinds right {whole.kinds_right} of {whole.matched}; errors under a doubt {whole.errors_doubted} of {whole.errors};"
        )
        print(f"right readings under a doubt {whole.right_doubted} of {whole.kinds_right}")
        return
    table = written(language, fitted(cases(corpus(), language), language))
    if "--write" in sys.argv:
        (LANGUAGES / language / "kinds.py").write_text(table, encoding="utf-8")
    print(table)


if __name__ == "__main__":
    main()
