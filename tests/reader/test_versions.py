"""Free translations come under one set of ids when they are read, and can be adopted once settled."""

from itertools import pairwise
from pathlib import Path

import pytest

from suivi.plan.text import Text
from suivi.reader import read, read_file
from suivi.reader.settle import DecisionNotSound, settled
from suivi.reader.versions import paired

HERE = Path(__file__).resolve().parent / "versions"
SAMPLES = Path(__file__).resolve().parents[2] / "src/suivi/cli/demonstration"


def readings(folder, *names):
    return [read(read_file((folder / name).read_bytes(), name=name)).value() for name in names]


FREE = paired(readings(HERE, "en.txt", "fr.txt", "ko.txt"))


def decision(commitment, verb, value=""):
    return {"commitment": commitment, "decision": verb, "value": value}


def words(draft, id):
    texts = {reading["text"]["language"]: reading["text"]["characters"] for reading in FREE}
    (each,) = (each for each in draft.commitments if each.id == id)
    return {language: texts[language][start:end] for language, (start, end) in each.spans.items()}


def test_versions_written_together_keep_their_ids_and_tell_their_drift():
    before = readings(SAMPLES, "plan.fr.txt", "plan.ko.txt")

    after = paired(before)

    assert [reading["commitments"] for reading in after] == [reading["commitments"] for reading in before]
    assert set(after[0]["drifts"]) <= {one["id"] for one in before[0]["commitments"]}


def test_what_free_translations_say_alike_stands_under_one_id():
    draft = settled(FREE, [])

    said = words(draft, "S1.I3")

    assert said["en"].startswith("Canada will host a workshop")
    assert said["fr"].startswith("Le Canada accueillera")
    assert said["ko"].startswith("캐나다는 2027년")


def test_every_span_still_says_what_is_quoted_and_none_overlaps():
    for reading in FREE:
        characters = reading["text"]["characters"]
        commitments = reading["commitments"]
        assert all(characters[one["start"] : one["end"]] == one["text"] for one in commitments)
        assert all(one["end"] <= other["start"] for one, other in pairwise(commitments))
        assert len({one["id"] for one in commitments}) == len(commitments)


def test_what_one_version_divides_is_read_as_one_and_doubted():
    english = read(
        Text("en", "The Ministers will create an Arctic fund of 12.5 million dollars by 2028 and train 200 divers.")
    )
    french = read(
        Text("fr", "Les ministres créeront d’ici 2028 un fonds de l’Arctique de 12,5 millions de dollars pour la formation de 200 plongeurs.")
    )  # fmt: skip
    assert (len(english.commitments), len(french.commitments)) == (2, 1)

    both = paired([english.value(), french.value()])

    assert [len(reading["commitments"]) for reading in both] == [1, 1]
    assert [
        doubt["code"] for doubt in both[0]["doubts"] if doubt["says"]["en"].startswith("The language versions")
    ] == ["joined"]


def test_a_draft_of_free_translations_names_what_stands_in_some_versions_only():
    draft = settled(FREE, [])

    alone = [id for id in draft.unpaired if "Korean language course" in words(draft, id).get("en", "")]

    assert len(alone) == 1
    assert settled(FREE, [decision(alone[0], "alone")]).unpaired == tuple(id for id in draft.unpaired if id != alone[0])


def test_an_officer_pairs_what_the_reader_left_apart():
    lonely = [
        {**FREE[0], "commitments": FREE[0]["commitments"][:3]},
        {**FREE[1], "commitments": [{**FREE[1]["commitments"][0], "id": "S9.I1-fr"}, *FREE[1]["commitments"][1:3]]},
    ]
    apart = settled(lonely, [])
    assert "S9.I1-fr" in apart.unpaired

    draft = settled(lonely, [decision("S9.I1-fr", "pair", "S1.I1")])

    (each,) = (each for each in draft.commitments if each.id == "S1.I1")
    assert set(each.spans) == {"en", "fr"}
    assert "S9.I1-fr" not in [one.id for one in draft.commitments]


def test_what_has_words_in_the_language_already_is_paired_with_nothing():
    with pytest.raises(DecisionNotSound):
        settled(FREE, [decision("S1.I2", "pair", "S1.I1")])
