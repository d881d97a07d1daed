"""Every page, document and object bears its marking; a new page or export that bears none fails here."""

import datetime

import pytest

from tests.leaks.conftest import Stage, _does
from tests.leaks.markings import UNMARKED, entries_without_marking, unmarked_parts, walked
from tests.two_nodes.capitals import replace

AT = datetime.datetime(2024, 12, 20, 9, 0, tzinfo=datetime.UTC)
KINDS = {
    "text/html": "html",
    "text/csv": "csv",
    "application/pdf": "pdf",
    "application/json": "json",
    "text/calendar": "ics",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/ld+json": "jsonld",
}


@pytest.fixture(scope="module")
def exits(stage: Stage) -> dict[str, bytes]:
    exits = stage.plays(3, "markings")["exits"]
    assert isinstance(exits, dict)
    return exits


def test_every_page_and_file_an_officer_reaches_bears_its_marking(stage: Stage) -> None:
    replace(stage.capital.folder, stage.base / "can")
    found = _does(stage.capital, walked, at=AT)

    assert len(found) > 40
    assert {KINDS.get(kind, kind) for kind, _ in found.values()} >= {"html", "csv", "xlsx"}
    assert {
        path: parts
        for path, (kind, octets) in found.items()
        if (parts := unmarked_parts(KINDS.get(kind, "text"), octets))
    } == {}


def test_every_document_of_the_package_bears_its_marking_on_each_page_sheet_and_object(exits: dict[str, bytes]) -> None:
    printed = {name: octets for name, octets in exits.items() if name.startswith(("review ", "register "))}

    assert len(printed) >= 8
    assert {
        name: parts
        for name, octets in printed.items()
        if (parts := unmarked_parts(name.rpartition(".")[2] if name.startswith("review") else "json", octets))
    } == {}


def test_every_file_of_the_public_site_and_its_open_data_bears_its_marking(exits: dict[str, bytes]) -> None:
    site = {name.removeprefix("site "): octets for name, octets in exits.items() if name.startswith("site ")}
    read = {
        name: octets
        for name, octets in site.items()
        if name.rpartition(".")[2] not in UNMARKED or name.endswith("html")
    }

    assert len(read) > 20
    assert {
        name: parts for name, octets in read.items() if (parts := unmarked_parts(name.rpartition(".")[2], octets))
    } == {}


def test_every_entry_that_leaves_and_every_proof_states_its_marking(exits: dict[str, bytes]) -> None:
    segments = {name: octets for name, octets in exits.items() if "/segments/" in name and name.startswith("published")}
    proofs = {name: octets for name, octets in exits.items() if name.startswith("proof ")}

    assert len(segments) > 4
    assert len(proofs) > 4
    assert {name: places for name, octets in segments.items() if (places := entries_without_marking(octets))} == {}
    assert {name: parts for name, octets in proofs.items() if (parts := unmarked_parts("json", octets))} == {}


def test_a_page_a_sheet_and_an_event_without_marking_are_noticed() -> None:
    assert unmarked_parts("html", b"<p>TLP:PURPLE</p>") == ["the whole"]
    assert unmarked_parts("ics", b"BEGIN:VEVENT\r\nTLP:GREEN\r\nBEGIN:VEVENT\r\n") == ["event 2"]
    assert unmarked_parts("json", b'{"a":1}') == ["the object"]
    assert unmarked_parts("json", b'{"marking":{"tlp":"GREEN"}}') == []
    assert entries_without_marking(b'{"h":{"seq":4,"marking":{}}}\n') == [4]
