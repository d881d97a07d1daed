"""Writing a return over a real node: nobody overwrites anybody, the steps a ministry sets, remarks, translations."""

import datetime

import pytest
from django.test import Client

from suivi.desk import access, clock, mandates, queries, report_form, sign_in
from suivi.desk.actions import officers, returns, writing
from suivi.desk.actions.releases import approve, release
from suivi.desk.actions.reports import ReportNotSound
from suivi.desk.actions.writing import Moved, Saved, StepTyped
from suivi.desk.queries.workbook_pages import return_book
from suivi.exchange.faults import Refused
from tests.desk.conftest import AT, MINUTE
from tests.two_nodes.orders import PASSWORD

TODAY = AT.date()
BY = datetime.date(2025, 1, 31)
SAID = {"kind": "report", "stage": "under-way", "account-en": "Talks were held.", "on": "2024-12-02"}


@pytest.fixture
def plan(noemie) -> str:
    return queries.plans(noemie).plans[0].id


@pytest.fixture
def asked(noemie, adrian, plan) -> int:
    (number,) = returns.ask(noemie, plan=plan, provisions=["P1.I1"], of=adrian.name, due_on=BY, at=AT)
    return int(number)


@pytest.fixture
def chief(noemie):
    return sign_in.enrol("Chloé Roy", PASSWORD, roles=["approver"], language="fr", published=True)


def save(officer, asked, version, **boxes):
    return writing.save(officer, asked_for=asked, version=version, typed={**SAID, **boxes}, at=AT)


def hand_in(officer, asked, version=0, **boxes):
    return writing.hand_in(officer, asked_for=asked, version=version, typed={**SAID, **boxes}, at=AT)


def page(officer, asked):
    return queries.return_page(officer, asked, day=TODAY)


def state(officer, asked):
    return page(officer, asked).line.state.code


def steps(noemie, plan, *typed):
    set_ = [StepTyped(name=name, officers=officers, everyone=everyone) for name, officers, everyone in typed]
    writing.set_steps(noemie, plan=plan, steps=set_, at=AT)


# The draft


def test_a_report_starts_from_our_last_one_without_its_day(adrian, asked):
    begun = page(adrian, asked)

    assert begun.last is not None
    assert begun.boxes["account-en"] == begun.last.account["en"]
    assert begun.boxes["stage"] == begun.last.stage.code
    assert "on" not in begun.boxes


def test_who_saves_second_is_shown_both_texts_and_overwrites_neither(noemie, adrian, asked):
    first = save(adrian, asked, 0, **{"account-en": "Mine."})
    second = save(noemie, asked, 0, **{"account-en": "Hers."})

    assert first == Saved(version=1)
    assert isinstance(second, Moved)
    assert (second.version, second.by, second.boxes["account-en"]) == (1, adrian.name, "Mine.")
    assert page(noemie, asked).boxes["account-en"] == "Mine."


def test_the_same_words_saved_twice_clash_with_nobody(noemie, adrian, asked):
    assert save(adrian, asked, 0) == Saved(version=1)
    assert save(noemie, asked, 0) == Saved(version=1)


def test_in_the_browser_both_texts_stand_side_by_side_and_the_choice_is_saved(noemie, adrian, asked):
    save(adrian, asked, 0, **{"account-en": "Theirs."})
    client = Client()
    client.force_login(noemie)

    clash = client.post(f"/returns/{asked}", {**SAID, "account-en": "Mine.", "version": "0", "do": "save"})
    shown = clash.content.decode()
    chosen = {**SAID, "account-en": "Mine.", "keep-account-en": "theirs", "theirs-account-en": "Theirs.", "reason": "x"}
    client.post(f"/returns/{asked}", {**chosen, "version": "1", "do": "save"})

    assert clash.status_code == 409
    assert "Theirs." in shown
    assert "Mine." in shown
    assert page(noemie, asked).boxes["account-en"] == "Theirs."
    assert page(noemie, asked).boxes["reason"] == "x"


def test_a_script_is_told_the_version_or_that_somebody_else_has_saved(noemie, asked):
    client = Client(headers={"accept": "application/json"})
    client.force_login(noemie)
    answers = [client.post(f"/returns/{asked}", {**SAID, "version": "0", "reason": reason}) for reason in ("a", "b")]

    assert [(answer.status_code, answer.json()["version"]) for answer in answers] == [(200, 1), (409, 1)]


