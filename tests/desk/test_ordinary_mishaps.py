"""What happens to everybody: a mandate over since yesterday, odd names, two clocks, a double click, back, two tabs."""

import datetime
import re

import pytest
from django.test import Client

from suivi.desk import access, clock, mandates, notes, queries, sign_in
from suivi.desk.access import NotMandated
from suivi.desk.actions import officers, reports, returns
from suivi.desk.founding import NameNotUsable
from tests.desk.conftest import AT
from tests.two_nodes.capitals import PLAN, report
from tests.two_nodes.orders import PASSWORD

BACKEND = "django.contrib.auth.backends.ModelBackend"
DAY = datetime.timedelta(days=1)


def signed_in(officer):
    desk = Client()
    desk.force_login(officer, backend=BACKEND)
    return desk


def person(name, role="", **days):
    made = sign_in.enrol(name, PASSWORD, roles=[], language="en", published=True)
    if role:
        mandates.give(made, role, at=AT, **days)
    return made


def test_a_mandate_that_ended_yesterday_opens_nothing_and_what_was_typed_comes_back(ottawa):
    ended = person("Ended Yesterday", "lead", until_on=clock.today() - DAY)
    person_today = person("Ends Today", "lead", until_on=clock.today())
    typed = {"stage": "under-way", "on": "2024-11-30", "account-en": "Typed by who is “late”: 늦음 & l’été"}

    assert signed_in(person_today).get(f"/plans/{PLAN}").status_code == 200
    desk = signed_in(ended)
    assert desk.get(f"/plans/{PLAN}").status_code == 404
    answer = desk.post(f"/plans/{PLAN}/P1.I2/report", typed)

    assert answer.status_code in (404, 409)
    assert "Typed by who is “late”: 늦음 &amp; l’été" in answer.content.decode()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "No mandate of yours is in force today"),
        ("fr", "Aucun de vos mandats n’est en vigueur aujourd’hui"),
        ("ko", "오늘 유효한 권한이 없어"),
    ],
)
def test_whose_mandate_ended_yesterday_is_told_so_on_every_page_but_his_own(ottawa, language, said):
    ended = person("Ended Yesterday", "lead", until_on=clock.today() - DAY)
    ended.language = language
    ended.save()
    desk = signed_in(ended)

    for page in (
        "/",
        "/plans",
        f"/plans/{PLAN}",
        "/commitments",
        "/search?q=Ottawa",
        "/returns",
        "/calendar",
    ):
        answer = desk.get(page)
        assert (answer.status_code, said in answer.content.decode()) == (404, True), page
    for page in ("/account", f"/officers/{ended.pk}", "/history", "/help"):
        assert desk.get(page).status_code == 200, page


def test_whose_mandate_ended_yesterday_still_reads_what_he_did_as_far_as_its_marking_allows(ottawa, noemie):
    ends = person("Ended Yesterday", "lead")
    said = {"account": {"en": "A meeting."}, "on": "2024-12-01"}
    reports.file(ends, **report(provision="P1.I2", **said), marking={"tlp": "GREEN"}, at=AT)
    reports.file(ends, **report(provision="P1.I3", **said), at=AT)
    reports.file(noemie, **report(provision="P1.I1", **said), at=AT)
    (held,) = mandates.mandates_of(ends)
    mandates.end(held, until_on=clock.today() - DAY, by=noemie, at=clock.now())

    page = queries.history_page(ends, {})
    assert {(act.officer, act.provision) for act in page.acts} == {(ends.name, "P1.I2"), (ends.name, "P1.I3")}
    assert (page.own_alone, page.officers) == (True, (ends.name,))
    officers.set_clearance(noemie, of=str(ends.pk), marking={"tlp": "GREEN"}, at=clock.now())
    ends.refresh_from_db()
    assert [act.provision for act in queries.history_page(ends, {}).acts] == ["P1.I2"]

    answer = signed_in(ends).get("/history")
    assert "you see what you did yourself, and nothing else" in answer.content.decode()
    assert "/lists/history" not in answer.content.decode()
    assert signed_in(ends).get("/lists/history.csv").status_code == 404


def test_days_of_mandates_are_the_nodes_and_change_at_one_hour_in_both_capitals(ottawa):
    last = datetime.date(2026, 3, 31)
    lead = person("Until March", "lead", until_on=last)
    seoul, toronto = datetime.timezone(9 * (DAY / 24)), datetime.timezone(-4 * (DAY / 24))

    for still in (
        datetime.datetime(2026, 4, 1, 8, 59, tzinfo=seoul),
        datetime.datetime(2026, 3, 31, 19, 59, tzinfo=toronto),
    ):
        assert access.may(lead, "draft", plan=PLAN, provision="P1.I2", at=still), still
    for over in (
        datetime.datetime(2026, 4, 1, 9, 0, tzinfo=seoul),
        datetime.datetime(2026, 3, 31, 20, 0, tzinfo=toronto),
    ):
        with pytest.raises(NotMandated):
            access.must(lead, "draft", plan=PLAN, provision="P1.I2", at=over)


@pytest.mark.parametrize("name", ["N. O’Brien-D'Arcy", "김민수", "Élise “Lou” <b>&amp;", "가" * 120])
def test_a_name_is_shown_as_it_was_typed_on_every_page_of_people(ottawa, noemie, name):
    number = officers.enrol(noemie, name=name, password=PASSWORD, roles=["lead"], at=AT)
    desk = signed_in(noemie)
    shown = name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#x27;")

    for page in ("/officers", f"/officers/{number}", "/history"):
        assert shown in desk.get(page).content.decode(), page
    theirs = Client()
    assert theirs.post("/sign-in", {"name": name, "password": PASSWORD}).status_code == 302
    assert shown in theirs.get("/account").content.decode()


