"""The three layers of a report: internal, shared, public. Each is approved on its own, and publication waits for words."""

import base64
from dataclasses import replace

import pytest
from django.test import Client

from suivi.desk import access, drafts, entries, founding, project, queries, registers, sign_in
from suivi.desk.actions import publication, reports, returns, writing
from suivi.desk.actions.publication import (
    PublicInOtherWords,
    PublicWordsDue,
    TakenBack,
    TranslationDue,
    TranslationStale,
)
from suivi.desk.actions.releases import approve, release
from suivi.desk.actions.writing import NotBeforeYou, NotTheWordsSeen, StepTyped
from suivi.desk.publishable import is_told
from suivi.exchange.release import ReleaseRefused
from suivi.plan.channel import PUBLIC
from suivi.record.reports import ReportFiled
from tests.desk.conftest import AT, MINUTE
from tests.desk.letters import Kept, foreign_keys
from tests.desk.test_writing import BY, TODAY, state
from tests.two_nodes.orders import PASSWORD

CHANNEL = "can-kor"
SECRET = "We doubt that they will keep to it.\n두 번째 줄 비밀."
THREE = {
    "account-en": "Talks were held.",
    "account-fr": "Des pourparlers ont eu lieu.",
    "account-ko": "협의를 진행하였다.",
}
SAID = {"kind": "report", "stage": "under-way", "on": "2024-12-02"}


@pytest.fixture
def plan(noemie) -> str:
    return queries.plans(noemie).plans[0].id


@pytest.fixture
def asked(noemie, adrian, plan, tmp_path) -> int:
    founding.open_keys(PUBLIC, roots_folder=tmp_path / "roots", at=AT)
    (number,) = returns.ask(noemie, plan=plan, provisions=["P1.I1"], of=adrian.name, due_on=BY, at=AT)
    return int(number)


def layers(officer, asked):
    return queries.return_page(officer, asked, day=TODAY).layers


def states(officer, asked):
    held = layers(officer, asked)
    return held.internal.code, held.shared.code, held.public.code


def filed(officer, asked, **boxes):
    """The ticket of a report by this officer, its internal account beside it."""
    return writing.hand_in(officer, asked_for=asked, version=0, typed={**SAID, **boxes}, at=AT)


def leave(ticket, *officers, at=AT):
    for place, officer in enumerate(officers, start=1):
        approve(officer, ticket=ticket, password=PASSWORD, at=at + MINUTE * place)
    return release(officers[0], ticket=ticket, at=at + MINUTE * 3)


def shared():
    """Every byte of every log that leaves."""
    logs = [log for log in entries.held_logs() if not log.endswith("/home")]
    rows = [row for log in logs for row in entries.rows(log)]
    return b"".join(row.header + (row.content or b"") for row in rows)


def test_each_layer_is_approved_on_its_own_and_none_opens_another(noemie, adrian, asked):
    ticket = filed(adrian, asked, **THREE, **{"internal-en": SECRET})
    assert states(noemie, asked) == ("draft", "waiting", "unshared")

    writing.approve_internal(noemie, asked_for=asked, seen=layers(noemie, asked).seen, at=AT)
    with pytest.raises(ReleaseRefused):
        release(noemie, ticket=ticket, at=AT + MINUTE)
    assert states(noemie, asked) == ("approved", "waiting", "unshared")

    leave(ticket, noemie, adrian)
    assert states(noemie, asked) == ("approved", "sent", "ready")

    public = writing.make_public(adrian, asked_for=asked, confirmed=(), at=AT + MINUTE * 4)
    with pytest.raises(ReleaseRefused):
        release(noemie, ticket=public, at=AT + MINUTE * 5)
    approve(noemie, ticket=public, password=PASSWORD, at=AT + MINUTE * 5)
    with pytest.raises(ReleaseRefused):
        release(noemie, ticket=public, at=AT + MINUTE * 6)
    assert states(noemie, asked) == ("approved", "sent", "waiting")


