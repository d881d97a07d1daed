"""Words: one term of the house in every language of the house.

A gap cannot exist: all languages are required fields. Vocabulary that enters signed reviews is of
this kind (`docs/house.md`, section 9); buttons and help texts are gettext phrases instead.
"""

import datetime
import re
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from suivi.plan.days import day_in

LANGUAGES: Final = ("en", "fr", "ko")


@dataclass(frozen=True, slots=True)
class Words:
    """One term or sentence in English, Canadian French and Korean; `{name}` marks what is filled in.

    `{count:entry|entries}` stands for the one of two forms that goes with a count: French says none as it says one.
    """

    en: str
    fr: str
    ko: str

    def in_(self, language: str) -> str:
        """The words in `language` (ISO 639-1); raises `KeyError` for one the house does not speak."""
        if language not in LANGUAGES:
            raise KeyError(language)
        return str(getattr(self, language))

    def filled(self, **values: object) -> "Words":
        """These words with every `{name}` replaced: `Words` language by language, a `date` written out in each."""
        return Words(*(_filled(self.in_(language), values, language) for language in LANGUAGES))

    def of_several(self) -> "Words":
        """These words with every form that goes with a count as it is said of several, and nothing filled in."""
        return Words(*(_FORMS.sub(r"\2", self.in_(language)) for language in LANGUAGES))

    def by_language(self) -> dict[str, str]:
        """`{"en": …, "fr": …, "ko": …}`, in that order."""
        return {language: self.in_(language) for language in LANGUAGES}


_FORMS: Final = re.compile(r"\{\w+:([^{}|]*)\|([^{}|]*)\}")


class _Counting(string.Formatter):
    """Fills in names, and of two forms parted by a bar the one that goes with the count of that name."""

    def __init__(self, language: str) -> None:
        self._language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        """A value as it stands, or the form that goes with it."""
        of_one, bar, of_several = format_spec.partition("|")
        if not bar:
            return str(super().format_field(value, format_spec))
        return of_one if is_of_one(value, self._language) else of_several


def is_of_one(count: object, language: str) -> bool:
    """Whether what is counted is said in the singular; a count with parted thousands is of several."""
    digits = str(count)
    return digits in (("0", "1") if language == "fr" else ("1",))


def _filled(characters: str, values: dict[str, object], language: str) -> str:
    spoken = _spoken(values, language)
    if _FORMS.search(characters) is None:
        return characters.format(**spoken)
    return _Counting(language).vformat(characters, (), spoken)


def _spoken(values: dict[str, object], language: str) -> dict[str, object]:
    return {name: _said(value, language) for name, value in values.items()}


def _said(value: object, language: str) -> object:
    if isinstance(value, Words):
        return value.in_(language)
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return day_in(language, value.isoformat())
    return value


def on_day(day: str) -> Words:
    """A day (`YYYY-MM-DD`) written out in each language; anything else as it stands."""
    return Words(*(day_in(language, day) for language in LANGUAGES))


def listed(terms: list[Words]) -> Words:
    """The terms in one line, parted by commas; empty words for an empty list."""
    return Words(*(", ".join(term.in_(language) for term in terms) for language in LANGUAGES))


TONGUES: Final[dict[str, Words]] = {
    "en": Words("English", "anglais", "영어"),
    "fr": Words("French", "français", "프랑스어"),
    "ko": Words("Korean", "coréen", "한국어"),
}
"""The languages of the product, by ISO 639-1 code, as a sentence names them."""


def languages_in_words(tags: Iterable[str]) -> Words:
    """Languages as a sentence lists them, parted by commas; one that is none of the house's is named by its tag."""
    return listed([TONGUES.get(tag, Words(tag, tag, tag)) for tag in tags])


def in_house_languages(texts: Mapping[str, str]) -> Words:
    """A text by language as words of the house; a language it is not given in takes the first there is."""
    first = next(iter(texts.values()), "")
    return Words(*(texts.get(language, first) for language in LANGUAGES))
