"""The gate: who may do what, and that what one may not see does not exist."""

import dataclasses
import inspect

import pytest

from suivi.desk import access, entries, queries, registers, sign_in
from suivi.desk.actions import channel, joint, plans, releases, reports
from suivi.desk.founding import ROLES as FOUNDING
from tests.desk.conftest import AT, MINUTE
from tests.two_nodes.capitals import PLAN, report
from tests.two_nodes.orders import PASSWORD

WORDS = {"en": "A third meeting was held in Gatineau."}


def enrolled(name, *roles):
    return sign_in.enrol(name, PASSWORD, roles=roles, language="en", published=True)


def filed(officer, **said):
    return reports.file(officer, **report(provision="P1.I2", account=WORDS, on="2024-12-01", **said), at=AT)


@pytest.fixture
def ticket(noemie):
    """A report that waits for its approvals."""
    return filed(noemie)


def test_an_officer_without_the_mandate_to_write_files_nothing(ottawa):
    reader = enrolled("Reader", "auditor")
    before = entries.log_size("suivi/can/home")

    for act in (
        lambda: filed(reader),
        lambda: plans.read_document(reader, files=[], plan="another-plan", at=AT),
        lambda: channel.take_in(reader, octets=b"", at=AT),
    ):
        with pytest.raises(access.NotMandated):
            act()

    assert entries.log_size("suivi/can/home") == before


def test_an_officer_without_the_mandate_to_approve_cannot_approve(ottawa, ticket):
    writer = enrolled("Writer", "focal-point", "releaser")

    with pytest.raises(access.NotMandated) as refusal:
        releases.approve(writer, ticket=ticket, password=PASSWORD, at=AT)

    assert refusal.value.code == "not-mandated"
    assert registers.approvals(ticket) == []


def test_an_officer_without_the_mandate_to_release_cannot_release(ottawa, noemie, adrian, ticket):
    approver = enrolled("Approver", "focal-point", "approver")
    releases.approve(noemie, ticket=ticket, password=PASSWORD, at=AT)
    releases.approve(approver, ticket=ticket, password=PASSWORD, at=AT + MINUTE)
    before = entries.log_size("suivi/can/can-kor")

    with pytest.raises(access.NotMandated):
        releases.release(approver, ticket=ticket, at=AT + MINUTE)

    assert entries.log_size("suivi/can/can-kor") == before


OPENED = {"focal-point": "draft", "approver": "approve", "releaser": "release", "administrator": "administer"}


@pytest.mark.parametrize("missing", FOUNDING)
def test_each_mandate_stands_alone(ottawa, missing):
    officer = enrolled("Somebody", *(role for role in FOUNDING if role != missing))

    assert {role: access.may(officer, OPENED[role]) for role in FOUNDING} == {
        role: role != missing for role in FOUNDING
    }
    with pytest.raises(access.NotMandated):
        access.must(officer, OPENED[missing])


def test_an_officer_who_has_left_sees_nothing(noemie, ticket):
    draft = plans.read_document(noemie, files=[sample()], plan="another-plan", at=AT)
    ((_, text), *_) = access.joint_texts_for(noemie)
    account = next(iter(access.provision_for(noemie, PLAN, "P1.I1")[2].accounts["can"]))
    noemie.is_active = False

    assert access.channels_for(noemie) == []
    assert access.plans_for(noemie) == []
    assert access.joint_texts_for(noemie) == []
    assert list(access.drafts_for(noemie)) == list(access.tickets_for(noemie)) == []
    for ask in (
        lambda: access.channel_for(noemie, "can-kor"),
        lambda: access.register_for(noemie, "can-kor"),
        lambda: access.plan_for(noemie, PLAN),
        lambda: access.provision_for(noemie, PLAN, "P1.I1"),
        lambda: access.own_account_for(noemie, account.id),
        lambda: access.joint_text_for(noemie, text.leaf.hex()),
        lambda: access.draft_for(noemie, draft),
        lambda: access.ticket_for(noemie, ticket),
        lambda: access.entry_for(noemie, "can-kor", "can", 0),
        lambda: access.attachment_for(noemie, text.proposed.attachments[0].sha256 if text.proposed.attachments else ""),
        lambda: access.must_read(noemie),
    ):
        with pytest.raises(access.NotHere):
            ask()


def test_an_officer_who_has_left_does_nothing(noemie, ticket):
    noemie.is_active = False
    before = entries.log_size("suivi/can/home")

    for act in (
        lambda: filed(noemie),
        lambda: releases.approve(noemie, ticket=ticket, password=PASSWORD, at=AT),
        lambda: releases.release(noemie, ticket=ticket, at=AT),
        lambda: releases.discard(noemie, ticket=ticket, at=AT),
        lambda: joint.concur(noemie, leaf="0" * 64, at=AT),
        lambda: channel.take_in(noemie, octets=b"", at=AT),
        lambda: channel.hand_over(noemie, at=AT),
        lambda: plans.propose(noemie, draft="1", at=AT),
    ):
        with pytest.raises((access.NotHere, access.NotMandated)):
            act()

    assert entries.log_size("suivi/can/home") == before


def test_an_officer_who_has_left_cannot_sign_in(noemie):
    assert sign_in.officer_named(noemie.name, PASSWORD) == noemie
    noemie.is_active = False
    noemie.save()

    assert sign_in.officer_named(noemie.name, PASSWORD) is None
    assert noemie not in sign_in.officers()


def test_a_wrong_password_is_nobody(noemie):
    assert sign_in.officer_named(noemie.name, "another password") is None
    assert sign_in.officer_named("Nobody", PASSWORD) is None


def test_what_does_not_exist_and_what_may_not_be_seen_are_refused_alike(noemie):
    with pytest.raises(access.NotHere) as absent:
        access.plan_for(noemie, "no-such-plan")
    noemie.is_active = False
    with pytest.raises(access.NotHere) as closed:
        access.plan_for(noemie, "no-such-plan")

    assert absent.value.sentence("fr") == closed.value.sentence("fr")
    assert absent.value.code == closed.value.code == "not-here"


@pytest.mark.parametrize("draft", ["", "0", "7" * 30, "-1", "1;", "٣", "1.0"])
def test_a_draft_that_is_no_number_is_not_here(noemie, draft):
    with pytest.raises(access.NotHere):
        access.draft_for(noemie, draft)


@pytest.mark.parametrize("typed", ["", "a", "0" * 7, "%", "________", "0" * 65])
def test_a_ticket_named_too_loosely_is_not_here(noemie, ticket, typed):
    with pytest.raises(access.NotHere):
        access.ticket_for(noemie, typed)


def test_a_ticket_is_found_by_its_first_eight_digits(noemie, ticket):
    assert access.ticket_for(noemie, ticket[:8]).digest == ticket


def test_an_entry_outside_the_log_is_not_here(noemie):
    assert access.entry_for(noemie, "can-kor", "kor", 0).seq == 0
    for party, seq in (("kor", -1), ("kor", 99), ("usa", 0)):
        with pytest.raises(access.NotHere):
            access.entry_for(noemie, "can-kor", party, seq)


def test_lists_and_pages_hold_values_and_never_rows_to_follow(noemie, ticket):
    page = queries.tickets(noemie)

    assert dataclasses.is_dataclass(page)
    assert "models" not in inspect.getmodule(type(page.waiting[0])).__name__


def sample():
    from tests.two_nodes.capitals import sample_texts

    return sample_texts()[1]
