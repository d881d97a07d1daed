"""A dialogue and one of its meetings, for the page, for papers and for calendars.

- The agenda is built from what is on record: decisions of this dialogue's earlier minutes that are still owed, what is due
  and what differs on its commitments. Items of the secretariat stand beside it and are internal.
- The dialogue's commitments are the one it is opened under, those that name the same dialogue or committee, and those that
  its decisions follow up. One opened under a commitment outside the pillars, as a review of the whole plan is, has every
  commitment of the plan.
"""

import datetime
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from suivi.desk import access, notes, past
from suivi.desk.access import Officer
from suivi.desk.pages import CommitmentNamed, PartyNamed, Term
from suivi.desk.pages.meeting import (
    AgendaItem,
    ClockShown,
    LineShown,
    MeetingLineShown,
    MeetingPage,
    WordOfParty,
)
from suivi.desk.pages.room import DecisionShown, DraftDecision
from suivi.desk.queries import due_lines, named_pages, shown
from suivi.desk.queries.calendar_pages import GREEN
from suivi.desk.queries.plan_pages import activity_shown, detail_shown, step_shown
from suivi.desk.queries.room_page import decision_shown
from suivi.desk.queries.terms import comparison_term
from suivi.desk.registers import at_one_glance
from suivi.modes.asks import ASKS, ZONES
from suivi.modes.mode import START
from suivi.plan.numbering import number_of
from suivi.plan.words import Words
from suivi.publish.days import day_in
from suivi.publish.docx import docx
from suivi.publish.invitation import CAPITALS, Invitation, Invitee, clocks, invitation
from suivi.publish.papers import meeting as papers
from suivi.record.minutes import OUTCOMES, Outcome
from suivi.register.activity import ActivityStanding, Said
from suivi.register.fold import Register
from suivi.register.meetings import DIALOGUE, Meeting, meetings_of, series_of, upcoming
from suivi.register.minutes import MinutesStanding
from suivi.register.plans import PlanRegister, ProvisionStanding
from suivi.register.reports import Comparison

_DIFFERING = (Comparison.DIFFER, Comparison.DETAILS_DIFFER)
_BLANK_LINES = 3
LEVEL = Words("Level", "Niveau", "수준")
DAY = Words("Day", "Jour", "일자")
HOUR = Words("Hour", "Heure", "시각")
PLACE = Words("Place", "Lieu", "장소")
DIFFERS = Words("the accounts: {how}", "les rapports\u00a0: {how}", "양측 보고: {how}")
FILES = {
    "agenda.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "minutes.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "invitation.ics": "text/calendar; charset=utf-8",
}
"""The files of a meeting, by name, with their media types."""


@dataclass(frozen=True, kw_only=True)
class _Found:
    channel: str
    whole: Register
    plan: PlanRegister
    standing: ProvisionStanding
    held: ActivityStanding
    meetings: tuple[Meeting, ...]
    meeting: Meeting | None


def _lines_kept(officer: Officer, found: _Found, here: Meeting | None) -> list[notes.Line]:
    """What our own officers keep for the meeting, for who may read what is not released."""
    may_read = access.may_read_unmarked(officer, found.plan.plan.id, found.standing.provision.id)
    kept = notes.of_meeting(found.held.id, here.key) if here and may_read else []
    return [line for line in kept if not past.is_after(line.at)]


