"""Clearance × page × export: what is marked above an officer's clearance is nowhere; what is not, is seen as before.

- A plan agreed as TLP:GREEN, with reports of both markings on record and waiting, and matter at home that bears none of
  its own (so TLP:AMBER); the same addresses as the table of mandates, asked for by clearance.
"""

import datetime
import shutil

import pytest
from django.test import Client
from django.urls import reverse

from suivi.desk import access, clock, mandates, project, queries, registers, sign_in
from suivi.desk.actions import calendar, channel, evidence_files, minutes, officers, plans, reports, returns
from suivi.desk.actions.officers import MandateNotSound
from suivi.exchange.faults import Refused
from suivi.log.canonical import canonical
from suivi.record.marking import AMBER, Marking, Tlp
from tests.desk.conftest import AT
from tests.desk.test_mandate_table import addresses, unpacked
from tests.postgresql.serving import ON_POSTGRESQL
from tests.two_nodes import orders
from tests.two_nodes.capitals import PLAN, report, sample_texts, sample_titles

OWN, OTHER = "P1.I2", "P1.I3"
GREEN = {"tlp": "GREEN"}
PLANTED = {
    "on record, green": "Kingfisherone",
    "on record, amber": "Kingfishertwo",
    "waiting, green": "Kingfisherthree",
    "waiting, amber": "Kingfisherfour",
    "note": "Kingfisherfive",
    "evidence": "Kingfishersix",
    "return": "Kingfisherseven",
}
LOW = {"on record, green", "waiting, green"}
DAY = datetime.timedelta(days=1)


def said(datum, **more):
    return {**report(account={"en": f"Heronry {PLANTED[datum]}"}, on="2024-11-20"), **more}


@pytest.fixture
def ottawa(serve, stages, tmp_path):
    """The Canadian node with a plan in effect that both sides agreed as TLP:GREEN, and every word in its place."""
    for party in ("can", "kor"):
        shutil.copytree(stages / "chartered" / party, tmp_path / party)
    serve(tmp_path / "can")
    first = sign_in.officers()[0]
    texts = sample_texts()[:1]
    draft = plans.read_document(first, files=texts, plan=PLAN, agreed_on="2024-11-01", titles=sample_titles(), at=AT)
    for read in queries.reading_page(first, draft, language="en").doubtful:
        plans.settle(first, draft=draft, commitment=read.id, decision="accept", value="", at=AT)
    with pytest.raises(Refused) as refusal:
        plans.propose(first, draft=draft, tlp="RED", at=AT)
    assert refusal.value.code == "marking.above-ceiling"
    green = plans.propose(first, draft=draft, tlp="GREEN", at=AT)
    assert access.ticket_for(first, green).value["marking"] == GREEN
    orders.leave(ticket=green, at=AT)
    theirs = orders.hand_over()
    serve(tmp_path / "kor")
    orders.take_in(octets=theirs, at=AT + DAY)
    orders.concur(at=AT + DAY)
    ours = orders.hand_over()
    node = serve(tmp_path / "can")
    orders.take_in(octets=ours, at=AT + 2 * DAY)
    return node


@pytest.fixture
def planted(ottawa):
    first, at = sign_in.officers()[0], AT + 3 * DAY
    left = [
        reports.file(first, **said("on record, green", provision=OWN), marking=GREEN, at=at),
        reports.file(first, **said("on record, amber", provision=OTHER), at=at),
    ]
    for ticket in left:
        orders.leave(ticket=ticket, at=at)
    waiting = [
        reports.file(first, **said("waiting, green", provision=OWN), marking=GREEN, at=at),
        reports.file(first, **said("waiting, amber", provision=OTHER), at=at),
    ]
    minutes.note(first, plan=PLAN, provision=OWN, words=PLANTED["note"], at=at)
    octets = b"What was said.\n"
    evidence_files.keep_file(
        first, plan=PLAN, provisions=[OWN], name="said.txt", octets=octets, title=PLANTED["evidence"], at=at
    )
    due = clock.today() + 20 * DAY
    (asked,) = returns.ask(
        first, plan=PLAN, provisions=[OWN], of=first.name, due_on=due, note=PLANTED["return"], at=clock.now()
    )
    return {"ticket": [*left, *waiting], "draft": ["1"], "asked": [str(asked)]}


