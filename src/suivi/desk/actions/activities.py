"""Activities under a commitment: opened by one party's word, moved by steps; steps of all are joint texts."""

import datetime
from collections.abc import Collection, Mapping

from suivi.desk import access
from suivi.desk.access import Officer
from suivi.desk.actions import releases
from suivi.desk.actions.reports import filled_in
from suivi.modes import MODES, NAMES
from suivi.modes.asks import ASKS
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.record.joint import proposing
from suivi.record.kinds import Record
from suivi.record.steps import ActivityOpened, Basis, By, StepTaken

RESOLUTION = Words(
    "The parties take the step “{step}” in the activity “{mode}” under commitment {provision}.",
    "Les parties franchissent l’étape « {step} » de l’activité « {mode} » au titre de l’engagement {provision}.",
    "당사국들은 항목 {provision}에 따른 활동 ‘{mode}’에서 ‘{step}’ 단계를 진행합니다.",
)


class ModeUnknown(Refusal):
    """No activity can be opened in a mode this node does not know."""

    code = "mode-unknown"
    says = Words(
        en="This version of Suivi cannot open an activity of the kind “{mode}”.",
        fr="Cette version de Suivi ne permet pas d’ouvrir une activité du type « {mode} ».",
        ko="이 Suivi 버전에서는 ‘{mode}’ 유형의 활동을 등록할 수 없습니다.",
    )
    remedy = Words(
        en="Open it as one of: {known}.",
        fr="Ouvrez-la sous l’un de ces types : {known}.",
        ko="다음 중 하나로 등록하십시오: {known}.",
    )


def open(
    officer: Officer,
    *,
    plan: str,
    provision: str,
    mode: str,
    titles: Mapping[str, str] | None = None,
    at: datetime.datetime,
) -> str:
    """Open an activity under a commitment; returns the ticket's digest. Raises `NotHere`, `ModeUnknown`.

    `titles` say by language which activity it is, where a commitment has several.
    """
    channel, register, standing = access.provision_for(officer, plan, provision)
    if mode not in MODES:
        known = Words(*(", ".join(m.names.in_(tongue) for m in MODES.values()) for tongue in ("en", "fr", "ko")))
        raise ModeUnknown(mode=NAMES.get(mode, Words(mode, mode, mode)), known=known)
    opened = ActivityOpened(
        provision=standing.provision.id, mode=mode, edition=MODES[mode].edition, titles=filled_in(titles or {})
    )
    return releases.cut(
        officer,
        record=opened,
        channel=channel,
        subject=f"{register.plan.id}#{standing.provision.id}",
        plan=register.plan.id,
        at=at,
    )


def take_step(
    officer: Officer,
    *,
    activity: str,
    step: str,
    details: Mapping[str, str | dict[str, str]],
    on: str,
    basis: str = "",
    lent: Collection[str] = (),
    at: datetime.datetime,
) -> str:
    """Take a step in an activity, or propose it where all parties must agree; returns the ticket's digest.

    Blank details count as absent. `basis` says what a step rests on that is not our own word (`Basis`; anything else
    is our own word), `lent` which details nobody has published. Raises `NotHere`, or the refusal of the rule: `StepNotOpen`,
    `DetailMissing`, `DetailNotSound`, `OwnAnswer`, `AlreadySaid`.
    """
    channel, register, standing, held = access.activity_for(officer, activity)
    given = {name: detail for name, detail in details.items() if not _is_blank(name, detail)}
    said = StepTaken(
        activity=activity,
        step=step,
        details=given,
        on=on or at.date().isoformat(),
        basis=Basis(basis) if basis in set(Basis) else None,
        lent=tuple(name for name in given if name in lent),
    )
    taken = held.activity.allowed(officer.party, step, given)
    subject = f"{register.plan.id}#{activity}"
    record: Record = said
    if taken.by is By.ALL:
        names = RESOLUTION.filled(
            step=held.activity.mode.words[step], mode=held.activity.mode.names, provision=standing.provision.id
        )
        charter = access.register_for(officer, channel).charter
        assert charter is not None  # an activity exists only under a charter
        record = proposing(said, parties=charter.codes, texts={t.tag: names.in_(t.tag) for t in charter.languages})
    return releases.cut(
        officer,
        record=record,
        channel=channel,
        subject=subject,
        plan=register.plan.id,
        provision=standing.provision.id,
        at=at,
    )


def _is_blank(name: str, detail: str | dict[str, str]) -> bool:
    return name in ASKS and ASKS[name].is_blank(detail)
