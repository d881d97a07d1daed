"""What a ticket takes the place of: our words on record, those of the channel or, of what goes to the public, the public's.

- A correction and a withdrawal show the very record they act on, in the words it has now; once they have left, in the
  words it had before.
- A report shows our last word on the same matter.
"""

from collections.abc import Iterator
from dataclasses import replace

from suivi.desk import access, drafts, entries, registers
from suivi.desk.access import Officer
from suivi.desk.drafts import TicketRow
from suivi.log.header import Reference
from suivi.plan.channel import PUBLIC, origin_of
from suivi.record.changes import Corrected, Withdrawn
from suivi.record.entry import Entry
from suivi.record.kinds import Record
from suivi.record.reports import ReportFiled
from suivi.register.plans import PlanRegister
from suivi.register.reports import Account, latest

Before = tuple[PlanRegister, Account]


def account_before(officer: Officer, row: TicketRow, record: Record) -> Before | None:
    """The account that a ticket corrects, withdraws or follows, with its plan; None where there is none."""
    if not isinstance(record, ReportFiled | Corrected | Withdrawn):
        return None
    plan, _, provision = row.subject.partition("#")
    for register in access.plans_named(officer, [plan]).values():
        if row.channel == PUBLIC:
            held = _told_to_the_public(officer.party, row.subject)
        else:
            standing = register.standing(provision)
            held = standing.accounts.get(officer.party, ()) if standing else ()
        if found := _meant(row, record, held):
            return register, found
    return None


def record_before(officer: Officer, row: TicketRow, record: Record) -> Record | None:
    """The record, no report, that a ticket corrects or withdraws, as it was put on record; None for other tickets."""
    acted_on = _acted_on(row)
    if acted_on is None or not isinstance(record, Corrected | Withdrawn):
        return None
    _, party, channel = acted_on.log.split("/", 2)
    if channel == PUBLIC:
        found = next(iter(entries.read_log(acted_on.log, from_seq=acted_on.seq, size=1)), None)
    else:
        found = access.entry_for(officer, channel, party, acted_on.seq)
    said = found.record if found is not None else None
    return None if isinstance(said, ReportFiled) else said


def _acted_on(row: TicketRow) -> Reference | None:
    reference = drafts.ticket_of(row).refs.get("supersedes")
    return reference if isinstance(reference, Reference) else None


def _meant(row: TicketRow, record: Record, held: tuple[Account, ...]) -> Account | None:
    """Of our accounts on a matter, the one the ticket takes the place of."""
    if isinstance(record, ReportFiled):
        left = (row.released_log, row.released_seq)
        return latest([account for account in held if (account.log, account.seq) != left])
    acted_on = _acted_on(row)
    place = (acted_on.log, acted_on.seq) if acted_on else None
    found = next((account for account in held if (account.log, account.seq) == place), None)
    return found and _before_it_left(row, found)


def _before_it_left(row: TicketRow, account: Account) -> Account:
    """The account in the words it had before the correction that left by this ticket; as it is if none did."""
    worded = [*account.versions, account]
    for place, one in enumerate(worded):
        if place and row.released_log and one.correction == (row.released_log, row.released_seq):
            return replace(worded[place - 1], versions=tuple(worded[: place - 1]))
    return account


def _told_to_the_public(party: str, subject: str) -> tuple[Account, ...]:
    """Our accounts on a matter as the public log tells them, oldest first, whether or not the partner told it the plan."""
    told: dict[int, Account] = {}
    for entry, at in _public_words(party, subject):
        former = entry.header.supersedes if entry.header is not None else None
        held = told.get(former.seq) if former is not None else None
        if isinstance(entry.record, ReportFiled):
            told[entry.seq] = Account.of(entry, entry.record, at=at)
        elif held is None:
            continue
        elif isinstance(entry.record, Withdrawn):
            told[held.seq] = replace(held, withdrawn_for=entry.record.reason)
        elif isinstance(entry.record, Corrected) and isinstance(entry.record.body, ReportFiled):
            told[held.seq] = held.corrected(entry, entry.record.body, at=at)
    return tuple(sorted(told.values(), key=lambda account: account.order))


def _public_words(party: str, subject: str) -> Iterator[tuple[Entry, str]]:
    for entry in registers.logs(PUBLIC)[origin_of(party, PUBLIC)]:
        if entry.header is not None and entry.header.subject == subject:
            yield entry, entry.header.at
