"""Officers: enrolled, mandated, away, handed over; nothing lost, nothing twice, and the home log tells all of it."""

import datetime
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from suivi.desk import access, entries, mandates, queries, second_factor, sign_in
from suivi.desk.actions import exports, officers, releases, reports, returns, views, writing
from suivi.desk.actions.writing import StepTyped
from suivi.desk.founding import NameNotUsable
from suivi.desk.workbooks import kept
from suivi.desk.workbooks.cells import Cells
from suivi.record.home import Acted
from suivi.record.marking import AMBER
from tests.desk.conftest import AT, MINUTE
from tests.two_nodes.capitals import PLAN, report
from tests.two_nodes.orders import PASSWORD

DAY = datetime.timedelta(days=1)
NAME = "N. O’Brien-김민수 <b>"


def enrolled(by, name=NAME, *roles):
    return officers.enrol(by, name=name, password=PASSWORD, roles=roles, at=AT)


def person(number):
    return next(officer for officer in sign_in.officers() if str(officer.pk) == number)


def told():
    return [
        (entry.record.act, dict(entry.record.about))
        for entry in entries.read_log("suivi/can/home")
        if isinstance(entry.record, Acted)
    ]


def test_a_lead_is_enrolled_mandated_and_can_sign_in(noemie):
    number = enrolled(noemie)
    officers.give_mandate(noemie, to=number, role="lead", plan=PLAN, provision="1.2", at=AT)

    assert sign_in.officer_named(NAME, PASSWORD) == person(number)
    assert access.may(person(number), "draft", plan=PLAN, provision="P1.I2")
    assert not access.may(person(number), "draft", plan=PLAN, provision="P1.I1")
    assert told() == [
        (
            "mandate-given",
            {"officer": NAME, "role": "lead", "plan": PLAN, "provision": "P1.I2", "from_on": "2024-12-04"},
        )
    ]


def test_the_history_names_files_taken_out_in_their_own_script_also_those_noted_by_number_before(noemie):
    before = Acted("exported", {"file": r"\ud68c\uc758\xe9.pdf", "what": "/search?q=%EC%99%B8%EA%B5%90"})
    acting = access.acting(noemie, at=AT)
    entries.append_home(before, channel=entries.HOME, subject="channel", marking=AMBER, at=AT, by=acting)
    exports.note(noemie, what="/lists/search.csv?q=%E2%80%AE", file="한국 회의 ‘2’ \u202e.txt", at=AT)
    exports.note(noemie, what="/lists/returns.csv", file="", at=AT)

    last, first, older = queries.history_page(noemie, {"kind": "exported"}).acts

    assert [[fact.plain for fact in act.about] for act in (older, first, last)] == [
        ["회의é.pdf", "/search?q=외교"],
        [r"한국 회의 ‘2’ \u202e.txt", "/lists/search.csv?q=%E2%80%AE"],
        ["/lists/returns.csv"],
    ]


@pytest.mark.parametrize("name", ["", " ", "x" * 300, "two\nlines", "\u202ereversed"])
def test_a_name_that_cannot_be_shown_is_refused(noemie, name):
    with pytest.raises(NameNotUsable):
        enrolled(noemie, name)


def test_two_officers_cannot_bear_one_name(noemie):
    enrolled(noemie)

    with pytest.raises(officers.NameTaken):
        enrolled(noemie)


def test_a_double_click_gives_one_mandate_notes_one_absence_and_ends_once(noemie, adrian):
    number = enrolled(noemie)
    for _ in range(2):
        officers.give_mandate(noemie, to=number, role="auditor", at=AT)
        officers.note_absence(noemie, of=number, deputy=str(adrian.pk), from_on="2024-12-10", at=AT)
    (held,) = mandates.mandates_of(person(number))
    for _ in range(2):
        officers.end_mandate(noemie, mandate=str(held.pk), at=AT)

    assert [act for act, _ in told()] == ["mandate-given", "absence-noted", "mandate-ended"]
    assert len(mandates.absences_of(person(number))) == 1
    assert mandates.mandates_of(person(number))[0].until_on == AT.date() - DAY


