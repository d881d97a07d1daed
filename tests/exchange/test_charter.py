"""The first charter of a channel, and the published example played again with the parts of this room."""

import io
import json
from pathlib import Path

import pytest

from suivi.exchange.automatic import Automatic, receipt_for, seals_due, written
from suivi.exchange.charter import (
    charter_languages,
    charter_proposal,
    first_charter,
    former_name,
    successor_name,
)
from suivi.exchange.faults import DeliveryRefused
from suivi.exchange.verify import verify_bundle
from suivi.log.canonical import canonical
from suivi.log.manifest import read_manifest
from suivi.log.note import cosignature_time, read_note
from suivi.plan.channel import CharterLanguage, CharterParty, OldLog
from suivi.record.channel import read_charter
from suivi.record.entry import read_entry
from suivi.record.marking import AMBER, Label, Marking, Tlp
from suivi.record.policies import POLICIES
from suivi.register.fold import Fold
from tests.exchange.faults.words_rows import charter_of
from tests.exchange.partner import channel_of, seeded

VECTORS = Path(__file__).resolve().parents[1] / "vectors" / "own" / "example_log.json"


@pytest.fixture(scope="module")
def example():
    return json.loads(VECTORS.read_text(encoding="utf-8"))


def body_of(example, party: str, seq: int) -> dict:
    return json.loads(example["logs"][party]["lines"][seq])["c"]


def entries_of(example, party: str, size: int) -> list:
    lines = [json.loads(line) for line in example["logs"][party]["lines"][:size]]
    return [read_entry(canonical(line["h"]), canonical(line["c"])) for line in lines]


def test_the_charter_of_the_example_is_made_again(example):
    content = body_of(example, "aa", 0)
    parties = [CharterParty(one["code"], one["manifest"], one["names"]) for one in content["body"]["parties"]]

    charter, body = first_charter("demo", parties, [CharterLanguage("en", True), CharterLanguage("fr", True)])

    assert body == content["body"]
    assert charter.codes == ("aa", "bb")


def test_a_charter_is_proposed_in_each_of_its_languages():
    parties = [CharterParty("can", "0" * 64, {"en": "Canada"}), CharterParty("kor", "1" * 64, {"en": "Korea"})]
    charter, body = first_charter("demo", parties, charter_languages(authentic=("en", "fr", "ko")))

    proposal = charter_proposal(charter, body)

    assert set(proposal.texts) == {"en", "fr", "ko"}
    assert all("demo" in text for text in proposal.texts.values())
    assert (proposal.kind, proposal.parties, proposal.attachments) == ("charter", ("can", "kor"), ())


def test_the_resolution_names_a_ceiling_only_where_it_is_another_than_the_usual():
    parties = [CharterParty("can", "0" * 64, {"en": "Canada"}), CharterParty("kor", "1" * 64, {"en": "Korea"})]
    texts = {}
    for ceiling in (AMBER, Marking(tlp=Tlp.GREEN)):
        charter, body = first_charter("demo", parties, charter_languages(authentic=()), ceiling=ceiling)
        texts[ceiling] = charter_proposal(charter, body).texts

    assert not any("TLP:" in text for text in texts[AMBER].values())
    assert all("TLP:GREEN" in text for text in texts[Marking(tlp=Tlp.GREEN)].values())


def test_languages_that_are_authentic_are_said_to_be():
    assert {one.tag: one.authentic for one in charter_languages(authentic=("fr",))} == {
        "en": False,
        "fr": True,
        "ko": False,
    }


def test_a_successor_names_the_old_logs_and_is_read_back():
    parties = [CharterParty("can", "0" * 64, {"en": "Canada"}), CharterParty("kor", "1" * 64, {"en": "Korea"})]
    old = [OldLog("suivi/can/demo", 7, bytes(range(32)).hex()), OldLog("suivi/kor/demo", 3, "0" * 64)]
    days = {"online": 3, "file": 9}

    charter, body = first_charter(
        "demo.2", parties, charter_languages(authentic=("en",)), succeeds=old, stale_days=days
    )

    assert body["succeeds"] == [{"log": one.log, "size": one.size, "root": one.root} for one in old]
    assert body["stale_days"] == days
    assert read_charter(body) == charter


