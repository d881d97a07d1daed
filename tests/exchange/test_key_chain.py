"""A chain of key lists judged from the lists alone, and the sender of a file by those at hand."""

from dataclasses import replace

import pytest

from suivi.exchange.key_chain import chain_of, check_sender
from suivi.log.fault import Fault
from suivi.log.manifest import KeyRange, manifest_note
from suivi.log.note import signed
from tests.exchange.partner import CHANNEL, Capital, channel_of, seeded


@pytest.fixture
def can():
    return channel_of("can", "kor")[0]


def refused(lists) -> Fault:
    with pytest.raises(Fault) as fault:
        chain_of(lists, party="can", channel=CHANNEL)
    return fault.value


def with_root_retired(can: Capital):
    """`can` after a second list from which its first root key is gone; that key, and those that stay."""
    retired, *kept = can.roots
    can.publish_keys(can.following(roots=tuple(key.public for key in (*kept, seeded(201)))), can.roots)
    return retired, kept


def test_each_list_follows_the_one_before_and_none_stands_twice(can):
    can.publish_keys(can.following())
    first, second = can.lists["can"]

    assert [one.version for one in chain_of([first, second], party="can", channel=CHANNEL)] == [1, 2]
    assert refused([first, first]).code == "keys.not-consecutive"
    assert refused([first, second, second]).expected == "version 3"


def test_a_key_that_had_another_role_two_lists_ago_has_none_now(can):
    retired, kept = with_root_retired(can)
    log = can.manifest.logs[-1]
    can.publish_keys(can.following(logs=(replace(log, until=2), KeyRange(retired.public, 2))), kept)

    assert refused(can.lists["can"]).code == "keys.two-roles"


def test_a_later_list_that_names_none_before_it_is_no_part_of_a_chain(can):
    assert refused([manifest_note(replace(can.manifest, version=2), can.roots).octets()]).code == "keys.chain"


def test_a_file_is_signed_by_its_sender_and_not_by_another_party_whose_keys_are_at_hand(can):
    kor = channel_of("can", "kor")[1]
    lists = [can.manifest, kor.manifest]
    text = "suivi-bundle/v1\n{}\n"

    check_sender(signed(text, can.origin, can.log_signer), can.origin, lists)
    with pytest.raises(Fault) as fault:
        check_sender(signed(text, kor.origin, kor.log_signer), can.origin, lists)
    assert (fault.value.code, fault.value.got) == ("keys.unknown", kor.origin)
