"""Writes the table of modes, `docs/modes.md`, from the tables in the code; `--check` only compares.

- One part per language, one table per mode: each step, the states it leads from and to, whose word it takes, what
  it asks for; below it, what falls due, and what a yearly review asks.
- Codes stand beside the words: they are what records hold.
- An edition that is not frozen yet is frozen in `tests/modes/editions.json`; one that is never changes there.
"""

import json
import sys
from collections.abc import Iterator
from typing import Final

from suivi.modes import MODES
from suivi.modes.asks import ASKS
from suivi.modes.mode import FOLLOW_UPS, Clock, Mode, Step
from suivi.plan.words import LANGUAGES, Words, listed
from suivi.record.steps import By
from tools.rooms import ROOT
from tools.written import keep

PAGE: Final = ROOT / "docs" / "modes.md"
EDITIONS: Final = ROOT / "tests" / "modes" / "editions.json"
OPENING: Final = """\
# The modes

Every kind of cooperation as a table of steps: from which state to which, whose word it takes, what it asks for. The
same tables in three languages: [English](#english), [français](#français), [한국어](#한국어).

*Written from the code by `make modes`.*
"""
LANGUAGE_NAMES: Final = {"en": "English", "fr": "Français", "ko": "한국어"}
HEADS: Final = (
    Words("Step", "Étape", "단계"),
    Words("From", "De", "이전 상태"),
    Words("To", "À", "다음 상태"),
    Words("By", "Par", "주체"),
    Words("Asks for", "Précisions demandées", "입력 항목"),
)
BY: Final = {
    By.EITHER: Words("either party", "l’une ou l’autre partie", "어느 한 당사국"),
    By.ALL: Words("all parties, one text", "toutes les parties, un texte commun", "모든 당사국(공동 문안)"),
    By.EACH: Words("each party, in any order", "chaque partie, dans n’importe quel ordre", "각 당사국(순서 무관)"),
    By.OWN: Words("the party that reports", "la partie qui rend compte", "보고하는 당사국"),
}
ANSWERS: Final = Words(
    "{by}; not the one that took: {step}", "{by}; pas celle qui a franchi : {step}", "{by}(상대측만 가능: {step})"
)
UNMOVED: Final = Words("(stays)", "(inchangé)", "(변동 없음)")
FOLLOW_UP: Final = Words("Kind of follow-up: {kind}.", "Type de suivi : {kind}.", "후속조치 유형: {kind}.")
DUE: Final = Words(
    "After “{starts}”, “{stops}” falls due: {by}.",
    "Après « {starts} », échéance de « {stops} » : {by}.",
    "‘{starts}’ 이후 ‘{stops}’ 기한: {by}.",
)
REVIEW: Final = Words(
    "A yearly review asks: {list}.", "L’examen annuel demande : {list}.", "연례 점검 확인 사항: {list}."
)
ONLY: Final = Words("{by} ({detail}: {choice})", "{by} ({detail} : {choice})", "{by}({detail}: {choice})")


def page() -> str:
    """The whole page, as it should stand."""
    lines = [OPENING]
    for language in LANGUAGES:
        lines += [f"## {LANGUAGE_NAMES[language]}\n"]
        for _, mode in sorted(MODES.items()):
            lines += _mode(mode, language)
    return "\n".join(lines).rstrip("\n") + "\n"


def _mode(mode: Mode, language: str) -> Iterator[str]:
    yield f"### {mode.names.in_(language)} (`{mode.name}`, {mode.edition})\n"
    yield FOLLOW_UP.filled(kind=FOLLOW_UPS[mode.follow_up]).in_(language) + "\n"
    yield "| " + " | ".join(head.in_(language) for head in HEADS) + " |"
    yield "|" + "---|" * len(HEADS)
    for step in mode.steps:
        cells = [
            _coded(mode.words[step.name], step.name, language),
            *(words.in_(language) for words in _row(mode, step)),
        ]
        yield "| " + " | ".join(cells) + " |"
    yield ""
    if mode.clocks:
        yield from (f"- {_due(mode, clock).in_(language)}" for clock in mode.clocks)
        yield ""
    yield REVIEW.filled(list=listed([one.words for one in mode.questions])).in_(language) + "\n"


def _row(mode: Mode, step: Step) -> tuple[Words, ...]:
    return (
        listed([mode.words[state] for state in step.leaves]),
        UNMOVED if step.by is By.OWN else mode.words[step.reaches],
        ANSWERS.filled(by=BY[step.by], step=mode.words[step.answers]) if step.answers else BY[step.by],
        listed([ASKS[asked].words for asked in step.asks]),
    )


def _coded(words: Words, code: str, language: str) -> str:
    return f"{words.in_(language)} `{code}`"


def _due(mode: Mode, clock: Clock) -> Words:
    by = ASKS[clock.by].words
    if clock.only is not None:
        ask = ASKS[clock.only[0]]
        by = ONLY.filled(by=by, detail=ask.words, choice=ask.choices[clock.only[1]])
    return DUE.filled(starts=mode.words[clock.starts], stops=mode.words[clock.stops], by=by)


def frozen() -> str:
    """The digests of all editions: those frozen before as they stand, those that are new as the code has them."""
    known: dict[str, dict[str, str]] = json.loads(EDITIONS.read_text(encoding="utf-8"))
    for mode in MODES.values():
        editions = known.setdefault(mode.name, {})
        for edition in (*mode.earlier, mode):
            editions.setdefault(str(edition.edition), edition.digest())
    return json.dumps(known, indent=2, sort_keys=True) + "\n"


def main(arguments: list[str]) -> int:
    """Write the page and freeze new editions, or say whether both are as they should be."""
    told = "is not what the code says: run make modes."
    return max(keep(PAGE, page(), arguments, told=told), keep(EDITIONS, frozen(), arguments, told=told))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