def test_names_of_channels_count_who_succeeds_whom():
    names = ["can-kor", "can-kor.2", "can-kor.3", "can-kor.4"]

    assert [successor_name(name) for name in names[:-1]] == names[1:]
    assert [former_name(name) for name in names] == [None, *names[:-1]]


def test_a_language_the_house_does_not_speak_cannot_be_worded():
    parties = [CharterParty("can", "0" * 64, {"en": "Canada"}), CharterParty("deu", "1" * 64, {"en": "Germany"})]
    charter, body = first_charter("demo", parties, [CharterLanguage("de", True)])

    with pytest.raises(KeyError):
        charter_proposal(charter, body)


def test_the_receipt_of_the_example_is_made_again(example):
    line = json.loads(example["logs"]["aa"]["lines"][1])
    shown = read_note(line["c"]["cosigned"][0].encode())
    keys = {
        f"suivi/{party}/demo": read_manifest(one["note"].encode()).manifest
        for party, one in example["manifests"].items()
    }
    checkpoint = next(note for note in example["logs"]["bb"]["checkpoints"] if note.split("\n")[1] == "3")

    receipt, seen = receipt_for(
        [checkpoint.encode()],
        own="aa",
        keys=keys,
        witness=seeded(example["seeds"]["aa"]["witness"]),
        at_seconds=cosignature_time(shown.signatures[1]),
    )

    assert (list(receipt.cosigned), seen) == (line["c"]["cosigned"], line["h"]["seen"])


def test_the_seal_of_the_example_falls_due_and_is_written_byte_for_byte(example):
    fold = Fold("demo", ["aa", "bb"])
    for entry in (*entries_of(example, "aa", 2), *entries_of(example, "bb", 3)):
        fold.take(entry)
    due = seals_due(fold.register(), "aa", has_blob=lambda _: False)
    line = json.loads(example["logs"]["aa"]["lines"][2])

    header, content = written(
        due[0],
        log="suivi/aa/demo",
        seq=2,
        id=line["h"]["id"],
        salt=line["c"]["salt"],
        seen=line["h"]["seen"],
        manifest=1,
        at=line["h"]["at"],
        ceiling=AMBER,
    )

    assert len(due) == 1
    assert (header.value(), json.loads(content)) == (line["h"], line["c"])
    assert isinstance(due[0], Automatic)


def test_no_seal_falls_due_before_every_voice_is_heard(example):
    fold = Fold("demo", ["aa", "bb"])
    for entry in (*entries_of(example, "aa", 1), *entries_of(example, "bb", 1)):
        fold.take(entry)

    assert seals_due(fold.register(), "aa", has_blob=lambda _: True) == []
    assert seals_due(fold.register(), "bb", has_blob=lambda _: True) == []


def test_what_is_no_bundle_is_refused():
    with pytest.raises(DeliveryRefused) as refusal:
        verify_bundle(io.BytesIO(b""))
    assert refusal.value.code == "file.truncated"


def test_a_charter_names_the_national_tables_of_its_ceiling_by_digest():
    protected = Marking(tlp=Tlp.AMBER, labels=(Label(policy="ca-gc", levels=(("protected", "PROTECTED A"),)),))
    parties = [CharterParty("can", "1" * 64, {"en": "Canada"}), CharterParty("kor", "2" * 64, {"en": "Korea"})]

    _, plain = first_charter("demo", parties, [CharterLanguage("en", True)])
    _, marked = first_charter("demo", parties, [CharterLanguage("en", True)], ceiling=protected)

    assert plain["policies"] == []
    assert marked["policies"] == [{"policy": "ca-gc", "sha256": POLICIES["ca-gc"].sha256()}]


@pytest.mark.parametrize(
    ("policy", "sha256", "flags"),
    [
        ("ca-gc", POLICIES["ca-gc"].sha256(), []),
        ("ca-gc", "0" * 64, ["charter.policy"]),
        ("fr-rgs", "0" * 64, ["charter.policy"]),
    ],
)
def test_a_charter_whose_national_table_reads_otherwise_here_is_flagged(policy, sha256, flags):
    can, kor = channel_of("can", "kor")
    can.write(charter_proposal(*charter_of(can, kor, policies=[{"policy": policy, "sha256": sha256}])))
    kor.receive(can.bundle("kor"))

    assert [flag.code for flag in kor.register().flags] == flags