@at_one_glance
def meeting_page(officer: Officer, activity: str, *, meeting: str = "", day: datetime.date) -> MeetingPage:
    """The meeting of that key, else the newest, asked on `day`; raises `NotHere`, also for what is no dialogue."""
    found = _found(officer, activity, meeting)
    held, here = found.held, found.meeting
    kept = _lines_kept(officer, found, here)
    minutes = _minutes_of(found)
    own = (
        minutes[-1] if minutes and here is found.meetings[-1] and here.state == "concluded" else _on_day(minutes, here)
    )
    return MeetingPage(
        plan=shown.plan_line(officer, found.plan),
        commitment=shown.commitment_named(officer, found.plan.plan, found.standing.provision),
        activity=activity_shown(held, officer.party, found.whole.bodies),
        parties=shown.parties_named(found.whole),
        languages=tuple(spoken.tag for spoken in found.plan.languages),
        series=tuple(_series(found, said, day) for said in series_of(held.activity).values()),
        meetings=tuple(_listed(held, one, here) for one in reversed(found.meetings)),
        key=here.key if here else "",
        number=here.number if here else 0,
        on=here.on if here else "",
        place=here.place if here else "",
        level=ASKS["level"].choices.get(here.level) if here else None,
        clocks=_clocks(found),
        agenda=here.agenda if here else {},
        owed=tuple(_owed(officer, found, own, day)),
        open_now=tuple(_open_now(officer, found, day)),
        participants=_lines(kept, "participant"),
        papers=_lines(kept, "paper"),
        items=_lines(kept, "item"),
        accounts=tuple(_word(held, said) for said in here.accounts) if here else (),
        apart=_is_told_apart(here),
        postponements=tuple(step_shown(held, said, found.whole.bodies) for said in here.postponements) if here else (),
        minutes=dict(own.agreed.minutes) if own else {},
        pending=tuple(
            shown.joint_line(officer, found.whole, text)
            for text in found.plan.joint_texts
            if text.pending and text.proposed.kind == "minutes.agreed"
        ),
        decisions=tuple(_decisions(officer, found, own, day)),
        outcomes=tuple(Term(outcome.value, words) for outcome, words in OUTCOMES.items()),
        draft_decisions=tuple(
            DraftDecision(number=f"D{place}", provision=found.standing.provision.id if place == 1 else "", words={})
            for place in range(1, _BLANK_LINES + 1)
        ),
        revision=here.revision if here else 0,
        invitation=_message(here, kept),
        may_write=access.may(officer, "draft", plan=found.plan.plan.id, provision=found.standing.provision.id),
    )


@at_one_glance
def meeting_file(
    officer: Officer, activity: str, *, meeting: str, file: str, day: datetime.date, language: str, root: str
) -> bytes:
    """One of `FILES` for the meeting; raises `NotHere` where there is none, or no day to invite for."""
    page = meeting_page(officer, activity, meeting=meeting, day=day)
    found = _found(officer, activity, page.key)
    here = found.meeting
    if here is None or file not in FILES or (file == "invitation.ics" and not here.on):
        raise access.NotHere(what=file)
    if file == "invitation.ics":
        return invitation(_invitation(page, found, here, language, root), language)
    printed = _printed(page, found, here, language)
    return docx(papers.agenda(printed) if file == "agenda.docx" else papers.minutes(printed))


def _found(officer: Officer, activity: str, meeting: str) -> _Found:
    channel, plan, standing, held = access.activity_for(officer, activity)
    if held.activity.mode.name != DIALOGUE:
        raise access.NotHere(what=activity[:16])
    meetings = meetings_of(held.activity)
    chosen = next((one for one in meetings if one.key == meeting), None)
    if meeting and chosen is None:
        raise access.NotHere(what=meeting[:16])
    return _Found(
        channel=channel,
        whole=access.register_for(officer, channel),
        plan=plan,
        standing=standing,
        held=held,
        meetings=meetings,
        meeting=chosen or (meetings[-1] if meetings else None),
    )


def _listed(held: ActivityStanding, one: Meeting, here: Meeting | None) -> MeetingLineShown:
    state = one.state or START
    return MeetingLineShown(one.key, one.number, one.on, Term(state, held.activity.mode.words[state]), one is here)


def _word(held: ActivityStanding, said: Said) -> WordOfParty:
    return WordOfParty(
        party=said.party,
        step=Term(said.step, held.activity.mode.words[said.step]),
        on=said.on,
        details=tuple(detail_shown(name, detail, lent=name in said.lent) for name, detail in said.details.items()),
    )


def _series(found: _Found, said: Said, day: datetime.date) -> WordOfParty:
    """A party's word on the series, with what follows from it for the next meeting."""
    coming = upcoming(found.held.activity, said, _called(found))
    return replace(
        _word(found.held, said),
        next_due_on=coming.due_on.isoformat() if coming.due_on else "",
        next_overdue=coming.due_on is not None and coming.due_on < day and not _is_arranged(found),
        next_host=coming.party,
    )


def _is_arranged(found: _Found) -> bool:
    """Whether a meeting is proposed or convened, so that the next one is under way."""
    return bool(found.meetings) and found.meetings[-1].state in ("proposed", "convened")


def _called(found: _Found) -> dict[str, tuple[str, ...]]:
    """The parties in charter order, with everything a host may be called: the code, the names, the capital."""
    return {
        party.code: (
            party.code,
            *party.names.values(),
            *(ZONES[CAPITALS[party.code]].by_language().values() if party.code in CAPITALS else ()),
        )
        for party in shown.parties_named(found.whole)
    }


