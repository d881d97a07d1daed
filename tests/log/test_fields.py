"""Closed objects under fire: any value in the place of any other is read or refused, and never anything else."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.log.bundle import read_bundle, read_bundle_note
from suivi.log.canonical import canonical
from suivi.log.fault import Fault
from suivi.log.header import read_header, read_line
from suivi.log.keys import Ed25519Signer
from suivi.log.manifest import read_manifest
from suivi.log.note import read_checkpoint, read_note, signed

SIGNER = Ed25519Signer.from_seed(bytes([1]) * 32)

scalars = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=5)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2)
)


def places_in(value, path=()):
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, below in inner:
        yield from places_in(below, (*path, key))


def replaced(value, path, other):
    if not path:
        return other
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = replaced(value[path[0]], path[1:], other)
    return copy


def refused_or_read(reading):
    """What is read, or nothing; any other exception than a fault is an error of ours."""
    try:
        return reading()
    except Fault:
        return None


def published(example):
    """Each closed object of the format, as published, and how it is read from its canonical bytes."""
    line = json.loads(example["logs"]["aa"]["lines"][2])
    manifest = example["manifests"]["aa"]["note"].split("\n")[1]
    bundle = example["bundle_bb_0_to_4"]["note"].split("\n")[1]

    def noted(purpose, octets):
        return signed(f"{purpose}\n{octets.decode()}\n", "suivi/aa/root", SIGNER)

    return {
        "line": (line, read_line),
        "header": (line["h"], read_header),
        "manifest": (json.loads(manifest), lambda octets: read_manifest(noted("suivi-manifest/v1", octets).octets())),
        "bundle": (json.loads(bundle), lambda octets: read_bundle_note(noted("suivi-bundle/v1", octets))),
    }


@pytest.mark.parametrize("name", ["line", "header", "manifest", "bundle"])
@given(data=st.data())
def test_a_value_in_the_place_of_another_is_read_or_refused(name, example, data):
    value, read = published(example)[name]
    path = data.draw(st.sampled_from(list(places_in(value))))

    changed = replaced(value, path, data.draw(values))

    assert read(canonical(value)) is not None
    refused_or_read(lambda: read(canonical(changed)))


@given(st.binary(max_size=600))
def test_bytes_of_any_kind_are_refused_by_every_reader(octets):
    readers = (read_line, read_header, read_manifest, lambda octets: read_bundle(io.BytesIO(octets)))

    assert [refused_or_read(lambda read=read: read(octets)) for read in readers] == [None] * 4


@given(st.text(max_size=60))
def test_a_text_of_any_kind_is_a_checkpoint_or_a_fault(text):
    refused_or_read(lambda: read_checkpoint(text, origin=None))
    refused_or_read(lambda: read_note(text.encode()))
