"""The one way out: the exact bytes two officers have approved, once."""

import datetime
import shutil

import pytest
from django.test import Client

from suivi.desk import entries, passkeys, registers
from suivi.desk.actions import releases, reports
from suivi.desk.attachments.checking import checked
from suivi.desk.attachments.refusals import AttachmentHoldsHidden
from suivi.desk.models import Ticket
from suivi.exchange.faults import Refused
from suivi.exchange.release import ReleaseRefused
from suivi.log.canonical import canonical, read_canonical
from suivi.record.home import Approved, Released
from suivi.record.joint import Attachment, Proposed
from suivi.record.marking import AMBER
from tests.desk.conftest import AT, MINUTE
from tests.leaks.dirty import DIRTY
from tests.two_nodes.capitals import PLAN, report
from tests.two_nodes.orders import PASSWORD
from tests.web.test_passkeys import HOST, Device

LOG, HOME = "suivi/can/can-kor", "suivi/can/home"


@pytest.fixture
def ticket(noemie):
    """A report that waits for its approvals."""
    return reports.file(noemie, **report(provision="P1.I2", on="2024-12-01"), at=AT)


@pytest.fixture
def approved(noemie, adrian, ticket):
    """A report that two officers approved."""
    for minutes, officer in enumerate((noemie, adrian), start=1):
        releases.approve(officer, ticket=ticket, password=PASSWORD, at=AT + minutes * MINUTE)
    return ticket


def refused(act):
    before = entries.log_size(LOG), entries.log_size(HOME), registers.common("can-kor").plans[PLAN].digest
    with pytest.raises(Exception) as refusal:
        act()
    after = entries.log_size(LOG), entries.log_size(HOME), registers.common("can-kor").plans[PLAN].digest
    assert after == before
    return refusal.value.code


def test_what_is_filed_stays_at_home_until_it_is_released(ticket):
    assert entries.log_size(HOME) == 15
    assert list(entries.read_log(HOME))[-1].record.provision == "P1.I2"
    assert registers.common("can-kor").plans[PLAN].standing("P1.I2").accounts.get("can", ()) == ()


def test_two_officers_approve_and_the_entry_bears_exactly_the_approved_bytes(noemie, approved):
    octets = bytes(Ticket.objects.get(digest=approved).octets)

    placed = releases.release(noemie, ticket=approved, at=AT + 3 * MINUTE)

    row = next(entries.rows(LOG, from_seq=placed.seq))
    assert row.content == octets
    assert registers.common("can-kor").plans[PLAN].standing("P1.I2").latest("can").id == placed.id
    said = list(entries.read_log(HOME))[-1].record
    assert isinstance(said, Released)
    assert (said.ticket, said.log, said.seq, said.leaf) == (approved, LOG, placed.seq, placed.leaf.hex())
    assert said.approved_by == ("Noémie Clark", "Adrian West")


def test_nobody_releases_what_one_officer_approved(noemie, ticket):
    for minutes in (1, 2):
        releases.approve(noemie, ticket=ticket, password=PASSWORD, at=AT + minutes * MINUTE)

    assert refused(lambda: releases.release(noemie, ticket=ticket, at=AT + 3 * MINUTE)) == "release.two-officers"


def test_nobody_releases_what_nobody_approved(noemie, ticket):
    assert refused(lambda: releases.release(noemie, ticket=ticket, at=AT)) == "release.two-officers"


def test_an_approval_needs_the_officer_s_own_password(adrian, ticket):
    assert refused(lambda: releases.approve(adrian, ticket=ticket, password="guess", at=AT)) == "password-refused"


def test_approving_twice_counts_once(noemie, ticket):
    releases.approve(noemie, ticket=ticket, password=PASSWORD, at=AT)
    before = entries.log_size(HOME)
    releases.approve(noemie, ticket=ticket, password=PASSWORD, at=AT + MINUTE)

    assert entries.log_size(HOME) == before


@pytest.mark.parametrize(("minutes", "passes"), [(5, True), (6, False)])
def test_an_approval_rests_on_an_authentication_of_the_last_five_minutes(noemie, adrian, ticket, minutes, passes):
    releases.approve(noemie, ticket=ticket, password=PASSWORD, at=AT)
    approve_long_after_signing_in(adrian, ticket, minutes)

    if passes:
        assert releases.release(noemie, ticket=ticket, at=AT + 7 * MINUTE).log == LOG
    else:
        code = refused(lambda: releases.release(noemie, ticket=ticket, at=AT + 7 * MINUTE))
        assert code == "release.stale-authentication"


def approve_long_after_signing_in(officer, ticket, minutes):
    """What the desk never writes, since it asks for the password with each approval."""
    row = Ticket.objects.get(digest=ticket)
    said = Approved(ticket=ticket, officer=officer.name, authenticated_at=entries.instant(AT))
    entries.append_home(said, channel=row.channel, subject=row.subject, marking=AMBER, at=AT + minutes * MINUTE)