def test_a_draft_too_long_is_refused_and_what_was_saved_before_is_kept(adrian, asked):
    save(adrian, asked, 0)

    with pytest.raises(writing.DraftTooLong):
        save(adrian, asked, 1, **{"account-en": "x" * (report_form.MOST + 1)})

    assert page(adrian, asked).boxes["account-en"] == SAID["account-en"]


def test_a_report_begun_unasked_is_gone_on_with_and_begun_once(noemie, plan):
    number = writing.begin(noemie, plan=plan, provision="P3.I1", at=AT)

    assert writing.begin(noemie, plan=plan, provision="P3.I1", at=AT) == number
    assert page(noemie, number).line.due_on is None


# Translations


def test_one_language_may_be_filed_first_and_the_others_are_due(adrian, asked):
    save(adrian, asked, 0, **{"account-fr": "", "account-ko": ""})

    assert page(adrian, asked).untranslated == ("fr", "ko")
    assert hand_in(adrian, asked, 1) != ""


def test_editing_the_source_marks_a_translation_stale_until_it_is_changed_or_confirmed(adrian, asked):
    french = {"account-fr": "Des pourparlers ont eu lieu."}
    save(adrian, asked, 0, **french)
    save(adrian, asked, 1, **french, **{"account-en": "Two talks were held."})
    stale = page(adrian, asked).stale
    save(adrian, asked, 2, **french, **{"account-en": "Two talks were held.", "confirm-fr": "yes"})

    assert stale == ("fr",)
    assert page(adrian, asked).stale == ()


# What a report says


def test_nothing_to_report_is_said_in_words_in_every_language(noemie, adrian, asked):
    ticket = hand_in(adrian, asked, kind="nothing", **{"account-en": "left in the box"})
    told = {field.name.en: field.versions for field in queries.ticket_page(noemie, ticket, language="en").prose}

    assert told["account"] == {
        "en": "Nothing to report since September\u00a030, 2024.",
        "fr": "Rien à signaler depuis le 30\u00a0septembre\u00a02024.",
        "ko": "2024년 9월 30일 이후 보고할 사항이 없음.",
    }


def test_next_steps_a_reason_and_a_new_day_go_on_record_and_stand_on_the_page(noemie, adrian, plan, asked):
    more = {"step-1-words-en": "Meet again.", "step-1-due": "2025-06-30", "step-1-owner": "can-gac"}
    more |= {"hindrance": "funding", "newday-on": "2025-12-31", "newday-why-en": "The budget is late.", "state": "held"}
    mode = page(adrian, asked).states[0].code
    ticket = hand_in(adrian, asked, **{**more, "state": mode})
    waiting = queries.ticket_page(noemie, ticket, language="en")
    compared = {(one.name.en, (one.now and one.now.fr) or "") for one in waiting.changes}
    for officer in (noemie, adrian):
        approve(officer, ticket=ticket, password=PASSWORD, at=AT + MINUTE)
    release(noemie, ticket=ticket, at=AT + MINUTE)
    shown = queries.commitment_page(noemie, plan, "P1.I1", as_of=None, language="en")
    told = shown.ours.latest

    assert [(step.words, step.due_on, step.owner.id) for step in told.steps] == [
        ({"en": "Meet again."}, "2025-06-30", "can-gac")
    ]
    assert {
        ("next step 1: day", "30\u00a0juin\u00a02025"),
        ("new day asked for", "31\u00a0décembre\u00a02025"),
    } <= compared
    assert {"state", "steps", "hindrance", "new-day"} <= {fact.code for fact in shown.facts}
    assert (told.hindrance.code, told.state.code) == ("funding", mode)
    assert (told.new_day, told.new_day_why) == ("2025-12-31", {"en": "The budget is late."})
    again = returns.ask(noemie, plan=plan, provisions=["P1.I1"], of=adrian.name, due_on=BY, at=AT + MINUTE)
    assert page(adrian, int(again[0])).boxes["step-1-due"] == "2025-06-30"