def test_the_internal_account_is_in_nothing_shared_or_public(noemie, adrian, asked):
    ticket = filed(adrian, asked, **THREE, **{"internal-en": SECRET})
    writing.approve_internal(noemie, asked_for=asked, seen=layers(noemie, asked).seen, at=AT)
    leave(ticket, noemie, adrian)
    writing.make_public(adrian, asked_for=asked, confirmed=(), at=AT + MINUTE * 4)

    left = shared() + b"".join(bytes(row.octets) for row in access.tickets_for(noemie))

    assert left.count(b"Talks were held.") == 3
    for line in SECRET.splitlines():
        assert line.encode() not in left
        assert line.encode("unicode_escape") not in left
        assert base64.b64encode(line.encode())[:-4] not in left


def test_who_wrote_the_internal_account_does_not_approve_it_and_nobody_what_he_has_not_read(noemie, adrian, asked):
    filed(adrian, asked, **THREE, **{"internal-en": SECRET})
    seen = layers(noemie, asked).seen

    with pytest.raises(NotBeforeYou):
        writing.approve_internal(adrian, asked_for=asked, seen=seen, at=AT)
    with pytest.raises(NotTheWordsSeen):
        writing.approve_internal(noemie, asked_for=asked, seen="other words", at=AT)
    assert layers(noemie, asked).may_approve
    assert not layers(adrian, asked).may_approve
    assert layers(noemie, asked).approved is None


def test_an_internal_account_changed_since_is_to_be_approved_again_and_the_last_one_stands(noemie, adrian, asked):
    writing.save(adrian, asked_for=asked, version=0, typed={**SAID, **THREE, "internal-en": SECRET}, at=AT)
    writing.approve_internal(noemie, asked_for=asked, seen=layers(noemie, asked).seen, at=AT)
    writing.save(noemie, asked_for=asked, version=1, typed={**SAID, **THREE, "internal-en": "Otherwise."}, at=AT)

    held = layers(adrian, asked)
    assert held.internal.code == "changed"
    assert (held.approved.words, held.approved.author, held.approved.approved_by) == (
        {"en": SECRET},
        adrian.name,
        noemie.name,
    )
    assert (held.author, held.may_approve) == (noemie.name, True)


def test_a_workbook_that_knows_no_internal_account_leaves_it_alone(noemie, adrian, asked):
    writing.save(adrian, asked_for=asked, version=0, typed={**SAID, **THREE, "internal-en": SECRET}, at=AT)
    writing.save(noemie, asked_for=asked, version=1, typed={**SAID, **THREE, "stage": "done"}, at=AT)

    assert layers(noemie, asked).words == {"en": SECRET}
    assert layers(noemie, asked).author == adrian.name


def test_an_internal_account_is_shown_to_nobody_whose_mandate_does_not_read_there(noemie, adrian, asked, plan):
    writing.save(adrian, asked_for=asked, version=0, typed={**SAID, **THREE, "internal-en": SECRET}, at=AT)
    writing.approve_internal(noemie, asked_for=asked, seen=layers(noemie, asked).seen, at=AT)
    outsider = sign_in.enrol("Émile Gagné", PASSWORD, roles=["administrator"], language="fr", published=True)

    assert access.internal_for(outsider, plan, "P1.I1") is None
    assert access.internal_for(adrian, plan, "P1.I1").words == {"en": SECRET}
    acts = queries.history_page(outsider, {}).acts
    assert "internal-approved" not in {act.kind.code for act in acts}
    assert "internal-approved" in {act.kind.code for act in queries.history_page(noemie, {}).acts}


def test_in_the_browser_all_three_stand_on_the_page_of_the_return(noemie, adrian, asked):
    filed(adrian, asked, **THREE, **{"internal-fr": "Note <b>interne</b>."})
    client = Client()
    client.force_login(noemie)
    shown = client.get(f"/returns/{asked}", HTTP_ACCEPT_LANGUAGE="en").content.decode()

    client.post(f"/returns/{asked}/internal", {"seen": layers(noemie, asked).seen})

    assert "Note &lt;b&gt;interne&lt;/b&gt;." in shown
    assert states(noemie, asked) == ("approved", "waiting", "unshared")
    assert client.post(f"/returns/{asked}/public").status_code == 404


