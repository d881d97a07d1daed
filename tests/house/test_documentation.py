"""The pages beside the code say what is true of it."""

import importlib
import re

import pytest
import typer

from suivi.cli.main import COMMANDS
from suivi.modes import MODES
from suivi.modes.asks import ASKS
from suivi.plan.words import LANGUAGES
from tests.house.typography import french_faults, korean_faults
from tools import modes_table, refusals
from tools.rooms import PACKAGE, ROOT, sources

DOCS = ROOT / "docs"
DECISIONS = sorted((DOCS / "decisions").glob("[0-9]*.md"))
LINK = re.compile(r"!?\[[^\]]*\]\((?!https?:|mailto:|#)(?P<address>[^)#\s]+)[^)]*\)")
CODE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)?")
COMMAND = re.compile(r"(?:^|[`$] ?)(?:\.venv/bin/)?suivi (?P<name>[a-z][a-z-]+)(?P<rest>[^`\n]*)", re.MULTILINE)
VARIABLE = re.compile(r"SUIVI_[A-Z_]+")
PARTS = ("Question", "Options", "Choice", "Price")


def pages():
    """Every page of documentation, the generated ones included."""
    return [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md"))]


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    addresses = [match["address"] for match in LINK.finditer(page.read_text(encoding="utf-8"))]

    assert [address for address in addresses if not (page.parent / address).exists()] == []


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_a_page_shows_exists_with_its_options(page):
    characters = page.read_text(encoding="utf-8").replace("\\\n", " ")

    for match in COMMAND.finditer(characters):
        assert match["name"] in COMMANDS, match.group()
        for option in re.findall(r"(?<=\s)--[a-z][a-z-]*", match["rest"]):
            assert option in options(match["name"]), match.group()


@pytest.mark.parametrize("page", [ROOT / "LISEZMOI.md", DOCS / "officers" / "guide.fr.md"], ids=lambda page: page.name)
def test_a_french_page_is_set_as_the_government_of_canada_sets_it(page):
    prose = re.sub(r"```.*?```|`[^`]*`|\]\([^)]*\)", "code", page.read_text(encoding="utf-8"), flags=re.DOTALL)

    assert [(line, faults) for line in prose.splitlines() if (faults := list(french_faults(line)))] == []


def options(name):
    """Every option that the command of that name, or a command under it, understands."""
    module, attribute = COMMANDS[name].split(":")
    found = getattr(importlib.import_module(module), attribute)
    application = found if isinstance(found, typer.Typer) else typer.Typer(add_completion=False)
    if application is not found:
        application.command()(found)
    command = typer.main.get_command(application)
    every = [command, *getattr(command, "commands", {}).values()]
    return {
        option for one in every for parameter in one.params for option in (*parameter.opts, *parameter.secondary_opts)
    } | {"--help"}


def test_every_command_stands_in_a_guide():
    guides = "".join(page.read_text(encoding="utf-8") for page in pages())

    assert [name for name in COMMANDS if f"suivi {name}" not in guides] == []


def test_every_setting_is_documented_and_nothing_else_is():
    page = (DOCS / "administrators" / "settings.md").read_text(encoding="utf-8")
    read = {name for source in sources() for name in re.findall(r'"(SUIVI_[A-Z_]+)"', source.path.read_text("utf-8"))}

    assert set(VARIABLE.findall(page)) == read


ASVS = {
    "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3, "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4,
    "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2, "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1,
    "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1,
}  # fmt: skip
"""How many requirements of levels 1 and 2 each section of five chapters of OWASP ASVS 5.0.0 has; they are its first."""


def test_every_requirement_of_asvs_is_answered_and_every_test_named_exists():
    page = (DOCS / "developers" / "asvs.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([0-9.]+) \| ([a-z ]+) \| (.+) \|$", page, re.MULTILINE)

    assert [number for number, _, _ in rows] == [
        f"{section}.{place}" for section, count in ASVS.items() for place in range(1, count + 1)
    ]
    assert {state for _, state, _ in rows} == {"met", "not met", "not here"}
    assert [
        number for number, state, where in rows if state == "met" and not re.search(r"`(src|tests)/|\]\(", where)
    ] == []
    for path, name in re.findall(r"`((?:src|tests)/[\w/.-]+)(?:::(\w+))?`", page):
        assert (ROOT / path).exists(), path
        assert not name or f"def {name}(" in (ROOT / path).read_text(encoding="utf-8"), name


def test_every_refusal_and_fault_is_documented():
    assert refusals.PAGE.read_text(encoding="utf-8") == refusals.page(), "run make words"


def test_the_table_of_modes_is_what_the_code_says():
    assert modes_table.PAGE.read_text(encoding="utf-8") == modes_table.page(), "run make modes"


@pytest.mark.parametrize("part", [*modes_table.BY.values(), *modes_table.HEADS, modes_table.ANSWERS, modes_table.DUE])
def test_the_words_of_the_table_of_modes_are_set_as_both_governments_set_them(part):
    assert [*french_faults(part.fr), *korean_faults(part.ko, english=part.en)] == []


def test_the_table_of_modes_names_every_step_in_every_language():
    page = modes_table.page()

    assert all(page.count(f"`{mode.name}`") == len(LANGUAGES) for mode in MODES.values())
    assert all(mode.words[step.name].ko in page for mode in MODES.values() for step in mode.steps)


def test_the_mode_in_the_guide_is_the_file_it_says_it_is():
    page = (DOCS / "adding-a-mode.md").read_text(encoding="utf-8")

    assert re.search(r"```python\n(.*?)```", page, re.DOTALL)[1] == (PACKAGE / "modes" / "undertaking.py").read_text(
        "utf-8"
    )


def test_a_code_is_said_by_one_rule_only():
    codes = [entry.code for entry in (*refusals.refusals(), *refusals.faults()) if not entry.variant]

    assert sorted({code for code in codes if codes.count(code) > 1}) == []
    assert [code for code in codes if not CODE.fullmatch(code)] == []


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_states_its_question_options_choice_and_price(page):
    characters = page.read_text(encoding="utf-8")

    assert [part for part in PARTS if f"\n## {part}\n" not in characters] == []
    assert characters.startswith(f"# {page.stem[:4]} ")
    assert len(characters.splitlines()) <= 60


def test_no_number_stands_for_two_decisions():
    numbers = [page.stem[:4] for page in DECISIONS]

    assert len(numbers) == len(set(numbers))


def test_the_mode_in_the_guide_is_a_mode():
    page = (DOCS / "adding-a-mode.md").read_text(encoding="utf-8")
    written = {}

    exec(re.search(r"```python\n(.*?)```", page, re.DOTALL)[1], written)

    mode = written["MODE"]
    assert set(mode.words) == {*mode.states, *(step.name for step in mode.steps)}
    assert set(mode.ends) <= set(mode.states)
    assert [asked for step in mode.steps for asked in step.asks if asked not in ASKS] == []
    assert len(mode.digest()) == 64


def test_the_house_page_names_every_room():
    page = (DOCS / "house.md").read_text(encoding="utf-8")
    rooms = {path.stem for path in PACKAGE.iterdir() if not path.name.startswith("_")} - {"locale"}

    assert [room for room in sorted(rooms) if f"`{room}`" not in page] == []
