"""The package of a review as one file to keep: begun, and stopped."""

import datetime

from suivi.desk import access, closings, packages, proofs, reviews
from suivi.desk.access import Officer
from suivi.publish.proved import records_of
from suivi.review.package import Review


def begin(
    officer: Officer,
    *,
    plan: str,
    from_on: datetime.date,
    to_on: datetime.date,
    as_of: datetime.date | None = None,
    minutes: str = "",
) -> str:
    """Begin the package of a period, or of the review that `minutes` close, as it was; its id.

    Raises `NotHere`, `PeriodRunsBack`.
    """
    channel, register = access.whole_plan_for(officer, plan, as_of=as_of)
    if minutes:
        review = closings.closed(channel, register, minutes).review
    else:
        review = reviews.review_on(plan, from_on=from_on, to_on=to_on, as_of=as_of)
    proved = tuple(proofs.proofs_of(records_of(review)))
    return packages.begin(officer.pk, review, name=name_of(review), proofs=proved).id


def stop(officer: Officer, *, package: str) -> None:
    """Stop a package that is being made; nothing of it is kept. Raises `NotHere`."""
    packages.stop(access.package_for(officer, package))


def name_of(review: Review) -> str:
    """What the file of a package is called: the plan, the period, and the first digits of the digest."""
    period = review.period
    return f"{review.plan.id}-{period.from_on}-{period.to_on}-{review.digest()[:8]}.zip"
