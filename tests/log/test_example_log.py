"""The example channel, rebuilt from its seeds: whoever gets every byte of it follows the specification."""

import base64
import hashlib
import io
import json

import pytest

from suivi.log.bundle import Listed, ListedSegment, bundle_note, read_bundle, segments_of, write_bundle
from suivi.log.canonical import canonical
from suivi.log.header import Header, Reference, read_header, read_line, write_line
from suivi.log.keys import Ed25519Signer
from suivi.log.manifest import KeyRange, Manifest, accept_first, check_log_note, manifest_note
from suivi.log.note import Checkpoint, check_signatures, cosignature_time, cosigned, read_note, signed
from suivi.log.tree import (
    EMPTY_ROOT,
    Frontier,
    consistency_proof,
    inclusion_proof,
    root_of,
    verify_consistency,
    verify_inclusion,
)

PARTIES = ("aa", "bb")


@pytest.fixture(params=PARTIES)
def party(request):
    return request.param


@pytest.fixture
def keys(example, party):
    """The signers of the party: root keys, log key, witness key."""
    seeds = example["seeds"][party]

    def of(seed):
        return Ed25519Signer.from_seed(bytes([seed]) * 32)

    return {"root": [of(seed) for seed in seeds["root"]], "log": of(seeds["log"]), "witness": of(seeds["witness"])}


@pytest.fixture
def log(example, party):
    return example["logs"][party]


@pytest.fixture
def manifest(keys, party):
    return Manifest(
        party=party,
        channel="demo",
        version=1,
        issued="2026-01-05",
        previous=None,
        threshold=2,
        roots=tuple(signer.public for signer in keys["root"]),
        logs=(KeyRange(keys["log"].public, 0),),
        witnesses=(KeyRange(keys["witness"].public, 0),),
    )


def lines_of(log):
    return [line.removesuffix("\n").encode() for line in log["lines"]]


def leaves_of(log):
    return [read_line(line).leaf() for line in lines_of(log)]


def test_the_manifests_are_built_from_the_seeds(example, party, keys, manifest):
    published = example["manifests"][party]

    note = manifest_note(manifest, keys["root"][:2])

    assert note.octets() == published["note"].encode()
    assert manifest.fingerprint() == published["fingerprint_sha256_of_text"]
    accepted = accept_first(
        note.octets(), party=party, channel="demo", fingerprint=published["fingerprint_sha256_of_text"], threshold_min=2
    )
    assert accepted == manifest


def reference(value):
    return Reference(**value) if value else None


def test_the_lines_are_built_from_their_contents(log):
    for seq, line in enumerate(lines_of(log)):
        published = json.loads(line)
        content, fields = canonical(published["c"]), published["h"]
        header = Header(
            log=log["origin"],
            seq=seq,
            id=fields["id"],
            type=fields["type"],
            subject=fields["subject"],
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content),
            marking=fields["marking"],
            seen=fields["seen"],
            manifest=fields["manifest"],
            at=fields["at"],
            target=reference(fields.get("target")),
        )

        assert write_line(header.octets(), content) == line + b"\n"
        assert header.leaf().hex() == log["leaf_hashes_hex"][seq]
        assert read_header(read_line(line).header) == header


def test_the_roots_are_built_at_every_size(log):
    frontier, roots = Frontier(), [EMPTY_ROOT.hex()]
    for leaf in leaves_of(log):
        frontier = frontier.after(leaf)
        roots.append(frontier.root().hex())

    assert roots == log["roots_hex_by_size"]


def test_the_checkpoints_and_their_freshness_are_signed_again(log, party, keys, manifest):
    for octets in log["checkpoints"]:
        published = read_note(octets.encode())
        checkpoint = check_log_note(published, origin=log["origin"], manifest=manifest)
        size = checkpoint.size

        note = signed(
            Checkpoint(log["origin"], size, root_of(leaves_of(log)[:size])).text(), log["origin"], keys["log"]
        )
        at = cosignature_time(published.signatures[1])
        note = cosigned(note, f"suivi/{party}/witness", keys["witness"], at_seconds=at)

        assert note.octets() == octets.encode()


def test_the_proofs_are_found_and_hold(log):
    leaves = leaves_of(log)
    inclusion, consistency = log["inclusion_of_entry_0_in_last"], log["consistency_first_to_last"]
    old_size = consistency["size1"]

    proof = inclusion_proof(leaves, 0)
    extension = consistency_proof(leaves, old_size)

    assert [octets.hex() for octets in proof] == inclusion
    assert [octets.hex() for octets in extension] == consistency["proof_hex"]
    assert consistency["size2"] == len(leaves)
    verify_inclusion(index=0, size=len(leaves), leaf=leaves[0], root=root_of(leaves), proof=proof)
    verify_consistency(
        old_size=old_size,
        new_size=len(leaves),
        old_root=root_of(leaves[:old_size]),
        new_root=root_of(leaves),
        proof=extension,
    )


def test_each_receipt_holds_a_checkpoint_of_the_partner_cosigned_by_its_author(example, party, keys):
    receipts = [json.loads(line) for line in lines_of(example["logs"][party])]
    cosignatures = [note for receipt in receipts for note in receipt["c"].get("cosigned", ())]

    assert cosignatures
    for octets in cosignatures:
        note = read_note(octets.encode())
        bare = signed(note.text, note.signatures[0].name, _log_key_of_the_other(example, party))
        at = cosignature_time(note.signatures[1])

        assert cosigned(bare, f"suivi/{party}/witness", keys["witness"], at_seconds=at).octets() == octets.encode()


def _log_key_of_the_other(example, party):
    other = next(code for code in PARTIES if code != party)
    return Ed25519Signer.from_seed(bytes([example["seeds"][other]["log"]]) * 32)


@pytest.mark.parametrize("party", ["bb"], indirect=True)
def test_the_bundle_is_built_to_the_last_byte(example, log, party, keys, manifest):
    published = example["bundle_bb_0_to_4"]
    key_list = manifest_note(manifest, keys["root"][:2]).octets()
    segments = list(segments_of(line + b"\n" for line in lines_of(log)))

    note = bundle_note(
        by=log["origin"],
        log=log["origin"],
        to=("aa",),
        from_size=0,
        from_root=EMPTY_ROOT,
        checkpoint=read_note(log["checkpoints"][-1].encode()),
        keys=(Listed.of(1, key_list),),
        segments=tuple(ListedSegment.of(segment) for segment in segments),
        signer=keys["log"],
    )
    octets = b"".join(write_bundle(note, [key_list], segments, []))

    assert note.octets() == published["note"].encode()
    assert len(octets) == published["size"]
    assert hashlib.sha256(octets).hexdigest() == published["sha256"]
    bundle = read_bundle(io.BytesIO(octets))
    assert check_signatures(bundle.signed, manifest.log_keys()) == manifest.log_keys()
    assert list(bundle.lines()) == lines_of(log)
    assert list(bundle.blobs()) == []


def test_the_proposal_the_seals_name_is_the_leaf_of_its_line(example):
    assert leaves_of(example["logs"]["aa"])[0].hex() == example["proposal_leaf_D"]


def test_keys_are_published_in_padded_base64(example, party, keys):
    assert base64.b64encode(keys["log"].public).decode() in example["manifests"][party]["note"]
