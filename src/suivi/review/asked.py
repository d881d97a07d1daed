"""What a review wants to know of each activity: the questions of its mode, and the steps of the period that answer them.

- A question counts as answered by what was stated to have happened in the period; one that stands, by anything up to
  its last day.
- An activity of an earlier edition is asked what the newest asks, as far as its own table holds a step that could answer.
"""

from dataclasses import dataclass

from suivi.modes import MODES
from suivi.modes.mode import Question
from suivi.plan.when import Period
from suivi.register.activity import Activity, Said


@dataclass(frozen=True, slots=True)
class Answer:
    """A question of the review, and the steps that answer it, in the order taken; none where nobody has told of it."""

    question: Question
    said: tuple[Said, ...]


def answers_of(activity: Activity, period: Period) -> tuple[Answer, ...]:
    """What the review of `period` asks of `activity`, in the order of its mode."""
    known = {step.name for step in activity.mode.steps}
    newest = MODES.get(activity.mode.name, activity.mode)
    return tuple(
        Answer(question, tuple(said for said in activity.taken if _answers(question, said, period)))
        for question in newest.questions
        if not known.isdisjoint(question.steps)
    )


def _answers(question: Question, said: Said, period: Period) -> bool:
    first_on = "" if question.standing else period.from_on.isoformat()
    return said.step in question.steps and first_on <= said.on <= period.to_on.isoformat()