@pytest.mark.parametrize(
    "change",
    [
        {"octets": "words"},
        {"subject": f"{PLAN}#P1.I3"},
        {"value": "marking"},
        {"value": "audience"},
        {"value": "refs"},
        {"type": "change.withdrawn"},
    ],
)
def test_a_ticket_changed_after_its_approval_does_not_leave(noemie, approved, change):
    row = Ticket.objects.get(digest=approved)
    Ticket.objects.filter(digest=approved).update(**changed(row, change))

    assert refused(lambda: releases.release(noemie, ticket=approved, at=AT + 3 * MINUTE)) in (
        "release.digest",
        "record.unknown-field",
        "record.missing-field",
        "release.no-ticket",
    )


def changed(row, change):
    ((field, value),) = change.items()
    if value == "words":
        content = read_canonical(bytes(row.octets), cap=262_144, depth=16, what="content")
        return {"octets": canonical({**content, "account": {"en": "Something else."}})}
    others = {
        "marking": {"marking": {"tlp": "CLEAR"}},
        "audience": {"audience": "suivi/can/public"},
        "refs": {"refs": {"target": {"log": LOG, "seq": 0, "leaf": "0" * 64}}},
    }
    return {field: {**row.value, **others[value]} if field == "value" else value}


def test_a_ticket_used_twice_gives_the_same_entry(noemie, adrian, approved):
    first = releases.release(noemie, ticket=approved, at=AT + 3 * MINUTE)
    sizes = entries.log_size(LOG), entries.log_size(HOME)

    again = releases.release(adrian, ticket=approved, at=AT + 9 * MINUTE)

    assert again == first
    assert (entries.log_size(LOG), entries.log_size(HOME)) == sizes


def test_a_discarded_ticket_is_neither_approved_nor_released(noemie, adrian, approved):
    releases.discard(noemie, ticket=approved, at=AT + 3 * MINUTE)

    assert refused(lambda: releases.release(noemie, ticket=approved, at=AT + 4 * MINUTE)) == "ticket-discarded"
    assert refused(lambda: releases.approve(adrian, ticket=approved, password=PASSWORD, at=AT)) == "ticket-discarded"


def test_what_has_left_cannot_be_discarded(noemie, approved):
    releases.release(noemie, ticket=approved, at=AT + 3 * MINUTE)

    assert refused(lambda: releases.discard(noemie, ticket=approved, at=AT)) == "ticket-released"


def test_a_release_never_bears_a_time_before_its_forerunner(noemie, adrian, approved):
    early = datetime.datetime(2024, 9, 2, tzinfo=datetime.UTC)
    last = entries.last_header(LOG).at

    # The order of the home log says that the approvals came before: a clock that ran back stops nothing, and dates nothing.
    releases.release(noemie, ticket=approved, at=early)
    assert entries.last_header(LOG).at == last


def test_a_clock_that_ran_ahead_and_was_set_right_stops_no_release(noemie, adrian, ticket):
    set_right = AT - datetime.timedelta(days=3650)  # what was written before bears the time of ten years later
    for officer in (noemie, adrian):
        releases.approve(officer, ticket=ticket, password=PASSWORD, at=set_right)

    placed = releases.release(noemie, ticket=ticket, at=set_right + MINUTE)

    assert placed.log == LOG
    assert [entry.header.at for entry in entries.read_log(HOME)][-1] >= entries.instant(AT)


def test_a_released_entry_has_seen_the_partner_s_log_only(noemie, approved):
    releases.release(noemie, ticket=approved, at=AT + 3 * MINUTE)

    assert set(entries.last_header(LOG).seen) == {"suivi/kor/can-kor"}


def test_a_record_the_rules_forbid_is_refused_when_written(noemie, adrian):
    withdrawn = reports.withdraw(noemie, report=own_report(), reason="superseded", at=AT)
    corrected = reports.correct(noemie, report=own_report(), **words(), at=AT)
    for ticket in (withdrawn, corrected):
        for minutes, officer in enumerate((noemie, adrian), start=1):
            releases.approve(officer, ticket=ticket, password=PASSWORD, at=AT + minutes * MINUTE)
    releases.release(noemie, ticket=withdrawn, at=AT + 3 * MINUTE)

    # Both were fit to be written; once the report is withdrawn it cannot be corrected.
    assert refused(lambda: releases.release(noemie, ticket=corrected, at=AT + 4 * MINUTE)) == "change.withdrawn"


def own_report():
    return registers.common("can-kor").plans[PLAN].standing("P1.I1").accounts["can"][0].id


def words():
    return {"stage": "done", "account": {"en": "They met."}, "on": "2024-12-01"}