def person(ceiling):
    made = sign_in.enrol(f"Cleared {ceiling}", orders.PASSWORD, roles=["focal-point"], language="en", published=True)
    mandates.give(made, "auditor", at=AT)
    officers.set_clearance(sign_in.officers()[0], of=str(made.pk), marking=ceiling, at=AT + 4 * DAY)
    return access.officer_for(made, str(made.pk))


def seen_by(officer, planted):
    """Which data stand somewhere on a page or in a file for the officer; every address of the desk is asked for."""
    secret = calendar.open_feed(officer, at=AT)
    desk = Client(raise_request_exception=False)
    desk.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    found = {}
    for address in addresses(planted, secret):
        answer = desk.get(address)
        assert answer.status_code < 500, address
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        body = unpacked(body) + repr(answer.headers).encode()
        for datum, word in PLANTED.items():
            if word.encode() in body:
                found.setdefault(datum, []).append(address)
    return found


def test_nobody_sees_anywhere_what_is_marked_above_his_clearance(planted):
    green, amber = person(GREEN), person({"tlp": "AMBER"})

    found = seen_by(green, planted)
    assert {datum: places for datum, places in found.items() if datum not in LOW} == {}
    assert found.keys() == LOW
    assert any(place.startswith("/search") for place in found["on record, green"])
    if not ON_POSTGRESQL:  # once is enough: what differs there is how rows are asked for
        assert seen_by(amber, planted).keys() == PLANTED.keys()

    # What is counted, compared and said to be due follows too.
    lines = {row.provision: row for row in access.commitment_rows_for(green, [(PLAN, OWN), (PLAN, OTHER)])}
    assert (lines[OWN].own_stage, lines[OTHER].own_stage) == ("under-way", "")
    assert lines[OTHER].reports == 0
    held_in, _, standing = access.provision_for(green, PLAN, OTHER)
    assert standing.latest("can") is None
    assert access.register_for(green, held_in).set_aside == registers.common(held_in).set_aside
    assert (
        access.register_for(green, held_in, as_of=(AT + 3 * DAY).date()).plans[PLAN].standing(OTHER).latest("can")
        is None
    )
    with pytest.raises(access.NotHere):
        access.whole_plan_for(green, PLAN)
    assert access.whole_plan_for(amber, PLAN)

    # A clearance holds on its days, the first and the last included, and on no other.
    today = clock.today()
    days = ((-1, 1, True), (0, 0, True), (1, 9, False), (-9, -1, False))
    for begins, ends, holds in days:
        between = {"from_on": (today + begins * DAY).isoformat(), "until_on": (today + ends * DAY).isoformat()}
        officers.set_clearance(first(), of=str(amber.pk), marking={"tlp": "AMBER"}, **between, at=AT + 5 * DAY)
        dated = access.officer_for(amber, str(amber.pk))
        assert access.is_cleared(dated, AMBER) == holds, between
    assert "Not on this day" in page_of(amber)
    if not ON_POSTGRESQL:
        assert seen_by(access.officer_for(amber, str(amber.pk)), planted) == {}

    # Rows made anew are those that were there, whoever reads them.
    assert sum(each.healed for each in project.rebuild()) == 0


