"""What receipts tell: how much of our log everybody has, and what is wrong with one that does not hold."""

import pytest

from suivi.exchange.receipts import acknowledged, check_receipt, unacknowledged
from suivi.record.channel import Receipt
from tests.exchange.faults.play import agreed
from tests.exchange.partner import channel_of, deliver, report


@pytest.fixture
def capitals():
    can, kor = agreed()
    can.write(report(), subject="sample#P1.I1")
    deliver([can, kor])
    return can, kor


def test_a_party_that_has_said_nothing_has_acknowledged_nothing():
    can, _ = channel_of("can", "kor")
    for words in ("A first meeting was held.", "A second meeting was held."):
        can.write(report(words))
    logs = can.entries()

    assert acknowledged(can.origin, {**logs, "suivi/kor/demo": []}) == 0
    assert len(unacknowledged(can.origin, {**logs, "suivi/kor/demo": []})) == 2


def test_an_entry_that_has_seen_nothing_of_ours_acknowledges_nothing():
    can, kor = channel_of("can", "kor")
    can.write(report())
    kor.write(report())  # before anything of ours arrived there
    can.take_in(kor.bundle("can"))

    assert acknowledged(can.origin, can.entries()) == 0


def test_a_receipt_that_does_not_hold_says_where_it_stands_and_what_it_should_have_named(capitals):
    can, kor = capitals
    size = can.size(can.origin)
    place = kor.write(Receipt((kor.cosign(can.signed_note(size - 1).octets()),)), seen={can.origin: size})
    entry = kor.entries()[kor.origin][place.seq]
    keys = {party.origin: party.manifest for party in capitals}

    fault = check_receipt(entry, keys)

    assert (fault.code, fault.at) == ("receipt.mismatch", f"{kor.origin} {place.seq}")
    assert (fault.got, fault.expected) == (f"{can.origin} {size - 1}", f"{can.origin} {size}")


def test_a_receipt_about_a_log_of_no_party_says_so(capitals):
    can, kor = capitals
    size = can.size(can.origin)
    place = kor.write(Receipt((kor.cosign(can.signed_note(size).octets()),)), seen={can.origin: size})
    entry = kor.entries()[kor.origin][place.seq]

    fault = check_receipt(entry, {kor.origin: kor.manifest})

    assert fault.code == "receipt.signature"
    assert can.origin in fault.got
