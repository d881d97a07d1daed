"""What a ticket rests on, looked up here: records of other channels, and the marking of what its text is made of."""

from collections.abc import Callable, Iterator

from suivi.desk import closings, entries, registers
from suivi.desk.project import marks
from suivi.exchange.faults import Refused
from suivi.exchange.onwards import check_consent, check_parts, check_words, words_of
from suivi.exchange.release import Ticket
from suivi.log.canonical import CAP_CONTENT, DEPTH_CONTENT, Json, read_canonical
from suivi.log.fault import Fault
from suivi.plan.channel import PUBLIC, origin_of
from suivi.publish.review_html import marking_of
from suivi.record.changes import Corrected, Remarked
from suivi.record.evidence import EvidenceAttached
from suivi.record.joint import Proposed
from suivi.record.kinds import Record
from suivi.record.marking import Marking
from suivi.record.minutes import DecisionReported, MinutesAgreed
from suivi.register.reports import Account


def refuse_onwards(ticket: Ticket, record: Record, channel: str) -> None:
    """Refuse a ticket marked below what it rests on, or that repeats another party's record of another channel.

    Raises `Refused` (marking.below-parts, marking.no-equivalence, consent.missing).
    """
    try:
        if channel != PUBLIC:  # everything there is TLP:CLEAR, by the word of two officers of its author
            _check_parts(ticket, record, channel)
        _check_consents(ticket, channel)
    except Fault as fault:
        raise Refused(fault) from fault


def _check_parts(ticket: Ticket, record: Record, channel: str) -> None:
    """A record stands no lower than its parts; a correction than what it corrects; nor does a new marking lower one.

    Raises `Fault` marking.below-parts or marking.no-equivalence.
    """
    plan, former = ticket.subject.partition("#")[0], ticket.refs.get("supersedes")
    if isinstance(record, Corrected) and former is not None:
        check_parts(
            ticket.marking, _stated(plan, channel, lambda told: (told.log, told.seq) == (former.log, former.seq))
        )
    elif isinstance(record, Remarked) and former is not None:
        marked = registers.entry_at(channel, former.log, former.seq).record
        check_parts(record.marking, () if marked is None else _parts(marked, plan, channel))
    else:
        check_parts(ticket.marking, _parts(record, plan, channel))


def _stated(plan: str, channel: str, named: Callable[[Account], bool]) -> list[Marking]:
    """The markings, as they stand now, of the accounts that are `named`."""
    found = registers.common(channel).plans.get(plan)
    standings = () if found is None else (*found.provisions, *found.ended)
    said = (one for standing in standings for told in standing.accounts.values() for one in told)
    return [account.marking for account in said if named(account)]


def _parts(record: Record, plan: str, channel: str) -> Iterator[Marking]:
    """The markings of what the text of `record` is made of."""
    found = registers.common(channel).plans.get(plan)
    match record:
        case EvidenceAttached(report=str(report)):
            yield from _stated(plan, channel, lambda told: told.id == report)
        case DecisionReported(minutes=leaf) if found is not None:
            yield from (one.marking for one in found.minutes if one.key == leaf)
        case Proposed(body=MinutesAgreed(closing=closing)) if closing is not None:
            yield marking_of(closings.review_at(channel, plan, closing).register)


def _check_consents(ticket: Ticket, channel: str) -> None:
    own = entries.own_node().party
    said = read_canonical(ticket.content, cap=CAP_CONTENT, depth=DEPTH_CONTENT, what="content")
    named: list[Json] = [said, *(reference.leaf for reference in ticket.refs.values())]
    audience = [PUBLIC] if channel == PUBLIC else [party for party in entries.parties(channel) if party != own]
    words = words_of(named, audience=audience)
    repeated, behind = marks.repeated(words, own=own), registers.channels_behind()
    others = set(entries.channels()) - {channel, PUBLIC}
    for other in sorted(others & (repeated.keys() | behind)):
        if other in behind:  # its marks are not made yet: read it
            logs = registers.logs(other)
            ours = logs[origin_of(own, other)]
            theirs = [entry for held in logs.values() if held is not ours for entry in held]
            check_consent(named, theirs, registers.common(other).consents, audience=audience, own=ours)
        else:
            found = repeated[other]
            held = (registers.entry_at(other, origin_of(party, other), seq) for party, seq in found.places)
            check_words(found.words, held, registers.common(other).consents, audience=audience)
