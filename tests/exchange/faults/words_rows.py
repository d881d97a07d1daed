"""Groups G, C, W, P and M: receipts, joint texts, later words, charters and markings that do not count."""

import itertools
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from suivi.exchange.charter import charter_proposal, first_charter
from suivi.exchange.evidence import evidence_of, verify_evidence
from suivi.exchange.freshness import CODES, check_forwards, freshness_of, state_of
from suivi.exchange.receipts import vouching
from suivi.log.fault import Fault
from suivi.log.header import Reference
from suivi.log.manifest import read_manifest
from suivi.log.note import cosigned, read_note
from suivi.plan.channel import CharterLanguage, CharterParty, origin_of
from suivi.record.changes import Corrected, DestroyAsked, Withdrawn
from suivi.record.channel import Receipt, charter_value
from suivi.record.joint import Concurred, Declined, Sealed, Voice, Withdrew
from suivi.register.fold import Fold, Register
from tests.exchange.faults.bytes_rows import ABOUT, told, with_header
from tests.exchange.faults.play import (
    WORDS,
    Attempt,
    Offer,
    agreed,
    offer,
    plan_proposal,
    row,
    strangers,
    under_charter,
)
from tests.exchange.partner import CHANNEL, Capital, deliver, digest, report, rival_of
from tests.register.correspondence import under_way
from tools import verify as independent

# Receipts


def receipt_of(code: str, notes: list[str], seen: dict[str, int], at: tuple[Capital, Capital]) -> Attempt:
    can, kor = at
    kor.write(Receipt(tuple(notes)), seen=seen)
    return Attempt(can, [offer(kor, can)], code)


@row("G02")
def a_receipt_for_other_sizes() -> Iterator[Attempt]:
    can, kor = agreed()
    size = can.size(can.origin)
    yield receipt_of(
        "receipt.mismatch", [kor.cosign(can.signed_note(size - 1).octets())], {can.origin: size}, (can, kor)
    )


@row("G03")
def a_receipt_nobody_may_have_signed() -> Iterator[Attempt]:
    def bare(can: Capital, kor: Capital) -> str:
        return can.own_log.note.decode()

    def by_the_log_key(can: Capital, kor: Capital) -> str:
        kor.witness = kor.log_signer
        return kor.cosign(can.own_log.note)

    def damaged(can: Capital, kor: Capital) -> str:
        return kor.cosign(can.own_log.note)[:-12] + "AAAAAAAAAA=\n"

    def over_a_state_nobody_signed(can: Capital, kor: Capital) -> str:
        return kor.cosign(can.signed_note(signer=kor.log_signer).octets())

    for damage in (bare, by_the_log_key, damaged, over_a_state_nobody_signed):
        can, kor = agreed()
        seen = {can.origin: can.size(can.origin)}
        yield receipt_of("receipt.signature", [damage(can, kor)], seen, (can, kor))


@row("G04")
def nothing_but_receipts() -> Iterator[Attempt]:
    can, kor = agreed()
    size = can.size(can.origin)
    kor.acknowledge()
    yield Attempt(can, [offer(kor, can)], holds=lambda node: node.size(node.origin) == size)


# Freshness


def cosigned_at(can: Capital, size: int | None, seconds: int) -> bytes:
    """Our state at that size with our own cosignature of that instant."""
    return cosigned(can.signed_note(size), f"suivi/{can.code}/witness", can.witness, at_seconds=seconds).octets()


def standing(can: Capital, *, now: int) -> Callable[[Capital], list[str]]:
    """What a node shows of the newest word it holds of `can`, a week being the longest."""

    def shown(node: Capital) -> list[str]:
        newest = read_manifest(node.manifests(can.code)[-1]).manifest
        word = freshness_of(read_note(node.copy_of(can.origin).note), origin=can.origin, manifest=newest)
        return [CODES.get(state_of(word, now=datetime.fromtimestamp(now, UTC), days=7), "fresh")]

    return shown


NOON, DAY = 1_767_614_400, 86_400


@row("G05")
def a_word_that_is_too_old() -> Iterator[Attempt]:
    can, kor = told()
    given = offer(can, kor, checkpoint=cosigned_at(can, None, NOON))
    yield Attempt(kor, [given], "channel.stale", shown=standing(can, now=NOON + 7 * DAY + 1))


