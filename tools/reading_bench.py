"""The reading bench: the corpus read and scored by language, layout and rule.

`python -m tools.reading_bench` prints the tables; `--write` puts them into docs/measurements.md; `--show NAME` (or a
language) prints what was missed, wrongly read or told otherwise in those documents.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from suivi.plan.text import Text
from suivi.reader.reading import read
from suivi.reader.refusals import NoCommitment
from tools.reading_corpus import Annotated, corpus
from tools.reading_score import Score, counted, matched, mode_is_right, overlap, score

PAGE: Final = Path(__file__).resolve().parents[1] / "docs" / "measurements.md"
FROM, TO = "<!-- reading bench: from here -->", "<!-- reading bench: to here -->"
RULES: Final = {
    "R1": "commitments found",
    "R2": "what looks like one left alone",
    "R3": "parts of a coordination found apart",
    "R4": "commitments behind a light verb found",
    "R5": "elaborations not taken for commitments",
    "R6": "exact spans among those found",
    "R7": "kind right among those found",
    "R8": "mode right among those found",
    "R9": "recurrences and deadlines right",
    "R10": "second places linked",
}


def reading_of(document: Annotated) -> dict[str, Any]:
    """The reader's JSON for `document`; with no commitment where the reader says that it holds none."""
    text = Text("", document.characters)
    try:
        return read(text).value()
    except NoCommitment:
        empty = {"characters": document.characters}
        return {"text": empty, "commitments": [], "sections": [], "doubts": []}


def scored(document: Annotated) -> Score:
    """The score of one document, with its cases by rule."""
    value = reading_of(document)
    found = score(value, document.gold)
    pairs = matched(document.characters, counted(value, document.gold), document.gold["commitments"])
    by_start = {other["start"]: one for one, other in pairs}
    places = {one["id"]: other for one, other in pairs}
    commitments = document.gold["commitments"]
    for place, other in enumerate(commitments):
        one = by_start.get(other["start"])
        _count(found, "R1", one is not None)
        if _is_coordinated(document.characters, commitments, place):
            _count(found, "R3", one is not None)
        if other["light"]:
            _count(found, "R4", one is not None)
        if one is not None:
            _count_notices(found, one, other)
            if other.get("same_as"):
                linked = {commitments.index(places[id]) for id in one["same_as"] if id in places}
                _count(found, "R10", linked == set(other["same_as"]))
    for rule, zones in (("R2", document.gold["refused"]), ("R5", document.gold["elaborations"])):
        for zone in zones:
            _count(found, rule, not any(_touches(one, zone) for one in value["commitments"]))
    return found


def _count(found: Score, rule: str, right: bool) -> None:
    found.rules[rule] += right
    found.rules[f"{rule} of"] += 1


def _count_notices(found: Score, one: dict[str, Any], other: dict[str, Any]) -> None:
    _count(found, "R6", (one["start"], one["end"]) == (other["start"], other["end"]))
    _count(found, "R7", one["kind"] == other["kind"])
    _count(found, "R8", mode_is_right(one, other))
    recurrence = one["recurrence"] and (one["recurrence"]["rrule"] or "")
    deadline = one["deadline"] and one["deadline"]["latest_on"]
    if other["recurrence"] is not None or recurrence is not None:
        _count(found, "R9", recurrence == other["recurrence"])
    if other["deadline"] is not None or deadline is not None:
        _count(found, "R9", deadline == other["deadline"])


def _is_coordinated(characters: str, commitments: list[dict[str, Any]], place: int) -> bool:
    neighbours = [other for other in (place - 1, place + 1) if 0 <= other < len(commitments)]
    for other in neighbours:
        first, second = commitments[min(place, other)], commitments[max(place, other)]
        between = characters[first["end"] : second["start"]]
        if not re.search(r"[.!?;\n|]", between):
            return True
    return False


def _touches(one: dict[str, Any], zone: dict[str, Any]) -> bool:
    start, end = max(one["start"], zone["start"]), min(one["end"], zone["end"])
    return bool(end - start >= 0.5 * (one["end"] - one["start"]))


# Tables


def tables(documents: list[Annotated]) -> str:
    """The tables in Markdown: by language and part, by layout, by rule."""
    scores = [(document, scored(document)) for document in documents]
    by_part: defaultdict[str, list[Score]] = defaultdict(list)
    by_layout: defaultdict[str, list[Score]] = defaultdict(list)
    for document, found in scores:
        by_part[f"{document.language}, {'held out' if document.held_out else 'development'}"].append(found)
        by_layout[f"{document.language}, {document.layout}"].append(found)
    languages = sorted({document.language for document in documents})
    by_language = {
        tag: sum((found for document, found in scores if document.language == tag), Score()) for tag in languages
    }
    return "\n\n".join([_quality(by_part), _layouts(by_layout), _rules(by_language)])