@pytest.mark.parametrize(
    "changed",
    [
        {"stage": "half"},
        {"account-en": ""},
        {"on": "soon"},
        {"on": "2031-01-01"},
        {"state": "no-such-state"},
        {"hindrance": "weather"},
        {"step-1-words-en": "Meet.", "step-1-due": ""},
        {"step-1-due": "2025-01-01"},
        {"newday-on": "2025-01-01"},
    ],
)
def test_a_report_that_cannot_be_filed_is_refused_before_anybody_decides_on_it(adrian, asked, changed):
    with pytest.raises(ReportNotSound):
        hand_in(adrian, asked, **changed)

    assert state(adrian, asked) == "asked"


# The steps


def test_the_steps_are_passed_in_order_and_the_last_cuts_the_ticket(noemie, adrian, chief, plan, asked):
    steps(noemie, plan, ("Chief", (chief.name,), False), ("Both", (noemie.name, chief.name), True))
    handed = hand_in(adrian, asked)
    early = [line.id for line in queries.returns_page(noemie, day=TODAY).decides]
    first = writing.decide(chief, returns=[asked], passed=True, remarks="", at=AT)
    second = writing.decide(noemie, returns=[asked], passed=True, remarks="", at=AT)
    waiting = state(adrian, asked)
    last = writing.decide(chief, returns=[asked], passed=True, remarks="", at=AT)

    assert (handed, early, first, second, waiting) == ("", [], [], [], "approving")
    assert len(last) == 1
    assert state(adrian, asked) == "waiting"
    assert access.ticket_for(noemie, last[0]).cut_by == adrian


def test_nobody_passes_a_report_of_his_own(noemie, adrian, chief, plan, asked):
    steps(noemie, plan, ("Desk", (adrian.name, noemie.name), False))
    hand_in(adrian, asked)

    with pytest.raises(writing.NotBeforeYou):
        writing.decide(adrian, returns=[asked], passed=True, remarks="", at=AT)

    steps(noemie, plan, ("Alone", (adrian.name,), False))
    (other,) = returns.ask(noemie, plan=plan, provisions=["P2.I1"], of=adrian.name, due_on=BY, at=AT)
    with pytest.raises(writing.NobodyCanPass):
        hand_in(adrian, int(other))


def test_what_is_sent_back_keeps_every_word_and_passes_all_steps_anew(noemie, adrian, chief, plan, asked):
    steps(noemie, plan, ("One", (noemie.name,), False), ("Two", (chief.name,), False))
    hand_in(adrian, asked)
    writing.decide(noemie, returns=[asked], passed=True, remarks="", at=AT)
    writing.decide(chief, returns=[asked], passed=False, remarks="Which day?", at=AT)
    back = page(adrian, asked)
    hand_in(adrian, asked, version=back.version, reason="Now with a reason.")

    assert (back.line.state.code, back.boxes["account-en"]) == ("returned", SAID["account-en"])
    assert [(said.officer, said.passed, said.remarks) for said in back.verdicts] == [
        (noemie.name, True, ""),
        (chief.name, False, "Which day?"),
    ]
    assert [place.passed for place in page(adrian, asked).places] == [False, False]
    assert page(noemie, asked).may_decide


def test_many_reports_are_passed_at_once_all_or_none(noemie, adrian, chief, plan, asked):
    steps(noemie, plan, ("Chief", (chief.name,), False))
    (other,) = returns.ask(noemie, plan=plan, provisions=["P2.I1"], of=adrian.name, due_on=BY, at=AT)
    hand_in(adrian, asked)

    with pytest.raises(writing.NotBeforeYou):
        writing.decide(chief, returns=[asked, int(other)], passed=True, remarks="", at=AT)
    assert state(adrian, asked) == "approving"

    hand_in(adrian, int(other))
    assert len(writing.decide(chief, returns=[asked, int(other)], passed=True, remarks="", at=AT)) == 2


def test_a_report_before_its_release_goes_back_with_remarks_and_its_ticket_is_discarded(noemie, adrian, asked):
    ticket = hand_in(adrian, asked)
    with pytest.raises(writing.RemarksMissing):
        writing.send_back(noemie, ticket=ticket, remarks=" ", at=AT)
    writing.send_back(noemie, ticket=ticket, remarks="Name the day.", at=AT)

    assert access.ticket_for(noemie, ticket).discarded_at is not None
    assert state(adrian, asked) == "returned"
    (due,) = [line.says.en for line in queries.today(adrian, day=TODAY).due if line.asked == asked]
    assert due.endswith("sent back with remarks")


