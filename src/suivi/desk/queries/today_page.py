"""Today for pages: what is due from us, what waits for this officer, and what the partner has sent."""

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from suivi.desk import access, past, project, registers
from suivi.desk.access import Officer
from suivi.desk.pages import Arrival, DueShown, TodayPage
from suivi.desk.queries import draft_pages, due_lines, due_rows, joint_text_pages, return_pages, shown, ticket_pages
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
from suivi.register.reports import Account

ARRIVALS = 12
PLANS = 12  # of very many
MOST = 40  # lines of each sort; what lies beyond stands in a list of its own
LOOKED_AT = 60  # of each log: several records of one day make one line
SOON = datetime.timedelta(days=92)


@at_one_glance
def today(officer: Officer, *, day: datetime.date, since: datetime.datetime | None = None) -> TodayPage:
    """What is due from us, what waits for a decision, and the newest records of the partner.

    `since` is the officer's last visit: what was taken in after it is new.
    """
    project.project()
    until = (day + SOON).isoformat()
    sent = access.newest_of_partners(officer, LOOKED_AT * 2)
    dues, texts, activities = access.rows_of_today(
        officer, until=until, texts=joint_text_pages.OPEN, activities=_activities(sent), most=MOST
    )
    many = access.has_many_plans(officer)
    owed, handed_in = access.returns_waiting_for(officer, owed=MOST, handed_in=MOST + 1)
    waiting = list(access.tickets_for(officer, waiting=True, deciding=True, limit=MOST + 1))
    places = {(row.plan, row.provision) for row in (*owed, *handed_in)}
    places |= {(row.plan, row.provision) for row in waiting if row.provision}
    if many:
        found, came = _in_rows(officer, day, since, due=dues, sent=sent, activities=activities, also=places)
    else:
        found, came = _matters(officer, day), arrivals(officer, since=since)
    returns = return_pages.due_among(return_pages.lines_of(officer, owed, day, bodies=False))
    decides = return_pages.to_pass(officer, day, handed_in, bodies=False)
    tickets = ticket_pages.lines(officer, waiting)
    plans = shown.first_plan_lines(officer, PLANS if many else access.MANY_PLANS)
    return TodayPage(
        day=day,
        plans=plans,
        setting_up=not plans and "administer" in access.abilities_of(officer),
        many_plans=many,
        many_returns=len(owed) >= MOST or len(decides) > MOST,
        tickets=tickets[:MOST],
        many_tickets=len(tickets) > MOST,
        joint_texts=tuple(joint_text_pages.in_rows(officer, texts) if many else joint_text_pages.open_lines(officer)),
        drafts=draft_pages.lines(officer, most=draft_pages.A_PAGE, proposed=False),
        arrivals=tuple(came),
        due=_due(officer, day, [*found, *returns]),
        returns=tuple(decides[:MOST]),
        since=since,
        may_read_only=not access.abilities_of(officer) & WRITING,
        answers_for_some=access.own_commitments(officer) is not None,
    )


def due_of(officer: Officer, day: datetime.date) -> tuple[DueShown, ...]:
    """What Today says is due of the officer: asked of him, or on what he answers for; a focal point answers for all.

    Who reports nowhere owes nothing.
    """
    if "contribute" not in access.abilities_of(officer):
        return ()
    many = access.has_many_plans(officer)
    found = due_rows.due_until(officer, day, day + SOON) if many else _matters(officer, day)
    lines = _due(officer, day, [*found, *return_pages.due_of(officer, day)])
    return tuple(due_lines.of_officer(officer, lines))


def _matters(officer: Officer, day: datetime.date) -> list[DueShown]:
    """What is due from our party on every plan, whenever it is."""
    plans = (plan for _, plan in access.plans_for(officer))
    return [line for plan in plans for line in due_lines.due_lines(officer, plan, day, party=officer.party)]


def _due(officer: Officer, day: datetime.date, found: list[DueShown]) -> tuple[DueShown, ...]:
    """What is overdue, and what falls due within a quarter of a year; what is late already is not said to come, too.

    What is asked of the officer, or due on a commitment that is his alone, comes first.
    """
    own = access.own_commitments(officer) or frozenset()
    told = due_lines.once(found)
    marked = [replace(line, own=bool(line.asked) or (line.commitment.plan, line.commitment.id) in own) for line in told]
    found = sorted(marked, key=lambda line: (not line.own, not line.overdue, line.on))
    late = {(line.commitment.plan, line.commitment.id, line.kind) for line in found if line.overdue}
    return tuple(
        line
        for line in found
        if line.overdue or line.asked or (line.on <= day + SOON and late.isdisjoint(_said_by(line)))
    )