def test_a_channel_is_counted_verified_and_handed_over_for_those_who_may_see_all_it_carries(planted):
    green, amber = person(GREEN), person({"tlp": "AMBER"})
    low, high = (queries.channel_page(officer, language="en") for officer in (green, amber))

    assert [(log.size, log.root, log.keys, log.last_entry_at) for log in low.logs] == [(0, "", (), None)] * 2
    assert {log.fingerprint for log in low.logs} == {log.fingerprint for log in high.logs}
    assert all(log.size and log.root and log.keys for log in high.logs)
    assert queries.plan_page(green, PLAN, as_of=None, language="en", filters={}).sources == ()
    assert len(queries.plan_page(amber, PLAN, as_of=None, language="en", filters={}).sources) == 2
    _, octets = channel.hand_over(amber, at=AT)
    assert PLANTED["on record, amber"].encode() in octets
    for act in (channel.hand_over, channel.pull, lambda officer, at: channel.verify(officer)):
        with pytest.raises(access.NotHere):
            act(green, at=AT)

    desk = Client()
    desk.force_login(green, backend="django.contrib.auth.backends.ModelBackend")
    shown = desk.get(reverse("channel")).content.decode()
    assert high.logs[0].fingerprint.split()[0] in shown
    assert [log.root for log in high.logs if log.root in shown] == []
    assert desk.post(reverse("hand-over")).status_code == 404


def test_a_clearance_is_a_marking_and_is_noted_and_ended(ottawa):
    first = sign_in.officers()[0]
    limited = person({"tlp": "AMBER", "labels": [{"policy": "ca-gc", "levels": _level()}]})
    assert access.is_cleared(limited, AMBER)
    assert not access.is_cleared(limited, Marking(tlp=Tlp.RED))

    for wrong in (
        {"marking": {"tlp": "PURPLE"}},
        {"marking": {"tlp": "GREEN"}, "until_on": "soon"},
        {"marking": {"tlp": "GREEN"}, "from_on": "2025-02-01", "until_on": "2025-01-31"},
    ):
        with pytest.raises(MandateNotSound):
            officers.set_clearance(first, of=str(limited.pk), **wrong, at=AT + 5 * DAY)
    officers.set_clearance(first, of=str(limited.pk), marking=None, at=AT + 5 * DAY)
    assert access.ceiling_of(access.officer_for(first, str(limited.pk))) is None
    limited.ceiling = "{}"
    assert not access.is_cleared(limited, AMBER)  # what cannot be read opens least
    limited.ceiling = canonical({"tlp": "GREEN"}).decode()
    assert not access.is_cleared(limited, AMBER)


def first():
    return sign_in.officers()[0]


def page_of(person):
    desk = Client()
    desk.force_login(first(), backend="django.contrib.auth.backends.ModelBackend")
    return desk.get(f"/officers/{person.pk}").content.decode()


def _level():
    from suivi.record.policies import POLICIES

    chain, values = next(iter(POLICIES["ca-gc"].chains.items()))
    return {chain: tuple(values)[-1]}


def test_an_officers_clearance_is_set_on_his_page(ottawa):
    first, second = sign_in.officers()[:2]
    desk = Client()
    desk.force_login(first, backend="django.contrib.auth.backends.ModelBackend")

    assert desk.post(f"/officers/{second.pk}/clearance", {"tlp": "GREEN"}).status_code == 302
    assert "May see what is marked up to" in desk.get(f"/officers/{second.pk}").content.decode()
    national = ["ca-gc:protected:PROTECTED A", "", "ca-gc:CABINET CONFIDENCE", "kr-gov:classified:대외비"]
    desk.post(f"/officers/{second.pk}/clearance", {"tlp": "AMBER", "national": national})
    page = desk.get(f"/officers/{second.pk}").content.decode()
    assert "TLP:AMBER // PROTECTED A // 대외비 // CABINET CONFIDENCE" in page
    assert 'value="ca-gc:protected:PROTECTED A" selected' in page
    assert 'value="ca-gc:CABINET CONFIDENCE" checked' in page
    assert 'value="ca-gc:classified:SECRET" selected' not in page
    wrong = desk.post(f"/officers/{second.pk}/clearance", {"tlp": "AMBER", "national": "ca-gc:protected:SECRET"})
    assert "mandate-not-sound" in wrong.content.decode()
    desk.post(f"/officers/{second.pk}/clearance", {"tlp": ""})
    assert "May see every marking the channel carries." in desk.get(f"/officers/{second.pk}").content.decode()
