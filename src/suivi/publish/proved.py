"""Proved: which records the lines of a review rest on, and the links to the files that prove them.

- A line in a party's words rests on one record; what was agreed rests on the word of every party of the joint text.
- A line that compares two accounts rests on both, which stand beside it with a link each.
"""

from collections.abc import Iterator

from suivi.publish.markup import Html, element, joined
from suivi.publish.tongue import PROOF, Tongue
from suivi.register.joint import JointText
from suivi.register.plans import PlanRegister
from suivi.review.package import Review


def records_of(review: Review) -> list[tuple[str, int]]:
    """The log and place of every record the review shows: in plan order, each once, none beyond its cut."""
    return list(dict.fromkeys(_records(review)))


def _records(review: Review) -> Iterator[tuple[str, int]]:
    register = review.register
    for text in register.joint_texts:
        if text.in_effect:
            yield from voices_of(text)
    yield from ((one.log, one.seq) for one in register.described)
    yield from ((one.log, one.seq) for one in review.evidence)
    for standing in (*review.standings, *(one.standing for one in review.ended)):
        for account in (one for said in standing.accounts.values() for one in said):
            yield account.log, account.seq
            if account.correction is not None:
                yield account.correction
        yield from ((one.log, one.seq) for one in standing.evidence)
        yield from ((one.log, one.seq) for one in standing.assessments)
        for activity in standing.activities:
            yield from ((taken.log, taken.seq) for taken in activity.activity.taken)


def voices_of(text: JointText) -> Iterator[tuple[str, int]]:
    """Where each party said its word to a joint text, in charter order: its log and the place in it."""
    channel = text.proposal.log.rsplit("/", 1)[1]
    for party in text.parties:
        if party in text.voices:
            yield f"suivi/{party}/{channel}", text.voices[party].seq


def agreed_in(register: PlanRegister) -> JointText | None:
    """The joint text by which the version in force was agreed."""
    return next((one for one in register.joint_texts if one.leaf == register.joint), None)


def links_to(tongue: Tongue, text: JointText | None) -> Html:
    """A line of links to what proves a joint text; empty where no proof files stand beside the page."""
    if text is None or not tongue.proofs:
        return Html("")
    links = joined([tongue.record(log, seq) for log, seq in voices_of(text)], ", ")
    return element("p", tongue.before_colon(tongue.say(PROOF)), links, class_="small")
