"""Language versions written together pair by id, and a version that holds more or less stops the pairing."""

from datetime import date
from pathlib import Path

import pytest

from suivi.plan.plan import ProvisionKind
from suivi.plan.text import Text
from suivi.reader import pair, read, read_file
from suivi.reader.refusals import VersionsDiffer

SAMPLES = Path(__file__).resolve().parents[2] / "src/suivi/cli/demonstration"

FRENCH = (
    "Plan du Canada et de la Corée\n\nPilier 1 : Mers sûres\n\nPêche\n\nProtéger les poissons des deux mers.\n\n"
    "Initiatives : tenir chaque année un dialogue sur la pêche; signer un accord d’ici 2027; mettre en œuvre le plan de travail sur les ports.\n\n"
    "Pilier 2 : Ports\n\nInitiatives : mettre en œuvre le plan de travail sur les ports.\n"
)
ENGLISH = (
    "Plan of Canada and Korea\n\nPillar 1: Safe seas\n\nFisheries\n\nProtect the fish of the two seas.\n\n"
    "Initiatives: hold every year a dialogue on fisheries; sign an agreement by 2027; implement the work plan on the ports.\n\n"
    "Pillar 2: Ports\n\nInitiatives: implement the work plan on the ports.\n"
)


def drafts(*versions):
    return [read(Text("", version)) for version in versions]


def test_the_sample_plan_reads_into_the_same_ids_in_three_languages():
    versions = [
        read_file((SAMPLES / f"plan.{tag}.txt").read_bytes(), name=f"plan.{tag}.txt") for tag in ("fr", "en", "ko")
    ]

    sections, provisions = pair([read(version) for version in versions])

    assert [section.id for section in sections if section.kind == "pillar"] == ["P1", "P2", "P3", "P4", "P5"]
    assert sum(provision.kind is ProvisionKind.INITIATIVE for provision in provisions) == 39 - 1
    assert sum(provision.kind is ProvisionKind.AIM for provision in provisions) == 42
    assert all(set(place.spans) == {"fr", "en", "ko"} for provision in provisions for place in provision.places)


def test_a_commitment_in_two_places_is_one_provision_under_its_first_id():
    _, provisions = pair(drafts(FRENCH, ENGLISH))

    assert [[place.id for place in provision.places] for provision in provisions] == [
        ["P1.T1.A1"],
        ["P1.I1"],
        ["P1.I2"],
        ["P1.I3", "P2.I1"],
    ]
    assert [place.section for place in provisions[-1].places] == ["P1", "P2"]


def test_recurrence_and_deadline_come_from_the_versions_with_their_words():
    _, (_, dialogue, agreement, _) = pair(drafts(FRENCH, ENGLISH))

    assert dialogue.recurrence.rule == "FREQ=YEARLY"
    assert (agreement.deadline.words, agreement.deadline.latest_on) == ("2027", date(2027, 12, 31))
    assert (dialogue.mode, agreement.mode) == ("dialogue", "instrument")


def test_a_commitment_that_one_version_holds_alone_is_named():
    shorter = ENGLISH.replace("; sign an agreement by 2027", "")

    with pytest.raises(VersionsDiffer) as refused:
        pair(drafts(FRENCH, shorter))

    assert refused.value.values == {"language": "fr", "ids": "P1.I3"}


def test_one_version_alone_pairs_with_itself():
    (draft,) = drafts(FRENCH)

    sections, provisions = pair([draft])

    assert len(sections) == len(draft.sections)
    assert len(provisions) == len(draft.commitments) - 1
