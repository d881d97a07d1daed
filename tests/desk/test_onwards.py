"""Nothing derived leaves below its parts (faults M04 and M05): our own officer is refused, and nothing is kept of it."""

import io
import shutil

import pytest
from django.test import Client

from suivi.desk import entries, queries, registers, sign_in
from suivi.desk.actions import channel as channels
from suivi.desk.actions import evidence, farewells, joint, releases, reports
from suivi.desk.models import Ticket
from suivi.exchange.charter import charter_proposal, first_charter
from suivi.exchange.faults import Refused
from suivi.log.header import Reference
from suivi.record.marking import Label, Marking, Tlp
from tests.desk.conftest import AT, MINUTE
from tests.desk.test_evidence_and_bodies import SOURCE
from tests.two_nodes.capitals import PLAN, report
from tests.two_nodes.orders import CHANNEL, PASSWORD

AMBER, GREEN = {"tlp": "AMBER"}, {"tlp": "GREEN"}
PROTECTED = Label(policy="ca-gc", levels=(("protected", "PROTECTED A"),))
KOREAN = Label(policy="kr-gov", levels=(("classified", "대외비"),))


def everything():
    logs = ("suivi/can/can-kor", "suivi/kor/can-kor", "suivi/can/home")
    return [entries.log_size(log) for log in logs], Ticket.objects.count(), registers.common(CHANNEL).plans[PLAN].digest


def refused(act):
    before = everything()
    with pytest.raises(Refused) as refusal:
        act()
    assert everything() == before
    return refusal.value.code


def leaves(ticket):
    for minutes, officer in enumerate(sign_in.officers()[:2], start=1):
        releases.approve(officer, ticket=ticket, password=PASSWORD, at=AT + minutes * MINUTE)
    return releases.release(sign_in.officers()[0], ticket=ticket, at=AT + 3 * MINUTE)


def reported_as(officer, marking, provision="P1.I2"):
    said = report(provision=provision, on="2024-12-01")
    return leaves(reports.file(officer, **said, marking=marking, at=AT))


def cites(officer, filed, marking, provision="P1.I2"):
    return evidence.attach(officer, plan=PLAN, provision=provision, report=filed.id, marking=marking, at=AT, **SOURCE)


def corrects(officer, filed, marking):
    account = {"en": "Corrected words."}
    return reports.correct(
        officer, report=filed.id, stage="done", account=account, on="2024-12-01", marking=marking, at=AT
    )


def test_m04_evidence_is_marked_no_lower_than_the_report_it_supports(noemie):
    filed = reported_as(noemie, AMBER)

    assert refused(lambda: cites(noemie, filed, GREEN)) == "marking.below-parts"

    leaves(cites(noemie, filed, AMBER))
    placed = registers.common(CHANNEL).plans[PLAN].standing("P1.I2").evidence[0]
    lower = lambda: farewells.mark(noemie, channel=CHANNEL, seq=placed.seq, tlp="GREEN", at=AT)  # noqa: E731  one act
    assert refused(lower) == "marking.below-parts"


def test_m04_a_correction_is_marked_no_lower_than_the_words_it_corrects(noemie):
    filed = reported_as(noemie, AMBER)

    assert refused(lambda: corrects(noemie, filed, GREEN)) == "marking.below-parts"

    leaves(farewells.mark(noemie, channel=CHANNEL, seq=filed.seq, tlp="GREEN", at=AT))
    leaves(corrects(noemie, filed, GREEN))
    assert registers.common(CHANNEL).plans[PLAN].standing("P1.I2").latest("can").marking.label() == "TLP:GREEN"


def test_m04_what_was_marked_higher_since_the_ticket_was_cut_is_refused_at_release(noemie):
    filed = reported_as(noemie, GREEN)
    ticket = cites(noemie, filed, GREEN)
    leaves(farewells.mark(noemie, channel=CHANNEL, seq=filed.seq, tlp="AMBER", at=AT))
    for minutes, officer in enumerate(sign_in.officers()[:2], start=1):
        releases.approve(officer, ticket=ticket, password=PASSWORD, at=AT + minutes * MINUTE)

    assert refused(lambda: releases.release(noemie, ticket=ticket, at=AT + 3 * MINUTE)) == "marking.below-parts"


@pytest.fixture
def both_tables(noemie, serve, stages, tmp_path):
    """Ottawa under a charter that both capitals have agreed: its ceiling holds a level of each national table, its
    records and files are smaller than the format lets them be, and entries state the day of release alone.
    """
    ottawa, seoul = entries.own_node().folder, tmp_path / "kor"
    shutil.copytree(stages / "reported" / "kor", seoul)
    in_force = next(one for one in registers.common(CHANNEL).joint_texts.values() if one.proposed.kind == "charter")
    ceiling = Marking(tlp=Tlp.AMBER, labels=(PROTECTED, KOREAN))
    old = in_force.proposed.body
    lowered = {"content": 4_000, "bundle": 70_000}
    charter, body = first_charter(CHANNEL, old.parties, old.languages, ceiling=ceiling, limits=lowered, at="day")
    named = Reference(in_force.proposal.log, in_force.proposal.seq, in_force.leaf.hex())
    leaves(
        releases.cut(
            noemie, record=charter_proposal(charter, body), channel=CHANNEL, subject="channel",
            refs={"supersedes": named}, at=AT,
        )
    )  # fmt: skip
    octets = channels.hand_over_file()[1]
    serve(seoul)
    channels.take_in_file(lambda: io.BytesIO(octets), at=AT)
    korean = sign_in.officers()[0]
    leaves(joint.concur(korean, leaf=queries.joint_text_waiting(korean), at=AT))
    answer = channels.hand_over_file()[1]
    serve(ottawa)
    channels.take_in_file(lambda: io.BytesIO(answer), at=AT)
    assert registers.ceiling(CHANNEL) == ceiling
    return sign_in.officers()[0]


