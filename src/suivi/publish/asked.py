"""What an activity adds up to, in the words of one reader: what the review asks of it, and the cells of its tables.

- A question nobody has answered is named as such, all of them in one line: silence is written, never left out.
"""

from collections.abc import Mapping, Sequence

from suivi.modes.mode import Mode
from suivi.plan.words import Words
from suivi.publish import days, phrases
from suivi.publish.tongue import Tongue
from suivi.register.activity import Said
from suivi.register.summaries import Cell
from suivi.review.asked import Answer


def asked_lines(tongue: Tongue, mode: Mode, answers: Sequence[Answer]) -> tuple[tuple[str, str], ...]:
    """Each question answered, with the steps that answer it; last, in one line, those that nothing answers."""
    told = [
        (tongue.say(one.question.words), "; ".join(_step(tongue, mode, said) for said in one.said))
        for one in answers
        if one.said
    ]
    silent = ", ".join(tongue.say(one.question.words) for one in answers if not one.said)
    return (*told, *([(tongue.say(phrases.NOT_TOLD), silent)] if silent else []))


def cell_words(tongue: Tongue, cell: Cell) -> tuple[str, str]:
    """A cell of a table as words, and their language where it is not the reader's; a day is written out."""
    if isinstance(cell, Words):
        return tongue.say(cell), ""
    if isinstance(cell, Mapping):
        language = tongue.chosen(cell)
        return cell.get(language, ""), "" if language == tongue.language else language
    return days.day_in(tongue.language, cell), ""


def _step(tongue: Tongue, mode: Mode, said: Said) -> str:
    by = tongue.say(phrases.JOINT) if said.joint else tongue.party(said.party)
    return f"{tongue.say(mode.words[said.step])}, {days.day_in(tongue.language, said.on)}, {by}"
