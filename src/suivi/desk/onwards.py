"""What a ticket rests on, looked up here: records of other channels, and the marking of what its text is made of."""

from collections.abc import Iterator

from suivi.desk import closings, entries, registers
from suivi.exchange.faults import Refused
from suivi.exchange.onwards import check_consent, check_parts
from suivi.exchange.release import Ticket
from suivi.log.canonical import CAP_CONTENT, DEPTH_CONTENT, Json, read_canonical
from suivi.log.fault import Fault
from suivi.plan.channel import PUBLIC, origin_of
from suivi.publish.review_html import marking_of
from suivi.record.evidence import EvidenceAttached
from suivi.record.joint import Proposed
from suivi.record.kinds import Record
from suivi.record.marking import Marking
from suivi.record.minutes import DecisionReported, MinutesAgreed


def refuse_onwards(ticket: Ticket, record: Record, channel: str) -> None:
    """Refuse a ticket marked below what it rests on, or that repeats another party's record of another channel.

    Raises `Refused` (marking.below-parts, marking.no-equivalence, consent.missing).
    """
    try:
        if channel != PUBLIC:  # everything there is TLP:CLEAR, by the word of two officers of its author
            check_parts(ticket.marking, _parts(record, ticket.subject.partition("#")[0], channel))
        _check_consents(ticket, channel)
    except Fault as fault:
        raise Refused(fault) from fault


def _parts(record: Record, plan: str, channel: str) -> Iterator[Marking]:
    """The markings of what the text of `record` is made of."""
    found = registers.common(channel).plans.get(plan)
    match record:
        case EvidenceAttached(report=str(report)) if found is not None:
            said = (one for standing in found.provisions for told in standing.accounts.values() for one in told)
            yield from (account.marking for account in said if account.id == report)
        case DecisionReported(minutes=leaf) if found is not None:
            yield from (one.marking for one in found.minutes if one.key == leaf)
        case Proposed(body=MinutesAgreed(closing=closing)) if closing is not None:
            yield marking_of(closings.review_at(channel, plan, closing).register)


def _check_consents(ticket: Ticket, channel: str) -> None:
    own = entries.own_node().party
    said = read_canonical(ticket.content, cap=CAP_CONTENT, depth=DEPTH_CONTENT, what="content")
    named: list[Json] = [said, *(reference.leaf for reference in ticket.refs.values())]
    audience = [PUBLIC] if channel == PUBLIC else [party for party in entries.parties(channel) if party != own]
    for other in entries.channels():
        if other in (channel, PUBLIC):
            continue
        logs = registers.logs(other)
        ours = logs[origin_of(own, other)]
        theirs = [entry for held in logs.values() if held is not ours for entry in held]
        check_consent(named, theirs, registers.common(other).consents, audience=audience, own=ours)