@pytest.mark.parametrize(
    "wrong",
    [
        {"role": "king"},
        {"role": "administrator", "plan": PLAN},
        {"role": "lead", "provision": "P1.I1"},
        {"role": "lead", "from_on": "yesterday"},
        {"role": "lead", "from_on": "2025-02-01", "until_on": "2025-01-01"},
        {"role": "lead", "body": "no body at all"},
    ],
)
def test_a_mandate_that_is_not_sound_is_refused_and_nothing_is_kept(noemie, wrong):
    number = enrolled(noemie)

    with pytest.raises(officers.MandateNotSound):
        officers.give_mandate(noemie, to=number, **wrong, at=AT)

    assert mandates.mandates_of(person(number)) == []


def test_who_does_not_administer_changes_nobody_but_may_name_his_own_deputy(noemie, adrian):
    number = enrolled(noemie, NAME, "focal-point")
    other = person(number)

    for act in (
        lambda: officers.enrol(other, name="Another", password=PASSWORD, at=AT),
        lambda: officers.give_mandate(other, to=number, role="administrator", at=AT),
        lambda: officers.let_go(other, of=str(adrian.pk), at=AT),
        lambda: officers.hand_over(other, of=str(adrian.pk), to=number, at=AT),
        lambda: officers.note_absence(other, of=str(adrian.pk), deputy=number, at=AT),
        lambda: queries.officers_page(other),
    ):
        with pytest.raises((access.NotMandated, access.NotHere)):
            act()
    officers.note_absence(other, of=number, deputy=str(adrian.pk), at=AT)
    assert [away.deputy for away in mandates.absences_of(other)] == [adrian]


def test_the_desk_is_never_left_without_an_administrator(noemie, adrian):
    officers.let_go(noemie, of=str(adrian.pk), at=AT)

    with pytest.raises(officers.LastAdministrator):
        officers.let_go(noemie, of=str(noemie.pk), at=AT)
    noemie.refresh_from_db()
    assert noemie.is_active
    assert access.may(noemie, "administer", at=AT)
    assert not access.may(adrian, "administer", at=AT + DAY)


def test_a_hand_over_moves_mandates_and_what_is_under_way_in_one_act(noemie, adrian):
    giver, taker = enrolled(noemie), enrolled(noemie, "Successor")
    officers.give_mandate(noemie, to=giver, role="lead", plan=PLAN, provision="P1.I2", until_on="2090-06-30", at=AT)
    ticket = reports.file(
        person(giver), **report(provision="P1.I2", account={"en": "A meeting."}, on="2024-12-01"), at=AT
    )
    before, gone = person(giver), person(giver)

    officers.hand_over(noemie, of=giver, to=taker, on="2024-12-05", leaves=True, at=AT)

    (moved,) = mandates.mandates_of(person(taker))
    assert (moved.role, moved.provision, str(moved.from_on), str(moved.until_on)) == (
        *("lead", "P1.I2"),
        *("2024-12-05", "2090-06-30"),
    )
    gone.refresh_from_db()
    assert not gone.is_active
    assert sign_in.officer_named(NAME, PASSWORD) is None
    assert access.may(person(taker), "draft", plan=PLAN, provision="P1.I2", at=AT + DAY)
    assert [row.digest for row in access.tickets_for(person(taker), waiting=True)] == [ticket]
    assert before.name == access.ticket_for(noemie, ticket).cut_by.name
    assert [act for act, _ in told()][-3:] == ["mandate-given", "mandate-ended", "handed-over"]


