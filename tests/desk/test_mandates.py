"""Mandates: who may do what, where, on which day; what ended opens nothing, and an absent colleague's deputy stands in."""

import datetime

import pytest

from suivi.desk import access, entries, mandates, queries, registers, sign_in
from suivi.desk.actions import releases, reminders, reports
from suivi.desk.roles import ABILITIES, ROLES
from tests.desk.conftest import AT, MINUTE
from tests.two_nodes.capitals import PLAN, report
from tests.two_nodes.orders import PASSWORD

DAY = datetime.timedelta(days=1)
TODAY = AT.date()
WORDS = {"en": "A third meeting was held in Gatineau."}


def officer(name, *roles):
    return sign_in.enrol(name, PASSWORD, roles=roles, language="en", published=True)


def filed(person, provision="P1.I2", at=AT):
    return reports.file(person, **report(provision=provision, account=WORDS, on="2024-12-01"), at=at)


@pytest.fixture
def lead(ottawa):
    """A lead of two commitments."""
    person = officer("Lead")
    for provision in ("P1.I1", "P1.I2"):
        mandates.give(person, "lead", plan=PLAN, provision=provision, at=AT)
    return person


def test_every_role_opens_known_abilities_and_every_ability_is_opened_by_a_role():
    opened = {ability for role in ROLES.values() for ability in role.opens}

    assert opened == ABILITIES.keys()


def test_a_lead_drafts_on_his_commitments_and_nowhere_else(lead):
    filed(lead, "P1.I1"), filed(lead, "P1.I2")

    for act in (lambda: filed(lead, "P1.I3"), lambda: access.must(lead, "draft", plan=PLAN), lambda: filed_body(lead)):
        with pytest.raises(access.NotMandated):
            act()


def filed_body(person):
    from suivi.desk.actions import bodies

    return bodies.name(person, channel="can-kor", body="can.ab", names={"en": "A body"}, at=AT)


def test_a_lead_sees_of_what_is_not_released_only_his_own_commitments(lead, noemie):
    hidden, open_ = filed(noemie, "P1.I3"), filed(noemie, "P1.I1")

    assert [row.digest for row in access.tickets_for(lead, waiting=True)] == [open_]
    assert [line.id for line in queries.tickets(lead).waiting] == [open_]
    assert queries.today(lead, day=AT.date()).tickets == ()  # he may read it, and it waits for somebody else
    with pytest.raises(access.NotHere):
        access.ticket_for(lead, hidden)
    assert access.plan_for(lead, PLAN)[0] == "can-kor"


def test_an_auditor_reads_everything_and_writes_nothing(ottawa, noemie):
    ticket, auditor = filed(noemie), officer("Auditor", "auditor")
    before = entries.log_size("suivi/can/home")

    assert [row.digest for row in access.tickets_for(auditor, waiting=True)] == [ticket]
    for act in (
        lambda: filed(auditor),
        lambda: releases.approve(auditor, ticket=ticket, password=PASSWORD, at=AT),
        lambda: releases.release(auditor, ticket=ticket, at=AT),
        lambda: releases.discard(auditor, ticket=ticket, at=AT),
    ):
        with pytest.raises(access.NotMandated):
            act()
    assert entries.log_size("suivi/can/home") == before


def test_a_mandate_opens_from_its_first_day_to_its_last_and_nothing_after(ottawa):
    person = officer("Somebody")
    mandates.give(person, "focal-point", from_on=TODAY, until_on=TODAY + DAY, at=AT)

    open_on = [n for n in range(-2, 4) if access.may(person, "draft", at=AT + n * DAY)]

    assert open_on == [0, 1]


def test_a_mandate_that_ended_yesterday_opens_nothing_today(ottawa, noemie):
    person = officer("Somebody", "focal-point")
    ticket = filed(person)
    held = mandates.mandates_of(person)[0]
    mandates.end(held, until_on=datetime.datetime.now(datetime.UTC).date() - DAY, by=noemie, at=AT)

    assert access.channels_for(person) == []
    assert list(access.tickets_for(person)) == []
    for ask in (
        lambda: access.plan_for(person, PLAN),
        lambda: access.ticket_for(person, ticket),
        lambda: access.must_read(person),
        lambda: access.entry_for(person, "can-kor", "can", 0),
    ):
        with pytest.raises(access.NotHere):
            ask()
    assert mandates.mandates_of(person)[0].role == "focal-point"


