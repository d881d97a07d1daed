"""Reports of our party on a commitment: filed, corrected, withdrawn; each leaves only by a ticket."""

import datetime
from collections.abc import Mapping, Sequence

from suivi.desk import access
from suivi.desk.access import Officer
from suivi.desk.actions import releases
from suivi.desk.actions.further import Further, Sound, hindrance_in, sound
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.record.changes import Corrected, Withdrawn
from suivi.record.reports import ReportFiled, Stage
from suivi.register.plans import PlanRegister, ProvisionStanding
from suivi.register.reports import Account

FARTHEST_YEARS = 1
NOTHING_FURTHER = Further()
NOTHING_SOUND = Sound()


class ReportNotSound(Refusal):
    """A field of a report cannot be put on record."""

    code = "report-not-sound"
    says = Words(
        en="The report cannot be filed: {what}.",
        fr="Le rapport ne peut être déposé : {what}.",
        ko="이행 보고를 제출할 수 없습니다. 사유: {what}.",
    )
    remedy = Words(
        en="Correct the field and file it again; nothing you typed is lost.",
        fr="Corrigez le champ et déposez-le de nouveau; rien de ce que vous avez saisi n’est perdu.",
        ko="해당 항목을 고쳐 다시 제출하십시오. 입력한 내용은 보존됩니다.",
    )


NO_ACCOUNT = Words(
    "the account is empty in every language",
    "le compte rendu est vide dans toutes les langues",
    "모든 언어에서 설명이 비어 있음",
)
NO_DAY = Words("“{value}” is not a day", "« {value} » n’est pas une date", "‘{value}’은(는) 날짜가 아님")
TOO_FAR = Words(
    "the day {value} lies in the future; a report states what has happened",
    "la date {value} est dans l’avenir; un rapport énonce ce qui s’est produit",
    "{value}은(는) 미래의 날짜임. 이행 보고는 이미 일어난 일을 기재함",
)
TOO_EARLY = Words(
    "the day {value} lies before 1945", "la date {value} est antérieure à 1945", "{value}은(는) 1945년 이전 날짜임"
)
RUNS_BACK = Words("it ends before it begins", "la fin précède le début", "종료일이 시작일보다 앞섬")
NO_STAGE = Words("“{value}” is not a stage", "« {value} » n’est pas un stade", "‘{value}’은(는) 이행 단계가 아님")
STAGE_MISSING = Words("no stage is chosen", "aucun stade n’est choisi", "이행 단계를 선택하지 않음")
DAY_MISSING = Words("the day on which it happened is missing", "la date du fait manque", "발생일이 비어 있음")
TOO_LONG = Words(
    "the account is longer than 100,000 characters",
    "le compte rendu dépasse 100 000 caractères",
    "설명이 100,000자를 넘음",
)
LONGEST_ACCOUNT = 100_000
EARLIEST = datetime.date(1945, 1, 1)


def file(
    officer: Officer,
    *,
    plan: str,
    provision: str,
    stage: str,
    account: Mapping[str, str],
    on: str,
    until: str | None = None,
    next: Mapping[str, str] | None = None,
    reason: str | None = None,
    bodies: Sequence[str] = (),
    further: Further = NOTHING_FURTHER,
    marking: Mapping[str, object] | None = None,
    at: datetime.datetime,
) -> str:
    """File a report on a commitment in our home log and cut its ticket; returns the ticket's digest.

    `bodies` are the ids of the bodies that acted; those of the partner may be named here before its records arrive.
    Raises `NotHere`, `NotMandated`, `ReportNotSound`, or `exchange.faults.Refused` for wording or marking.
    """
    channel, register, standing = access.provision_for(officer, plan, provision)
    report = sound_report(
        standing.provision.id,
        further=_sound_further(officer, register, standing, further),
        stage=stage,
        account=account,
        on=on,
        until=until,
        next=next,
        reason=reason,
        bodies=bodies,
        at=at,
    )
    return releases.cut(
        officer,
        record=report,
        channel=channel,
        subject=f"{register.plan.id}#{standing.provision.id}",
        plan=register.plan.id,
        marking=marking,
        at=at,
    )


def check(
    officer: Officer,
    *,
    plan: str,
    provision: str,
    stage: str,
    account: Mapping[str, str],
    on: str,
    until: str | None,
    reason: str | None,
    further: Further,
    at: datetime.datetime,
) -> None:
    """Raise what filing this report would raise of its fields: `NotHere` or `ReportNotSound`; nothing is written."""
    _, register, standing = access.provision_for(officer, plan, provision)
    sound_report(
        standing.provision.id,
        further=_sound_further(officer, register, standing, further),
        stage=stage,
        account=account,
        on=on,
        until=until,
        next=None,
        reason=reason,
        at=at,
    )