@pytest.mark.parametrize(
    ("account", "code"),
    [
        ({"en": "Mini\u0301stre"}, "text.nfc"),
        ({"en": "a \u202egnol\u202c word"}, "text.forbidden"),
        ({"en": "a\tb"}, "text.control"),
        ({"ko": "회의\u3164"}, "text.forbidden"),
        ({"en": "\U0001fae8 new"}, "text.unassigned"),
    ],
)
def test_words_that_could_not_be_read_alike_everywhere_are_refused_when_written(noemie, account, code):
    said = report(provision="P1.I2", account=account, on="2024-12-01")

    with pytest.raises(Refused) as refusal:
        reports.file(noemie, **said, at=AT)

    assert refusal.value.code == code
    assert entries.log_size(HOME) == 14


def test_l10_a_key_that_cannot_be_used_stops_the_release_and_nothing_is_written(ottawa, noemie, approved):
    key = ottawa.keys / "can-kor.log.pem"
    key.chmod(0o640)
    assert refused(lambda: releases.release(noemie, ticket=approved, at=AT + 3 * MINUTE)) == "own.key"
    pem = key.read_bytes()
    key.unlink()
    assert refused(lambda: releases.release(noemie, ticket=approved, at=AT + 3 * MINUTE)) == "own.key"
    key.write_bytes(b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")
    key.chmod(0o600)
    assert refused(lambda: releases.release(noemie, ticket=approved, at=AT + 3 * MINUTE)) == "own.key"
    key.write_bytes(pem)

    assert releases.release(noemie, ticket=approved, at=AT + 3 * MINUTE).seq == 8


def test_another_key_than_the_partner_knows_does_not_sign(ottawa, noemie, approved):
    key = ottawa.keys / "can-kor.log.pem"
    key.write_bytes((ottawa.keys / "can-kor.witness.pem").read_bytes())

    assert refused(lambda: releases.release(noemie, ticket=approved, at=AT + 3 * MINUTE)) == "own.key"


@pytest.mark.sqlite
def test_l09_a_log_that_does_not_add_up_is_never_added_to(ottawa, noemie, approved):
    from tests.desk.test_verification import by_hand

    by_hand(ottawa, "DELETE FROM desk_entry WHERE log = ? AND seq = 7", [LOG])
    shutil.rmtree(ottawa.folder / "published", ignore_errors=True)  # else that tells first that we held more

    with pytest.raises(entries.OwnLogUnsound):
        releases.release(noemie, ticket=approved, at=AT + 3 * MINUTE)


def test_what_stopped_is_said_in_three_languages(noemie, ticket):
    with pytest.raises(ReleaseRefused) as refusal:
        releases.release(noemie, ticket=ticket, at=AT)

    said = {language: refusal.value.sentence(language) for language in ("en", "fr", "ko")}
    assert len(set(said.values())) == 3
    assert all(refusal.value.advice(language) for language in said)


def test_r07_an_attached_file_leaves_only_as_it_came_out_of_being_looked_into(ottawa):
    def proposal(octets):
        attached = Attachment(
            media="application/pdf", sha256=entries.keep_attachment(octets), size=len(octets), name="a.pdf"
        )
        said = {"kind": "plan.adopted", "parties": ("can", "kor"), "body": None, "body_value": {}, "texts": {}}
        return Proposed(**said, attachments=(attached,))

    dirty = DIRTY["pdf: XMP"].octets

    with pytest.raises(Refused) as refusal:
        releases.refuse_hidden(proposal(dirty))
    with pytest.raises(AttachmentHoldsHidden):
        releases.refuse_hidden(proposal(DIRTY["pdf: a form"].octets))

    assert refusal.value.code == "release.attachment"
    releases.refuse_hidden(proposal(checked(dirty, name="a.pdf").octets))


def test_a_passkey_is_fresh_proof_for_one_approval_and_for_the_question_asked(noemie, adrian, ticket):
    desk, device = Client(HTTP_HOST=HOST), Device()
    asked = passkeys.begin_keeping(noemie, host=HOST)
    passkeys.keep(noemie, host=HOST, kept=asked.kept, answer=device.made(asked.options), name="열쇠 d’Élise")
    desk.force_login(noemie, backend="django.contrib.auth.backends.ModelBackend")
    assert 'data-passkey="prove"' in desk.get(f"/releases/{ticket}").content.decode()

    def approving(**answer):
        return desk.post(f"/releases/{ticket}/approve", answer)

    def approvals():
        return [entry.record for entry in entries.read_log(HOME) if isinstance(entry.record, Approved)]

    before, unasked = len(approvals()), device.signed({"challenge": "AAAA"})
    assert approving(passkey=unasked).status_code == 409
    stranger = Device().signed(desk.get("/sign-in/passkey").json())
    assert approving(passkey=stranger).status_code == 409
    answer = device.signed(desk.get("/sign-in/passkey").json())
    assert approving().status_code == 409  # the question is not spent by saying nothing
    assert len(approvals()) == before

    assert approving(passkey=answer).status_code == 302
    assert len(approvals()) == before + 1
    assert approving(passkey=answer).status_code == 409
    assert len(approvals()) == before + 1