def test_a_deputy_does_what_an_absent_colleague_may_while_the_absence_lasts(ottawa, lead, noemie):
    deputy = officer("Deputy", "approver")
    mandates.note_absence(lead, deputy, from_on=TODAY, until_on=TODAY + DAY, by=noemie, at=AT)

    ticket = filed(deputy)
    with pytest.raises(access.NotMandated):
        filed(deputy, at=AT + 2 * DAY)

    written = home()[-1]
    assert registers.approvals(ticket) == []
    assert (written.by.officer, written.by.role, written.by.instead_of) == ("Deputy", "lead", "Lead")


def test_a_deputy_hands_nothing_on_and_nobody_stands_in_for_who_has_left(ottawa, lead, noemie):
    deputy, third = officer("Deputy"), officer("Third")
    for away, stands_in in ((lead, deputy), (deputy, third)):
        mandates.note_absence(away, stands_in, from_on=TODAY, until_on=None, by=noemie, at=AT)
    assert access.may(deputy, "draft", plan=PLAN, provision="P1.I1", at=AT)
    assert not access.may(third, "draft", plan=PLAN, provision="P1.I1", at=AT)

    lead.is_active = False
    lead.save()

    assert not access.may(deputy, "draft", plan=PLAN, provision="P1.I1", at=AT)


def test_the_home_log_says_who_acted_under_which_mandate(ottawa, lead, noemie, adrian):
    ticket = filed(lead)
    releases.approve(noemie, ticket=ticket, password=PASSWORD, at=AT)
    releases.approve(adrian, ticket=ticket, password=PASSWORD, at=AT + MINUTE)
    releases.release(adrian, ticket=ticket, at=AT + 2 * MINUTE)

    last = [(entry.header.type, entry.by.officer, entry.by.role, entry.by.provision) for entry in home()[-4:]]

    assert last == [
        ("report.filed", "Lead", "lead", "P1.I2"),
        ("home.approved", noemie.name, "approver", ""),
        ("home.approved", adrian.name, "approver", ""),
        ("home.released", adrian.name, "releaser", ""),
    ]


def test_leads_and_contributors_of_a_commitment_are_told_with_their_days(ottawa, lead, noemie):
    helper = officer("Helper")
    mandates.give(helper, "contributor", plan=PLAN, provision="P1.I1", from_on=TODAY, body="can.gac", at=AT)

    led = access.leads_for(noemie, PLAN, "P1.I1", day=TODAY)
    helped = access.contributors_for(noemie, PLAN, "P1.I1", day=TODAY)

    assert [held.officer for held in led] == ["Lead"]
    assert [(held.officer, held.body, held.from_on) for held in helped] == [("Helper", "can.gac", TODAY)]
    assert access.contributors_for(noemie, PLAN, "P1.I1", day=TODAY - DAY) == ()
    with pytest.raises(access.NotHere):
        access.leads_for(noemie, PLAN, "P9.I9", day=TODAY)


def home():
    return list(entries.read_log("suivi/can/home"))


def test_a_lead_finds_what_he_answers_for_first_and_is_reminded_of_nothing_else(lead, noemie):
    day = datetime.date(2026, 6, 1)
    own = {(PLAN, "P1.I1"), (PLAN, "P1.I2")}

    seen = queries.today(lead, day=day)
    of_all = queries.today(noemie, day=day)
    reminded = reminders.matters_of(lead, day)

    assert {(due.commitment.plan, due.commitment.id) for due in seen.own} <= own
    assert own.isdisjoint((due.commitment.plan, due.commitment.id) for due in seen.of_others)
    assert (seen.own != (), seen.of_others != ()) == (True, True)
    assert seen.due == (*seen.own, *seen.of_others)
    assert (len(seen.due), of_all.own) == (len(of_all.due), ())
    assert {matter.path for matter in reminded} <= {f"/plans/{plan}/{provision}" for plan, provision in own}
    assert list(reminders.matters_of(noemie, day))


def test_a_lead_reads_on_today_how_much_of_his_own_is_late_and_the_rest_stands_folded(lead, noemie):
    mandates.give(lead, "lead", plan=PLAN, provision="P1.I3", at=AT)
    page = queries.today(lead, day=datetime.date(2026, 6, 1))

    assert (page.answers_for_some, queries.today(noemie, day=datetime.date(2026, 6, 1)).answers_for_some) == (
        True,
        False,
    )
    assert [(due.commitment.id, due.kind) for due in page.own] == [("P1.I1", "behind"), ("P1.I3", "recurrence")]
    assert (page.own_overdue, page.overdue) == (1, 4)  # the other side's later word has no day that passed


def test_who_reports_nowhere_is_reminded_of_nothing_that_is_due_from_others(ottawa, lead):
    day = datetime.date(2026, 6, 1)

    assert list(reminders.matters_of(officer("Reads", "auditor"), day)) == []
    assert list(reminders.matters_of(officer("Approves", "approver"), day)) == []
