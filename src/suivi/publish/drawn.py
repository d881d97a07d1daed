"""Drawn: a review in pictures: how the plan stands by pillar, how far the accounts differ, what falls due.

- The signs and figures are the review's; none is computed again. Each picture bears the same figures as a table.
- There is no picture where there is nothing to draw.
"""

from datetime import date, timedelta

from suivi.plan.plan import Section
from suivi.publish import days, phrases
from suivi.publish.pictures import ahead, apart, standing
from suivi.publish.pictures.drawing import Label, Picture
from suivi.publish.pillars import anchor_of, commitments_of, in_print_order
from suivi.publish.tongue import Tongue, number_of
from suivi.record.reports import STAGES, Stage
from suivi.register.plans import ProvisionStanding
from suivi.register.reports import COMPARISONS, Comparison
from suivi.review.ahead import STEP
from suivi.review.package import Chapter, Review

_FURTHEST_FIRST = ("done", "under-way", "planned", "mentioned", "stopped")
_AXIS = ("mentioned", "planned", "under-way", "done")
_A_DAY = timedelta(days=1)
_SAID = {"deadline": phrases.DUE, STEP: phrases.STEP_DUE}


def standing_by_pillar(tongue: Tongue, review: Review) -> Picture | None:
    """How the plan stands, a row of signs for each pillar and party."""
    pillars = [
        standing.Pillar(_pillar(tongue, pillar), found)
        for pillar in in_print_order(review)
        if pillar.section is not None and (found := _stages(tongue, review, pillar))
    ]
    if not pillars:
        return None
    by_code = {stage.value: tongue.say(words) for stage, words in STAGES.items()}
    stages: dict[str | None, str] = {code: by_code[code] for code in _FURTHEST_FIRST}
    stages[None] = tongue.say(COMPARISONS[Comparison.NEITHER])
    names = [tongue.party(code) for code in tongue.names]
    return standing.picture(pillars, parties=names, stages=stages, language=tongue.language)


def accounts_apart(tongue: Tongue, review: Review) -> Picture | None:
    """How far the accounts differ, a line for each commitment on which they do."""
    found = [one for one in review.standings if one.comparison in (Comparison.DIFFER, Comparison.DETAILS_DIFFER)]
    if not found:
        return None
    by_code = {stage.value: tongue.say(words) for stage, words in STAGES.items()}
    latest = (one.latest(code) for one in found for code in one.accounts)
    stopped = any(account.stage is Stage.STOPPED for account in latest if account is not None)
    axis = (*_AXIS, "stopped") if stopped else _AXIS
    return apart.picture(
        [_difference(tongue, one) for one in found],
        parties=[tongue.party(code) for code in tongue.names],
        stages={code: by_code[code] for code in axis},
        language=tongue.language,
    )


def due_ahead(tongue: Tongue, review: Review) -> Picture | None:
    """What falls due in the quarter after the closing day and the three that follow."""
    from_on = min(review.period.to_on, date.max - _A_DAY) + _A_DAY
    coming = [
        ahead.Due(
            named=commitment_label(tongue, found),
            kind=line.rule if line.rule in ahead.KINDS else "recurrence",
            on=date.fromisoformat(line.on),
            said=tongue.say(_SAID.get(line.rule, phrases.YEARLY)),
        )
        for line in review.ahead
        if line.on and line.on >= from_on.isoformat() and (found := review.standing(line.provision)) is not None
    ]
    return ahead.picture(coming, from_on=from_on, language=tongue.language) if coming else None


def commitment_label(tongue: Tongue, found: ProvisionStanding) -> Label:
    """A commitment as a picture names it, leading to where it is told in full."""
    id, titles = found.provision.id, found.provision.titles
    language = tongue.chosen(titles) or tongue.language
    return Label(number=number_of(id), title=titles.get(language, ""), language=language, address=f"#{id}")


def _pillar(tongue: Tongue, pillar: Chapter) -> Label:
    section: Section | None = pillar.section
    shown = (section.titles if section else {}) or pillar.heading
    language = tongue.chosen(shown)
    number, address = number_of(anchor_of(pillar)), f"#{anchor_of(pillar)}"
    return Label(number=number, title=shown.get(language, ""), language=language, address=address)


def _stages(tongue: Tongue, review: Review, pillar: Chapter) -> tuple[tuple[str | None, ...], ...]:
    known = {one.standing.provision.id: one.standing for one in commitments_of(review, pillar)}
    return tuple(
        tuple(account.stage.value if (account := one.latest(code)) else None for one in known.values())
        for code in tongue.names
        if known
    )


def _difference(tongue: Tongue, one: ProvisionStanding) -> apart.Difference:
    latest = [one.latest(code) for code in tongue.names]
    stated = [account.on for account in latest if account is not None]
    said = tuple(
        (account.stage.value, days.day_in(tongue.language, account.on)) if account is not None else None
        for account in latest
    )
    apart_by = days.days_between(min(stated), max(stated))
    return apart.Difference(named=commitment_label(tongue, one), said=said, days=apart_by)
