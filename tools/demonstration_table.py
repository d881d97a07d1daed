"""Writes the table of what the demonstration plays, `docs/demonstration.md`, from its own files; `--check` compares.

- One line for each activity of every initiative, the yearly review among them, and of every aim that a party reports
  on: its mode, the state it reaches, and why it stands there.
- The state is computed by the rules of the modes from the steps of `activities.json`; the played register is compared
  with it by a test.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from suivi.cli.demonstration.schedule import activities, asset, public_record, story
from suivi.modes import MODES
from suivi.modes.mode import START
from suivi.plan.words import LANGUAGES, Words
from suivi.record.marking import AMBER
from suivi.register.activity import Activity, Said
from tools.rooms import ROOT
from tools.written import keep

PAGE: Final = ROOT / "docs" / "demonstration.md"
OPENING: Final = """\
# What the demonstration plays

Every initiative, and every aim that a party has reported on, with the activities opened under it: in which mode, in
which state, and why. The same table in three languages: [English](#english), [français](#français), [한국어](#한국어).

*Written from the demonstration’s files by `make modes`.*
"""
LANGUAGE_NAMES: Final = {"en": "English", "fr": "Français", "ko": "한국어"}
HEADS: Final = (
    Words("Commitment", "Engagement", "항목"),
    Words("Activity", "Activité", "활동"),
    Words("Mode", "Mode", "협력 유형"),
    Words("State", "État", "상태"),
    Words("Why", "Pourquoi", "근거"),
)
SILENT: Final = Words(
    "No public report since the plan was adopted", "Aucun rapport public depuis l’adoption", "채택 이후 공개 보고 없음"
)
MENTIONED: Final = Words(
    "Reports name it; none tells of a step of this kind",
    "Des rapports en parlent; aucun ne fait état d’une étape de ce genre",
    "보고에 언급되나 해당 단계에 관한 보고는 없음",
)
RESTS_ON: Final = Words("Rests on {facts}", "D’après {facts}", "{facts} 근거")
COUNTED: Final = Words(
    "{commitments} commitments, {activities} activities, {modes} modes; undertakings among the initiatives: {fallback}.",
    "{commitments} engagements, {activities} activités, {modes} modes; « engagement » parmi les initiatives : {fallback}.",
    "항목 {commitments}개, 활동 {activities}개, 협력 유형 {modes}개. 협력 사업 가운데 일반 협력: {fallback}.",
)
INITIATIVE: Final = re.compile(r"P\d\.I\d+[a-z]?|G1")


def page() -> str:
    """The whole page, as it should stand."""
    lines = [OPENING]
    for language in LANGUAGES:
        lines += [f"## {LANGUAGE_NAMES[language]}\n", _counted().in_(language) + "\n"]
        lines += ["| " + " | ".join(head.in_(language) for head in HEADS) + " |", "|" + "---|" * len(HEADS)]
        lines += [_line(row, language) for row in rows()]
        lines += [""]
    return "\n".join(lines).rstrip("\n") + "\n"


def rows() -> list[dict[str, Any]]:
    """Each activity with its commitment, the state it reaches and why, initiatives in plan order, then aims."""
    return sorted((_row(activity) for activity in activities()), key=lambda row: _place(row["provision"]))


def state_of(activity: dict[str, Any]) -> str:
    """The state an activity of `activities.json` reaches by the rules of its mode."""
    standing = Activity(
        id=activity["activity"],
        plan=story()["plan"],
        mode=MODES[activity["mode"]],
        parties=frozenset(story()["parties"]),
    )
    for place, step in enumerate(activity["steps"]):
        standing = standing.after(_said(activity["activity"], place, step))
    return standing.state


def _said(activity: str, place: int, step: dict[str, Any]) -> Said:
    return Said(
        party=step["by"],
        step=step["step"],
        details=step["details"],
        on=step["on"],
        log="",
        seq=place,
        id=f"{activity}.{place}",
        leaf=b"",
        at=f"{step['recorded_on']}T00:00:00Z",
        marking=AMBER,
        joint="concurs_on" in step,
    )


def _row(activity: dict[str, Any]) -> dict[str, Any]:
    mode = MODES[activity["mode"]]
    state = state_of(activity)
    return {
        "provision": activity["provision"],
        "title": json.loads(asset("titles.json"))["commitments"][activity["provision"]],
        "activity": activity["titles"],
        "mode": mode.name,
        "mode_words": mode.names,
        "state": state,
        "state_words": mode.words[state],
        "why": _why(activity, state),
    }


def _why(activity: dict[str, Any], state: str) -> Words:
    facts = list(dict.fromkeys(fact for step in activity["steps"] for fact in step["rests_on"]))
    told = RESTS_ON.filled(facts=", ".join(facts)) if facts else _unsaid(activity["provision"])
    because = activity.get("undertaking_because")
    if because is None or (state != START and facts == []):
        return told
    return Words(*(f"{because[language]}. {told.in_(language)}" for language in LANGUAGES))


def _unsaid(provision: str) -> Words:
    spoken = [fact for fact in public_record() if fact["provision"] == provision and not fact.get("background")]
    return MENTIONED if spoken else SILENT


def _place(provision: str) -> tuple[bool, list[tuple[int, str]]]:
    found = re.findall(r"(\d+)([a-z]?)", provision)
    return not INITIATIVE.fullmatch(provision), [(int(number), letter) for number, letter in found]


def _counted() -> Words:
    played = rows()
    fallback = {row["provision"] for row in played if row["mode"] == "undertaking" and is_initiative(row["provision"])}
    return COUNTED.filled(
        commitments=len({row["provision"] for row in played}),
        activities=len(played),
        modes=len(Counter(row["mode"] for row in played)),
        fallback=len(fallback),
    )


def is_initiative(provision: str) -> bool:
    """Whether `provision` is the id of an initiative or of the yearly review, not of an aim."""
    return INITIATIVE.fullmatch(provision) is not None


def _line(row: dict[str, Any], language: str) -> str:
    cells: Iterator[str] = iter(
        (
            f"{row['provision']} {row['title'][language]}",
            row["activity"][language],
            f"{row['mode_words'].in_(language)} `{row['mode']}`",
            f"{row['state_words'].in_(language)} `{row['state']}`",
            row["why"].in_(language),
        )
    )
    return "| " + " | ".join(cells) + " |"


def main(arguments: list[str]) -> int:
    """Write the page, or say whether it is as it should be."""
    return keep(PAGE, page(), arguments, told="is not what the demonstration plays: run make modes.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
