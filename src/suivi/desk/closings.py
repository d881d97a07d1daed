"""Closed reviews: printed again from the cut their minutes name, and compared before anybody agrees to them.

- The minutes name period, cut and digest; the logs up to that cut give the same data on every node, for ever.
- What was put on record after the cut changes nothing in a closed review: it is shown beside it.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from suivi.desk import access, entries, registers
from suivi.plan.refusal import Refusal
from suivi.plan.when import Period
from suivi.plan.words import Words
from suivi.publish.review_html import marking_of
from suivi.record.home import LookedThrough
from suivi.record.minutes import Closing
from suivi.register.fold import Register
from suivi.register.minutes import MinutesStanding
from suivi.register.plans import PlanRegister
from suivi.register.reports import Account
from suivi.review.changes import happened_in
from suivi.review.package import Review, review_of


class ReviewMoved(Refusal):
    """The data of the review are no longer those the officer looked at."""

    code = "review-moved"
    says = Words(
        en="Something has been put on record since this page was made: the review is no longer the one you looked at.",
        fr="Un acte a été consigné depuis que cette page a été établie\u00a0: l’examen n’est plus celui que vous avez consulté.",
        ko="이 페이지를 연 뒤 새로운 기록이 등록되어, 점검 자료가 확인하신 것과 달라졌습니다.",
    )
    remedy = Words(
        en="Open the page again and look at what has changed.",
        fr="Rouvrez la page et regardez ce qui a changé.",
        ko="페이지를 다시 열어 달라진 내용을 확인하십시오.",
    )


class ReviewDiffers(Refusal):
    """This node does not compute the review that the proposed minutes name."""

    code = "review-differs"
    says = Words(
        en="The minutes name a review with the digest {theirs}; at that cut this node computes {ours}.",
        fr="Le procès-verbal désigne un examen d’empreinte {theirs}; à cet état arrêté, ce nœud calcule {ours}.",
        ko="회의록은 해시값이 {theirs}인 점검 자료를 가리키지만, 같은 기준 시점에서 이 노드가 계산한 값은 {ours}입니다.",
    )
    remedy = Words(
        en="Take in the partner’s newest file and try again. If it still differs it is a defect: tell both administrators.",
        fr="Recevez le dernier fichier de la partie partenaire et recommencez. Si l’écart demeure, c’est un défaut\u00a0: avisez les "
        "deux administrateurs.",
        ko="상대국의 최신 파일을 받아들인 뒤 다시 시도하십시오. 그래도 다르면 결함이므로 양측 관리자에게 알리십시오.",
    )


@dataclass(frozen=True, kw_only=True)
class Closed:
    """A closed review: the minutes that close it, its data as they were, and whether this node computes the same.

    `since` is what was put on record after its cut about facts of its period, by provision in plan order.
    """

    minutes: MinutesStanding
    closing: Closing
    review: Review
    same: bool
    since: tuple["Since", ...]


@dataclass(frozen=True, kw_only=True)
class Since:
    """An account as it stands now where the closed review has it otherwise: `word` is `added`, `corrected`, `withdrawn`.

    `at` is when that was put on record, as far as the account tells it: for a withdrawal, the instant of its last words.
    """

    provision: str
    account: Account
    word: str

    @property
    def at(self) -> str:
        """The instant of the words it has now."""
        return self.account.corrected_at or self.account.at


def marking_label(review: Review) -> str:
    """The marking of a review as a whole: the highest of what it rests on."""
    return marking_of(review.register).label()


def looked_through(digest: str) -> list[LookedThrough]:
    """Who has looked at the package with that digest as a whole, oldest first."""
    records = (entry.record for entry in entries.home_about("home.looked-through", [digest])[digest])
    return [record for record in records if isinstance(record, LookedThrough) and record.digest == digest]


def closed_reviews(plan: PlanRegister) -> list[MinutesStanding]:
    """The minutes in effect that close a review of the plan, oldest first."""
    return [one for one in plan.minutes if one.agreed.closing is not None]


def closed(channel: str, plan: PlanRegister, minutes: str) -> Closed:
    """The review that the minutes with that leaf (hex) close, printed again; raises `NotHere`."""
    for one in closed_reviews(plan):
        if one.key == minutes and one.agreed.closing is not None:
            closing = one.agreed.closing
            review = review_at(channel, plan.plan.id, closing)
            return Closed(
                minutes=one,
                closing=closing,
                review=review,
                same=review.digest() == closing.digest,
                since=tuple(_since(plan, review)),
            )
    raise access.NotHere(what=minutes[:16])


def review_at(channel: str, plan: str, closing: Closing) -> Review:
    """The review of a period from the logs up to the cut of `closing`; raises `NotHere` where no plan stood there."""
    register = registers.common_at(channel, closing.cut)
    if plan not in register.plans:
        raise access.NotHere(what=plan)
    made, key = registers.made_of(channel), ("closed review", plan, closing.from_on, closing.to_on)
    known: tuple[Register, Review] | None = made.get(key)
    if known is None or known[0] is not register:
        period = Period(datetime.date.fromisoformat(closing.from_on), datetime.date.fromisoformat(closing.to_on))
        made[key] = known = (register, review_of(register, plan, period, texts=_texts(register, plan)))
    return known[1]


def refuse_other_review(channel: str, plan: str, closing: Closing) -> None:
    """Raise `ReviewDiffers` unless this node computes, at that cut, the data the closing names."""
    ours = review_at(channel, plan, closing).digest()
    if ours != closing.digest:
        raise ReviewDiffers(theirs=closing.digest[:16], ours=ours[:16])


def _texts(register: Register, plan: str) -> dict[str, str]:
    texts = (text for version in register.plans[plan].versions for text in version.texts)
    held = entries.attachments_of(text.sha256 for text in texts)
    return {digest: octets.decode("utf-8") for digest, octets in held.items()}


def _since(plan: PlanRegister, review: Review) -> Iterator[Since]:
    """Accounts added, corrected or withdrawn past the cut, about facts of the period in their words then or now."""
    then = {account.leaf: account for account in _accounts(review.register)}
    for standing in plan.standings:
        for account in (one for said in standing.accounts.values() for one in said):
            known = then.get(account.leaf)
            word = _word(known, account)
            if word and any(happened_in(one, review.period) for one in (known, account) if one is not None):
                yield Since(provision=standing.provision.id, account=account, word=word)


def _word(then: Account | None, now: Account) -> str:
    if then is None:
        return "added"
    if now.withdrawn_for != then.withdrawn_for:
        return "withdrawn"
    return "corrected" if now.corrected_at != then.corrected_at else ""


def _accounts(plan: PlanRegister) -> Iterator[Account]:
    return (one for standing in plan.standings for said in standing.accounts.values() for one in said)