# Publication waits for words


def test_publication_alone_waits_for_a_translation_that_is_due(noemie, adrian, asked):
    placed = leave(filed(adrian, asked, **{"account-en": "Talks were held."}), noemie, adrian)

    assert state(noemie, asked) == "sent"
    assert states(noemie, asked)[2] == "due"
    assert layers(noemie, asked).wanting == ("fr", "ko")
    with pytest.raises(TranslationDue) as refused:
        publication.publish(noemie, channel=CHANNEL, seq=placed.seq, at=AT + MINUTE * 4)
    assert "French, Korean" in refused.value.sentence("en")


def test_a_report_completed_by_a_correction_is_made_public_as_one_report_in_the_words_it_has_now(
    noemie, adrian, asked, plan
):
    placed = leave(filed(adrian, asked, **{"account-en": "Talks were held."}), noemie, adrian)
    whole = {name.removeprefix("account-"): words for name, words in THREE.items()}
    corrected = leave(_corrected(noemie, placed, whole), noemie, adrian, at=AT + MINUTE * 5)

    public = publication.publish(noemie, channel=CHANNEL, seq=placed.seq, at=AT + MINUTE * 9)

    told = drafts.ticket_of(access.ticket_for(noemie, public)).record()
    assert isinstance(told, ReportFiled)
    assert told.account == whole
    assert states(noemie, asked)[2] == "waiting"
    waiting = {entry.seq: entry for entry in publication.not_yet_public(noemie, CHANNEL)[0]}
    assert placed.seq in waiting
    assert corrected.seq not in waiting
    assert is_told(noemie, CHANNEL, waiting[placed.seq], [replace(waiting[placed.seq], record=told)])


def test_a_correction_that_lacks_a_language_is_not_made_public(noemie, adrian, asked):
    placed = leave(filed(adrian, asked, **THREE), noemie, adrian)
    corrected = leave(_corrected(noemie, placed, {"en": "Two talks were held."}), noemie, adrian, at=AT + MINUTE * 5)

    with pytest.raises(TranslationDue):
        publication.publish(noemie, channel=CHANNEL, seq=corrected.seq, at=AT + MINUTE * 9)


def test_a_correction_of_the_source_alone_leaves_the_translations_stale_until_confirmed(noemie, adrian, asked):
    placed = leave(filed(adrian, asked, **THREE), noemie, adrian)
    words = {"en": "Two talks were held.", "fr": THREE["account-fr"], "ko": THREE["account-ko"]}
    corrected = leave(_corrected(noemie, placed, words), noemie, adrian, at=AT + MINUTE * 5)

    for seq in (placed.seq, corrected.seq):
        with pytest.raises(TranslationStale) as refused:
            publication.publish(noemie, channel=CHANNEL, seq=seq, at=AT + MINUTE * 9)
        assert "French, Korean" in refused.value.sentence("en")
    with pytest.raises(TranslationStale):
        publication.publish(noemie, channel=CHANNEL, seq=placed.seq, confirmed=["fr"], at=AT + MINUTE * 9)
    assert publication.publish(noemie, channel=CHANNEL, seq=placed.seq, confirmed=["fr", "ko"], at=AT + MINUTE * 9)