def _is_told_apart(here: Meeting | None) -> bool:
    """Whether two sides tell of the meeting with another day."""
    accounts = here.accounts if here else ()
    return len({said.details.get("date") for said in accounts}) > 1


def _clocks(found: _Found) -> tuple[ClockShown, ...]:
    here = found.meeting
    if here is None or not here.on:
        return ()
    on = datetime.date.fromisoformat(here.on)
    return tuple(
        ClockShown(ZONES[zone], local.date().isoformat(), f"{local:%H:%M}")
        for zone, local in clocks(on, here.hour, found.whole.parties)
    )


# Agenda and decisions


def _minutes_of(found: _Found) -> list[MinutesStanding]:
    return [one for one in found.plan.minutes if one.agreed.activity == found.held.id]


def _on_day(minutes: list[MinutesStanding], here: Meeting | None) -> MinutesStanding | None:
    """The minutes of the meeting: those of its day."""
    return next((one for one in reversed(minutes) if here is not None and one.agreed.on == here.on), None)


def _owed(officer: Officer, found: _Found, own: MinutesStanding | None, day: datetime.date) -> Iterator[DecisionShown]:
    """Decisions of other meetings of the dialogue that somebody still owes, oldest first."""
    for one in _minutes_of(found):
        for decision in one.decisions if one is not own else ():
            if decision.is_open:
                yield decision_shown(officer, found.plan, one, decision, day)


def _decisions(
    officer: Officer, found: _Found, own: MinutesStanding | None, day: datetime.date
) -> Iterator[DecisionShown]:
    if own is not None:
        for decision in own.decisions:
            yield decision_shown(officer, found.plan, own, decision, day)


def _open_now(officer: Officer, found: _Found, day: datetime.date) -> Iterator[AgendaItem]:
    for standing in _commitments(officer, found):
        about = shown.commitment_named(officer, found.plan.plan_with(standing.provision.id), standing.provision)
        for due in due_lines.once(due_lines.due_on(officer, found.plan, standing, day)):
            if due.kind == "series" and standing is found.standing:
                continue  # that the next meeting is due is no item of the meeting itself
            yield AgendaItem(about=about, says=due.says, overdue=due.overdue)
        if standing.comparison in _DIFFERING:
            how = comparison_term(standing.comparison).words
            yield AgendaItem(about=about, says=DIFFERS.filled(how=how))


def _commitments(officer: Officer, found: _Found) -> list[ProvisionStanding]:
    if _is_of_the_whole_plan(found):
        return list(found.plan.provisions)
    decided = [decision.decision.provision for one in _minutes_of(found) for decision in one.decisions]
    own = found.standing.provision.id
    ids = dict.fromkeys([own, *named_pages.beside(officer, found.plan, own), *(id for id in decided if id)])
    return [standing for id in ids if (standing := found.plan.standing(id)) is not None]


def _is_of_the_whole_plan(found: _Found) -> bool:
    """Whether the dialogue stands outside the pillars of a plan that has some."""
    plan = found.plan.plan_with(found.standing.provision.id)
    has_pillars = any(section.kind == "pillar" for section in plan.sections)
    return has_pillars and shown.pillar_of(plan, found.standing.provision) is None


# Lines kept at home


def _lines(kept: list[notes.Line], kind: str) -> tuple[LineShown, ...]:
    return tuple(
        LineShown(
            id=one.id,
            words=one.words,
            detail=one.detail,
            address=one.address,
            organises=one.organises,
            by=one.by,
            at=one.at,
        )
        for one in kept
        if one.kind == kind
    )


def _message(here: Meeting | None, kept: list[notes.Line]) -> str:
    if here is None or not here.on:
        return ""
    if not any(one.organises for one in kept):
        return "publish"
    return "cancel" if here.is_called_off else "request"


