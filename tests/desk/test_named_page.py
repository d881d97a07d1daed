"""What a plan names on its pages: entered many at once, found in the text, linked both ways."""

import datetime

import pytest
from django.test import Client

from suivi.desk import clock, queries
from suivi.desk.access import NotHere
from suivi.desk.actions import named
from suivi.desk.actions.named import Entered, ThingNotSound
from suivi.desk.actions.releases import approve, release
from tests.desk.conftest import AT, MINUTE
from tests.two_nodes.capitals import PLAN
from tests.two_nodes.orders import PASSWORD

DAY = datetime.date(2025, 8, 1)
DIALOGUE = Entered(
    thing="rights-dialogue",
    kind="dialogue",
    names={"fr": "Dialogue sur les droits", "ko": "인권대화"},
    commitments=["P1.I3"],
    achieved=True,
    days={"first-held": "2024-05"},
)


@pytest.fixture
def dialogue(noemie, adrian):
    """A dialogue entered and released."""
    ticket = named.enter(noemie, plan=PLAN, things=[DIALOGUE], at=AT)
    for officer in (noemie, adrian):
        approve(officer, ticket=ticket, password=PASSWORD, at=AT + MINUTE)
    release(noemie, ticket=ticket, at=AT + 2 * MINUTE)
    return "rights-dialogue"


def test_a_thing_shows_the_commitments_that_name_it_with_what_is_due_and_they_show_it(noemie, dialogue):
    page = queries.thing_page(noemie, PLAN, dialogue, day=DAY)
    commitment = queries.commitment_page(noemie, PLAN, "P1.I3", as_of=None, language="fr", day=DAY)

    assert [owed.commitment.id for owed in page.owed] == ["P1.I3"]
    assert page.owed[0].due[0].overdue
    assert [(one.id, one.names["ko"]) for one in commitment.named] == [(dialogue, "인권대화")]
    assert [(one.milestone.code, one.on, one.parties) for one in page.days] == [("first-held", "2024-05", ("can",))]


def test_the_list_holds_it_in_its_group_and_the_reader_finds_what_nobody_entered(noemie, dialogue):
    page = queries.named_page(noemie, PLAN, day=DAY, language="fr", looking=True)
    lines = {group.group.code: [line.id for line in group.lines] for group in page.groups}

    assert lines == {"bodies": [dialogue], "instruments": [], "documents": [], "calendar": []}
    assert page.found
    assert {commitment for one in page.found for commitment in one.commitments}
    assert queries.named_page(noemie, PLAN, day=DAY, language="fr").found is None


def test_what_the_reader_finds_is_entered_as_it_stands_in_one_record(noemie, adrian):
    found = queries.named_page(noemie, PLAN, day=DAY, language="fr", looking=True).found
    client = Client()
    client.force_login(noemie)
    client.get(f"/plans/{PLAN}/named?found=1")
    typed = {"pick": ["1", "2"]}
    for number, one in enumerate(found[:2], start=1):
        typed |= {f"thing-{number}": one.id, f"kind-{number}": one.kind, f"names-{number}-{one.language}": one.words}
        typed |= {f"commitments-{number}": " ".join(one.commitments)}
    answer = client.post(f"/plans/{PLAN}/named/enter", typed)
    ticket = answer.headers["Location"].rpartition("/")[2]
    for officer in (noemie, adrian):
        approve(officer, ticket=ticket, password=PASSWORD, at=clock.now())
    release(noemie, ticket=ticket, at=clock.now())

    page = queries.named_page(noemie, PLAN, day=DAY, language="fr", looking=True)
    entered = [line for group in page.groups for line in group.lines]
    assert {line.id for line in entered} == {one.id for one in found[:2]}
    assert not {one.words for one in page.found} & {one.words for one in found[:2]}


@pytest.mark.parametrize(
    "typed",
    [
        {"thing": "two words"},
        {"kind": "ministry"},
        {"names": {}},
        {"commitments": ["P9.I9"]},
        {"days": {"signed": "May"}},
        {"days": {"signed": "2025-02-30"}},
        {"from_on": "2025-01-02", "until_on": "2025-01-01"},
        {"address": "ftp://example.org"},
    ],
)
def test_an_absurd_field_is_refused_and_nothing_is_entered(noemie, typed):
    thing = Entered(**{"thing": "mou", "kind": "memorandum", "names": {"en": "MOU"}} | typed)
    with pytest.raises(ThingNotSound):
        named.enter(noemie, plan=PLAN, things=[thing], at=AT)
    with pytest.raises(ThingNotSound):
        named.enter(noemie, plan=PLAN, things=[], at=AT)
    with pytest.raises(ThingNotSound):
        named.enter(noemie, plan=PLAN, things=[DIALOGUE, DIALOGUE], at=AT)


def test_a_name_is_not_entered_under_a_second_id_and_two_that_crossed_are_shown_as_perhaps_one(noemie, adrian):
    second = Entered(thing="rights-talks", kind="committee", names={"ko": "인권 대화"})
    tickets = [named.enter(noemie, plan=PLAN, things=[one], at=AT) for one in (DIALOGUE, second)]
    for ticket in tickets:  # neither had left when the other was written
        for officer in (noemie, adrian):
            approve(officer, ticket=ticket, password=PASSWORD, at=AT + MINUTE)
        release(noemie, ticket=ticket, at=AT + 2 * MINUTE)

    page = queries.named_page(noemie, PLAN, day=DAY, language="ko")
    lines = [line for group in page.groups for line in group.lines]
    assert {line.id: [other.id for other in line.alike] for line in lines} == {
        "rights-dialogue": ["rights-talks"],
        "rights-talks": ["rights-dialogue"],
    }
    one = queries.thing_page(noemie, PLAN, "rights-talks", day=DAY)
    assert [other.id for other in one.alike] == ["rights-dialogue"]

    with pytest.raises(ThingNotSound) as refused:
        named.enter(
            noemie,
            plan=PLAN,
            things=[Entered(thing="third", kind="dialogue", names={"fr": "DIALOGUE sur les droits"})],
            at=AT,
        )
    assert all("rights-dialogue" in refused.value.sentence(language) for language in ("en", "fr", "ko"))
    named.enter(noemie, plan=PLAN, things=[DIALOGUE], at=AT)  # the same id says more


@pytest.mark.parametrize("language", ["en", "fr", "ko"])
def test_the_pages_are_served_in_every_language(noemie, dialogue, language):
    client = Client()
    client.force_login(noemie)
    for address in (f"/plans/{PLAN}/named", f"/plans/{PLAN}/named?found=1", f"/plans/{PLAN}/named/{dialogue}"):
        answer = client.get(f"{address}{'&' if '?' in address else '?'}language={language}", follow=True)
        assert answer.status_code == 200
        assert f'lang="{language}"' in answer.content.decode()
    assert client.get(f"/plans/{PLAN}/named/nothing").status_code == 404
    with pytest.raises(NotHere):
        queries.thing_page(noemie, PLAN, "nothing", day=DAY)
