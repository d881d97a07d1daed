"""The minutes of a meeting: what is to be discussed, the look at the package as a whole, the joint text, its follow-up.

- A review is closed by minutes that name its period, its cut and the digest of its data. Before they can be proposed
  an officer has looked at the package as a whole and at its marking (fault M07).
- The other side concurs only if its own node computes the same data at that cut.
"""

import datetime
from collections.abc import Mapping, Sequence

from django.db import transaction

from suivi.desk import access, closings, entries, notes, registers, reviews
from suivi.desk.access import Officer
from suivi.desk.actions import releases
from suivi.exchange.faults import Refused
from suivi.log.fault import Fault
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.record.home import LookedThrough
from suivi.record.joint import proposing
from suivi.record.marking import AMBER
from suivi.record.minutes import Closing, Decision, DecisionReported, MinutesAgreed, Outcome
from suivi.review.package import Review


class MinutesWithoutWords(Refusal):
    """Minutes need a text in every language of the channel."""

    code = "minutes-without-words"
    says = Words(
        en="Minutes need a text in every language of the channel; missing: {languages}.",
        fr="Le procès-verbal exige un texte dans chaque langue du canal; il manque : {languages}.",
        ko="회의록에는 채널의 모든 언어로 된 본문이 필요합니다. 없는 언어: {languages}.",
    )
    remedy = Words(
        en="Write the missing text and send the form again.",
        fr="Rédigez le texte manquant et envoyez de nouveau le formulaire.",
        ko="빠진 본문을 작성한 뒤 양식을 다시 보내십시오.",
    )


class DecisionIncomplete(Refusal):
    """A decision lacks its words, or whoever owes it."""

    code = "decision-incomplete"
    says = Words(
        en="Decision {decision} lacks its words in some language, or a party that owes it.",
        fr="Il manque à la décision {decision} ses mots dans une langue, ou une partie qui en est chargée.",
        ko="결정 사항 {decision}에 일부 언어의 문안 또는 담당 당사국이 없습니다.",
    )
    remedy = Words(
        en="Complete it, or empty every box of its line.",
        fr="Complétez-la, ou videz toutes les cases de sa ligne.",
        ko="내용을 채우거나 해당 줄의 모든 칸을 비우십시오.",
    )


class NoteEmpty(Refusal):
    """A note for the meeting has no words."""

    code = "note-empty"
    says = Words(en="The note has no words.", fr="La note est vide.", ko="메모 내용이 없습니다.")
    remedy = Words(
        en="Write what the meeting should discuss.",
        fr="Écrivez ce dont la réunion doit discuter.",
        ko="회의에서 논의할 내용을 적으십시오.",
    )


@transaction.atomic
def note(officer: Officer, *, plan: str, provision: str, words: str, at: datetime.datetime) -> None:
    """Mark a commitment, or the plan as a whole, for discussion. Raises `NotHere`, `NotMandated`, `NoteEmpty`."""
    access.must(officer, "draft", plan=plan, provision=provision, at=at)
    if provision:
        access.provision_for(officer, plan, provision)
    access.plan_for(officer, plan)
    if not words.strip():
        raise NoteEmpty
    notes.keep(officer, plan=plan, provision=provision, words=words.strip(), at=at)


@transaction.atomic
def drop_note(officer: Officer, *, plan: str, note: str) -> None:
    """Take a mark for discussion away. Raises `NotHere`, `NotMandated`."""
    access.must(officer, "draft", plan=plan)
    access.plan_for(officer, plan)
    if not notes.drop(plan=plan, note=note):
        raise access.NotHere(what=note)


@transaction.atomic
def look_through(
    officer: Officer, *, plan: str, from_on: datetime.date, to_on: datetime.date, digest: str, at: datetime.datetime
) -> None:
    """Note that the officer has looked at the package as a whole and at its marking: what is together may be more
    sensitive than each part. Raises `NotHere`, `NotMandated`, `ReviewMoved` if the data are no longer those seen.
    """
    acting = access.must(officer, "approve", plan=plan, at=at)
    channel, _ = access.whole_plan_for(officer, plan)
    review = reviews.review_on(plan, from_on=from_on, to_on=to_on, as_of=None)
    if review.digest() != digest:
        raise closings.ReviewMoved
    said = LookedThrough(digest=digest, officer=officer.name, marking=closings.marking_label(review))
    entries.append_home(said, channel=channel, subject=plan, marking=AMBER, at=at, by=acting)


@transaction.atomic
def propose(
    officer: Officer,
    *,
    plan: str,
    on: str,
    minutes: Mapping[str, str],
    decisions: Sequence[Decision],
    resolution: Mapping[str, str],
    activity: str | None = None,
    closes: tuple[datetime.date, datetime.date] | None = None,
    at: datetime.datetime,
) -> str:
    """Propose minutes as a joint text; with `closes`, a period, they close its review. Returns the ticket's digest.

    Raises `NotHere`, `NotMandated`, `MinutesWithoutWords`, `DecisionIncomplete`, or `Refused` (release.aggregation)
    where nobody has looked at the package as a whole.
    """
    channel, _ = access.whole_plan_for(officer, plan)
    charter = registers.open_charter(channel)
    languages = [spoken.tag for spoken in charter.languages]
    if missing := [language for language in languages if not minutes.get(language)]:
        raise MinutesWithoutWords(languages=", ".join(missing))
    for decision in decisions:
        if not decision.parties or any(not decision.words.get(language) for language in languages):
            raise DecisionIncomplete(decision=decision.id)
        if decision.provision:
            access.provision_for(officer, plan, decision.provision)
    if activity is not None:
        access.activity_for(officer, activity)
    closing = _closing(plan, closes) if closes is not None else None
    body = MinutesAgreed(on=on, minutes=dict(minutes), decisions=tuple(decisions), activity=activity, closing=closing)
    record = proposing(body, parties=charter.codes, texts=dict(resolution))
    return releases.cut(officer, record=record, channel=channel, subject=plan, plan=plan, at=at)


def _closing(plan: str, period: tuple[datetime.date, datetime.date]) -> Closing:
    from_on, to_on = period
    review = reviews.review_on(plan, from_on=from_on, to_on=to_on, as_of=None)
    digest = review.digest()
    if not closings.looked_through(digest):
        raise Refused(Fault("release.aggregation", got=digest[:16], expected="an officer who looked at it as a whole"))
    return Closing(from_on=from_on.isoformat(), to_on=to_on.isoformat(), cut=_cut(review), digest=digest)


def _cut(review: Review) -> dict[str, int]:
    return {log: source.size for log, source in review.sources.items()}


@transaction.atomic
def report_decision(
    officer: Officer,
    *,
    plan: str,
    minutes: str,
    decision: str,
    outcome: str,
    account: Mapping[str, str],
    on: str,
    at: datetime.datetime,
) -> str:
    """Our word on what has become of a decision; returns the ticket's digest. Raises `NotHere`, `NotMandated`."""
    channel, register = access.plan_for(officer, plan)
    known = next((one for one in register.minutes if one.key == minutes), None)
    if known is None or known.decision(decision) is None or outcome not in tuple(Outcome):
        raise access.NotHere(what=f"{minutes[:16]} {decision} {outcome}")
    record = DecisionReported(
        minutes=minutes, decision=decision, outcome=Outcome(outcome), account=dict(account), on=on
    )
    marking = known.marking.value()
    return releases.cut(officer, record=record, channel=channel, subject=plan, plan=plan, marking=marking, at=at)
