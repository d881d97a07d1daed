"""Annotations in place are taken out of a document to the last character, and score what they should."""

import pytest

from tools.reading_corpus import annotated
from tools.reading_score import score

WRITTEN = (
    "layout: numbered list\npart: held-out\n---\n"
    "⟦H¦1. Water⟧\n\n⟦I dialogue/study every=FREQ=YEARLY until=2027-12-31 by=can light¦The sides will meet⟧ and "
    "⟦A advocacy¦protect rivers⟧. ⟦X¦They will be pleased⟧.\n"
)


def test_marks_are_taken_out_and_point_into_what_is_left():
    document = annotated(WRITTEN, name="water", language="en")

    assert document.characters == "1. Water\n\nThe sides will meet and protect rivers. They will be pleased.\n"
    first, second = document.gold["commitments"]
    assert (first["text"], second["text"]) == ("The sides will meet", "protect rivers")
    assert document.characters[first["start"] : first["end"]] == first["text"]
    assert (first["kind"], first["mode"], first["mode_alt"]) == ("initiative", "dialogue", ["study"])
    assert (first["recurrence"], first["deadline"], first["actor"]) == ("FREQ=YEARLY", "2027-12-31", "can")
    assert (document.layout, document.held_out) == ("numbered list", True)
    assert document.gold["sections"] == [{"start": 0, "heading_end": 8}]


@pytest.mark.parametrize("broken", ["⟦I¦open", "closed⟧", "⟦Z¦unknown⟧"])
def test_a_mark_that_does_not_close_or_is_unknown_is_refused(broken):
    with pytest.raises(ValueError, match="mark"):
        annotated(f"layout: x\npart: development\n---\n{broken}", name="broken", language="en")


def test_a_reading_that_finds_one_of_two_and_one_too_many_scores_half():
    document = annotated(WRITTEN, name="water", language="en")
    found, missed = document.gold["commitments"]
    refused = document.gold["refused"][0]

    def read(id, start, end):
        text = document.characters[start:end]
        return {"id": id, "kind": "initiative", "start": start, "end": end, "text": text, "mode": "study"}

    value = {
        "text": {"characters": document.characters},
        "commitments": [read("S1.I1", found["start"], found["end"]), read("S1.I2", refused["start"], refused["end"])],
        "sections": [{"start": 0, "heading_end": 8}],
        "doubts": [{"at": "S1.I1", "start": found["start"], "end": missed["end"]}],
    }
    scored = score(value, document.gold)

    assert (scored.precision, scored.recall, scored.f1) == (0.5, 0.5, 0.5)
    assert (scored.exact, scored.kinds_right, scored.modes_right, scored.headings_found) == (1, 1, 1, 1)
    assert (scored.errors, scored.errors_doubted, scored.right_doubted) == (2, 1, 1)
