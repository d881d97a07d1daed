"""A draft is plain data: put away as JSON and taken up again, it is the same draft."""

import json

import pytest

from suivi.plan.text import Text
from suivi.reader import draft_of, read

PLAN = (
    "Plan d’action du Canada et de la Corée\n\nSuivant les instructions du premier ministre Roy, les ministres ont convenu de ce plan le 18 juillet "
    "2024. De hauts fonctionnaires examineront chaque année la mise en œuvre du plan.\n\nPilier 1 : Mers\n\n"
    "Utiliser l’Accord sur la pêche pour accroître les échanges, et élargir le soutien au Forum des ports.\n\n"
    "Initiatives : signer un accord d’ici mars 2027; le Canada enverra des navires.\n"
)


def test_a_draft_survives_json():
    draft = read(Text("", PLAN))

    assert draft_of(json.loads(json.dumps(draft.value()))) == draft


def test_the_day_of_agreement_and_the_review_are_those_of_the_preamble():
    preamble = read(Text("", PLAN)).value()["preamble"]

    assert preamble["agreed_on"]["earliest_on"] == preamble["agreed_on"]["latest_on"] == "2024-07-18"
    assert [person["text"] for person in preamble["instructed_by"]] == ["premier ministre Roy"]
    assert preamble["review_clause"] == "G1"


def test_another_format_is_no_draft():
    with pytest.raises(ValueError, match="suivi-draft-plan/1"):
        draft_of({"format": "suivi-draft-plan/2"})