def test_a_translation_that_was_stale_when_it_was_filed_holds_up_publication_and_nothing_else(noemie, adrian, asked):
    writing.save(adrian, asked_for=asked, version=0, typed={**SAID, **THREE}, at=AT)
    changed = {**SAID, **THREE, "account-en": "Two talks were held."}
    ticket = writing.hand_in(adrian, asked_for=asked, version=1, typed=changed, at=AT)
    placed = leave(ticket, noemie, adrian)

    held = layers(noemie, asked)
    assert (held.public.code, held.wanting, held.may_confirm) == ("stale", ("fr", "ko"), True)
    reader = Client(HTTP_ACCEPT_LANGUAGE="fr")
    reader.force_login(noemie)
    form = reader.get(f"/returns/{asked}").content.decode().partition(f"/returns/{asked}/public")[2]
    beside = form.partition('name="confirm"')[0]
    assert all(words in beside for words in ("Two talks were held.", THREE["account-fr"], THREE["account-ko"]))
    with pytest.raises(TranslationStale):
        publication.publish(noemie, channel=CHANNEL, seq=placed.seq, at=AT + MINUTE * 4)
    assert writing.make_public(noemie, asked_for=asked, confirmed=["fr", "ko"], at=AT + MINUTE * 4)


def _corrected(officer, placed, account):
    return reports.correct(
        officer, report=placed.id, stage="under-way", account=account, on="2024-12-02", at=AT + MINUTE * 4
    )


# Several officers for the internal layer


def test_an_internal_account_passes_every_step_that_is_set_by_one_or_all_of_its_officers(noemie, adrian, asked, plan):
    leila = sign_in.enrol("Leïla Haddad", PASSWORD, roles=["approver"], language="fr", published=True)
    steps = [
        StepTyped(name="Unit", officers=(noemie.name, leila.name), everyone=True),
        StepTyped(name="Minister’s office", officers=(noemie.name, leila.name), everyone=False),
    ]
    writing.set_steps(noemie, plan=plan, steps=steps, at=AT)
    writing.save(adrian, asked_for=asked, version=0, typed={**SAID, **THREE, "internal-en": SECRET}, at=AT)
    seen = layers(noemie, asked).seen

    writing.approve_internal(noemie, asked_for=asked, seen=seen, at=AT)
    unit, office = layers(leila, asked).places
    assert (unit.open, unit.have_passed, unit.may_pass) == (True, (noemie.name,), (leila.name,))
    assert (office.open, office.have_passed, set(office.may_pass)) == (False, (), {noemie.name, leila.name})
    with pytest.raises(NotBeforeYou):
        writing.approve_internal(noemie, asked_for=asked, seen=seen, at=AT)

    writing.approve_internal(leila, asked_for=asked, seen=seen, at=AT + MINUTE)
    assert layers(noemie, asked).internal.code == "draft"
    writing.approve_internal(noemie, asked_for=asked, seen=seen, at=AT + MINUTE * 2)

    held = layers(adrian, asked)
    assert held.internal.code == "approved"
    assert held.approved.approved_by == f"{noemie.name}, {leila.name}"


def test_steps_passed_for_other_words_do_not_count(noemie, adrian, asked, plan):
    leila = sign_in.enrol("Leïla Haddad", PASSWORD, roles=["approver"], language="fr", published=True)
    both = (noemie.name, leila.name)
    writing.set_steps(noemie, plan=plan, steps=[StepTyped(name="Unit", officers=both, everyone=True)], at=AT)
    writing.save(adrian, asked_for=asked, version=0, typed={**SAID, **THREE, "internal-en": SECRET}, at=AT)
    writing.approve_internal(noemie, asked_for=asked, seen=layers(noemie, asked).seen, at=AT)
    writing.save(adrian, asked_for=asked, version=1, typed={**SAID, **THREE, "internal-en": "Otherwise."}, at=AT)

    writing.approve_internal(leila, asked_for=asked, seen=layers(leila, asked).seen, at=AT)

    (step,) = layers(adrian, asked).places
    assert (step.have_passed, step.may_pass) == ((leila.name,), (noemie.name,))
    assert layers(adrian, asked).approved is None


# The public, in other words

