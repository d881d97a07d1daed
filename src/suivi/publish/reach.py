"""Reach: sentences on how far a review reaches: up to where each log, and through which versions of the plan."""

from collections.abc import Iterator

from suivi.plan.version import BECAME, Became
from suivi.publish import days, phrases
from suivi.publish.tongue import Tongue
from suivi.review.amended import Amendment
from suivi.review.package import Review


def amended_in_words(tongue: Tongue, amendment: Amendment) -> str:
    """The day of an amendment, and how many commitments became what, most of all left out: those that were kept."""
    found = [
        f"{tongue.say(words)}: {amendment.became[became.value]}"
        for became, words in BECAME.items()
        if became is not Became.KEPT and became.value in amendment.became
    ]
    return ", ".join([days.day_in(tongue.language, amendment.on), *found])


def behind(tongue: Tongue, review: Review) -> Iterator[str]:
    """A sentence for each log that reaches no further than a day before the closing day, or holds nothing."""
    closing = review.period.to_on.isoformat()
    for log, source in review.sources.items():
        party = tongue.party(log.split("/")[1])
        if not source.last_on:
            yield tongue.say(phrases.NOTHING_HELD, party=party)
        elif source.last_on < closing:
            yield tongue.say(phrases.BEHIND, party=party, day=days.day_in(tongue.language, source.last_on))