@row("G06")
def a_word_from_the_future_or_none() -> Iterator[Attempt]:
    can, kor = told()
    ahead = offer(can, kor, checkpoint=cosigned_at(can, None, NOON + 3_600))
    yield Attempt(kor, [ahead], "time.future", shown=standing(can, now=NOON))
    yield Attempt(kor, [offer(can, kor)], "channel.no-freshness", shown=standing(can, now=NOON))


@row("G07")
def a_later_word_over_a_smaller_log() -> Iterator[Attempt]:
    can, kor = told()
    size = can.size(can.origin)
    larger, smaller = cosigned_at(can, size, NOON), cosigned_at(can, size - 1, NOON + DAY)

    def compared(node: Capital) -> list[str]:
        newest = read_manifest(node.manifests("can")[-1]).manifest
        words = [freshness_of(read_note(one), origin=can.origin, manifest=newest) for one in (larger, smaller)]
        octets = evidence_of(
            "witness.backwards", can.origin, notes=[read_note(smaller), read_note(larger)], manifests=can.lists["can"]
        )
        assert verify_evidence(octets).proves
        assert independent.evidence(octets)["error"] == "witness.backwards"
        try:
            check_forwards(*words)  # type: ignore[arg-type]  # both have a word
        except Fault as fault:
            return [fault.code]
        return []

    shorter = offer(can, kor, 0, checkpoint=smaller, lines=can.own_log.lines(0, size - 1))
    yield Attempt(kor, [offer(can, kor, checkpoint=larger), shorter], "witness.backwards", shown=compared)


# Joint texts


def proposed() -> tuple[Capital, Capital, Reference]:
    """A plan put before the other party, who holds it and has not answered."""
    can, kor = under_charter()
    can.attachments[digest(WORDS)] = WORDS
    reference = can.write(plan_proposal(), subject="plan")
    deliver([can, kor])
    return can, kor, reference


def voices_of(can: Capital, kor: Capital, text: Reference, word: Reference) -> dict[str, Voice]:
    return {"can": Voice(text.seq, text.leaf), "kor": Voice(word.seq, word.leaf)}


@row("C01")
def a_report_on_a_plan_without_its_seals() -> Iterator[Attempt]:
    can, kor, _ = proposed()
    can.write(report("As agreed."), subject=ABOUT)
    yield Attempt(kor, [offer(can, kor)], "joint.not-in-effect")


@row("C02")
def a_second_concurrence() -> Iterator[Attempt]:
    can, kor = agreed()
    text = next(text for text in can.register().joint_texts.values() if text.proposed.kind == "plan.adopted")
    kor.write(Concurred(), subject="plan", target=Reference(text.proposal.log, text.proposal.seq, text.leaf.hex()))

    def first_counts(node: Capital) -> bool:
        return node.register().joint_texts[text.leaf].voices == text.voices

    yield Attempt(can, [offer(kor, can)], holds=first_counts)


@row("C03")
def a_withdrawal_crosses_a_concurrence() -> Iterator[Attempt]:
    can, kor, text = proposed()
    can.write(Withdrew(), subject="plan", target=text)
    kor.write(Concurred(), subject="plan", target=text)
    kor.seal()

    def nowhere(node: Capital) -> bool:
        other = rival_of(can if node.code == "kor" else kor)
        other.receive(node.bundle(other.code, other.size(node.origin)))
        return not node.register().plans and not other.register().plans

    yield Attempt(kor, [offer(can, kor)], holds=nowhere)
    yield Attempt(can, [offer(kor, can)], holds=nowhere)


@row("C04")
def a_withdrawal_after_the_own_seal() -> Iterator[Attempt]:
    can, kor = agreed()
    text = next(text for text in can.register().joint_texts.values() if text.proposed.kind == "plan.adopted")
    can.write(Withdrew(), subject="plan", target=Reference(can.origin, text.proposal.seq, text.leaf.hex()))
    yield Attempt(kor, [offer(can, kor)], "joint.bound")


@row("C05")
def a_concurrence_after_the_own_refusal() -> Iterator[Attempt]:
    can, kor, text = proposed()
    kor.write(Declined(), subject="plan", target=text)
    kor.write(Concurred(), subject="plan", target=text)
    yield Attempt(can, [offer(kor, can)], "joint.final-exit")