def test_whoever_decides_sees_what_changed_word_by_word(noemie, adrian, asked):
    before = page(adrian, asked).last.account["en"]
    ticket = hand_in(adrian, asked, **{"account-en": f"{before} And more."})
    shown = queries.ticket_page(noemie, ticket, language="en")
    (account,) = [field for field in shown.changes if field.name.en == "account" and field.language == "en"]

    assert "".join(piece.words for piece in account.pieces if piece.fate != "new") == before
    assert "".join(piece.words for piece in account.pieces if piece.fate == "new").strip() == "And more."


def test_steps_that_nobody_could_pass_or_without_a_name_are_refused(noemie, plan):
    for step in (("", (noemie.name,), False), ("Chief", (), False), ("Chief", ("Nobody",), False)):
        with pytest.raises(writing.StepsNotSound):
            steps(noemie, plan, step)


def test_a_step_set_away_lets_go_on_what_waited_at_it(noemie, adrian, chief, plan, asked):
    steps(noemie, plan, ("Chief", (chief.name,), False))
    hand_in(adrian, asked)
    steps(noemie, plan)

    assert state(adrian, asked) == "waiting"


def test_a_report_that_waits_for_an_officer_stands_on_the_page_of_the_day(noemie, adrian, chief, plan, asked):
    steps(noemie, plan, ("Chief", (chief.name,), False))
    hand_in(adrian, asked)

    assert [line.id for line in queries.today(chief, day=TODAY).returns] == [asked]
    assert queries.today(chief, day=TODAY).waiting == 1
    assert queries.today(adrian, day=TODAY).returns == ()


def test_our_report_says_on_its_commitment_which_translations_are_due(noemie, plan):
    page = queries.commitment_page(noemie, plan, "P1.I1", as_of=None, language="en")

    assert sorted(page.ours.latest.account) == ["en", "fr"]
    assert page.untranslated == ("ko",)


# An absent colleague


@pytest.fixture
def deputy(noemie, chief):
    """Who stands in for the chief from today on, with no mandate of her own."""
    stands_in = sign_in.enrol("Haneul Bae", PASSWORD, roles=[], language="ko", published=True)
    mandates.note_absence(chief, stands_in, from_on=TODAY, until_on=None, by=noemie, at=AT)
    return stands_in


def test_a_deputy_passes_the_step_of_an_absent_colleague_and_both_names_are_told(
    noemie, adrian, chief, deputy, plan, asked
):
    steps(noemie, plan, ("Chief", (chief.name, noemie.name), True))
    hand_in(adrian, asked)

    assert page(deputy, asked).may_decide
    assert [line.id for line in queries.returns_page(deputy, day=clock.today()).decides] == [asked]
    writing.decide(deputy, returns=[asked], passed=True, remarks="", at=AT)
    assert not page(deputy, asked).may_decide
    with pytest.raises(writing.NotBeforeYou):
        writing.decide(deputy, returns=[asked], passed=True, remarks="", at=AT)

    (verdict,) = page(noemie, asked).verdicts
    assert (verdict.officer, verdict.instead_of) == (deputy.name, chief.name)
    (act,) = queries.history_page(noemie, {"kind": "return-passed"}).acts
    assert (act.officer, act.instead_of) == (deputy.name, chief.name)
    assert state(adrian, asked) == "approving"
    (away,) = mandates.absences_of(chief)
    mandates.end_absence(away, until_on=clock.today() - datetime.timedelta(days=1))
    assert not page(chief, asked).may_decide, "her deputy has passed it in her stead"
    writing.decide(noemie, returns=[asked], passed=True, remarks="", at=AT)
    assert state(adrian, asked) == "waiting"


def test_a_deputy_passes_no_report_of_his_own_and_counts_once_where_all_must_pass(noemie, chief, plan, asked):
    mandates.note_absence(chief, noemie, from_on=TODAY, until_on=None, by=noemie, at=AT)
    steps(noemie, plan, ("Chief", (chief.name, noemie.name), True))
    adrian = sign_in.officers()[1]
    hand_in(adrian, asked)

    writing.decide(noemie, returns=[asked], passed=True, remarks="", at=AT)
    assert not page(noemie, asked).may_decide
    assert page(chief, asked).may_decide
    writing.decide(chief, returns=[asked], passed=False, remarks="Again.", at=AT)
    steps(noemie, plan, ("Chief", (chief.name,), True))
    hand_in(noemie, asked, version=1, reason="Mine.")
    assert not page(noemie, asked).may_decide
    assert page(chief, asked).may_decide


