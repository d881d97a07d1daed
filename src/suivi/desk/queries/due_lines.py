"""What is due on the commitments of a plan: recurrences, deadlines, meetings agreed, and words that lag behind.

- A recurrence is overdue where a whole period has passed without a word of the party asked about; a word is a
  standing account, or a step, that states a day of that period or later. Background is no word.
- A meeting is due on the day agreed, until somebody reports that it was held or postponed; where none is agreed, the next
  one is due by the day that the rhythm of its series gives.
- A step is due on the day that the clock of its mode says (`register.duties.steps_due`), until it is taken.
- A step that the latest account of a party announces with its day is due on that day; a later account answers for it.
- Days come from the plan and from records; the day asked about is an argument.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from suivi.desk import access
from suivi.desk.access import Officer
from suivi.desk.hosts import host, hosts
from suivi.desk.pages import DueShown
from suivi.desk.queries import shown
from suivi.desk.queries.terms import recurrence_words
from suivi.plan.words import Words
from suivi.record.reports import Stage
from suivi.register.duties import (
    begins_on,
    falls_due,
    fell_due,
    later_word_of_others,
    meeting_agreed_for,
    next_of_series,
    steps_due,
)
from suivi.register.plans import PlanRegister, ProvisionStanding

_ONE_DAY: Final = datetime.timedelta(days=1)
_ENDED: Final = (Stage.DONE, Stage.STOPPED)
_LAPSED: Final = Words("{often}; was due on {on}", "{often}; échéance du {on} dépassée", "{often}; 기한 {on} 경과")
_COMING: Final = Words("{often}; next due on {on}", "{often}; prochaine échéance le {on}", "{often}; 다음 기한 {on}")
DEADLINE_ON: Final = Words("deadline of the plan", "date limite du plan", "행동계획의 기한")
_DEADLINE: Final = Words("deadline: {on}", "date limite\u00a0: {on}", "최종 기한: {on}")
_PASSED: Final = Words("deadline passed: {on}", "date limite dépassée\u00a0: {on}", "최종 기한 경과: {on}")
_MEETING: Final = Words("meeting agreed for {on}", "réunion prévue le {on}", "회의 예정일: {on}")
_UNTOLD: Final = Words(
    "meeting agreed for {on}: say whether it was held",
    "réunion prévue le {on}\u00a0: dire si elle a eu lieu",
    "회의 예정일 {on} 경과: 개최 여부 기록 필요",
)
_NEXT: Final = Words(
    "next meeting of the series due by {on}",
    "prochaine réunion de la série attendue d’ici le {on}",
    "다음 정례 회의 기한: {on}",
)
_NEXT_LATE: Final = Words(
    "next meeting of the series was due by {on}; none is proposed",
    "prochaine réunion de la série attendue d’ici le {on}\u00a0: aucune n’est proposée",
    "다음 정례 회의 기한 {on} 경과, 제안된 회의 없음",
)
_HOSTED: Final = Words("{says}; host: {host}", "{says}; hôte\u00a0: {host}", "{says}, 개최국: {host}")
_STEP: Final = Words("{step}: due on {on}", "{step}\u00a0: échéance le {on}", "{step}: 기한 {on}")
_STEP_LATE: Final = Words(
    "{step}: was due on {on}", "{step}\u00a0: échéance du {on} dépassée", "{step}: 기한 {on} 경과"
)
_ANNOUNCED: Final = Words(
    "next step announced for {on}{who}", "prochaine étape annoncée pour le {on}{who}", "{on}에 예고된 후속 단계{who}"
)
_UNCONFIRMED: Final = Words(
    "next step announced for {on}{who}: no word since",
    "prochaine étape annoncée pour le {on}{who}\u00a0: sans nouvelle depuis",
    "{on}에 예고된 후속 단계{who}: 이후 보고 없음",
)
_BEHIND: Final = Words(
    "the other side’s later word, of {on}, differs from ours",
    "le rapport plus récent de l’autre partie, du {on}, diverge du nôtre",
    "상대측의 더 나중 보고({on})가 우리 보고와 다름",
)


def due_on(
    officer: Officer, plan: PlanRegister, standing: ProvisionStanding, day: datetime.date, *, party: str | None = None
) -> tuple[DueShown, ...]:
    """What is due on one commitment, asked on `day`: from `party`, or where it is None from any of them."""
    found = (
        *_recurring(plan, standing, day, party),
        *_ending(plan, standing, day, party),
        *_meetings(standing, day),
        *_series(plan, standing, day, party),
        *_steps(standing, day),
    )
    lagging = _behind(standing, party) if party is not None else ()
    lines = (
        line(officer, plan, standing, kind, on, says, overdue=overdue) for kind, on, overdue, says in (*found, *lagging)
    )
    return (*lines, *_announced(officer, plan, standing, day, party))


def line(
    officer: Officer,
    plan: PlanRegister,
    standing: ProvisionStanding,
    kind: str,
    on: datetime.date,
    says: Words,
    *,
    overdue: bool = False,
) -> DueShown:
    """One thing due, with the mark of its commitment; a deadline with the words of the plan and the days they allow."""
    latest = (standing.latest(code) for code in plan.parties)
    deadline = standing.provision.deadline if kind == "deadline" else None
    return DueShown(
        commitment=shown.commitment_named(officer, plan.plan, standing.provision),
        kind=kind,
        on=on,
        overdue=overdue,
        says=says,
        stages=tuple(account.stage.value if account else None for account in latest),
        comparison=standing.comparison.value,
        stated=deadline.words if deadline else "",
        earliest_on=deadline.earliest_on if deadline else None,
    )


def due_lines(
    officer: Officer, plan: PlanRegister, day: datetime.date, *, party: str | None = None
) -> tuple[DueShown, ...]:
    """What is due on every commitment: overdue first, then soonest first, then in plan order."""
    lines = (line for standing in plan.provisions for line in due_on(officer, plan, standing, day, party=party))
    return tuple(sorted(lines, key=lambda line: (not line.overdue, line.on)))


_Found = tuple[str, datetime.date, bool, Words]


def _recurring(
    plan: PlanRegister, standing: ProvisionStanding, day: datetime.date, party: str | None
) -> Iterator[_Found]:
    recurrence = standing.provision.recurrence
    rule, first = (recurrence.rule, begins_on(plan)) if recurrence else (None, day)
    if recurrence is None or rule is None:
        return
    often = recurrence_words(recurrence)
    last = fell_due(rule, begins_on=first, by=day)
    if last is not None:
        since = fell_due(rule, begins_on=first, by=last - _ONE_DAY) or first
        if not _spoke_since(standing, since, party):
            yield "recurrence", last, True, on_day(_LAPSED, last, often=often)
    upcoming = falls_due(rule, begins_on=first, after=day)
    if upcoming is not None:
        yield "recurrence", upcoming, False, on_day(_COMING, upcoming, often=often)


def _spoke_since(standing: ProvisionStanding, since: datetime.date, party: str | None) -> bool:
    asked = standing.accounts if party is None else (party,)
    accounts = (account for code in asked for account in standing.accounts.get(code, ()))
    spoken = [(account.until or account.on) for account in accounts if not account.withdrawn and not account.background]
    steps = (said for held in standing.activities if not held.withdrawn for said in held.activity.taken)
    spoken += [said.on for said in steps if party is None or said.joint or said.party == party]
    return any(on >= since.isoformat() for on in spoken)


def _ending(plan: PlanRegister, standing: ProvisionStanding, day: datetime.date, party: str | None) -> Iterator[_Found]:
    deadline = standing.provision.deadline
    if deadline is None:
        return
    latest = [standing.latest(code) for code in (plan.parties if party is None else (party,))]
    if any(account is not None and account.stage in _ENDED for account in latest):
        return
    late = deadline.latest_on < day
    yield "deadline", deadline.latest_on, late, on_day(_PASSED if late else _DEADLINE, deadline.latest_on)


def _meetings(standing: ProvisionStanding, day: datetime.date) -> Iterator[_Found]:
    for held in standing.activities:
        on = None if held.withdrawn else meeting_agreed_for(held.activity)
        if on is not None:
            yield "dialogue", on, on < day, on_day(_UNTOLD if on < day else _MEETING, on)


def _series(plan: PlanRegister, standing: ProvisionStanding, day: datetime.date, party: str | None) -> Iterator[_Found]:
    """The next meeting of each series that has none agreed, by the word of `party` on it, else by the newest."""
    for held in standing.activities:
        coming = None if held.withdrawn else next_of_series(held.activity, party, hosts(plan.parties))
        if coming is not None and coming.due_on is not None:
            late = coming.due_on < day
            yield "series", coming.due_on, late, says_of("series", coming.due_on, late=late, called=host(coming.party))


def once(lines: Iterable[DueShown]) -> list[DueShown]:
    """The same, nobody asked twice: without the rhythm of the plan where a series says when its next meeting is due,
    and without the deadline of the plan where a step is due on that very day; that step then bears the plan's words.
    """
    found = list(lines)
    series = {(one.commitment.plan, one.commitment.id, one.overdue) for one in found if one.kind == "series"}
    steps = {(one.commitment.plan, one.commitment.id, one.on) for one in found if one.kind == "step"}
    ends = {(one.commitment.plan, one.commitment.id, one.on): one for one in found if one.kind == "deadline"}
    return [
        _in_the_words_of(ends.get((one.commitment.plan, one.commitment.id, one.on)), one)
        for one in found
        if not (
            (one.kind == "recurrence" and (one.commitment.plan, one.commitment.id, one.overdue) in series)
            or (one.kind == "deadline" and (one.commitment.plan, one.commitment.id, one.on) in steps)
        )
    ]


def _in_the_words_of(deadline: DueShown | None, one: DueShown) -> DueShown:
    if deadline is None or one.kind != "step":
        return one
    return replace(one, stated=deadline.stated, earliest_on=deadline.earliest_on)


def of_officer(officer: Officer, lines: Iterable[DueShown]) -> list[DueShown]:
    """Those asked of the officer or on what he answers for; all of them for who answers for a whole plan, or for none."""
    own = access.own_commitments(officer)
    return [one for one in lines if own is None or one.asked or (one.commitment.plan, one.commitment.id) in own]


def _steps(standing: ProvisionStanding, day: datetime.date) -> Iterator[_Found]:
    """The steps that the clocks of modes wait for; meetings have words of their own."""
    for held in standing.activities:
        mode = held.activity.mode
        for due in () if held.withdrawn or mode.name == "dialogue" else steps_due(held.activity):
            late = due.on < day
            yield "step", due.on, late, on_day(_STEP_LATE if late else _STEP, due.on, step=mode.words[due.step])


def _announced(
    officer: Officer, plan: PlanRegister, standing: ProvisionStanding, day: datetime.date, party: str | None
) -> Iterator[DueShown]:
    """The days for which latest accounts announce a step and which they do not reach; by whom, if of any party.

    The words of the step are the party's and stand apart, so that a letter or a feed never holds them.
    """
    for code in standing.accounts if party is None else (party,):
        account = standing.latest(code)
        if account is None or account.stage in _ENDED:
            continue
        said_until = account.until or account.on
        for due_on in sorted({step.due_on for step in account.steps if step.due_on > said_until}):
            on = datetime.date.fromisoformat(due_on)
            who = f" ({code.upper()})" if party is None else ""
            says = on_day(_UNCONFIRMED if on < day else _ANNOUNCED, on, who=who)
            quoted = tuple(step.words for step in account.steps if step.due_on == due_on)
            yield replace(line(officer, plan, standing, "announced", on, says, overdue=on < day), quoted=quoted)


def _behind(standing: ProvisionStanding, party: str) -> tuple[_Found, ...]:
    """Our word, where the other side's differs and states a later day."""
    on = later_word_of_others(standing, party)
    return () if on is None else (("behind", on, True, on_day(_BEHIND, on)),)


def says_of(kind: str, on: datetime.date, *, late: bool, called: Words | None = None) -> Words:
    """What a matter known by its row says: `called` is how often it recurs, the step that is due, or who hosts."""
    words = {
        "recurrence": (_COMING, _LAPSED),
        "deadline": (_DEADLINE, _PASSED),
        "dialogue": (_MEETING, _UNTOLD),
        "series": (_NEXT, _NEXT_LATE),
        "step": (_STEP, _STEP_LATE),
        "behind": (_BEHIND, _BEHIND),
    }[kind][late]
    if kind == "series":
        said = on_day(words, on)
        return _HOSTED.filled(says=said, host=called) if called else said
    return on_day(words, on, **({"often": called, "step": called} if called else {}))


def on_day(words: Words, on: datetime.date, **values: object) -> Words:
    """`words` with the day written out in each language."""
    return words.filled(on=on, **values)
