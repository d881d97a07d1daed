"""Today for pages: what waits for this officer, and what the partner has sent."""

import datetime

from suivi.desk import access, registers
from suivi.desk.access import Officer
from suivi.desk.pages import Arrival, TodayPage
from suivi.desk.queries import draft_pages, joint_text_pages, shown, ticket_pages
from suivi.desk.queries.terms import record_term
from suivi.desk.registers import at_one_glance
from suivi.record.entry import Entry
from suivi.record.joint import Proposed
from suivi.record.kinds import AUTOMATIC
from suivi.record.reports import ReportFiled
from suivi.register.fold import Register

ARRIVALS = 12


@at_one_glance
def today(officer: Officer, *, day: datetime.date) -> TodayPage:
    """What waits for a decision, and the newest records of the partner."""
    return TodayPage(
        day=day,
        plans=tuple(shown.plan_line(officer, plan) for _, plan in access.plans_for(officer)),
        tickets=ticket_pages.waiting_lines(officer),
        joint_texts=tuple(
            line
            for line in joint_text_pages.lines(officer)
            if line.waits_for_us or line.state in ("proposed", "pending")
        ),
        drafts=tuple(line for line in draft_pages.lines(officer) if line.ticket is None),
        arrivals=tuple(arrivals(officer)),
    )


def arrivals(officer: Officer) -> list[Arrival]:
    """The newest records of the partners that two officers released, newest first."""
    found: list[Arrival] = []
    for channel in access.channels_for(officer):
        register = access.register_for(officer, channel)
        for log, held in registers.logs(channel).items():
            if log.split("/")[1] != officer.party:
                newest = [entry for entry in held if entry.header and entry.header.type not in AUTOMATIC][-ARRIVALS:]
                found += [_arrival(officer, register, entry) for entry in newest]
    return sorted(found, key=lambda arrival: arrival.at, reverse=True)[:ARRIVALS]


def _arrival(officer: Officer, register: Register, entry: Entry) -> Arrival:
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
        account=shown.account_shown(account) if account else None,
        stages=tuple(latest.stage.value if (latest := standing.latest(party)) else None for party in register.parties)
        if standing
        else (),
        comparison=standing.comparison.value if standing else "",
        joint_text=entry.leaf.hex() if isinstance(entry.record, Proposed) else "",
        title=dict(entry.record.texts) if isinstance(entry.record, Proposed) else {},
    )