def _invitation(page: MeetingPage, found: _Found, here: Meeting, language: str, root: str) -> Invitation:
    """What goes into calendars, through mail: above GREEN only the number of the commitment, the day and the hour."""
    leaves = all(said.marking.within(GREEN) for said in here.steps)
    return Invitation(
        key=here.key,
        realm=f"{found.channel}.suivi",
        revision=here.revision,
        cancelled=here.is_called_off,
        on=datetime.date.fromisoformat(here.on),
        hour=here.hour,
        title=_title(page, language) if leaves else f"{number_of(page.commitment.id)} ({page.number})",
        place=here.place if leaves else "",
        says=_in(here.agenda, language) if leaves else "",
        marking=found.held.marking.label(),
        address=f"{root}/meetings/{found.held.id}?meeting={here.key}",
        parties=found.whole.parties,
        invitees=tuple(
            Invitee(name=one.words, address=one.address, organises=one.organises)
            for one in page.participants
            if one.address
        ),
        written_at=max(shown.instant(said.at) for said in here.steps),
    )


# What is printed


def _printed(page: MeetingPage, found: _Found, here: Meeting, language: str) -> papers.MeetingPrinted:
    names = {party.code: party for party in page.parties}
    digest = hashlib.sha256("".join(said.id for said in here.steps).encode()).hexdigest()
    return papers.MeetingPrinted(
        language=language,
        title=_title(page, language),
        marking=found.held.marking.label(),
        written_on=here.on or here.steps[0].on,
        digest=digest,
        facts=tuple(_facts(page, language)),
        agreed_agenda=_in(page.agenda, language),
        owed=tuple(_decision_item(one, names, language) for one in page.owed),
        open_now=tuple(
            papers.ItemPrinted(about=_commitment(one.about, language), why=one.says.in_(language))
            for one in page.open_now
        ),
        put_down=tuple(papers.ItemPrinted(about=one.words, why=one.detail) for one in page.items),
        participants=tuple(_line(one) for one in page.participants),
        papers=tuple(_line(one) for one in page.papers),
        accounts=tuple(
            (_party(names, one.party, language), "\n".join(_details(one, language))) for one in page.accounts
        ),
        minutes=_in(page.minutes, language),
        decisions=tuple(_decision_row(one, names, language) for one in page.decisions),
        demonstration=found.plan.demonstration,
    )


def _facts(page: MeetingPage, language: str) -> Iterator[tuple[str, str]]:
    if page.level:
        yield LEVEL.in_(language), page.level.in_(language)
    if page.on:
        yield DAY.in_(language), day_in(language, page.on)
    for clock in page.clocks:
        yield f"{HOUR.in_(language)}, {clock.city.in_(language)}", f"{day_in(language, clock.on)}, {clock.hour}"
    if page.place:
        yield PLACE.in_(language), page.place


def _decision_item(one: DecisionShown, names: dict[str, PartyNamed], language: str) -> papers.ItemPrinted:
    return papers.ItemPrinted(
        about=f"{day_in(language, one.on)}, {one.number}",
        why=_in(dict(one.words), language),
        who=", ".join(_party(names, code, language) for code in one.owed_by),
        due=day_in(language, one.due_on or ""),
    )


def _decision_row(one: DecisionShown, names: dict[str, PartyNamed], language: str) -> tuple[str, str, str, str, str]:
    stands = one.followed[-1].outcome.words if one.followed else OUTCOMES[Outcome.OPEN]
    owed = ", ".join(_party(names, code, language) for code in one.owed_by)
    return one.number, _in(dict(one.words), language), owed, day_in(language, one.due_on or ""), stands.in_(language)


def _details(one: WordOfParty, language: str) -> Iterator[str]:
    for detail in one.details:
        words = _in(dict(detail.versions), language) if detail.versions else day_in(language, detail.plain)
        yield _joined(detail.name.in_(language), words, language)


def _joined(name: str, words: str, language: str) -> str:
    return f"{name}\u00a0: {words}" if language == "fr" else f"{name}: {words}"


def _line(one: LineShown) -> str:
    return f"{one.words} – {one.detail}" if one.detail else one.words


def _title(page: MeetingPage, language: str) -> str:
    title = _in(page.activity.titles, language) or _commitment(page.commitment, language)
    return f"{title} ({page.number})" if page.number > 1 else title


def _commitment(named: CommitmentNamed, language: str) -> str:
    return f"{number_of(named.id)} {_in(named.titles, language)}".strip()


def _party(names: dict[str, PartyNamed], code: str, language: str) -> str:
    named = names.get(code)
    return _in(dict(named.names), language) if named else code.upper()


def _in(versions: dict[str, str], language: str) -> str:
    """The words in `language`, else in any the house has them in; empty where there are none."""
    return versions.get(language) or next(iter(versions.values()), "")
