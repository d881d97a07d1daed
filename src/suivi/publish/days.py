"""Days and instants as the reader's language writes them, inside `<time>`: the machine's form (ISO 8601) in `datetime`.

The words themselves are those of `suivi.plan.days`, named here for every format.
"""

import datetime

from suivi.plan.days import day_in as day_in
from suivi.plan.days import instant_in as instant_in
from suivi.plan.days import span_in as span_in
from suivi.publish.markup import Html, element


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


def instant(language: str, at: str) -> Html:
    """`at` (`YYYY-MM-DDTHH:MM:SSZ`) to the minute, inside `<time>`."""
    return element("time", instant_in(language, at), datetime=at)
