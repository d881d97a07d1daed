"""The annual review as this node computes it: from the common register alone, so equal in both capitals."""

import datetime
from typing import Final

from suivi.desk import entries
from suivi.desk.released import plan_register, register_of
from suivi.plan.refusal import Refusal
from suivi.plan.when import Period
from suivi.plan.words import Words
from suivi.publish.package import Document, octets_of
from suivi.register.fold import Register
from suivi.register.plans import PlanRegister
from suivi.review.named import NamedInPlan
from suivi.review.package import Review, review_of

_REMEMBERED: Final = 8
_made: dict[
    tuple[str, datetime.date, datetime.date, datetime.date | None, frozenset[str]],
    tuple[Register, PlanRegister, Review],
] = {}
"""The reviews computed last, each with the register and the plan it is of: with another entry, or folded anew, another."""


class PeriodRunsBack(Refusal):
    """A review was asked for a period that ends before it begins."""

    code = "period-runs-back"
    says = Words(
        en="The period ends ({to_on}) before it begins ({from_on}).",
        fr="La période se termine ({to_on}) avant de commencer ({from_on}).",
        ko="기간의 종료일({to_on})이 시작일({from_on})보다 앞섭니다.",
    )
    remedy = Words(
        en="Exchange the two days, or choose others.",
        fr="Inversez les deux dates, ou choisissez-en d’autres.",
        ko="두 날짜를 바꾸거나 다시 선택하십시오.",
    )


def review_on(plan: str, *, from_on: datetime.date, to_on: datetime.date, as_of: datetime.date | None) -> Review:
    """The review of a plan over a period, as on record at the end of a day; raises `NotHere`."""
    if to_on < from_on:
        raise PeriodRunsBack(from_on=from_on, to_on=to_on)
    channel, found = plan_register(plan, as_of=as_of)
    register, texts = register_of(channel, as_of), _texts(found)
    key = (plan, from_on, to_on, as_of, frozenset(texts))
    made = _made.get(key)
    if made is None or made[0].cut != register.cut or made[1] is not found:
        made = register, found, review_of(register, plan, Period(from_on, to_on), texts=texts)
        _made[key] = made
        for old in list(_made)[:-_REMEMBERED]:
            _made.pop(old, None)
    return made[2]


def named_things(plan: str, *, on: datetime.date, as_of: datetime.date | None) -> tuple[NamedInPlan, ...]:
    """What a plan names, by the names borne `on` a day, as on record at the end of `as_of`; raises `NotHere`."""
    return review_on(plan, from_on=on, to_on=on, as_of=as_of).named


def _texts(found: PlanRegister) -> dict[str, str]:
    held = entries.attachments_of(text.sha256 for plan in found.versions for text in plan.texts)
    return {digest: octets.decode("utf-8") for digest, octets in held.items()}


def document_octets(
    plan: str, *, from_on: datetime.date, to_on: datetime.date, as_of: datetime.date | None, document: Document
) -> bytes:
    """One document of the review as a file; raises `NotHere`, `PeriodRunsBack`."""
    return octets_of(review_on(plan, from_on=from_on, to_on=to_on, as_of=as_of), document)