OPEN = {
    "public-en": "The talks go on.",
    "public-fr": "Les pourparlers se poursuivent.",
    "public-ko": "협의가 계속된다.",
}
FURTHER = {
    "hindrance": "approvals",
    "reason": "The cabinet has not met.",
    "step-1-words-en": "Send the draft.",
    "step-1-due": "2025-03-01",
    "newday-on": "2025-06-30",
    "newday-why-en": "The election.",
}


def in_public():
    """Every byte of our public log."""
    return b"".join(row.header + (row.content or b"") for row in entries.rows(f"suivi/can/{PUBLIC}"))


def told(noemie, adrian, asked, typed, *, at):
    ticket = writing.make_public(adrian, asked_for=asked, confirmed=("en", "fr", "ko"), typed=typed, at=at)
    return leave(ticket, noemie, adrian, at=at)


@pytest.fixture
def public_plan(noemie, adrian, asked, plan):
    """The plan, made public."""
    (text,) = (one for one in publication.not_yet_public(noemie, CHANNEL)[1] if one.proposed.kind == "plan.adopted")
    leave(publication.publish_joint(noemie, leaf=text.leaf.hex(), at=AT), noemie, adrian)
    foreign_keys("kor", PUBLIC)
    seoul = Kept(("can", "kor"), PUBLIC)
    seoul.write(
        "kor",
        text.proposed.body,
        subject=plan,
        target=text.proposal,
        at=entries.instant(AT + MINUTE * 3),
        marking={"tlp": "CLEAR"},
    )
    project.project()
    registers.forget()
    assert plan in registers.public().plans
    return plan


def accounts(plan):
    return registers.public().plans[plan].standing("P1.I1").accounts.get("can", ())


def test_the_public_reads_other_words_than_the_partner_and_nothing_else_of_the_report(
    noemie, adrian, asked, public_plan
):
    placed = leave(filed(adrian, asked, **THREE, **FURTHER, **OPEN), noemie, adrian, at=AT + MINUTE * 4)
    before = entries.log_size("suivi/can/can-kor")
    assert states(noemie, asked)[1:] == ("sent", "ready")

    told(noemie, adrian, asked, None, at=AT + MINUTE * 10)

    assert states(noemie, asked)[2] == "otherwise"
    (account,) = accounts(public_plan)
    assert account.account == {name.removeprefix("public-"): words for name, words in OPEN.items()}
    assert (account.stage.value, account.on, account.steps, account.new_day) == ("under-way", "2024-12-02", (), None)
    for words in (*THREE.values(), *FURTHER.values()):
        assert words.encode() not in in_public()
    assert entries.log_size("suivi/can/can-kor") == before
    for words in OPEN.values():
        assert all(words.encode() not in (row.content or b"") for row in entries.rows("suivi/can/can-kor"))
    assert placed.seq not in {entry.seq for entry in publication.not_yet_public(noemie, CHANNEL)[0]}


def test_what_the_public_was_told_is_corrected_in_its_own_words(noemie, adrian, asked, public_plan):
    leave(filed(adrian, asked, **THREE, **OPEN), noemie, adrian, at=AT + MINUTE * 4)
    told(noemie, adrian, asked, None, at=AT + MINUTE * 10)
    again = {name: f"{words} 2025" for name, words in OPEN.items()}

    one = OPEN | {"public-en": "The talks have ended."}
    with pytest.raises(TranslationStale) as refused:
        writing.make_public(adrian, asked_for=asked, confirmed=(), typed=one, at=AT + MINUTE * 15)
    told(noemie, adrian, asked, again, at=AT + MINUTE * 20)
    told(noemie, adrian, asked, OPEN | {"public-en": "The talks have ended."}, at=AT + MINUTE * 30)

    assert "French, Korean" in refused.value.sentence("en")
    (account,) = accounts(public_plan)
    assert account.account["en"] == "The talks have ended."
    assert states(noemie, asked)[2] == "otherwise"


