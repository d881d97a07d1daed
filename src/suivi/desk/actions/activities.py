"""Activities under a commitment: opened by one party's word, moved by steps; steps of all are joint texts."""

import datetime
from collections.abc import Collection, Mapping

from suivi.desk import access, clock, drafts
from suivi.desk.access import Officer
from suivi.desk.actions import releases
from suivi.desk.actions.reports import filled_in
from suivi.desk.queries import shown
from suivi.modes import MODES, NAMES
from suivi.modes.asks import ASKS
from suivi.plan.numbering import number_of
from suivi.plan.plan import Provision
from suivi.plan.refusal import Refusal
from suivi.plan.words import LANGUAGES, Words
from suivi.publish.days import day_in
from suivi.record.joint import Proposed, proposing
from suivi.record.kinds import Record
from suivi.record.steps import ActivityOpened, Basis, By, StepTaken
from suivi.register.step_days import check_asked, check_days
from suivi.register.twins import already_there, is_the_same

RESOLUTION = Words(
    "The parties take the step “{step}” in the activity “{activity}” under commitment {commitment}.",
    "Les parties franchissent l’étape « {step} » de l’activité « {activity} » au titre de l’engagement {commitment}.",
    "당사국들은 항목 {commitment}에 따른 활동 ‘{activity}’에서 ‘{step}’ 단계를 진행합니다.",
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


class AlreadyOpen(Refusal):
    """The same piece of work runs already, opened by either side."""

    code = "activity-already-open"
    says = Words(
        en="This activity runs already under commitment {provision}: {mode}, opened on {on} by this party: {party}.",
        fr="Cette activité est déjà en cours au titre de l’engagement {provision}\u00a0: {mode}, ouverte le {on} par cette "
        "partie\u00a0: {party}.",
        ko="항목 {provision}에서 같은 활동이 이미 진행 중입니다. 유형: {mode}, 등록일: {on}, 등록 당사국: {party}.",
    )
    remedy = Words(
        en="Take its steps there, on the page of that commitment; for another one, say which it is by a name of its own.",
        fr="Franchissez-en les étapes sur la page de cet engagement; s’il s’agit d’une autre, donnez-lui un nom qui la distingue.",
        ko="해당 항목 화면에서 그 활동의 단계를 진행하십시오. 다른 활동이라면 구별되는 이름을 붙이십시오.",
    )


class OpeningWaits(Refusal):
    """The same piece of work was opened before, and waits to leave."""

    code = "activity-opening-waits"
    says = Words(
        en="This activity was opened on {on} under commitment {provision} and waits to be released: {mode}.",
        fr="Cette activité a été ouverte le {on} au titre de l’engagement {provision} et attend d’être communiquée : {mode}.",
        ko="항목 {provision}에서 같은 활동이 {on}에 등록되어 전달을 기다리고 있습니다. 유형: {mode}.",
    )
    remedy = Words(
        en="Approve and release it under Releases, or discard it there; for another one, say which it is by a name of its own.",
        fr="Approuvez-la et communiquez-la sous Communications, ou abandonnez-la; s’il s’agit d’une autre, donnez-lui un nom qui "
        "la distingue.",
        ko="‘전달’ 화면에서 승인하여 전달하거나 폐기하십시오. 다른 활동이라면 구별되는 이름을 붙이십시오.",
    )


class StepWaits(Refusal):
    """The same step of the same activity was written before, and waits to leave."""

    code = "step-waits"
    says = Words(
        en="“{step}” was written for this activity on {on} and waits to be released.",
        fr="L’étape « {step} » a été rédigée pour cette activité le {on} et attend d’être communiquée.",
        ko="이 활동의 ‘{step}’ 단계가 {on}에 작성되어 전달을 기다리고 있습니다.",
    )
    remedy = Words(
        en="Approve and release it under Releases, or discard it there and write it anew.",
        fr="Approuvez-la et communiquez-la sous Communications, ou abandonnez-la pour la rédiger de nouveau.",
        ko="‘전달’ 화면에서 승인하여 전달하거나, 폐기한 뒤 다시 작성하십시오.",
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
    """Open an activity under a commitment; returns the ticket's digest.

    Raises `NotHere`, `ModeUnknown`, `AlreadyOpen` or `OpeningWaits`.

    `titles` say by language which activity it is, where a commitment has several.
    """
    channel, register, standing = access.provision_for(officer, plan, provision)
    called = filled_in(titles or {})
    if mode not in MODES:
        known = Words(*(", ".join(m.names.in_(tongue) for m in MODES.values()) for tongue in ("en", "fr", "ko")))
        raise ModeUnknown(mode=NAMES.get(mode, Words(mode, mode, mode)), known=known)
    opened = ActivityOpened(provision=standing.provision.id, mode=mode, edition=MODES[mode].edition, titles=called)
    twin = already_there(register, standing.provision.id, mode, called)
    if twin is not None:
        raise AlreadyOpen(
            mode=MODES[mode].names,
            provision=number_of(twin.provision),
            party=Words(*(shown.party_named(twin.opened_by).names.get(tongue, "") for tongue in LANGUAGES)),
            on=Words(*(day_in(tongue, twin.opened_at[:10]) for tongue in LANGUAGES)),
        )
    _refuse_waiting_opening(officer, channel, register.plan.id, opened)
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
    `DetailMissing`, `DetailNotSound`, `OwnAnswer`, `AlreadySaid`, those of `register.step_days`, or `StepWaits`.
    """
    channel, register, standing, held = access.activity_for(officer, activity)
    given = given_of(details)
    said = StepTaken(
        activity=activity,
        step=step,
        details=given,
        on=on or clock.day_of(at).isoformat(),
        basis=Basis(basis) if basis in set(Basis) else None,
        lent=tuple(name for name in given if name in lent),
    )
    taken = held.activity.allowed(officer.party, step, given)
    check_asked(held.activity, taken, officer.party)
    check_days(held.activity, said, officer.party, today=at.date())
    if taken.by is not By.OWN:
        _refuse_waiting_step(officer, channel, register.plan.id, said, held.activity.mode.words[step])
    subject = f"{register.plan.id}#{activity}"
    record: Record = said
    if taken.by is By.ALL:
        names = RESOLUTION.filled(
            step=held.activity.mode.words[step],
            activity=_called(held.titles, held.activity.mode.names),
            commitment=_numbered(standing.provision),
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


def _called(titles: Mapping[str, str], mode: Words) -> Words:
    """What an activity is called in each language: by its own title, else by its kind of cooperation."""
    return Words(*(titles.get(tongue) or mode.in_(tongue) for tongue in LANGUAGES))


def _numbered(provision: Provision) -> Words:
    """A commitment as the plan numbers it, with its working title where it has one."""
    number, between = number_of(provision.id), {"ko": ""}
    titled = ((tongue, provision.titles.get(tongue, "")) for tongue in LANGUAGES)
    return Words(*(f"{number}{between.get(tongue, ' ')}({title})" if title else number for tongue, title in titled))


def _refuse_waiting_opening(officer: Officer, channel: str, plan: str, opened: ActivityOpened) -> None:
    """Raise where an opening of ours that seems the same waits to leave."""
    for row in access.tickets_for(officer, waiting=True, plan=([channel], plan)):
        waits = drafts.ticket_of(row).record() if row.type == "activity.opened" else None
        if not isinstance(waits, ActivityOpened) or waits.mode != opened.mode:
            continue
        if is_the_same(opened.mode, waits.titles, opened.titles, here=waits.provision == opened.provision):
            raise OpeningWaits(
                mode=MODES[opened.mode].names, provision=number_of(waits.provision), on=row.cut_at.date()
            )


def _refuse_waiting_step(officer: Officer, channel: str, plan: str, said: StepTaken, called: Words) -> None:
    """Raise where the same step of ours in the same activity waits to leave."""
    for row in access.tickets_for(officer, waiting=True, plan=([channel], plan)):
        waits = drafts.ticket_of(row).record() if row.type in ("step.taken", "joint.proposed") else None
        body = waits.body if isinstance(waits, Proposed) else waits
        if isinstance(body, StepTaken) and (body.activity, body.step) == (said.activity, said.step):
            raise StepWaits(step=called, on=row.cut_at.date())


def given_of(details: Mapping[str, str | dict[str, str]]) -> dict[str, str | dict[str, str]]:
    """The details that hold anything: blank ones count as absent."""
    return {name: detail for name, detail in details.items() if not _is_blank(name, detail)}


def _is_blank(name: str, detail: str | dict[str, str]) -> bool:
    return name in ASKS and ASKS[name].is_blank(detail)
