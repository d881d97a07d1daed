"""What a partner delivers, by file or from the spool of a pull: taken in whole or not at all, by one importer.

- A refusal leaves a fault report and nothing else; a contradiction leaves its evidence, and suspends the channel.
- Receipts, notices and seals follow in the same transaction; what is published follows once it is on the disk.
"""

import datetime
from collections.abc import Callable
from typing import Final

from django.db import transaction

from suivi.desk import automatic, correspondence, destruction, entries, outbox, project, reconcile, registers
from suivi.desk.held import HeldChannel
from suivi.exchange.effect import Effect, effect_of
from suivi.exchange.evidence import BACKWARDS, evidence_of
from suivi.exchange.faults import DeliveryRefused, Suspended, kept_form
from suivi.exchange.freshness import freshness_of
from suivi.exchange.take_in import Delivered, Outcome, take_in
from suivi.log.fault import Fault
from suivi.log.manifest import Manifest, read_manifest
from suivi.log.note import Note, read_note
from suivi.plan.channel import origin_of

STILL_SERVED: Final = "spill.still-served"


def deliver(channel: str, arrive: Callable[[], Delivered], *, at: datetime.datetime, restoring: bool = False) -> Effect:
    """Verify what `arrive` gives and keep all of it, or nothing; then write what follows from it.

    Raises `DeliveryRefused` (nothing changed, a fault report kept) or `Suspended` (evidence kept, channel suspended).
    """
    try:
        registers.refuse_suspended(channel)
        return _taken_in(channel, arrive, at=at, restoring=restoring)
    except Suspended as refusal:
        entries.keep_evidence(channel, refusal.fault.code, refusal.evidence, at=at)
        raise
    except DeliveryRefused as refusal:
        note_refused(channel, refusal, at=at)
        if refusal.fault.code == "own.behind":
            # Our own signature over more than we hold: a backup was restored here without saying so (section 12).
            reconcile.mark_restored(entries.own_node().folder, at=at)
        raise


def note_refused(channel: str, refusal: DeliveryRefused, *, at: datetime.datetime) -> None:
    """Keep a fault report of a delivery that was refused."""
    entries.keep_fault_report(
        channel, refusal.fault.code, refusal.check, kept_form(refusal.fault, refusal.check), at=at
    )


@transaction.atomic
def _taken_in(channel: str, arrive: Callable[[], Delivered], *, at: datetime.datetime, restoring: bool) -> Effect:
    before = registers.common(channel)
    own = entries.own_node().party
    taken = take_in(arrive(), own=own, channel=channel, held=HeldChannel(channel), restoring=restoring)
    if taken.outcome is Outcome.NEW:
        entries.store_taken(taken)
        if taken.manifests or taken.contents:
            registers.forget()  # keys and contents decide about entries already folded
        with entries.known_by_their_octets(taken):
            if taken.origin != origin_of(own, channel):
                automatic.answer_delivery(channel, before=before, brought=taken.entries, at=at)
                outbox.publish_after_commit(channel, at=at)
            destruction.destroy_what_is_asked(channel, at=at)
            project.project()
    keep_word(channel, read_note(taken.checkpoint), taken.origin, at=at)
    effect = effect_of(taken, before, registers.common(channel), has_blob=automatic.holds)
    _report_served(channel, effect, at=at)
    return effect


def _report_served(channel: str, effect: Effect, *, at: datetime.datetime) -> None:
    """Keep an alarm for what the partner still gives out although it attests to have destroyed it (W04)."""
    for one in effect.served:
        if one.code == STILL_SERVED:
            entries.keep_fault_report(channel, one.code, 0, f"{one.log} {one.seq}", at=at)


def keep_word(channel: str, note: Note, log: str, *, at: datetime.datetime) -> None:
    """Keep what the author of `log` says in `note` of how new it is; a word that runs backwards is reported."""
    party = log.split("/")[1]
    try:
        word = freshness_of(note, origin=log, manifest=newest_list(party, channel))
        if word is not None and party != entries.own_node().party:
            correspondence.keep_fresh(word, note)
    except Fault as fault:
        entries.keep_fault_report(channel, fault.code, 0, str(fault), at=at)
        if fault.code == BACKWARDS:
            _keep_backwards(channel, note, log, at=at)


def _keep_backwards(channel: str, note: Note, log: str, *, at: datetime.datetime) -> None:
    """G07: both words together are a proof against the author of `log`; the channel goes on."""
    earlier = correspondence.freshest(log)
    if earlier is not None:
        lists = entries.key_lists(log.split("/")[1], channel)
        proof = evidence_of(
            BACKWARDS, log, notes=[note, earlier[1]], manifests=lists, cap=HeldChannel(channel).limits()["evidence"]
        )
        entries.keep_evidence(channel, BACKWARDS, proof, at=at)


def newest_list(party: str, channel: str) -> Manifest:
    """The newest key list of `party` that is held; it was verified when it came."""
    return read_manifest(entries.key_lists(party, channel)[-1]).manifest