def _said_by(line: DueShown) -> set[tuple[str, str, str]]:
    """What, once late, says what this line says: the same, and for the rhythm of the plan the series that keeps it."""
    kinds = {line.kind, "series"} if line.kind == "recurrence" else {line.kind}
    return {(line.commitment.plan, line.commitment.id, kind) for kind in kinds}


def arrivals(officer: Officer, *, since: datetime.datetime | None = None) -> list[Arrival]:
    """The newest records of the partners that two officers released, newest first."""
    found: list[Arrival] = []
    registers.read_together(channels := access.channels_covered(officer))
    for channel in channels:
        register = access.register_for(officer, channel)
        for log, held in access.logs_for(officer, channel).items():
            if log.split("/")[1] != officer.party:
                newest = [entry for entry in held if entry.header and entry.header.type not in AUTOMATIC][-LOOKED_AT:]
                known = _known_at(
                    registers.logs_on(channel, past.day_looked_at())[origin_of(officer.party, channel)], log, since
                )
                found += [_arrival(officer, register, entry, new=entry.seq >= known) for entry in newest]
    newest_first = sorted(found, key=lambda arrival: arrival.at, reverse=True)
    return _gathered(newest_first)[:ARRIVALS]


def _in_rows(
    officer: Officer,
    day: datetime.date,
    since: datetime.datetime | None,
    *,
    due: Sequence[access.DueInRow],
    sent: Sequence[Entry],
    activities: Mapping[str, tuple[str, str]],
    also: Collection[tuple[str, str]],
) -> tuple[list[DueShown], list[Arrival]]:
    """What is due and what has come of very many plans: from rows, and from the newest entries of whatever channel.

    The rows of the commitments at the places in `also` are looked up at once with those it needs.

    New is what its writer dates after the last visit: receipts of every channel are not looked through for it.
    """
    subjects = [entry.header.subject.partition("#") for entry in sent if entry.header]
    places = [activities.get(subject, (plan, subject)) for plan, _, subject in subjects]
    rows = due_rows.commitments_of(officer, {*also, *places, *((row.plan, row.provision) for row in due)})
    arrived = [_arrival_in_rows(entry, rows.get(place), since) for entry, place in zip(sent, places, strict=True)]
    newest_first = sorted(arrived, key=lambda arrival: arrival.at, reverse=True)
    return due_rows.in_lines(due, rows, day), _gathered(newest_first)[:ARRIVALS]


def _activities(sent: Iterable[Entry]) -> set[str]:
    """The activities of which these entries take a step."""
    headers = (entry.header for entry in sent if entry.header is not None)
    return {header.subject.partition("#")[2] for header in headers if header.type == "step.taken"}


def _arrival_in_rows(entry: Entry, row: access.CommitmentInRow | None, since: datetime.datetime | None) -> Arrival:
    header = entry.header
    assert header is not None  # chosen by the caller
    at = shown.instant(header.at)
    said = Account.of(entry, entry.record, at=header.at) if isinstance(entry.record, ReportFiled) else None
    return Arrival(
        party=entry.party,
        kind=record_term(header.type),
        about=due_rows.named(row) if row else None,
        at=at,
        account=shown.account_shown(said, {}) if said else None,
        stages=due_rows.stages(row.stages) if row else (),
        comparison=row.comparison if row else "",
        joint_text=entry.leaf.hex() if isinstance(entry.record, Proposed) else "",
        title=_title(entry),
        new=since is None or at > since,
    )


def _gathered(arrivals: list[Arrival]) -> list[Arrival]:
    """One line for what came on one matter on one day: its newest account if there is one, and the kinds of the rest."""
    matters: dict[tuple[object, ...], list[Arrival]] = {}
    for arrival in arrivals:
        about = arrival.about
        matter = (about.plan, about.id) if about else (arrival.joint_text or arrival.kind.code)
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
