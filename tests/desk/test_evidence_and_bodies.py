"""Evidence, bodies and background at the desk: put on record, released, and shown on the pages."""

import datetime

import pytest

from suivi.desk import queries
from suivi.desk.access import NotHere
from suivi.desk.actions import bodies, evidence, releases, reports
from suivi.desk.actions.bodies import BodyNotSound
from suivi.desk.actions.evidence import EvidenceNotSound
from suivi.exchange.faults import Refused
from suivi.plan.words import LANGUAGES
from tests.desk.conftest import AT, MINUTE
from tests.two_nodes.capitals import PLAN
from tests.two_nodes.orders import CHANNEL, PASSWORD

SOURCE = {
    "address": "https://www.korea.kr/briefing/pressReleaseView.do?newsId=156633684",
    "title": "제1차 전략대화 개최",
    "language": "ko",
    "publisher": "외교부",
    "published_on": "2024-06-01",
    "on": "2024-05-17",
    "account": {"en": "The ministry says that the dialogue was held."},
}
MINISTRY = {"body": "can-gac", "names": {"en": "Global Affairs Canada", "fr": "Affaires mondiales Canada"}}


@pytest.fixture
def leaves(noemie, adrian):
    """The function that approves a ticket twice and releases it."""

    def left(ticket):
        for minutes, officer in ((1, noemie), (2, adrian)):
            releases.approve(officer, ticket=ticket, password=PASSWORD, at=AT + minutes * MINUTE)
        return releases.release(noemie, ticket=ticket, at=AT + 3 * MINUTE)

    return left


def cite(officer, provision="P1.I1", **said):
    return evidence.attach(officer, plan=PLAN, provision=provision, at=AT, **{**SOURCE, **said})


def named(officer, **said):
    return bodies.name(officer, channel=CHANNEL, at=AT, **{**MINISTRY, **said})


def commitment(officer, provision="P1.I1", **rest):
    return queries.commitment_page(officer, PLAN, provision, as_of=None, language="en", **rest)


def a_report(officer, **said):
    return reports.file(
        officer,
        plan=PLAN,
        provision="P1.I2",
        stage="done",
        account={"en": "Done."},
        at=AT,
        **{"on": "2024-12-01", **said},
    )


def test_evidence_released_stands_on_the_page_of_its_commitment(noemie, leaves):
    placed = leaves(cite(noemie))

    (one,) = commitment(noemie).evidence
    assert (one.address, one.title, one.language, one.publisher) == tuple(
        SOURCE[field] for field in ("address", "title", "language", "publisher")
    )
    assert (one.published_on, one.on, one.party, one.marking) == ("2024-06-01", "2024-05-17", "can", "TLP:AMBER")
    assert (one.seq, one.recorded_at, one.account) == (placed.seq, AT + 3 * MINUTE, SOURCE["account"])


def test_evidence_that_has_not_left_waits_among_the_tickets_of_its_commitment(noemie):
    ticket = cite(noemie)

    page = commitment(noemie)
    assert page.evidence == ()
    assert [line.id for line in page.tickets] == [ticket]
    assert page.tickets[0].kind.code == "evidence.attached"


def test_what_would_leave_is_shown_field_by_field(noemie):
    page = queries.ticket_page(noemie, cite(noemie), language="en")

    assert [field.plain for field in page.fields] == [
        "1.1",
        SOURCE["address"],
        SOURCE["title"],
        "ko",
        "외교부",
        "2024-06-01",
        "2024-05-17",
    ]
    assert [field.versions for field in page.prose] == [SOURCE["account"]]


@pytest.mark.parametrize("address", ["the ministry's page", "www.korea.kr", "javascript:alert(1)", "", "https://a b"])
def test_a_source_that_is_not_an_address_is_refused_in_a_clear_sentence(noemie, address):
    with pytest.raises(EvidenceNotSound) as refused:
        cite(noemie, address=address)

    assert refused.value.sentence("en") == f"The evidence cannot be attached: “{address}” is not an address of the web."
    assert all(refused.value.advice(language) for language in LANGUAGES)


def test_an_address_as_browsers_show_it_is_kept_in_percent_encoding(noemie):
    page = queries.ticket_page(noemie, cite(noemie, address=" https://example.org/연구?a=1%20b "), language="en")

    assert page.fields[1].plain == "https://example.org/%EC%97%B0%EA%B5%AC?a=1%20b"


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": " \n"},
        {"publisher": ""},
        {"language": "Korean"},
        {"account": {"en": " "}},
        {"account": {"en": "a" * 100_001}},
        {"on": "2024-02-30"},
        {"on": "2025-01-01"},
        {"published_on": "2022-02"},
        {"report": "0" * 32},
        {"report": "0" * 32, "provision": ""},
    ],
)
def test_a_field_of_evidence_that_cannot_stand_is_named_in_three_languages(noemie, wrong):
    with pytest.raises(EvidenceNotSound) as refused:
        cite(noemie, **wrong)

    assert len({refused.value.sentence(language) for language in LANGUAGES}) == len(LANGUAGES)


def test_evidence_may_support_the_partners_report(noemie, leaves):
    theirs = commitment(noemie).accounts[1].latest

    leaves(cite(noemie, report=theirs.id))
    assert commitment(noemie).evidence[0].report == theirs.id


def test_evidence_on_a_commitment_nobody_knows_is_not_here(noemie):
    with pytest.raises(NotHere):
        cite(noemie, "P9.I9")


def test_wording_that_could_never_leave_is_refused_when_it_is_written(noemie):
    with pytest.raises(Refused) as refused:
        cite(noemie, title="turned \u202e around")

    assert refused.value.code == "text.forbidden"