def test_a_name_of_300_characters_is_refused_and_given_back_whole(ottawa, noemie):
    name = "가나다 D’Arcy " * 25
    with pytest.raises(NameNotUsable):
        officers.enrol(noemie, name=name, password=PASSWORD, at=AT)

    answer = signed_in(noemie).post("/officers", {"name": name.strip()[:300], "role": "lead"})

    assert answer.status_code == 409
    assert name.strip()[:300] in answer.content.decode()
    signed_in(noemie).get("/officers")
    assert Client().post("/sign-in", {"name": "x" * 300, "password": "y" * 300}).status_code == 422


def test_a_double_click_enrols_gives_and_approves_once(ottawa, noemie, adrian):
    desk = signed_in(noemie)
    assert [desk.post("/officers", {"name": "Once Only", "role": "lead"}).status_code for _ in range(2)] == [200, 409]
    given = {"role": "approver", "plan": PLAN}
    for _ in range(2):
        desk.post(f"/officers/{adrian.pk}/mandate", given)
    ticket = reports.file(noemie, **report(provision="P1.I2", on="2024-12-01"), at=AT)
    for _ in range(2):
        assert desk.post(f"/releases/{ticket}/approve", {"password": PASSWORD}).status_code == 302

    assert sum(held.plan == PLAN and held.role == "approver" for held in mandates.mandates_of(adrian)) == 1
    assert len(queries.ticket_page(noemie, ticket, language="en").line.approvals) == 1


def test_two_tabs_and_the_back_button_overwrite_nothing(ottawa, noemie):
    due = clock.today() + 20 * DAY
    (asked,) = returns.ask(noemie, plan=PLAN, provisions=["P1.I2"], of=noemie.name, due_on=due, note="", at=clock.now())
    desk = signed_in(noemie)
    version = re.search(r'name="version" value="(\d+)"', desk.get(f"/returns/{asked}").content.decode())
    assert version
    form = {"do": "save", "version": version[1], "account-en": "First tab."}
    assert desk.post(f"/returns/{asked}", form).status_code == 302

    behind = desk.post(f"/returns/{asked}", {**form, "account-en": "Second tab, or back."})

    both = behind.content.decode()
    assert "First tab." in both
    assert "Second tab, or back." in both
    assert "First tab." in desk.get(f"/returns/{asked}").content.decode()

    # Handed in with a box missing it is refused, and kept: on its page, and in the form given back.
    version = re.search(r'name="version" value="(\d+)"', desk.get(f"/returns/{asked}").content.decode())[1]
    whole = {"stage": "under-way", "on": "2024-11-01", "account-en": "Handed in.", "step-1-words-en": "Go on."}
    refused = desk.post(f"/returns/{asked}", {"do": "hand-in", "version": version, **whole})
    again = re.search(r'name="version" value="(\d+)"', refused.content.decode())[1]
    assert (refused.status_code, again) == (409, str(int(version) + 1))
    assert "Go on." in desk.get(f"/returns/{asked}").content.decode()
    whole |= {"step-1-due": "2030-01-01", "step-1-owner": "can-gac"}
    assert desk.post(f"/returns/{asked}", {"do": "hand-in", "version": again, **whole}).status_code == 302


def test_what_is_sent_twice_is_put_before_the_officers_once_and_other_words_beside_it(ottawa, noemie, adrian):
    desk = signed_in(noemie)
    page = f"/plans/{PLAN}/P1.I1"
    typed = {"stage": "under-way", "on": "2024-12-01", "account-en": "They met.", "tlp": "AMBER"}
    ours = access.commitment_for(noemie, PLAN, "P1.I1")[2].latest("can").id

    def waiting():
        return len(list(access.tickets_for(noemie, waiting=True)))

    before = waiting()
    for address, words in (
        (f"{page}/report", typed),
        (f"{page}/report/{ours}", typed | {"account-en": "They met twice."}),
        (f"/reports/{ours}/withdraw", {"reason": "entered-in-error"}),
    ):
        first, again = (desk.post(address, words).headers["Location"] for _ in range(2))
        before += 1
        assert (first == again, waiting()) == (True, before), address
    desk.post(f"{page}/report", typed | {"account-en": "They met again."})
    desk.post(f"{page}/report", typed | {"tlp": "GREEN"})
    signed_in(adrian).post(f"{page}/report", typed)
    assert waiting() == before + 3

    for _ in range(2):
        desk.post(f"/plans/{PLAN}/room/note", {"provision": "P1.I1", "words": "To be raised."})
    assert len(notes.of_plan(PLAN)) == 1


def test_a_form_sent_after_the_session_ended_is_given_back_and_can_be_sent_then(ottawa, noemie):
    desk = Client()
    desk.post("/sign-in", {"name": noemie.name, "password": PASSWORD})
    desk.cookies.pop(f"suivi_{ottawa.party}_session", None)
    typed = {"role": "lead", "name": "L’été · 여름", "csrfmiddlewaretoken": "x"}

    assert desk.post("/officers", typed).headers["Location"].startswith("/sign-in")
    assert desk.post("/sign-in", {"name": noemie.name, "password": PASSWORD}).headers["Location"] == "/sign-in/resume"
    assert "L’été · 여름" in desk.get("/sign-in/resume").content.decode()
    assert desk.post("/officers", typed).status_code == 200
    assert any(each.name == "L’été · 여름" for each in sign_in.officers())