@row("C06")
def a_seal_without_the_own_word() -> Iterator[Attempt]:
    can, kor, text = proposed()
    kor.write(Sealed(voices_of(can, kor, text, Reference(kor.origin, 99, "0" * 64))), subject="plan", target=text)
    yield Attempt(can, [offer(kor, can)], "joint.seal-early")


@row("C07")
def a_seal_before_all_have_spoken_or_were_heard() -> Iterator[Attempt]:
    can, kor, text = proposed()
    can.write(Sealed(voices_of(can, kor, text, Reference(kor.origin, 99, "0" * 64))), subject="plan", target=text)
    yield Attempt(kor, [offer(can, kor)], "joint.seal-incomplete")
    can, kor, text = proposed()
    heard = can.seen()
    word = kor.write(Concurred(), subject="plan", target=text)
    # The proposer knows the word by telephone, and says that it has not seen it.
    can.write(Sealed(voices_of(can, kor, text, word)), subject="plan", target=text, seen=heard)
    yield Attempt(kor, [offer(can, kor)], "joint.seal-incomplete")


@row("C08")
def a_seal_that_names_another_entry() -> Iterator[Attempt]:
    can, kor, text = proposed()
    kor.write(Concurred(), subject="plan", target=text)
    kor.write(Sealed(voices_of(can, kor, text, Reference(kor.origin, 99, "0" * 64))), subject="plan", target=text)
    yield Attempt(can, [offer(kor, can)], "joint.seal-voice")


@row("C09")
def a_proposal_without_a_charter_language() -> Iterator[Attempt]:
    can, kor = under_charter()
    can.attachments[digest(WORDS)] = WORDS
    can.write(plan_proposal(texts={"fr": "Les parties adoptent le plan."}), subject="plan")
    yield Attempt(kor, [offer(can, kor)], "joint.language")


@row("C10")
def a_proposal_among_others() -> Iterator[Attempt]:
    for parties in (("kor", "can"), ("can", "usa"), ("can", "kor", "usa")):
        can, kor = under_charter()
        can.attachments[digest(WORDS)] = WORDS
        can.write(plan_proposal(*parties), subject="plan")
        yield Attempt(kor, [offer(can, kor)], "joint.parties")


@row("C11")
def one_party_alone_changes_what_both_agreed() -> Iterator[Attempt]:
    for change in (Withdrawn("entered-in-error"), Corrected("report.filed", report())):
        can, kor = agreed()
        text = next(text for text in can.register().joint_texts.values() if text.proposed.kind == "plan.adopted")
        place = Reference(can.origin, text.proposal.seq, text.leaf.hex())
        can.write(change, subject="plan", supersedes=place)
        yield Attempt(kor, [offer(can, kor)], "joint.one-sided")
    can, kor = agreed()
    can.write(plan_proposal(), subject="plan")
    yield Attempt(kor, [offer(can, kor)], "joint.one-sided")


@row("C12")
def an_attachment_that_does_not_come() -> Iterator[Attempt]:
    can, kor = under_charter()
    can.attachments[digest(WORDS)] = WORDS
    text = can.write(plan_proposal(), subject="plan")
    kor.receive(can.bundle("kor", kor.size(can.origin), blobs=[]))
    kor.write(Concurred(), subject="plan", target=text)
    assert not has_sealed(kor, text)
    yield Attempt(
        kor, [offer(can, kor, blobs={})], "blob.absent", then=[offer(can, kor)], holds=lambda n: has_sealed(n, text)
    )


def has_sealed(node: Capital, text: Reference) -> bool:
    return node.code in node.register().joint_texts[bytes.fromhex(text.leaf)].seals


@row("C13")
def the_last_seal_never_comes() -> Iterator[Attempt]:
    can, kor, text = proposed()
    word = kor.write(Concurred(), subject="plan", target=text)
    can.take_in(kor.bundle("can", can.size(kor.origin)))
    can.write(Sealed(voices_of(can, kor, text, word)), subject="plan", target=text)

    def named(node: Capital) -> list[str]:
        pending = node.register().joint_texts[bytes.fromhex(text.leaf)]
        return ["joint.pending"] if pending.pending and pending.still_to_seal == ("kor",) else []

    # kor keeps its own seal back: what it shows of its log ends before it.
    yield Attempt(can, [offer(kor, can)], "joint.pending", shown=named)


