"""The list of leaks to plant fits the product as it is; `make plants` plays them (minutes each)."""

import ast
from pathlib import Path

import suivi
from tests.leaks.plants import PLANTS

SOURCE = Path(str(suivi.__file__)).parent


def test_every_plant_still_finds_its_place_and_is_a_program() -> None:
    assert len(PLANTS) >= 40
    assert len({plant.name for plant in PLANTS}) == len(PLANTS)
    for plant in PLANTS:
        text = (SOURCE / plant.file).read_text("utf-8")
        assert plant.old in text, plant.name
        assert text.replace(plant.old, plant.new) != text, plant.name
        ast.parse(text.replace(plant.old, plant.new))


def test_plants_are_chosen_without_looking_at_the_tests() -> None:
    text = Path(__file__).with_name("plants.py").read_text("utf-8")

    assert "tests." not in text
    assert "Noise" not in text