def test_a_report_made_public_word_for_word_is_corrected_to_other_words(noemie, adrian, asked, public_plan):
    leave(filed(adrian, asked, **THREE), noemie, adrian, at=AT + MINUTE * 4)
    told(noemie, adrian, asked, None, at=AT + MINUTE * 10)
    assert states(noemie, asked)[2] == "public"

    told(noemie, adrian, asked, OPEN, at=AT + MINUTE * 20)

    (account,) = accounts(public_plan)
    assert account.account["en"] == OPEN["public-en"]


def test_a_correction_or_withdrawal_of_the_report_shared_finds_what_the_public_was_told(
    noemie, adrian, asked, public_plan
):
    placed = leave(filed(adrian, asked, **THREE, **OPEN), noemie, adrian, at=AT + MINUTE * 4)
    told(noemie, adrian, asked, None, at=AT + MINUTE * 10)
    words = {name.removeprefix("account-"): f"{text} Twice." for name, text in THREE.items()}
    corrected = leave(_corrected(noemie, placed, words), noemie, adrian, at=AT + MINUTE * 20)
    with pytest.raises(PublicInOtherWords):
        publication.publish(
            noemie, channel=CHANNEL, seq=corrected.seq, confirmed=("en", "fr", "ko"), at=AT + MINUTE * 25
        )

    gone = leave(
        reports.withdraw(noemie, report=placed.id, reason="error", at=AT + MINUTE * 30),
        noemie,
        adrian,
        at=AT + MINUTE * 31,
    )
    leave(
        publication.publish(noemie, channel=CHANNEL, seq=gone.seq, at=AT + MINUTE * 40),
        noemie,
        adrian,
        at=AT + MINUTE * 41,
    )

    (account,) = accounts(public_plan)
    assert account.withdrawn


@pytest.mark.parametrize("first", [THREE, {"account-en": THREE["account-en"]}])
def test_what_is_corrected_or_withdrawn_after_its_publication_is_put_before_two_officers_from_the_return(
    noemie, adrian, asked, public_plan, first
):
    placed = leave(filed(adrian, asked, **first), noemie, adrian, at=AT + MINUTE * 4)
    whole = {name.removeprefix("account-"): words for name, words in THREE.items()}
    if first != THREE:
        leave(_corrected(noemie, placed, whole), noemie, adrian, at=AT + MINUTE * 6)
    public = leave(told_as_it_is(adrian, asked, 8), noemie, adrian, at=AT + MINUTE * 9)

    twice = {tongue: f"{words} Twice." for tongue, words in whole.items()}
    second = leave(_corrected(noemie, placed, twice), noemie, adrian, at=AT + MINUTE * 10)
    assert states(noemie, asked)[2] == "changed"
    correction = told_as_it_is(adrian, asked, 12)
    before_it_left = tickets_page(noemie, correction)
    assert (before_it_left.previous.account, before_it_left.previous.log) == (whole, public.log)
    assert [field for field in before_it_left.changes if not field.same]
    corrected = leave(correction, noemie, adrian, at=AT + MINUTE * 13)
    assert tickets_page(noemie, correction).previous.account == whole
    assert states(noemie, asked)[2] == "public"
    waiting = {entry.seq for entry in publication.not_yet_public(noemie, CHANNEL)[0]}
    assert waiting.isdisjoint({placed.seq, second.seq})

    reason = "entered-in-error"
    withdrawal = reports.withdraw(noemie, report=placed.id, reason=reason, at=AT + MINUTE * 14)
    gone = tickets_page(noemie, withdrawal)
    assert gone.previous.account == twice
    assert [field.term.code for field in gone.fields] == [reason]
    leave(withdrawal, noemie, adrian, at=AT + MINUTE * 15)
    held = layers(noemie, asked)
    assert (held.shared.code, held.public.code, held.may_publish) == ("withdrawn", "still-public", True)

    ticket = told_as_it_is(adrian, asked, 16)
    told_then = tickets_page(noemie, ticket)
    assert (told_then.line.to_public, told_then.previous.account, told_then.previous.seq) == (
        True,
        twice,
        corrected.seq,
    )
    leave(ticket, noemie, adrian, at=AT + MINUTE * 17)

    held = layers(noemie, asked)
    assert (held.public.code, held.may_publish, held.may_word) == ("withdrawn", False, False)
    (account,) = accounts(public_plan)
    assert (account.withdrawn, account.seq, account.account) == (True, public.seq, twice)
    assert corrected.seq == public.seq + 1