@row("C14")
def two_partners_are_shown_two_texts() -> Iterator[Attempt]:
    can, kor, jpn = under_charter("can", "kor", "jpn")
    rival = rival_of(can)
    for author, words in ((can, b"One text."), (rival, b"Another text.")):
        author.attachments[digest(words)] = words
        author.write(plan_proposal("can", "kor", "jpn", words=words), subject="plan")
    kor.receive(can.bundle("kor", kor.size(can.origin)))
    jpn.receive(rival.bundle("jpn", jpn.size(can.origin)))
    yield Attempt(jpn, [offer(kor, jpn)], "log.equivocation")


@row("C15")
def every_order_of_arrival() -> Iterator[Attempt]:
    for many in (2, 3):
        codes = ("can", "kor", "jpn")[:many]
        capitals = agreed(*codes)
        first, last = capitals[0], capitals[-1]
        first.write(report("To be read in any order."), subject=ABOUT)

        def the_same(node: Capital, many: int = many) -> bool:
            chance = random.Random(many)
            tables = [effects(folded(node, order)) for order in itertools.permutations(node.entries())]
            tables += [effects(shuffled(node, chance)) for _ in range(6)]
            return all(table == tables[0] for table in tables) and len(tables[0][0]) == 2

        yield Attempt(last, [offer(first, last)], holds=the_same if many < 3 else lambda n: the_same(n) and of_many())


def of_many() -> bool:
    """Four and five parties, without bytes: the order of entries alone."""
    for codes in (("can", "kor", "jpn", "fra"), ("can", "kor", "jpn", "fra", "usa")):
        story, chance = under_way(codes), random.Random(len(codes))
        story.report("can")
        tables = []
        for _ in range(12):
            entries = story.entries()
            chance.shuffle(entries)
            tables.append(effects(story.fold(entries).register()))
        if any(table != tables[0] for table in tables) or len(tables[0][0]) != 2:
            return False
    return True


def folded(node: Capital, logs: tuple[str, ...]) -> Register:
    return _folded(node, [entry for log in logs for entry in node.entries()[log]])


def shuffled(node: Capital, chance: random.Random) -> Register:
    entries = [entry for log in node.entries().values() for entry in log]
    chance.shuffle(entries)
    return _folded(node, entries)


def _folded(node: Capital, entries: list) -> Register:
    lists = {
        origin_of(party, CHANNEL): [read_manifest(one).manifest for one in notes] for party, notes in node.lists.items()
    }
    fold = Fold(CHANNEL, node.parties(), vouching=vouching(lists))
    for entry in entries:
        fold.take(entry)
    return fold.register()


def effects(register: Register) -> tuple[list[tuple[str, str]], object]:
    """Which joint texts are in effect since when, and the rest of the register."""
    texts = [(text.leaf.hex(), text.in_effect_at) for text in register.joint_texts.values() if text.in_effect]
    return sorted(texts), (register.plans, register.set_aside, register.flags, register.charter)


# Later words


@row("W01")
def words_about_the_partners_entry() -> Iterator[Attempt]:
    for kind in ("correct", "withdraw", "destroy"):
        can, kor = agreed()
        theirs = kor.write(report(), subject=ABOUT)
        deliver([can, kor])
        if kind == "destroy":
            can.write(DestroyAsked("spill"), subject=ABOUT, target=theirs)
        else:
            record = (
                Corrected("report.filed", report("Not so.")) if kind == "correct" else Withdrawn("entered-in-error")
            )
            can.write(record, subject=ABOUT, supersedes=theirs)
        yield Attempt(kor, [offer(can, kor)], "change.not-author")


@row("W03")
def a_request_to_destroy_what_stays() -> Iterator[Attempt]:
    can, kor = agreed()
    kinds = {entry.header.type: entry for entry in can.entries()[can.origin] if entry.header}
    for kind in ("joint.proposed", "joint.sealed", "channel.receipt"):
        can, kor = agreed()
        entry = kinds[kind]
        place = Reference(can.origin, entry.seq, entry.leaf.hex())
        can.write(DestroyAsked("spill"), subject="plan", target=place)
        yield Attempt(kor, [offer(can, kor)], "change.indestructible")


