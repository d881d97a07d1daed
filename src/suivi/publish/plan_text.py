"""The agreed text of a plan as Akoma Ntoso 3.0, one language version each, with the numbers of the register."""

from suivi.plan.text import Span, Text
from suivi.publish.akoma_ntoso import Division, Marked, Work, akoma_ntoso
from suivi.publish.review_html import marking_of
from suivi.review.package import Review


def plan_akoma_ntoso(review: Review, language: str, characters: str) -> bytes:
    """The text in `language`, its sections and every place of every commitment; the same characters again."""
    plan = review.plan
    divisions = [
        Division(
            id=section.id,
            kind=section.kind,
            span=section.spans[language],
            heading=section.headings.get(language, Span(section.spans[language].start, section.spans[language].start)),
            parent=section.parent,
        )
        for section in plan.sections
        if language in section.spans
    ]
    marked = [
        Marked(id=place.id, kind=provision.kind.value, span=place.spans[language], facts={"mode": provision.mode})
        for provision in plan.provisions
        for place in provision.places
        if language in place.spans
    ]
    marked.sort(key=lambda one: one.span)
    work = Work(
        name=plan.id,
        parties=tuple(party.code for party in review.parties),
        agreed_on=plan.agreed_on or "",
        status=str(plan.version),
        marking=marking_of(review.register).label(),
    )
    return akoma_ntoso(Text(language, characters), divisions, marked, work)
