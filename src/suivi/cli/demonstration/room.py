"""Orders of the review room, as an actor's desk carries them out: assess, mark, look through, propose, follow up.

- Each that leaves gives its ticket; approving and releasing it is an order of its own.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import Any


def _officers() -> list[Any]:
    from suivi.desk import sign_in

    return sign_in.officers()


def _assess(**said: Any) -> str:
    from suivi.desk.actions import assessments

    return assessments.assess(_officers()[0], **said)


def _note(**said: Any) -> None:
    from suivi.desk.actions import minutes

    minutes.note(_officers()[0], **said)


def _look_through(*, plan: str, from_on: datetime.date, to_on: datetime.date, at: datetime.datetime) -> None:
    """The approver looks at the package as a whole, as it is at this moment."""
    from suivi.desk import reviews
    from suivi.desk.actions import minutes

    digest = reviews.review_on(plan, from_on=from_on, to_on=to_on, as_of=None).digest()
    minutes.look_through(_officers()[1], plan=plan, from_on=from_on, to_on=to_on, digest=digest, at=at)


def _propose_minutes(*, decisions: Iterable[Mapping[str, Any]], **said: Any) -> str:
    from suivi.desk.actions import minutes
    from suivi.record.minutes import Decision

    listed = [Decision(**{**one, "parties": tuple(one["parties"])}) for one in decisions]
    return minutes.propose(_officers()[0], decisions=listed, **said)


def _report_decision(**said: Any) -> str:
    from suivi.desk.actions import minutes

    return minutes.report_decision(_officers()[0], **said)


ROOM_ORDERS: dict[str, Callable[..., Any]] = {
    "assess": _assess,
    "note": _note,
    "look through": _look_through,
    "propose minutes": _propose_minutes,
    "report decision": _report_decision,
}
"""What an actor does in the review room, by name."""