@row("W02")
def a_correction_of_another_kind_or_of_a_withdrawn_entry() -> Iterator[Attempt]:
    can, kor = agreed()
    mine = can.write(report(), subject=ABOUT)
    can.write(Corrected("report.filed", report("Not so.")), subject="plan", supersedes=mine)
    yield Attempt(kor, [offer(can, kor)], "change.kind")
    can, kor = agreed()
    mine = can.write(report(), subject=ABOUT)
    can.write(Withdrawn("entered-in-error"), subject=ABOUT, supersedes=mine)
    can.write(Corrected("report.filed", report("Not so.")), subject=ABOUT, supersedes=mine)
    yield Attempt(kor, [offer(can, kor)], "change.withdrawn")


# Charters


def charter_of(*capitals: Capital, **changes: object) -> tuple[object, dict]:
    parties = [CharterParty(one.code, one.first_manifest().fingerprint(), {"en": one.code.upper()}) for one in capitals]
    charter, _ = first_charter(CHANNEL, parties, [CharterLanguage("en", True)])
    charter = replace(charter, **{name: value for name, value in changes.items() if name == "edition"})
    return charter, charter_value(charter, **{name: value for name, value in changes.items() if name != "edition"})


def chartering(*capitals: Capital, **changes: object) -> Offer:
    """The first of these proposes a charter among all of them to the second."""
    first, second = capitals[:2]
    first.write(charter_proposal(*charter_of(*capitals, **changes)))
    return offer(first, second)


@row("P02")
def a_record_before_any_charter() -> Iterator[Attempt]:
    can, kor = strangers()
    can.write(report(), subject=ABOUT)
    yield Attempt(kor, [offer(can, kor)], "charter.none")


@row("P03")
def a_charter_beyond_the_format_or_with_a_party_more() -> Iterator[Attempt]:
    can, kor = strangers()
    yield Attempt(kor, [chartering(can, kor, limits={"content": 262_145})], "charter.limit")
    can, kor = strangers()
    usa = Capital("usa", 91)
    yield Attempt(kor, [chartering(can, kor, usa)], "charter.parties")
    can, kor = agreed()
    usa = Capital("usa", 91)
    yield Attempt(kor, [chartering(can, kor, usa)], "charter.parties")


@row("P04")
def a_charter_one_party_alone_proposes() -> Iterator[Attempt]:
    can, kor = agreed()
    old = next(text for text in can.register().joint_texts.values() if text.proposed.kind != "plan.adopted")
    place = Reference(old.proposal.log, old.proposal.seq, old.leaf.hex())
    new = can.write(charter_proposal(*charter_of(can, kor, root_threshold_min=1)), supersedes=place)

    def old_one_stands(node: Capital) -> bool:
        register = node.register()
        return register.charter == old.proposed.body and register.joint_texts[bytes.fromhex(new.leaf)].pending

    yield Attempt(kor, [offer(can, kor)], "joint.pending", holds=old_one_stands)


@row("P06")
def a_charter_by_rules_nobody_here_knows() -> Iterator[Attempt]:
    can, kor = strangers()
    yield Attempt(kor, [chartering(can, kor, edition="2099-1")], "charter.edition")


# Markings


def labelled(**label: object) -> dict[str, object]:
    return {"tlp": "AMBER", "labels": [{"policy": "ca-gc", **label}]}


@row("M01")
def above_the_ceiling() -> Iterator[Attempt]:
    for marking in (
        {"tlp": "RED"},
        {"tlp": "AMBER+STRICT"},
        labelled(levels={"classified": "SECRET"}),
        labelled(levels={"protected": "PROTECTED A"}),
        labelled(categories=["CANADIAN EYES ONLY"]),
    ):
        attempt = with_header("marking.above-ceiling", marking=marking)
        yield replace(attempt, holds=None)


@row("M02")
def markings_nobody_knows() -> Iterator[Attempt]:
    for marking in (
        {"tlp": "amber"},
        {"tlp": "TLP:AMBER"},
        {"tlp": "AMBRE"},
        {"tlp": "AMBER", "labels": [{"policy": "xx-gov", "levels": {"a": "b"}}]},
        labelled(levels={"classified": "COSMIC"}),
        {},
    ):
        yield with_header("marking.unknown", marking=marking)


@row("M03")
def releasable_to_some_only() -> Iterator[Attempt]:
    yield with_header("marking.rel", marking={"tlp": "AMBER", "rel": ["can"]})
    yield with_header("marking.rel", marking={"tlp": "AMBER", "rel": ["can", "usa"]})