def test_a_deputy_approves_an_internal_account_in_the_stead_of_an_absent_colleague(
    noemie, adrian, chief, deputy, plan, asked
):
    steps(noemie, plan, ("Chief", (chief.name,), True))
    save(adrian, asked, 0, **{"internal-en": "They are late."})
    layers = page(deputy, asked).layers

    assert layers.may_approve
    writing.approve_internal(deputy, asked_for=asked, seen=layers.seen, at=AT)
    (act,) = queries.history_page(noemie, {"kind": "internal-passed"}).acts
    assert (act.officer, act.instead_of) == (deputy.name, chief.name)
    assert page(noemie, asked).layers.internal.code == "approved"


def test_what_was_asked_of_an_absent_colleague_is_due_from_the_deputy(noemie, plan):
    lead = sign_in.enrol("Lead", PASSWORD, roles=["lead"], language="en", published=True)
    (asked,) = returns.ask(noemie, plan=plan, provisions=["P1.I2"], of=lead.name, due_on=BY, at=AT)
    stands_in = sign_in.enrol("Deputy", PASSWORD, roles=[], language="en", published=True)
    mandates.note_absence(lead, stands_in, from_on=TODAY, until_on=clock.today(), by=noemie, at=AT)

    assert [row.pk for row in access.returns_waiting_for(stands_in, owed=9, handed_in=0)[0]] == [int(asked)]
    hand_in(stands_in, int(asked))
    assert state(noemie, int(asked)) == "waiting"


# Its marking


def marked(officer, asked, **typed):
    """The return saved in the browser with that marking chosen; its page as it is then."""
    client = Client()
    client.force_login(officer)
    version = page(officer, asked).version
    sent = SAID | {"version": str(version), "do": "save", "marking-usual": "AMBER"} | typed
    assert client.post(f"/returns/{asked}", sent).status_code == 302
    return client.get(f"/returns/{asked}").content.decode().partition('id="b-tlp"')[2].partition("</select>")[0]


def test_a_report_bears_the_marking_chosen_on_its_form_which_a_workbook_leaves_alone(noemie, adrian, asked):
    assert '<option value="AMBER" selected>' in marked(adrian, asked, tlp="AMBER")
    assert "marking" not in page(adrian, asked).boxes
    assert '<option value="GREEN" selected>' in marked(adrian, asked, tlp="GREEN")
    save(adrian, asked, page(adrian, asked).version, reason="By workbook.")
    ticket = hand_in(adrian, asked, version=page(adrian, asked).version, reason="By workbook.")

    assert access.ticket_for(noemie, ticket).value["marking"] == {"tlp": "GREEN"}


def test_a_marking_above_the_ceiling_is_refused_when_the_report_is_handed_in_and_not_at_the_last_step(
    noemie, adrian, chief, plan, asked
):
    steps(noemie, plan, ("Chief", (chief.name,), True))
    save(adrian, asked, 0, marking="RED")

    with pytest.raises(Refused) as refused:
        hand_in(adrian, asked, version=1, marking="RED")
    assert refused.value.code == "marking.above-ceiling"
    assert state(adrian, asked) == "writing"


def test_a_report_written_under_a_marking_above_an_officers_clearance_is_nowhere_for_him(noemie, adrian, plan, asked):
    limited = sign_in.enrol("Cleared To Amber", PASSWORD, roles=["focal-point"], language="en", published=True)
    officers.set_clearance(noemie, of=str(limited.pk), marking={"tlp": "AMBER"}, at=AT)
    limited.refresh_from_db()
    save(adrian, asked, 0)
    assert page(limited, asked).boxes["account-en"] == SAID["account-en"]
    save(adrian, asked, 1, marking="AMBER+STRICT")

    with pytest.raises(access.NotHere):
        page(limited, asked)
    with pytest.raises(access.NotHere):
        save(limited, asked, 2, reason="Not his to write.")
    assert [row.pk for row in access.returns_for(limited)] == []
    assert return_book(limited, plan=plan, language="en", day=TODAY).rows == ()
    assert page(noemie, asked).boxes["marking"] == "AMBER+STRICT"
