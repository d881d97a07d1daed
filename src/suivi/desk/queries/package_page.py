"""The package of a review for its page, and one being made."""

import datetime
from itertools import combinations

from suivi.desk import access, closings, reviews
from suivi.desk.access import Officer
from suivi.desk.pages import Term
from suivi.desk.pages.package import MakingPage, PackagePage
from suivi.desk.queries import shown
from suivi.desk.registers import at_one_glance
from suivi.plan.words import LANGUAGES
from suivi.publish.package import FORMATS, SCORECARD, TITLES


@at_one_glance
def package_page(
    officer: Officer,
    plan: str,
    *,
    from_on: datetime.date,
    to_on: datetime.date,
    as_of: datetime.date | None,
    minutes: str,
) -> PackagePage:
    """What there is of the review of a period, or of one that `minutes` closed. Raises `NotHere`, `PeriodRunsBack`."""
    channel, register = access.whole_plan_for(officer, plan, as_of=as_of)
    if minutes:
        review = closings.closed(channel, register, minutes).review
    else:
        review = reviews.review_on(plan, from_on=from_on, to_on=to_on, as_of=as_of)
    return PackagePage(
        plan=shown.plan_line(officer, register),
        from_on=review.period.from_on,
        to_on=review.period.to_on,
        as_of=as_of,
        minutes=minutes,
        digest=review.digest(),
        marking=closings.marking_label(review),
        papers=tuple(
            (Term(name, words), ("xlsx",) if name == SCORECARD else tuple(FORMATS)) for name, words in TITLES.items()
        ),
        tongues=LANGUAGES,
        pairs=tuple("-".join(pair) for pair in combinations(LANGUAGES, 2)),
    )


def package_being_made(officer: Officer, package: str) -> MakingPage:
    """How far a package is that the officer has begun; raises `NotHere`."""
    making = access.package_for(officer, package)
    return MakingPage(
        id=making.id,
        plan=making.plan,
        name=making.name,
        done=making.done,
        total=making.total,
        size=len(making.octets),
        stopped=making.stopped,
        failed=making.failed,
    )


def package_file(officer: Officer, package: str) -> tuple[str, bytes]:
    """The name and the bytes of a package that is made; raises `NotHere`."""
    making = access.package_for(officer, package)
    if not making.octets:
        raise access.NotHere(what=package[:16])
    return making.name, making.octets