def _quality(groups: dict[str, list[Score]]) -> str:
    head = (
        "| corpus | documents | commitments | precision | recall | F1 | exact | kind | mode | headings found | headings right | "
        "errors doubted | right doubted |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|"
    )
    return "\n".join([head, *(_row(name, scores) for name, scores in sorted(groups.items()))])


def _row(name: str, scores: list[Score]) -> str:
    found = sum(scores, Score())
    shares = (
        (found.exact, found.matched),
        (found.kinds_right, found.matched),
        (found.modes_right, found.matched),
        (found.headings_found, found.headings),
        (found.headings_found, found.headings_read),
        (found.errors_doubted, found.errors),
        (found.right_doubted, found.matched),
    )
    told = (
        f"| {name} | {len(scores)} | {found.annotated} | {found.precision:.2f} | {found.recall:.2f} | {found.f1:.2f} |"
    )
    return told + "".join(f" {_share(*share)} |" for share in shares)


def _layouts(groups: dict[str, list[Score]]) -> str:
    rows = ["| layout | commitments | F1 | mode | headings found |", "|---|---|---|---|---|"]
    for name, scores in sorted(groups.items()):
        found = sum(scores, Score())
        modes, headings = _share(found.modes_right, found.matched), _share(found.headings_found, found.headings)
        rows.append(f"| {name} | {found.annotated} | {found.f1:.2f} | {modes} | {headings} |")
    return "\n".join(rows)


def _rules(by_language: dict[str, Score]) -> str:
    rows = [f"| rule | {' | '.join(by_language)} |", "|---|" + "---|" * len(by_language)]
    for rule, says in RULES.items():
        cells = [f"{found.rules[rule]} of {found.rules[f'{rule} of']}" for found in by_language.values()]
        rows.append(f"| {rule}: {says} | {' | '.join(cells)} |")
    return "\n".join(rows)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "–"


# What went wrong


def faults(document: Annotated) -> Iterable[str]:
    """One line for everything of `document` read otherwise than annotated."""
    value = reading_of(document)
    characters, gold = document.characters, document.gold
    mine = counted(value, gold)
    pairs = matched(characters, mine, gold["commitments"])
    doubted = {doubt["at"]: doubt["code"] for doubt in value["doubts"]}
    for one, other in pairs:
        if one["kind"] != other["kind"]:
            yield f"kind {one['kind']} not {other['kind']} [{doubted.get(one['id'], '')}]: {one['text'][:90]}"
        if not mode_is_right(one, other):
            yield f"mode {one['mode']} not {other['mode']}: {one['text'][:110]}"
        if (one["start"], one["end"]) != (other["start"], other["end"]):
            yield f"span «{one['text']}» not «{other['text']}»"
        recurrence = one["recurrence"] and (one["recurrence"]["rrule"] or "")
        deadline = one["deadline"] and one["deadline"]["latest_on"]
        if (recurrence, deadline) != (other["recurrence"], other["deadline"]):
            yield f"time {recurrence} {deadline} not {other['recurrence']} {other['deadline']}: {one['text'][:90]}"
        if one["actor"] != other["actor"]:
            yield f"actor {one['actor']} not {other['actor']}: {one['text'][:90]}"
    met, met_there = {one["id"] for one, _ in pairs}, {other["start"] for _, other in pairs}
    for one in mine:
        if one["id"] not in met:
            best = max((overlap(characters, one, (g["start"], g["end"])) for g in gold["commitments"]), default=0)
            yield f"READ {best:.2f} [{doubted.get(one['id'], '')}]: {one['text'][:200]}"
    for other in gold["commitments"]:
        if other["start"] not in met_there:
            yield f"MISSED: {other['text'][:200]}"
    headings = {(section["start"], section["heading_end"]) for section in value["sections"]}
    wanted = {(section["start"], section["heading_end"]) for section in gold["sections"]}
    for start, end in sorted(wanted - headings):
        yield f"HEADING missed: {characters[start:end][:100]}"
    for start, end in sorted(headings - wanted):
        yield f"HEADING read: {characters[start:end][:100]}"


def main() -> None:
    """Print the tables, write them, or show what went wrong."""
    documents = list(corpus())
    if "--show" in sys.argv:
        asked = set(sys.argv[sys.argv.index("--show") + 1 :])
        for document in documents:
            if not asked or asked & {document.name, document.language}:
                found = scored(document)
                print(f"\n== {document.language}/{document.name} F1 {found.f1:.2f}")
                print("\n".join(faults(document)))
        return
    told = tables(documents)
    print(told)
    if "--write" in sys.argv:
        page = PAGE.read_text(encoding="utf-8")
        before, _, rest = page.partition(FROM)
        PAGE.write_text(f"{before}{FROM}\n\n{told}\n\n{TO}{rest.partition(TO)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
