"""Bodies on their pages: names by day, what they owe, and where the agreed words name them."""

import datetime

import pytest
from django.test import Client

from suivi.desk import queries
from suivi.desk.access import NotHere
from suivi.desk.actions import bodies
from suivi.desk.actions.releases import approve, release
from suivi.plan.party import Body, DatedName
from suivi.register.bodies import is_named
from tests.desk.conftest import AT, MINUTE
from tests.two_nodes.orders import CHANNEL, PASSWORD

DAY = datetime.date(2025, 8, 1)


@pytest.fixture
def trade(noemie, adrian):
    """A ministry with two names, which leads a commitment that is overdue and supports another."""
    for place, (names, from_on) in enumerate(
        (
            ({"en": "Trade Canada", "fr": "Commerce Canada", "ko": "통상부"}, None),
            ({"en": "Trade and Jobs"}, "2025-10-01"),
        )
    ):
        at = AT + 10 * place * MINUTE
        ticket = bodies.name(
            noemie,
            channel=CHANNEL,
            body="can-trade",
            names=names,
            from_on=from_on,
            leads=["P1.I3"],
            supports=["P2.I10"],
            at=at,
        )
        for officer in (noemie, adrian):
            approve(officer, ticket=ticket, password=PASSWORD, at=at + MINUTE)
        release(noemie, ticket=ticket, at=at + 2 * MINUTE)
    return "can-trade"


def test_a_body_shows_its_names_by_day_and_everything_it_owes(noemie, trade):
    before = queries.body_page(noemie, trade, day=DAY)
    after = queries.body_page(noemie, trade, day=datetime.date(2025, 10, 1))

    assert (before.body.names["en"], after.body.names["en"]) == ("Trade Canada", "Trade and Jobs")
    assert [borne.from_on for borne in before.names] == ["", "2025-10-01"]
    assert [(owed.commitment.id, owed.role.code) for owed in before.owed] == [
        ("P1.I3", "leads"),
        ("P2.I10", "supports"),
    ]
    assert before.owed[0].due[0].overdue


def test_the_list_holds_it_under_its_party(noemie, trade):
    page = queries.bodies_page(noemie, day=DAY)

    lines = {line.body.id: (line.leads, line.supports) for group in page.parties for line in group.lines}
    assert lines[trade] == (1, 1)


def test_a_body_nobody_named_is_not_here(noemie):
    with pytest.raises(NotHere):
        queries.body_page(noemie, "can-nowhere", day=DAY)


@pytest.mark.parametrize("language", ["en", "fr", "ko"])
def test_both_pages_are_served_in_every_language(noemie, trade, language):
    client = Client()
    client.force_login(noemie)
    for address in ("/bodies", f"/bodies/{trade}", f"/bodies/{trade}?as_of=2025-10-01"):
        answer = client.get(f"{address}{'&' if '?' in address else '?'}language={language}", follow=True)
        assert answer.status_code == 200
        assert f'lang="{language}"' in answer.content.decode()
    assert client.get("/bodies/can-nowhere").status_code == 404


@pytest.mark.parametrize(
    ("language", "words", "named"),
    [
        ("en", "Under the work of the ARCTIC council, both sides meet.", True),
        ("en", "Antarctic councils meet.", False),
        ("fr", "Le Conseil de l’Arctique se réunit.", True),
        ("ko", "북극 이사회에서 협력한다.", True),
        ("ko", "남극 협력", False),
    ],
)
def test_a_text_names_a_body_by_whole_words_and_in_korean_whatever_the_blanks(language, words, named):
    names = {"en": "Arctic Council", "fr": "Conseil de l’Arctique", "ko": "북극이사회"}
    council = Body("arctic", "can", (DatedName(names),))

    assert is_named(council, {language: words}) is named