def test_a_further_report_for_the_public_is_compared_with_what_the_public_was_last_told(
    noemie, adrian, asked, plan, public_plan
):
    leave(filed(adrian, asked, **THREE), noemie, adrian, at=AT + MINUTE * 4)
    leave(told_as_it_is(adrian, asked, 8), noemie, adrian, at=AT + MINUTE * 9)
    (again,) = returns.ask(noemie, plan=plan, provisions=["P1.I1"], of=adrian.name, due_on=BY, at=AT + MINUTE * 10)
    later = {"account-en": "More talks.", "account-fr": "D’autres pourparlers.", "account-ko": "추가로 협의하였다."}
    typed = {**SAID, "on": "2024-12-02", "stage": "done", **later}
    leave(
        writing.hand_in(adrian, asked_for=int(again), version=0, typed=typed, at=AT + MINUTE * 11),
        noemie,
        adrian,
        at=AT + MINUTE * 12,
    )

    shown = tickets_page(noemie, told_as_it_is(adrian, int(again), 16))

    assert shown.previous.account == {name.removeprefix("account-"): words for name, words in THREE.items()}
    assert shown.previous.log == f"suivi/can/{PUBLIC}"


def test_a_correction_of_an_earlier_report_shows_that_report_and_not_the_latest(noemie, adrian, asked, plan):
    first = leave(filed(adrian, asked, **THREE), noemie, adrian, at=AT + MINUTE * 4)
    (again,) = returns.ask(noemie, plan=plan, provisions=["P1.I1"], of=adrian.name, due_on=BY, at=AT + MINUTE * 10)
    typed = {**SAID, "stage": "done", "account-en": "It is done."}
    leave(
        writing.hand_in(adrian, asked_for=int(again), version=0, typed=typed, at=AT + MINUTE * 11),
        noemie,
        adrian,
        at=AT + MINUTE * 12,
    )

    shown = tickets_page(noemie, _corrected(noemie, first, {"en": "Talks were held twice."}))

    assert (shown.previous.account["en"], shown.previous.seq) == (THREE["account-en"], first.seq)


def test_a_correction_bears_the_marking_of_what_it_corrects_or_a_higher_one_chosen_on_its_form(
    noemie, adrian, asked, plan
):
    placed = leave(filed(adrian, asked, **THREE, marking="GREEN"), noemie, adrian, at=AT + MINUTE * 4)
    client = Client()
    client.force_login(noemie)
    typed = SAID | {"account-en": "Talks were held in Seoul."}
    address = f"/plans/{plan}/P1.I1/report/{placed.id}"
    form = client.get(f"/plans/{plan}/P1.I1").content.decode().partition('id="mend-tlp"')[2].partition("</select>")[0]

    assert '<option value="GREEN" selected>' in form
    assert '"CLEAR"' not in form, "a word is not marked below what it corrects"
    assert b"marking.below-parts" in client.post(address, typed | {"tlp": "CLEAR"}).content
    amber = client.post(address, typed | {"tlp": "AMBER"}).headers["Location"].removeprefix("/releases/")
    same = client.post(address, typed | {"tlp": "GREEN"}).headers["Location"].removeprefix("/releases/")
    assert [tickets_page(noemie, ticket).line.marking for ticket in (amber, same)] == ["TLP:AMBER", "TLP:GREEN"]


