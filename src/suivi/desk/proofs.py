"""Proofs of what this node holds: for a record, or for every record of a log."""

from collections.abc import Iterable, Iterator

from suivi.desk import access, entries, registers
from suivi.desk.access import Officer
from suivi.exchange.proof import proof_of
from suivi.log.tree import inclusion_proof, inclusion_proofs
from suivi.plan.channel import origin_of


def proof_for(officer: Officer, channel: str, party: str, seq: int) -> bytes:
    """The proof of an entry the officer may read; raises `NotHere`."""
    access.entry_for(officer, channel, party, seq)
    return proof(party, channel, seq)


def proof(party: str, channel: str, seq: int) -> bytes:
    """The proof that entry `seq` of a party's log of `channel` is on record, up to the newest checkpoint.

    Raises `NotHere`.
    """
    log = origin_of(party, channel)
    note = entries.checkpoint(log)
    leaves = entries.leaves(log)
    row = next(iter(entries.rows(log, from_seq=seq)), None)
    if note is None or row is None or row.seq != seq or seq >= len(leaves):
        raise access.NotHere(what=f"{party} {seq}")
    return proof_of(
        log=log,
        seq=seq,
        size=len(leaves),
        header=row.header,
        content=row.content,
        way=inclusion_proof(leaves, seq),
        checkpoint=note.octets(),
        key_lists=entries.key_lists(party, channel),
    )


def proofs_of_joint(party: str, channel: str, seq: int) -> list[tuple[str, bytes]]:
    """What proves together that the joint text proposed in entry `seq` of a party's log is in effect (section 8.5).

    A file for each party's word and one for each seal, with names; the proposer's word is the proposal. Raises
    `NotHere` where nothing in effect was proposed there.
    """
    texts = registers.common(channel).joint_texts.values() if channel in entries.channels() else ()
    found = [text for text in texts if (text.proposal.party, text.proposal.seq) == (party, seq) and text.in_effect]
    if not found:
        raise access.NotHere(what=f"{party} {seq}")
    said = (("word", found[0].voices), ("seal", found[0].seals))
    return [
        (f"{kind}.{who}.json", proof(who, channel, place.seq)) for kind, places in said for who, place in places.items()
    ]


def proofs_of(places: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int, bytes]]:
    """The proofs of these records, by log and place: log, position and file, log by log in the order first named."""
    wanted: dict[str, set[int]] = {}
    for log, seq in places:
        wanted.setdefault(log, set()).add(seq)
    for log, sequences in wanted.items():
        _, party, channel = log.split("/", 2)
        yield from (one for one in proofs(party, channel) if one[1] in sequences)


def proofs(party: str, channel: str) -> Iterator[tuple[str, int, bytes]]:
    """The proof of every entry of a party's log of `channel`: log, position and file, in order."""
    log = origin_of(party, channel)
    note = entries.checkpoint(log)
    if note is None:
        return
    leaves = entries.leaves(log)
    key_lists = entries.key_lists(party, channel)
    for row, way in zip(entries.rows(log), inclusion_proofs(leaves), strict=True):
        octets = proof_of(
            log=log,
            seq=row.seq,
            size=len(leaves),
            header=row.header,
            content=row.content,
            way=way,
            checkpoint=note.octets(),
            key_lists=key_lists,
        )
        yield log, row.seq, octets
