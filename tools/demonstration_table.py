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
from suivi.plan.words import LANGUAGES, Words, listed
from suivi.record.marking import AMBER
from suivi.record.steps import Basis
from suivi.register.activity import Activity, Said
from tools.rooms import ROOT
from tools.written import keep

PAGE: Final = ROOT / "docs" / "demonstration.md"
OPENING: Final = """\
# What the demonstration plays

Every initiative, and every aim that a party has reported on, with the activities opened under it: in which mode, in
which state, and why. Where nothing public tells of a step, the state is “not begun”, and the last thing said stands in
its place; a step that not all parties tell of, or the press alone, is named as such here and marked on every page. The
facts are those of `record.jsonl`, with their sources. The same table in three languages: [English](#english), [français](#français), [한국어](#한국어).

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
    "No report tells of a step of this kind. The last thing said, on {day} ({fact}): {said}",
    "Aucun rapport ne fait état d’une étape de ce genre. La dernière chose dite, le {day} ({fact})\u00a0: {said}",
    "해당 단계에 관한 보고는 없음. 가장 최근 언급({day}, {fact}): {said}",
)
BEFORE: Final = Words(
    "No public report since the plan was adopted. Before it, on {day} ({fact}): {said}",
    "Aucun rapport public depuis l’adoption. Auparavant, le {day} ({fact})\u00a0: {said}",
    "채택 이후 공개 보고 없음. 채택 이전({day}, {fact}): {said}",
)
RESTS_ON: Final = Words("Rests on {facts}", "D’après {facts}", "{facts} 근거")
PRESUMED: Final = Words("presumed: {steps}", "présumé\u00a0: {steps}", "추정: {steps}")
PRESS: Final = Words("press only: {steps}", "presse seulement\u00a0: {steps}", "언론 보도만: {steps}")
SAME_EVENT: Final = Words(
    "A government tells of the same step, which is played in its words",
    "Un gouvernement fait état de la même étape, jouée d’après ses mots",
    "정부가 같은 단계를 밝혔으므로 정부 발표에 따라 재연",
)
PAST_MEETING: Final = Words(
    "A meeting before the plan was adopted; the series is played from the first meeting under the plan",
    "Une réunion d’avant l’adoption; la série est jouée à partir de la première réunion tenue en vertu du plan",
    "행동계획 채택 이전 회의로, 채택 후 첫 회의부터 재연",
)
PAST: Final = Words(
    "Before the plan was adopted; nothing since goes on from it",
    "Avant l’adoption du plan; rien depuis n’y fait suite",
    "행동계획 채택 이전 사실로, 이후 이어진 내용이 없음",
)
OTHERS: Final = Words(
    "The press only, on an operation led by other countries in 2024; neither government tells of its part",
    "La presse seulement, sur une opération menée par d’autres pays en 2024; aucun des deux gouvernements n’en parle",
    "2024년 타국 주도 작전에 관한 언론 보도로, 양국 정부의 발표가 없음",
)
HALF_ACADEMIC: Final = Words(
    "The press only, on a meeting half official and half academic; it is no talk between the governments alone",
    "La presse seulement, sur une rencontre mi-officielle, mi-universitaire; ce n’est pas un entretien entre gouvernements",
    "정부와 학계가 함께한 행사에 관한 언론 보도로, 정부 간 협의가 아님",
)
PROGRAMME: Final = Words(
    "The press only, on the programme of a Year whose programme is already set",
    "La presse seulement, sur le programme d’une Année dont le programme est déjà arrêté",
    "이미 확정된 프로그램에 관한 언론 보도",
)
UNDATED: Final = Words("The page bears no date", "La page ne porte aucune date", "날짜가 없는 자료")
NOT_PLAYED: Final = {
    "PR-006": PAST_MEETING,
    "PR-007": PAST,
    "PR-012": PAST,
    "PR-035": PROGRAMME,
    "PR-046": SAME_EVENT,
    "PR-047": SAME_EVENT,
    "PR-070": UNDATED,
    "PR-090": SAME_EVENT,
    "PR-106": OTHERS,
    "PR-107": OTHERS,
    "PR-120": HALF_ACADEMIC,
    "PR-127": SAME_EVENT,
}
"""Facts that tell of a step and rest under none that is played, each with its reason."""
LEFT_OUT: Final = Words(
    "Steps that a fact tells of and that are not played",
    "Étapes dont un fait parle et qui ne sont pas jouées",
    "사실에 언급되었으나 재연하지 않은 단계",
)
FACT: Final = Words("Fact", "Fait", "사실")
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
        lines += [
            "",
            f"### {LEFT_OUT.in_(language)}",
            "",
            f"| {FACT.in_(language)} | {HEADS[-1].in_(language)} |",
            "|---|---|",
        ]
        lines += [f"| {fact} | {why.in_(language)} |" for fact, why in NOT_PLAYED.items()]
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
        basis=Basis(step["basis"]) if "basis" in step else None,
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
    told = _told(activity, facts) if facts else _unsaid(activity["provision"])
    because = activity.get("undertaking_because")
    if because is None or (state != START and facts == []):
        return told
    return Words(*(f"{because[language]}. {told.in_(language)}" for language in LANGUAGES))


def _told(activity: dict[str, Any], facts: list[str]) -> Words:
    """What the steps rest on; those that are not the parties' own word by name."""
    words = MODES[activity["mode"]].words
    said = [RESTS_ON.filled(facts=", ".join(facts))]
    for basis, told in ((Basis.PRESUMED, PRESUMED), (Basis.PRESS, PRESS)):
        steps = dict.fromkeys(step["step"] for step in activity["steps"] if step.get("basis") == basis)
        said += [told.filled(steps=listed([words[step] for step in steps]))] if steps else []
    return Words(*("; ".join(one.in_(language) for one in said) for language in LANGUAGES))


def _unsaid(provision: str) -> Words:
    """The last thing said of a commitment under which no step is told of, in the words of its account."""
    spoken = [fact for fact in public_record() if fact["provision"] == provision and fact["on"]]
    if not spoken:
        return SILENT
    last = max(spoken, key=lambda fact: (not fact.get("background"), str(fact["on"])))
    said = Words(*(str(last["account"][language]) for language in LANGUAGES))
    return (BEFORE if last.get("background") else MENTIONED).filled(day=last["on"], fact=last["id"], said=said)


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
