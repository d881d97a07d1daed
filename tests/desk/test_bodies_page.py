"""Bodies on their pages: names by day, what they owe, and where the agreed words name them."""

import datetime

import pytest
from django.test import Client

from suivi.desk import access, mandates, queries
from suivi.desk.access import NotHere
from suivi.desk.actions import bodies, hierarchy, officers, returns
from suivi.desk.actions.releases import approve, release
from suivi.plan.party import Body, DatedName
from suivi.register.bodies import is_named
from tests.desk.conftest import AT, MINUTE
from tests.two_nodes.capitals import PLAN
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


def test_a_name_is_entered_on_the_page_and_an_officer_is_mandated_by_it(noemie, adrian, trade):
    desk = Client()
    desk.force_login(noemie, backend="django.contrib.auth.backends.ModelBackend")
    form = {"channel": CHANNEL, "body": trade, "names-fr": "Commerce et Emplois", "from_on": "2026-01-01"}

    offered = [desk.get(address).content.decode() for address in ("/bodies", f"/bodies/{trade}")]
    entered = desk.post("/bodies/name", {**form, "leads": "1.3, 2.10"})
    refused = desk.post("/bodies/name", {**form, "leads": "9.99"})
    officers.give_mandate(noemie, to=str(adrian.pk), role="lead", body="commerce  CANADA", at=AT)

    assert all('action="/bodies/name"' in page for page in offered)
    page = queries.ticket_page(noemie, entered.headers["Location"].rpartition("/")[2], language="fr")
    assert [field.plain for field in page.fields if field.name.en == "leads"] == ["1.3, 2.10"]
    assert (refused.status_code, "9.99" in refused.content.decode()) == (409, True)
    assert trade in {held.body for held in mandates.mandates_of(adrian)}


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


def listed(officer, body, day):
    """The commitments the plan at a glance shows where that body is chosen."""
    page = queries.plan_page(officer, PLAN, as_of=None, language="en", filters={"body": body}, day=day)
    return [row.commitment.id for group in page.pillars for row in group.rows if row.shown]


def test_what_the_parts_of_a_body_owe_it_owes_and_says_through_whom(noemie, adrian, trade):
    for place, (id, name) in enumerate((("can-affairs", "Affaires étrangères · 외교부"), ("can-desk", "L’Asie"))):
        at = AT + (60 + 10 * place) * MINUTE
        ticket = bodies.name(noemie, channel=CHANNEL, body=id, names={"fr": name}, at=at)
        for officer in (noemie, adrian):
            approve(officer, ticket=ticket, password=PASSWORD, at=at + MINUTE)
        release(noemie, ticket=ticket, at=at + 2 * MINUTE)
    for _ in range(2):
        hierarchy.place(noemie, body=trade, part_of="can-desk", from_on="2025-01-01", until_on="2025-12-31", at=AT)
    hierarchy.place(noemie, body="can-desk", part_of="can-affairs", at=AT)

    page = queries.body_page(noemie, "can-affairs", day=DAY)
    assert [part.id for part in page.parts] == ["can-desk", trade]
    assert [(owed.commitment.id, owed.through.id) for owed in page.owed] == [("P1.I3", trade), ("P2.I10", trade)]
    assert queries.body_page(noemie, "can-affairs", day=datetime.date(2026, 1, 1)).owed == ()
    lines = next(group for group in queries.bodies_page(noemie, day=DAY).parties if group.party.code == "can").lines
    assert [(line.body.id, line.depth) for line in lines] == [("can-affairs", 0), ("can-desk", 1), (trade, 2)]
    desk = Client()
    desk.force_login(noemie, backend="django.contrib.auth.backends.ModelBackend")
    assert "through its part" in desk.get("/bodies/can-affairs?as_of=2025-08-01").content.decode()

    # A ministry is asked for what its parts lead, and chosen in the filter with them, on the days on which they are its.
    due = {"plan": PLAN, "due_on": datetime.date(2025, 9, 1), "at": datetime.datetime(2025, 8, 1, tzinfo=datetime.UTC)}
    (number,) = returns.ask(noemie, provisions=[], of="", within="can-affairs", **due)
    assert returns.ask(noemie, provisions=["P1.I3", "P2.I1"], of="", within="can-affairs", **due) == [number]
    row = access.return_for(noemie, int(number))
    assert (row.provision, row.body) == ("P1.I3", trade)
    with pytest.raises(returns.BodyLeadsNothing, match="Affaires étrangères"):
        returns.ask(noemie, provisions=["P2.I1"], of="", within="can-affairs", **due)
    late = {"due_on": datetime.date(2026, 9, 1), "at": datetime.datetime(2026, 8, 1, tzinfo=datetime.UTC)}
    with pytest.raises(returns.BodyLeadsNothing):
        returns.ask(noemie, plan=PLAN, provisions=[], of="", within="can-affairs", **late)
    with pytest.raises(NotHere):
        returns.ask(noemie, provisions=[], of="", within="kor-mofa", **due)
    asking = queries.ask_page(noemie, plan=PLAN, chosen=(), day=DAY)
    assert {body.id for body in asking.bodies} == {trade, "can-desk", "can-affairs"}
    assert 'name="within"' in desk.get(f"/returns/ask?plan={PLAN}").content.decode()
    shown = desk.get(f"/plans/{PLAN}?body=can-affairs&as_of=2025-08-01").content.decode()
    assert '<option value="can-affairs" selected>' in shown
    assert (listed(noemie, "can-affairs", DAY), listed(noemie, "can-affairs", late["at"].date())) == (
        ["P1.I3", "P2.I10"],
        [],
    )

    # What is asked of a part that nobody acts for is written by who acts for the body above it.
    hierarchy.place(noemie, body=trade, part_of="can-desk", from_on="2026-01-01", at=AT)
    place = {"plan": PLAN, "provision": "P1.I3"}
    mandates.give(adrian, "lead", **place, at=AT)
    assert not access.answers_for(noemie, trade, **place)
    mandates.give(noemie, "lead", **place, body="can-affairs", at=AT)
    assert access.answers_for(noemie, trade, **place)
    assert not access.answers_for(adrian, trade, **place)

    for wrong in (
        {"body": "can-affairs", "part_of": trade, "from_on": "2025-06-01"},
        {"body": trade, "part_of": "can-affairs", "from_on": "2025-12-31"},
        {"body": "can-desk", "part_of": "can-desk"},
        {"body": trade, "part_of": "can-desk", "from_on": "2027-01-02", "until_on": "2027-01-01"},
        {"body": trade, "part_of": "can-desk", "from_on": "soon"},
    ):
        with pytest.raises(hierarchy.BodyNotPlaced):
            hierarchy.place(noemie, **wrong, at=AT)
    with pytest.raises(NotHere):
        hierarchy.place(noemie, body=trade, part_of="nobody", at=AT)
    number = queries.body_page(noemie, trade, day=DAY).places[0].id
    hierarchy.end(noemie, number=number, until_on="2025-07-31", at=AT)
    assert queries.body_page(noemie, "can-affairs", day=DAY).owed == ()