def correct(
    officer: Officer,
    *,
    report: str,
    stage: str,
    account: Mapping[str, str],
    on: str,
    until: str | None = None,
    next: Mapping[str, str] | None = None,
    reason: str | None = None,
    bodies: Sequence[str] = (),
    further: Further = NOTHING_FURTHER,
    marking: Mapping[str, object] | None = None,
    at: datetime.datetime,
) -> str:
    """Replace the words of our own released report by a later record; returns the ticket's digest.

    Without `bodies`, those it named before stand; without `further`, what it said there.
    """
    channel, plan, standing, before = access.own_account_for(officer, report)
    provision = standing.provision.id
    body = sound_report(
        provision,
        further=_sound_further(officer, plan, standing, further) if further != NOTHING_FURTHER else _as_before(before),
        stage=stage,
        account=account,
        on=on,
        until=until,
        next=next,
        reason=reason,
        bodies=bodies or before.bodies,
        at=at,
    )
    return releases.cut_after(
        officer,
        said=before,
        record=Corrected(kind="report.filed", body=body),
        channel=channel,
        subject=f"{plan.plan.id}#{provision}",
        marking=marking,
        at=at,
    )


def withdraw(officer: Officer, *, report: str, reason: str, at: datetime.datetime) -> str:
    """Take back our own released report by a later record; returns the ticket's digest."""
    channel, plan, standing, account = access.own_account_for(officer, report)
    subject = f"{plan.plan.id}#{standing.provision.id}"
    return releases.cut_after(
        officer, said=account, record=Withdrawn(reason=reason), channel=channel, subject=subject, at=at
    )


def sound_report(
    provision: str,
    *,
    stage: str,
    account: Mapping[str, str],
    on: str,
    until: str | None,
    next: Mapping[str, str] | None,
    reason: str | None,
    bodies: Sequence[str] = (),
    further: Sound = NOTHING_SOUND,
    at: datetime.datetime,
) -> ReportFiled:
    """The report these fields make, blanks left out; raises `ReportNotSound` naming the first field that is wrong."""
    if not stage:
        raise ReportNotSound(what=STAGE_MISSING)
    if stage not in list(Stage):
        raise ReportNotSound(what=NO_STAGE.filled(value=stage))
    words = filled_in(account)
    if not words:
        raise ReportNotSound(what=NO_ACCOUNT)
    if any(len(text) > LONGEST_ACCOUNT for text in words.values()):
        raise ReportNotSound(what=TOO_LONG)
    first = _happened(on, at)
    last = _happened(until, at) if until else None
    if last is not None and last < first:
        raise ReportNotSound(what=RUNS_BACK)
    return ReportFiled(
        provision=provision,
        stage=Stage(stage),
        account=words,
        on=first.isoformat(),
        until=None if last is None else last.isoformat(),
        next=filled_in(next or {}) or None,
        reason=reason or None,
        bodies=tuple(dict.fromkeys(body for body in bodies if body)),
        state=further.state,
        steps=further.steps,
        hindrance=further.hindrance,
        new_day=further.new_day,
    )


def _sound_further(officer: Officer, plan: PlanRegister, standing: ProvisionStanding, further: Further) -> Sound:
    owners = any(body.party == officer.party for body in plan.bodies.values())
    if hindrance := hindrance_in(further, mode=standing.provision.mode, owners=owners):
        raise ReportNotSound(what=hindrance)
    return sound(further)


def _as_before(account: Account) -> Sound:
    return Sound(state=account.state, hindrance=account.hindrance, steps=account.steps, new_day=account.new_day)


def filled_in(texts: Mapping[str, str]) -> dict[str, str]:
    """The texts that are not blank, line ends as LF, outer blanks removed."""
    plain = {language: text.replace("\r\n", "\n").replace("\r", "\n").strip() for language, text in texts.items()}
    return {language: text for language, text in plain.items() if text}


def hindrance_of_day(value: str, at: datetime.datetime) -> Words | None:
    """What keeps `value` from being a day something happened on, written down at `at`; None if nothing does."""
    if not value:
        return DAY_MISSING
    try:
        day = datetime.date.fromisoformat(value)
    except ValueError:
        return NO_DAY.filled(value=value[:40])
    if day > at.date() + datetime.timedelta(days=1):  # the capitals are up to 14 hours apart
        return TOO_FAR.filled(value=day.isoformat())
    return TOO_EARLY.filled(value=day.isoformat()) if day < EARLIEST else None


def _happened(value: str, at: datetime.datetime) -> datetime.date:
    if hindrance := hindrance_of_day(value, at):
        raise ReportNotSound(what=hindrance)
    return datetime.date.fromisoformat(value)