def test_a_report_of_a_day_before_the_plan_is_background_on_every_page(noemie, leaves):
    leaves(a_report(noemie, on="2023-05-17"))
    leaves(cite(noemie, "P1.I2", on="2023-05-17"))
    leaves(cite(noemie, "", on=None, published_on="2022-02-01"))

    canada = commitment(noemie, "P1.I2").accounts[0]
    assert canada.latest is None
    assert [account.background for account in canada.before] == [True]
    page = queries.background_page(noemie, PLAN, language="en")
    assert [(row.commitment.id, len(row.accounts), len(row.evidence)) for row in page.rows] == [("P1.I2", 1, 1)]
    assert (page.accounts, page.sources) == (1, 2)
    rows = [
        row
        for part in queries.plan_page(noemie, PLAN, as_of=None, language="en", filters={}).pillars
        for row in part.rows
    ]
    assert next(row for row in rows if row.commitment.id == "P1.I2").accounts[0] is None


def test_our_unreleased_account_of_a_day_before_the_plan_is_called_background_too(noemie):
    a_report(noemie, on="2023-05-17")

    assert [account.background for account in commitment(noemie, "P1.I2").unreleased] == [True]


def test_the_background_page_gives_the_agreed_words_before_the_first_pillar(noemie):
    page = queries.background_page(noemie, PLAN, language="fr")
    parts = queries.plan_page(noemie, PLAN, as_of=None, language="fr", filters={}).pillars
    pillars = [part.pillar for part in parts if part.pillar]

    assert {party.code for party in page.parties} == {"can", "kor"}
    assert page.agreed_on == page.plan.agreed_on
    assert len(page.joint) == 64
    assert page.preamble
    for agreed in page.preamble:
        assert (agreed.place, agreed.start, agreed.end) == ("preamble", 0, len(agreed.characters))
        assert agreed.characters.strip()
        assert all(pillar.headings[agreed.language] not in agreed.characters for pillar in pillars)


def test_the_background_of_a_plan_nobody_knows_is_not_here(noemie):
    with pytest.raises(NotHere):
        queries.background_page(noemie, "another", language="en")


def test_a_body_released_leads_its_commitment_by_the_name_of_the_day(noemie, leaves):
    leaves(named(noemie, until_on="2024-12-31", leads=["P1.I1"]))
    leaves(named(noemie, names={"en": "Foreign Ministry"}, from_on="2025-01-01", supports=["P1.I2"]))

    (lead,) = commitment(noemie, day=datetime.date(2024, 12, 31)).leads
    assert (lead.party, lead.role.code, lead.body.id, lead.body.names["en"]) == (
        "can",
        "leads",
        "can-gac",
        "Global Affairs Canada",
    )
    (lead,) = commitment(noemie, day=datetime.date(2025, 1, 1)).leads
    assert lead.body.names == {"en": "Foreign Ministry"}
    (lead,) = commitment(noemie, "P1.I2").leads
    assert (lead.role.code, lead.body.names["en"]) == ("supports", "Global Affairs Canada")


def test_bodies_that_acted_bear_the_name_of_the_day_stated_or_none(noemie, leaves):
    leaves(named(noemie, from_on="2024-11-01"))
    leaves(a_report(noemie, on="2024-12-01", bodies=["can-gac", "kor-mofa"]))
    leaves(a_report(noemie, on="2024-10-01", bodies=["can-gac"]))

    canada = commitment(noemie, "P1.I2").accounts[0]
    gac, mofa = canada.latest.bodies
    assert (gac.names["fr"], gac.unnamed) == ("Affaires mondiales Canada", None)
    assert (mofa.id, mofa.names, mofa.party) == ("kor-mofa", {}, "")
    assert mofa.unnamed.by_language() == {
        "en": "no name on that day",
        "fr": "aucun nom à cette date",
        "ko": "해당 날짜의 명칭 없음",
    }
    (then,) = canada.before[0].bodies
    assert (then.party, then.names) == ("can", {})


def test_a_correction_keeps_the_bodies_unless_it_names_others(noemie, leaves):
    placed = leaves(a_report(noemie, bodies=["can-gac"]))
    said = {"report": placed.id, "stage": "done", "account": {"en": "Done well."}, "on": "2024-12-01", "at": AT}

    page = queries.ticket_page(noemie, reports.correct(noemie, **said), language="en")
    assert "can-gac" in [field.term.words.en for field in page.fields if field.term]
    page = queries.ticket_page(noemie, reports.correct(noemie, **said, bodies=["can-dnd"]), language="en")
    assert "can-dnd" in [field.term.words.en for field in page.fields if field.term]


@pytest.mark.parametrize(
    "wrong",
    [
        {"body": "Global Affairs"},
        {"names": {"en": " "}},
        {"from_on": "2024-13-01"},
        {"from_on": "2025-01-02", "until_on": "2025-01-01"},
        {"leads": ["P9.I9"]},
        {"supports": ["another#P1.I1"]},
    ],
)
def test_a_name_that_cannot_stand_is_refused_in_three_languages(noemie, wrong):
    with pytest.raises(BodyNotSound) as refused:
        named(noemie, **wrong)

    assert len({refused.value.sentence(language) for language in LANGUAGES}) == len(LANGUAGES)


def test_a_body_is_named_in_a_channel_of_ours(noemie):
    with pytest.raises(NotHere):
        bodies.name(noemie, channel="elsewhere", at=AT, **MINISTRY)


def test_a_name_that_would_leave_is_shown_field_by_field(noemie):
    ticket = named(noemie, from_on="2024-11-01", leads=["P1.I1", f"{PLAN}#P1.I2"])

    page = queries.ticket_page(noemie, ticket, language="en")
    assert [field.plain for field in page.fields] == ["can-gac", "CAN", "2024-11-01", "1.1, 1.2"]
    assert page.prose[0].versions == MINISTRY["names"]
