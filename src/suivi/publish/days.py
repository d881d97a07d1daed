"""Days and instants as the reader's language writes them.

- English `18 July 2024`, French `18 juillet 2024` with `1er`, Korean `2024년 7월 18일`; the machine's form
  (ISO 8601) stands in `datetime`.
- Instants are UTC and say so: Ottawa and Seoul are 13 or 14 hours apart.
"""

import datetime
from typing import Final

from suivi.publish.markup import Html, element

_MONTHS: Final = {
    "en": "January February March April May June July August September October November December".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
}


def day_in(language: str, day: str) -> str:
    """`day` (`YYYY-MM-DD`) in words of `language`; anything else as it stands."""
    parts = day.split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return day
    year, month, date = (int(part) for part in parts)
    if language == "ko":
        return f"{year}년 {month}월 {date}일"
    number = "1er" if language == "fr" and date == 1 else str(date)
    return f"{number}\u00a0{_MONTHS[language][month - 1]}\u00a0{year}"


def day(language: str, on: str) -> Html:
    """`on` inside `<time>`."""
    return element("time", day_in(language, on), datetime=on)


def span_of_days(language: str, from_on: str, to_on: str | None) -> Html:
    """A day, or the first and the last of several joined by an en dash."""
    first = day(language, from_on)
    return first if to_on is None or to_on == from_on else Html(f"{first} – {day(language, to_on)}")


def days_between(first: str, last: str) -> int:
    """How many days lie between two days (`YYYY-MM-DD`)."""
    return (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days


def span_in(language: str, from_on: str, to_on: str | None) -> str:
    """A day, or the first and the last of several joined by an en dash, in words."""
    first = day_in(language, from_on)
    return first if to_on is None or to_on == from_on else f"{first} – {day_in(language, to_on)}"


def instant_in(language: str, at: str) -> str:
    """`at` (`YYYY-MM-DDTHH:MM:SSZ`) to the minute, in words, in UTC."""
    hour = at[11:16].replace(":", "\u00a0h\u00a0") if language == "fr" else at[11:16]
    return f"{day_in(language, at[:10])}, {hour} UTC"


def instant(language: str, at: str) -> Html:
    """`at` (`YYYY-MM-DDTHH:MM:SSZ`) to the minute, inside `<time>`."""
    return element("time", instant_in(language, at), datetime=at)
