"""Asks: the details a step can ask for, what each is called, and which answers are sound.

- A day is one of the calendar between 1900 and 2200, both years included: farther off is a slip of the pen.
- Prose is given by language, at least one; a line is short, on one line, and in whatever language names it.
- Whether the characters may stand in a text at all is checked where records are read (`suivi.record.wording`).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

from suivi.plan.words import Words

Detail: TypeAlias = str | dict[str, str]
"""An answer: one line, or prose by language (ISO 639-1)."""

FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2200, 12, 31)
LONGEST_LINE: Final = 200
LONGEST_PROSE: Final = 20_000
LARGEST_NUMBER: Final = 999_999_999_999


class Form(StrEnum):
    """How a detail is given; a form field is chosen by it."""

    DAY = "day"
    CHOICE = "choice"
    NUMBER = "number"
    LINE = "line"
    PROSE = "prose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One detail: `name` is its code in records; `choices` are codes with words, for a choice only."""

    name: str
    form: Form
    words: Words
    choices: dict[str, Words] = field(default_factory=dict)

    def is_blank(self, answer: Detail | None) -> bool:
        """Whether `answer` says nothing: missing, empty, only spaces, or no language with words."""
        if answer is None or isinstance(answer, str):
            return not (answer or "").strip()
        return not any(text.strip() for text in answer.values())

    def unsound(self, answer: Detail) -> Words | None:
        """What is asked for instead, if `answer` (not blank) is not of this form; None if it is sound."""
        return None if _SOUND[self.form](self, answer) else EXPECTED[self.form]


EXPECTED: Final[dict[Form, Words]] = {
    Form.DAY: Words(
        en="a day of the calendar between 1900 and 2200, written 2026-03-31",
        fr="un jour du calendrier entre 1900 et 2200, écrit sous la forme 2026-03-31",
        ko="1900년부터 2200년 사이의 날짜(예: 2026-03-31)",
    ),
    Form.CHOICE: Words(en="one of the choices offered", fr="l’un des choix proposés", ko="제시된 항목 중 하나"),
    Form.NUMBER: Words(en="a whole number, in digits", fr="un nombre entier, en chiffres", ko="숫자로 표기한 정수"),
    Form.LINE: Words(
        en="at most 200 characters on one line",
        fr="au plus 200 caractères sur une seule ligne",
        ko="200자 이내의 한 줄",
    ),
    Form.PROSE: Words(
        en="a text of at most 20,000 characters in each language given",
        fr="un texte d’au plus 20 000 caractères dans chaque langue fournie",
        ko="입력한 언어별로 20,000자 이내의 글",
    ),
}
"""What a sound answer is, by form; it fills `{expected}` of `DetailNotSound`."""


def day_is_sound(characters: str) -> bool:
    """Whether `characters` are a day of the calendar, `YYYY-MM-DD`, from 1900 to 2200."""
    if not _DAY.fullmatch(characters):
        return False
    try:
        return FIRST_DAY <= date.fromisoformat(characters) <= LAST_DAY
    except ValueError:
        return False


_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER: Final = re.compile(r"0|[1-9][0-9]{0,11}")
_LANGUAGE: Final = re.compile(r"[a-z]{2}")


def _day_sound(_: Ask, answer: Detail) -> bool:
    return isinstance(answer, str) and day_is_sound(answer)


def _choice_sound(ask: Ask, answer: Detail) -> bool:
    return isinstance(answer, str) and answer in ask.choices


def _number_sound(_: Ask, answer: Detail) -> bool:
    return isinstance(answer, str) and _NUMBER.fullmatch(answer) is not None


def _line_sound(_: Ask, answer: Detail) -> bool:
    return isinstance(answer, str) and len(answer) <= LONGEST_LINE and "\n" not in answer


def _prose_sound(_: Ask, answer: Detail) -> bool:
    return isinstance(answer, dict) and all(
        _LANGUAGE.fullmatch(language) and text.strip() and len(text) <= LONGEST_PROSE
        for language, text in answer.items()
    )


_SOUND: Final[dict[Form, Callable[[Ask, Detail], bool]]] = {
    Form.DAY: _day_sound,
    Form.CHOICE: _choice_sound,
    Form.NUMBER: _number_sound,
    Form.LINE: _line_sound,
    Form.PROSE: _prose_sound,
}

_LEVELS: Final[dict[str, Words]] = {
    "leaders": Words(en="leaders", fr="dirigeants", ko="정상급"),
    "ministers": Words(en="ministers", fr="ministres", ko="장관급"),
    "vice-ministers": Words(en="vice-ministers", fr="vice-ministres", ko="차관급"),
    "directors-general": Words(en="directors general", fr="directeurs généraux", ko="국장급"),
    "senior-officials": Words(en="senior officials", fr="hauts fonctionnaires", ko="고위급"),
    "experts": Words(en="experts", fr="experts", ko="실무급"),
}

_ASKS: Final = (
    Ask(name="date", form=Form.DAY, words=Words(en="Date", fr="Date", ko="일자")),
    Ask(name="level", form=Form.CHOICE, words=Words(en="Level", fr="Niveau", ko="수준"), choices=_LEVELS),
    Ask(name="place", form=Form.LINE, words=Words(en="Place", fr="Lieu", ko="장소")),
    Ask(name="lead", form=Form.LINE, words=Words(en="Lead body", fr="Organe responsable", ko="주관 기관")),
    Ask(name="agenda", form=Form.PROSE, words=Words(en="Agenda", fr="Ordre du jour", ko="의제")),
    Ask(name="participants", form=Form.PROSE, words=Words(en="Participants", fr="Participants", ko="참석자")),
    Ask(name="decisions", form=Form.PROSE, words=Words(en="Decisions", fr="Décisions", ko="결정 사항")),
    Ask(name="account", form=Form.PROSE, words=Words(en="Account", fr="Compte rendu", ko="진행 상황")),
    Ask(name="outcome", form=Form.PROSE, words=Words(en="Outcome", fr="Résultat", ko="결과")),
    Ask(name="reason", form=Form.PROSE, words=Words(en="Reason", fr="Motif", ko="사유")),
)

ASKS: Final[dict[str, Ask]] = {ask.name: ask for ask in _ASKS}
"""Every detail a step of any mode can ask for, by its code."""
