"""Days and instants in words, as an official of each language writes them inside a sentence.

- English `July 18, 2024` (Canadian usage), French `18 juillet 2024` with `1er`, Korean `2024년 7월 18일`.
- Instants are UTC and say so: Ottawa and Seoul are 13 or 14 hours apart.
- Source: The Canadian Style, 5.14; Le guide du rédacteur, 1.1.14 and 2.4.2.
"""

import re
from typing import Final

MONTHS: Final = {
    "en": "January February March April May June July August September October November December".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
}
"""The months by language, January first; Korean has numbers."""

_NO_BREAK: Final = "\u00a0"
_LONGER: Final = re.compile(r"([12]\d{3})(?:-(0[1-9]|1[0-2]))?")


def day_in(language: str, day: str) -> str:
    """`day` (`YYYY-MM-DD`) in words of `language`, or a month (`YYYY-MM`) or year; anything else as it stands."""
    parts = day.split("-")
    if found := _LONGER.fullmatch(day):
        return _without_day(language, found[1], int(found[2] or 0))
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return day
    year, month, date = (int(part) for part in parts)
    if language == "ko":
        return f"{year}년 {month}월 {date}일"
    named = MONTHS[language][month - 1]
    if language == "en":
        return f"{named}{_NO_BREAK}{date}, {year}"
    return f"{'1er' if date == 1 else date}{_NO_BREAK}{named}{_NO_BREAK}{year}"


def _without_day(language: str, year: str, month: int) -> str:
    if language == "ko":
        return f"{year}년 {month}월" if month else f"{year}년"
    return f"{MONTHS[language][month - 1]}{_NO_BREAK}{year}" if month else year


def span_in(language: str, from_on: str, to_on: str | None) -> str:
    """A day, or the first and last of several joined by an en dash, in words."""
    first = day_in(language, from_on)
    return first if to_on is None or to_on == from_on else f"{first} – {day_in(language, to_on)}"


def instant_in(language: str, at: str) -> str:
    """`at` (`YYYY-MM-DDTHH:MM:SSZ`) to the minute, in words, in UTC."""
    hour = at[11:16].replace(":", f"{_NO_BREAK}h{_NO_BREAK}") if language == "fr" else at[11:16]
    return f"{day_in(language, at[:10])}, {hour} UTC"
