"""Words: one term of the house in every language of the house.

A gap cannot exist: all languages are required fields. Vocabulary that enters signed reviews is of
this kind (`docs/house.md`, section 9); buttons and help texts are gettext phrases instead.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from suivi.plan.days import day_in

LANGUAGES: Final = ("en", "fr", "ko")


@dataclass(frozen=True, slots=True)
class Words:
    """One term or sentence in English, Canadian French and Korean; `{name}` marks what is filled in."""

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
        return Words(*(self.in_(language).format(**_spoken(values, language)) for language in LANGUAGES))

    def by_language(self) -> dict[str, str]:
        """`{"en": …, "fr": …, "ko": …}`, in that order."""
        return {language: self.in_(language) for language in LANGUAGES}


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
