"""The floors of the house: who may import whom."""

import tomllib
from graphlib import TopologicalSorter

import grimp
import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tools.rooms import FLOORS, PACKAGE, ROOMS, ROOT

NAMED_BY_OTHERS = [PACKAGE / "desk" / "postgresql" / "base.py"]  # Django looks for a back end under that name
FORBIDDEN_NAMES = {"core", "common", "utils", "helpers", "base", "manager", "service", "engine", "misc"}
NOT_ROOMS = {"locale", "__pycache__"}
BEHIND_THE_GATE = ("models", "entries", "drafts", "registers", "project", "keys", "courier", "outbox", "reconcile")


@pytest.fixture(scope="module")
def imports():
    return grimp.build_graph("suivi", cache_dir=None)


def test_every_contract_is_kept(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)

    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)

    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_the_contract_of_the_doors_names_every_part_of_the_desk_behind_the_gate():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    doors = next(contract for contract in contracts if contract["name"].startswith("The doors"))
    parts = {f"suivi.desk.{part}" for part in BEHIND_THE_GATE if list((PACKAGE / "desk").glob(f"{part}*"))}

    assert parts - set(doors["forbidden_modules"]) == set()


def test_no_file_imports_itself_by_any_way_round(imports):
    needs = {module: imports.find_modules_directly_imported_by(module) for module in imports.modules}

    TopologicalSorter(needs).prepare()  # raises CycleError, and names the circle


def test_rooms_on_one_floor_do_not_know_each_other_and_nothing_calls_upward(imports):
    height = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}

    upward = [
        f"{importer} -> {imported}"
        for importer in imports.modules
        for imported in imports.find_modules_directly_imported_by(importer)
        if (above := _room(importer)) and (below := _room(imported)) and above != below
        if height[below] >= height[above]
    ]

    assert upward == []


def test_a_new_folder_needs_a_floor():
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir()} - NOT_ROOMS
    files = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__"}

    assert (folders | files) - ROOMS == set()


def test_a_room_is_a_package_so_that_the_contracts_see_it():
    without = [path.name for path in PACKAGE.iterdir() if path.name in ROOMS and path.is_dir()]

    assert [name for name in without if not (PACKAGE / name / "__init__.py").is_file()] == []


def test_no_room_or_file_has_a_name_that_says_nothing():
    paths = [path for path in PACKAGE.rglob("*") if "__pycache__" not in path.parts and path not in NAMED_BY_OTHERS]

    assert [str(path) for path in paths if FORBIDDEN_NAMES & set(path.stem.split("_"))] == []


def _room(module):
    return module.partition(".")[2].partition(".")[0]
