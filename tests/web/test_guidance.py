"""The guides within the desk: packed, in the reader's language, every link leading on, every room with its task."""

import re
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.test import Client

from suivi.desk import sign_in
from suivi.desk.queries.terms import stage_term
from suivi.plan.words import LANGUAGES
from suivi.record.reports import Stage
from suivi.web import guidance

EVERY = [(shelf, name) for shelf, names in guidance.SHELVES.items() for name in names]


@pytest.mark.parametrize("shelf", guidance.SHELVES)
def test_every_page_of_the_guides_is_offered(shelf: str) -> None:
    kept = {place.name for place in (files("suivi.web") / "guides" / shelf).iterdir()}

    assert {name.split(".")[0] for name in kept} == set(guidance.SHELVES[shelf])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("shelf", "name"), EVERY)
def test_a_guide_leads_only_to_what_is_there(shelf: str, name: str, language: str) -> None:
    found = guidance.guide(shelf, name, language)
    assert found is not None
    assert language in (found.language, "ko")
    for address in map(unquote, re.findall(r'href="([^"]+)"', found.markup)):
        there = re.fullmatch(r"/help/(\w+)/(\w+)(?:\?language=(\w+))?(?:#(.+))?|#(.+)|https://.+", address)
        assert there, address
        if there[1]:
            led = guidance.guide(there[1], there[2], there[3] or language)
            assert led, address
            assert not there[4] or f'id="{there[4]}"' in led.markup, address
    assert len(set(re.findall(r'id="([^"]+)"', found.markup))) == len(re.findall(r' id="', found.markup))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", guidance.TASKS)
def test_every_room_leads_to_its_task(room: str, language: str) -> None:
    path, _, place = guidance.place_of(room, language).partition("#")
    (shelf, name), section = guidance.TASKS[room]
    told = guidance.guide(shelf, name, language)

    assert path == f"/help/{shelf}/{name}"
    assert told is not None
    assert bool(section) is bool(place)
    assert not place or place in {section.place for section in told.sections}
    assert f'id="{place}"' in told.markup or not place


def test_a_page_leads_to_its_own_task_and_where_it_has_none_to_that_of_its_room() -> None:
    assert guidance.place_of("plans", "en", page="room") == "/help/officers/guide#hold-the-review-and-close-it"
    assert guidance.place_of("plans", "en", page="plan") == "/help/officers/guide#see-how-the-plan-stands"
    assert guidance.place_of("start", "en", page="start") == "/help"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_calls_the_stages_what_the_form_calls_them(language: str) -> None:
    name = "guide.md" if language == "en" else f"guide.{language}.md"
    told = Path("docs/officers", name).read_text(encoding="utf-8")

    assert ", ".join(stage_term(stage).words.in_(language) for stage in Stage) in " ".join(told.split())


@pytest.mark.django_db
def test_help_is_read_at_the_desk_in_ones_own_language(client: Client) -> None:
    assert client.get("/help").status_code == 302
    officer = sign_in.enrol("A. Roy", "a long enough password", roles=["focal-point"], language="fr", published=True)
    client.force_login(officer)

    assert 'href="/help/officers/guide#rapports-demandés"' in client.get("/returns").content.decode()
    assert 'href="/help/officers/guide#rapports-demandés"' in client.get("/help").content.decode()
    page = client.get("/help/officers/guide").content.decode()
    assert 'id="rapports-demandés"' in page
    korean = client.get("/help/administrators/guide?language=ko").content.decode()
    assert '<article class="sheet told" lang="en">' in korean
    refusals = client.get("/help/officers/refusals?language=ko").content.decode()
    assert 'id="not-mandated"' in refusals
    assert "이 작업에 필요한 권한" in refusals
    assert "Français:" not in refusals
    refused = client.get("/officers").content.decode()
    assert 'href="/help/officers/refusals#not-mandated"' in refused
    for nowhere in ("/help/officers/none", "/help/none/guide", "/help/developers/guide", "/help/officers/..%2Fguide"):
        assert client.get(nowhere).status_code == 404, nowhere