@pytest.mark.sqlite  # one process serves the nodes of both capitals in turn, each from its file
def test_m05_a_level_of_one_table_does_not_stand_for_a_level_of_another(both_tables):
    protected = Marking(tlp=Tlp.AMBER, labels=(PROTECTED,)).value()
    korean = Marking(tlp=Tlp.AMBER, labels=(KOREAN,)).value()
    both = Marking(tlp=Tlp.AMBER, labels=(PROTECTED, KOREAN)).value()
    filed = reported_as(both_tables, protected)

    assert refused(lambda: cites(both_tables, filed, korean)) == "marking.no-equivalence"
    assert refused(lambda: cites(both_tables, filed, AMBER)) == "marking.below-parts"
    assert leaves(cites(both_tables, filed, both)).seq == entries.log_size("suivi/can/can-kor") - 1


@pytest.mark.sqlite  # as above
def test_where_a_charter_names_national_tables_every_form_of_a_marking_offers_their_values_up_to_the_ceiling(
    both_tables,
):
    desk, page = desk_of(both_tables), f"/plans/{PLAN}/P1.I2"
    for form in (desk.get(page).content.decode(), desk.get("/channel").content.decode()):
        assert 'value="ca-gc:protected:PROTECTED A"' in form
        assert 'value="kr-gov:classified:대외비"' in form
        assert "PROTECTED B" not in form  # above the ceiling
        assert "AMBER+STRICT" not in form
        assert "ca-gc:classified" not in form  # of that chain the ceiling allows the lowest value only
    said = {"stage": "under-way", "on": "2024-11-30", "account-en": "Talks were held."}

    ticket = desk.post(f"{page}/report", {**said, "tlp": "AMBER", "national": ["ca-gc:protected:PROTECTED A", ""]})

    assert "TLP:AMBER // PROTECTED A" in desk.get(ticket.url).content.decode()
    placed = leaves(ticket.url.split("/")[-1])
    marked = {"channel": CHANNEL, "seq": placed.seq, "tlp": "AMBER", "national": ["", "kr-gov:classified:대외비"]}
    again = desk.post("/channel/mark", marked)
    assert "TLP:AMBER // 대외비" in desk.get(again.url).content.decode()
    kept = desk.post("/channel/mark", {"channel": CHANNEL, "seq": placed.seq, "tlp": "GREEN", "national": ["", ""]})
    assert "TLP:GREEN // PROTECTED A" in desk.get(kept.url).content.decode()


def test_where_no_table_counts_a_form_offers_none_and_a_report_bears_what_is_chosen(noemie):
    desk, page = desk_of(noemie), f"/plans/{PLAN}/P1.I2"
    form = desk.get(page).content.decode()
    assert 'name="national"' not in form
    assert '<option value="AMBER" selected>TLP:AMBER</option>' in form

    said = {"stage": "under-way", "on": "2024-11-30", "account-en": "Talks were held."}
    ticket = desk.post(f"{page}/report", {**said, "tlp": "GREEN"})

    assert Ticket.objects.get(digest=ticket.url.split("/")[-1]).marking == '{"tlp":"GREEN"}'


def desk_of(officer):
    desk = Client()
    desk.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    return desk


@pytest.mark.sqlite  # as above
def test_nothing_longer_than_the_charter_allows_is_put_before_officers(both_tables):
    allowed = report(provision="P1.I2", on="2024-12-01")
    long = {**allowed, "account": {"en": "Long words. " * 400}}

    assert refused(lambda: reports.file(both_tables, **long, at=AT)) == "size.content"
    assert leaves(reports.file(both_tables, **allowed, at=AT)).seq == entries.log_size("suivi/can/can-kor") - 1
    assert refused(lambda: channels.hand_over_file(from_start=True)) == "size.bundle"
    assert len(channels.hand_over_file()[1]) < 70_000


@pytest.mark.sqlite  # as above
def test_where_the_charter_says_so_entries_state_the_day_of_their_release_and_nothing_more(both_tables):
    placed = leaves(reports.file(both_tables, **report(provision="P1.I2", on="2024-12-01"), at=AT))

    assert [entry.header.at for entry in entries.read_log(placed.log, from_seq=placed.seq)] == [AT.date().isoformat()]
    assert registers.common(CHANNEL).set_aside == ()
    assert registers.common(CHANNEL).plans[PLAN].standing("P1.I2").latest("can").at[:10] == AT.date().isoformat()