def test_a_hand_over_takes_along_returns_views_workbooks_steps_of_approval_and_absences_to_cover(noemie, adrian):
    giver, taker = enrolled(noemie, NAME, "focal-point"), enrolled(noemie, "Successor")
    person_gone = person(giver)
    waits, sent = returns.ask(
        noemie, plan=PLAN, provisions=["P1.I2", "P1.I3"], of=NAME, due_on=AT.date() + 30 * DAY, note="", at=AT
    )
    boxes = {"kind": "report", "stage": "under-way", "on": "2024-12-01", "account-en": "They met."}
    tickets = [
        writing.hand_in(person_gone, asked_for=int(number), version=0, typed=boxes, at=AT) for number in (waits, sent)
    ]
    for officer in (noemie, adrian):
        releases.approve(officer, ticket=tickets[1], password=PASSWORD, at=AT + MINUTE)
    releases.release(noemie, ticket=tickets[1], at=AT + MINUTE)
    writing.set_steps(noemie, plan=PLAN, steps=[StepTyped(name="Director", officers=(NAME,), everyone=False)], at=AT)
    for officer, question in ((person_gone, "state=late"), (person(taker), "q=mine")):
        mandates.give(officer, "auditor", at=AT)
        views.keep(officer, listing="commitments", name="Monday", asked=question)
    away = mandates.note_absence(adrian, person_gone, from_on=AT.date(), until_on=None, by=noemie, at=AT)

    officers.hand_over(noemie, of=giver, to=taker, on=(AT.date() + DAY).isoformat(), leaves=True, at=AT)

    successor = person(taker)
    assert {str(row.pk) for row in access.returns_for(successor) if row.officer_id == successor.pk} == {waits}
    assert [step.officers for step in access.approval_steps(successor)] == [["Successor"]]
    assert [(view.name, view.asked) for view in access.views_for(successor, "commitments")] == [
        ("Monday", "q=mine"),
        (f"Monday ({NAME})", "state=late"),
    ]
    covers = [each for each in mandates.absences_of(adrian) if each.deputy_id == successor.pk]
    assert [(each.from_on, each.until_on) for each in covers] == [(AT.date() + DAY, None)]
    away.refresh_from_db()
    assert away.until_on == AT.date()
    assert told()[-1] == (
        "handed-over",
        {
            "officer": NAME,
            "to": "Successor",
            "from_on": "2024-12-05",
            "mandates": "2",
            "drafts": "1",
            "views": "1",
            "steps": "1",
        },
    )


def test_a_workbook_that_waits_to_be_taken_in_goes_over_with_the_file(noemie):
    giver, taker = enrolled(noemie, NAME, "focal-point"), enrolled(noemie, "Successor")
    number = kept.keep(person(giver), name="retours.xlsx", octets=b"", cells=Cells(sheet="", codes=(), rows=()), at=AT)

    officers.hand_over(noemie, of=giver, to=taker, leaves=True, at=AT)

    assert access.workbook_for(person(taker), number).name == "retours.xlsx"


def test_the_history_tells_who_did_what_under_which_mandate(noemie, adrian):
    number = enrolled(noemie)
    officers.give_mandate(noemie, to=number, role="lead", plan=PLAN, provision="P1.I2", at=AT)
    ticket = reports.file(person(number), **report(provision="P1.I2", account={"en": "Met."}, on="2024-12-01"), at=AT)
    releases.approve(adrian, ticket=ticket, password=PASSWORD, at=AT + MINUTE)

    mine = queries.history_page(person(number), {})
    all_ = queries.history_page(noemie, {"kind": "report.filed", "officer": NAME})

    assert [(act.kind.code, act.officer, act.role.en, act.place) for act in mine.acts[:2]] == [
        ("home.approved", adrian.name, "approver", ""),
        ("report.filed", NAME, "lead", f"{PLAN} P1.I2"),
    ]
    assert [act.provision for act in all_.acts] == ["P1.I2"]
    assert "mandate-given" not in {act.kind.code for act in mine.acts}
    assert queries.history_page(noemie, {"from": "2030-01-01"}).acts == ()


def test_a_history_longer_than_a_page_goes_on_where_it_stopped(noemie):
    for number in range(60):
        enrolled(noemie, f"Officer {number}")

    first = queries.history_page(noemie, {})
    second = queries.history_page(noemie, {}, before=first.older)

    assert len(first.acts) == 50
    assert first.acts[-1].seq > second.acts[0].seq
    assert queries.history_page(noemie, {}, before=0).acts == ()


def test_who_forgot_the_password_keeps_the_second_factor_and_who_lost_the_device_the_password(noemie, adrian):
    number = enrolled(noemie)
    secret = second_factor.new_secret()
    code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    second_factor.turn_on(person(number), secret=secret, code=code)

    officers.renew_password(noemie, of=number, password="first-" + "quite-another-one", at=AT)
    assert (sign_in.officer_named(NAME, PASSWORD), second_factor.is_on(person(number))) == (None, True)

    officers.end_second_factor(noemie, of=number, at=AT)
    kept = sign_in.officer_named(NAME, "first-" + "quite-another-one")
    assert (kept, second_factor.is_on(person(number))) == (person(number), False)
    with pytest.raises(access.NotHere):
        officers.end_second_factor(noemie, of=str(noemie.pk), at=AT)
    assert [act for act, _ in told()][-2:] == ["password-renewed", "second-factor-ended"]
