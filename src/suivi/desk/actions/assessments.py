"""Our own assessment of a commitment (−1, 0, +1), and what we supply about a plan; each leaves only by a ticket.

- It is an officer's, given for a period: nothing here proposes a score or looks at a stage.
- A later one of the same period takes the place of the earlier one, which stays on record.
"""

import datetime
from collections.abc import Mapping

from suivi.desk import access
from suivi.desk.access import Officer
from suivi.desk.actions import releases
from suivi.desk.actions.reports import EARLIEST, LONGEST_ACCOUNT, NO_ACCOUNT, NO_DAY, RUNS_BACK, TOO_LONG, filled_in
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.record.assessments import SCORES, Assessment
from suivi.record.changes import Withdrawn
from suivi.record.described import FACTS, PlanDescribed

NO_SCORE = Words("“{value}” is not −1, 0 or +1", "« {value} » n’est ni −1, ni 0, ni +1", "‘{value}’: −1, 0, +1이 아님")
NOTHING_SUPPLIED = Words("nothing is filled in", "rien n’est rempli", "작성한 내용이 없음")


class AssessmentNotSound(Refusal):
    """A field of an assessment, or of what is supplied about a plan, cannot be put on record."""

    code = "assessment-not-sound"
    says = Words(
        en="This cannot be put on record: {what}.",
        fr="Ceci ne peut être consigné : {what}.",
        ko="기록할 수 없습니다. 사유: {what}.",
    )
    remedy = Words(
        en="Correct the field and send the form again; nothing you typed is lost.",
        fr="Corrigez le champ et renvoyez le formulaire; rien de ce que vous avez saisi n’est perdu.",
        ko="해당 항목을 고쳐 다시 보내십시오. 입력한 내용은 보존됩니다.",
    )


def assess(
    officer: Officer,
    *,
    plan: str,
    provision: str,
    score: str,
    account: Mapping[str, str],
    from_on: str,
    to_on: str,
    marking: Mapping[str, object] | None = None,
    at: datetime.datetime,
) -> str:
    """Our assessment of a commitment for a period: `score` is `-1`, `0` or `1`; returns the digest of its ticket.

    Raises `NotHere`, `NotMandated`, `AssessmentNotSound`, or `exchange.faults.Refused` for wording or marking.
    """
    channel, register, standing = access.provision_for(officer, plan, provision)
    first, last = _day(from_on), _day(to_on)
    if last < first:
        raise AssessmentNotSound(what=RUNS_BACK)
    said = Assessment(
        provision=standing.provision.id,
        score=_score(score),
        account=_words(account),
        from_on=first,
        to_on=last,
    )
    subject = f"{register.plan.id}#{standing.provision.id}"
    return releases.cut(
        officer, record=said, channel=channel, subject=subject, plan=register.plan.id, marking=marking, at=at
    )


def take_back(officer: Officer, *, assessment: str, reason: str, at: datetime.datetime) -> str:
    """Take our own released assessment back by a later record; returns the digest of its ticket."""
    channel, register, provision, given = access.own_assessment_for(officer, assessment)
    subject = f"{register.plan.id}#{provision}"
    return releases.cut_after(
        officer, said=given, record=Withdrawn(reason=reason), channel=channel, subject=subject, at=at
    )


def describe(
    officer: Officer,
    *,
    plan: str,
    facts: Mapping[str, Mapping[str, str]],
    agreed_on: str | None = None,
    marking: Mapping[str, object] | None = None,
    at: datetime.datetime,
) -> str:
    """What we supply about a plan beyond its text, by the names of `FACTS`; returns the digest of its ticket.

    It takes the place of what we supplied before. Raises `NotHere`, `NotMandated`, `AssessmentNotSound`, `Refused`.
    """
    channel, register = access.plan_for(officer, plan)
    told = {name: words for name in FACTS if (words := filled_in(facts.get(name, {})))}
    if not told and not agreed_on:
        raise AssessmentNotSound(what=NOTHING_SUPPLIED)
    said = PlanDescribed(facts=told, agreed_on=_day(agreed_on) if agreed_on else None)
    return releases.cut(
        officer,
        record=said,
        channel=channel,
        subject=register.plan.id,
        plan=register.plan.id,
        marking=marking,
        at=at,
    )


def _score(value: str) -> int:
    found = {str(score): score for score in SCORES}.get(value)
    if found is None:
        raise AssessmentNotSound(what=NO_SCORE.filled(value=value[:20]))
    return found


def _day(value: str) -> str:
    try:
        day = datetime.date.fromisoformat(value)
    except ValueError:
        raise AssessmentNotSound(what=NO_DAY.filled(value=value[:40])) from None
    if day < EARLIEST:
        raise AssessmentNotSound(what=NO_DAY.filled(value=value[:40]))
    return day.isoformat()


def _words(account: Mapping[str, str]) -> dict[str, str]:
    words = filled_in(account)
    if not words:
        raise AssessmentNotSound(what=NO_ACCOUNT)
    if any(len(text) > LONGEST_ACCOUNT for text in words.values()):
        raise AssessmentNotSound(what=TOO_LONG)
    return words
