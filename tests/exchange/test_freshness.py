"""Freshness: how old a party's newest word about its own log is, and a word that runs backwards."""

import datetime

import pytest

from suivi.exchange.freshness import Freshness, State, check_forwards, freshness_of, state_of
from suivi.log.fault import Fault
from suivi.log.keys import Ed25519Signer
from suivi.log.manifest import KeyRange, Manifest
from suivi.log.note import Checkpoint, cosigned, signed

NOW = datetime.datetime(2025, 3, 4, 9, 0, tzinfo=datetime.UTC)
LOG = "suivi/kor/can-kor"
HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)
ROOT, WITNESS, OTHER, STRANGER = (Ed25519Signer.from_seed(bytes([number]) * 32) for number in range(1, 5))


def word(at, size=7):
    return Freshness(LOG, size, int(at.timestamp()))


def note(*witnesses, at=NOW, size=7):
    bare = signed(Checkpoint(LOG, size, bytes([size]) * 32).text(), LOG, OTHER)
    for witness in witnesses:
        bare = cosigned(bare, "suivi/kor/witness", witness, at_seconds=int(at.timestamp()))
    return bare


KEYS = Manifest(
    party="kor",
    channel="can-kor",
    version=1,
    issued="2025-01-01",
    previous=None,
    threshold=1,
    roots=(ROOT.public,),
    logs=(KeyRange(OTHER.public, 0, None),),
    witnesses=(KeyRange(WITNESS.public, 0, 10),),
)


def test_g05_a_word_older_than_the_charter_allows_is_stale():
    assert state_of(word(NOW - 7 * DAY), now=NOW, days=7) is State.FRESH
    assert state_of(word(NOW - 7 * DAY - HOUR), now=NOW, days=7) is State.STALE


def test_g06_a_word_an_hour_ahead_and_no_word_at_all_are_shown():
    assert state_of(word(NOW + HOUR), now=NOW, days=7) is State.AHEAD
    assert state_of(None, now=NOW, days=7) is State.NONE
    assert state_of(word(NOW + datetime.timedelta(minutes=9)), now=NOW, days=7) is State.FRESH


def test_g07_a_later_word_over_a_smaller_tree_runs_backwards():
    check_forwards(word(NOW), word(NOW + HOUR, size=7))
    check_forwards(word(NOW), word(NOW - HOUR, size=3))
    with pytest.raises(Fault, match=r"witness\.backwards"):
        check_forwards(word(NOW), word(NOW + HOUR, size=3))


def test_only_a_listed_receipt_key_gives_a_word():
    assert freshness_of(note(WITNESS), origin=LOG, manifest=KEYS) == word(NOW)
    assert freshness_of(note(STRANGER), origin=LOG, manifest=KEYS) is None
    assert freshness_of(note(), origin=LOG, manifest=KEYS) is None


def test_a_receipt_key_gives_no_word_beyond_its_end():
    assert freshness_of(note(WITNESS, size=11), origin=LOG, manifest=KEYS) is None