def test_earlier_words_are_read_in_every_language_where_they_are_corrected_or_withdrawn_and_afterwards(
    noemie, adrian, asked, plan
):
    placed = leave(filed(adrian, asked, **THREE), noemie, adrian, at=AT + MINUTE * 4)
    client = Client()
    client.force_login(noemie)
    correction = _corrected(noemie, placed, {"en": "Nothing of it was so."})
    withdrawal = reports.withdraw(noemie, report=placed.id, reason="entered-in-error", at=AT + MINUTE * 5)

    for ticket in (correction, withdrawal):
        before = client.get(f"/releases/{ticket}").content.decode().partition('id="prev-h"')[2]
        assert [tongue for tongue, words in THREE.items() if words not in before] == []
    leave(correction, noemie, adrian, at=AT + MINUTE * 7)
    earlier = client.get(f"/plans/{plan}/P1.I1").content.decode().partition('class="two earlier"')[2]
    assert [tongue for tongue, words in THREE.items() if words not in earlier] == []


def test_a_report_withdrawn_before_the_public_read_it_is_not_made_public(noemie, adrian, asked, public_plan):
    placed = leave(filed(adrian, asked, **THREE), noemie, adrian, at=AT + MINUTE * 4)
    leave(
        reports.withdraw(noemie, report=placed.id, reason="other", at=AT + MINUTE * 5),
        noemie,
        adrian,
        at=AT + MINUTE * 6,
    )

    assert (states(noemie, asked)[2], layers(noemie, asked).may_publish) == ("withdrawn", False)
    assert queries.return_page(noemie, asked, day=TODAY).line.state.code == "withdrawn"
    for typed in ({}, OPEN):
        with pytest.raises(TakenBack):
            writing.make_public(adrian, asked_for=asked, confirmed=(), typed=typed, at=AT + MINUTE * 7)


def told_as_it_is(officer, asked, minutes):
    return writing.make_public(officer, asked_for=asked, confirmed=(), at=AT + MINUTE * minutes)


def tickets_page(officer, ticket):
    return queries.ticket_page(officer, ticket, language="en")


def test_words_for_the_public_are_written_in_every_language_or_not_at_all(noemie, adrian, asked, public_plan):
    leave(filed(adrian, asked, **THREE), noemie, adrian, at=AT + MINUTE * 4)

    typed = {"public-en": "The talks go on."}
    with pytest.raises(PublicWordsDue) as refused:
        writing.make_public(adrian, asked_for=asked, confirmed=(), typed=typed, at=AT + MINUTE * 10)

    assert "French, Korean" in refused.value.sentence("en")
    empty = dict.fromkeys(OPEN, "")
    ticket = writing.make_public(adrian, asked_for=asked, confirmed=(), typed=empty, at=AT + MINUTE * 11)
    assert drafts.ticket_of(access.ticket_for(noemie, ticket)).record().account["en"] == THREE["account-en"]


def test_words_that_wait_for_the_public_are_given_up_for_new_ones(noemie, adrian, asked, public_plan):
    leave(filed(adrian, asked, **THREE, **OPEN), noemie, adrian, at=AT + MINUTE * 4)
    first = writing.make_public(adrian, asked_for=asked, confirmed=(), at=AT + MINUTE * 10)

    typed = {name: f"{words} Still." for name, words in OPEN.items()}
    told(noemie, adrian, asked, typed, at=AT + MINUTE * 20)

    assert access.ticket_for(noemie, first).discarded_at
    (account,) = accounts(public_plan)
    assert account.account["en"] == "The talks go on. Still."


def test_in_the_browser_the_public_account_is_written_on_the_page_of_the_return(noemie, adrian, asked, public_plan):
    leave(filed(adrian, asked, **THREE), noemie, adrian, at=AT + MINUTE * 4)
    client = Client()
    client.force_login(adrian)
    page = client.get(f"/returns/{asked}", HTTP_ACCEPT_LANGUAGE="en").content.decode()

    answer = client.post(f"/returns/{asked}/public", OPEN)

    assert 'name="public-ko"' in page
    assert answer.status_code == 302
    ticket = client.get(answer["Location"]).content.decode()
    assert OPEN["public-ko"] in ticket
    assert states(noemie, asked)[2] == "waiting"
