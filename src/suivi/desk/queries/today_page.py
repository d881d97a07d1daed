"""Today for pages: what is due from us, what waits for this officer, and what the partner has sent."""

import datetime
from dataclasses import replace

from suivi.desk import access, project, registers
from suivi.desk.access import Officer
from suivi.desk.pages import Arrival, DueShown, ReturnLine, TodayPage
from suivi.desk.queries import draft_pages, due_lines, joint_text_pages, return_pages, shown, ticket_pages
from suivi.desk.queries.terms import record_term
from suivi.desk.registers import at_one_glance
from suivi.desk.roles import WRITING
from suivi.plan.channel import origin_of
from suivi.record.bodies import BodyNamed
from suivi.record.channel import Receipt
from suivi.record.entry import Entry
from suivi.record.evidence import EvidenceAttached
from suivi.record.joint import Proposed
from suivi.record.kinds import AUTOMATIC
from suivi.record.reports import ReportFiled
from suivi.register.fold import Register

ARRIVALS = 12
LOOKED_AT = 60  # of each log: several records of one day make one line
SOON = datetime.timedelta(days=92)


@at_one_glance
def today(officer: Officer, *, day: datetime.date, since: datetime.datetime | None = None) -> TodayPage:
    """What is due from us, what waits for a decision, and the newest records of the partner.

    `since` is the officer's last visit: what was taken in after it is new.
    """
    project.project()
    returns = return_pages.lines_of(officer, access.returns_for(officer), day)
    return TodayPage(
        day=day,
        plans=shown.plan_lines(officer),
        tickets=ticket_pages.waiting_lines(officer),
        joint_texts=tuple(joint_text_pages.open_lines(officer)),
        drafts=tuple(line for line in draft_pages.lines(officer) if line.ticket is None),
        arrivals=tuple(arrivals(officer, since=since)),
        due=_due(officer, day, returns),
        returns=tuple(line for line in returns if line.for_me),
        since=since,
        may_read_only=not access.abilities_of(officer) & WRITING,
    )


def due_of(officer: Officer, day: datetime.date) -> tuple[DueShown, ...]:
    """What Today says is due."""
    return _due(officer, day, return_pages.lines_of(officer, access.returns_for(officer), day))


def _due(officer: Officer, day: datetime.date, returns: list[ReturnLine]) -> tuple[DueShown, ...]:
    """What is overdue, and what falls due within a quarter of a year; what is late already is not said to come, too."""
    horizon = day + SOON
    found = [
        line
        for _, plan in access.plans_for(officer)
        for line in due_lines.due_lines(officer, plan, day, party=officer.party)
    ]
    found += return_pages.due_among(returns)
    found.sort(key=lambda line: (not line.overdue, line.on))
    late = {(line.commitment.plan, line.commitment.id, line.kind) for line in found if line.overdue}
    return tuple(
        line
        for line in found
        if line.overdue
        or line.asked
        or (line.on <= horizon and (line.commitment.plan, line.commitment.id, line.kind) not in late)
    )


def arrivals(officer: Officer, *, since: datetime.datetime | None = None) -> list[Arrival]:
    """The newest records of the partners that two officers released, newest first."""
    found: list[Arrival] = []
    for channel in access.channels_for(officer):
        register = access.register_for(officer, channel)
        for log, held in registers.logs(channel).items():
            if log.split("/")[1] != officer.party:
                newest = [entry for entry in held if entry.header and entry.header.type not in AUTOMATIC][-LOOKED_AT:]
                known = _known_at(registers.logs(channel)[origin_of(officer.party, channel)], log, since)
                found += [_arrival(officer, register, entry, new=entry.seq >= known) for entry in newest]
    newest_first = sorted(found, key=lambda arrival: arrival.at, reverse=True)
    return _gathered(newest_first)[:ARRIVALS]


def _gathered(arrivals: list[Arrival]) -> list[Arrival]:
    """One line for what came on one matter on one day: its newest account if there is one, and the kinds of the rest."""
    matters: dict[tuple[object, ...], list[Arrival]] = {}
    for arrival in arrivals:
        matter = arrival.about.id if arrival.about else (arrival.joint_text or arrival.kind.code)
        matters.setdefault((arrival.party, matter, arrival.at.date()), []).append(arrival)
    lines = []
    for came in matters.values():
        told = next((arrival for arrival in came if arrival.account), came[0])
        kinds = dict.fromkeys(arrival.kind for arrival in came if arrival.kind != told.kind)
        lines.append(replace(told, also=tuple(kinds), new=any(arrival.new for arrival in came)))
    return lines


def _known_at(own: list[Entry], log: str, since: datetime.datetime | None) -> int:
    """How many entries of `log` our receipts of up to `since` acknowledge; all are new to who never came."""
    if since is None:
        return 0
    headers = (entry.header for entry in own if isinstance(entry.record, Receipt) and entry.header)
    return max((header.seen.get(log, 0) for header in headers if shown.instant(header.at) <= since), default=0)


def _arrival(officer: Officer, register: Register, entry: Entry, *, new: bool) -> Arrival:
    header = entry.header
    assert header is not None  # chosen by the caller
    plan, _, subject = header.subject.partition("#")
    known = register.plans.get(plan)
    standing = known.standing(subject) if known else None
    if known and standing is None:
        standing = next((each for each in known.provisions if any(a.id == subject for a in each.activities)), None)
    account = None
    if known and standing and isinstance(entry.record, ReportFiled):
        account = next((a for a in standing.accounts.get(entry.party, ()) if a.seq == entry.seq), None)
    return Arrival(
        party=entry.party,
        kind=record_term(header.type),
        about=shown.commitment_named(officer, known.plan, standing.provision) if known and standing else None,
        at=shown.instant(header.at),
        account=shown.account_shown(account, known.bodies) if account and known else None,
        stages=tuple(latest.stage.value if (latest := standing.latest(party)) else None for party in register.parties)
        if standing
        else (),
        comparison=standing.comparison.value if standing else "",
        joint_text=entry.leaf.hex() if isinstance(entry.record, Proposed) else "",
        title=_title(entry),
        new=new,
    )


def _title(entry: Entry) -> dict[str, str]:
    """What a record without an account is called: a resolution, the title of a source, the names of a body."""
    match entry.record:
        case Proposed(texts=texts):
            return dict(texts)
        case EvidenceAttached(title=title, language=language):
            return {language: title}
        case BodyNamed(names=names):
            return dict(names)
    return {}
