"""What leaves is what two officers approved, byte for byte."""

import hashlib
from dataclasses import replace

import pytest

from suivi.exchange.release import (
    Approval,
    ReleaseRefused,
    Ticket,
    check_release,
    check_ticket,
    header_for,
    released_as,
)
from suivi.log.canonical import canonical
from suivi.log.fault import Fault
from suivi.log.header import Reference
from suivi.record.changes import Remarked
from suivi.record.channel import LIMITS
from suivi.record.home import Approved, Released
from suivi.record.joint import Attachment, Proposed
from suivi.record.kinds import content_value, type_of
from suivi.record.marking import AMBER, Marking, Tlp
from suivi.record.plans import PlanAdopted
from tests.exchange.partner import digest, report
from tests.exchange.samples import plan_of

AT = "2026-01-05T10:00:00Z"


def ticket_of(record=None, **changes) -> Ticket:
    record = record or report()
    content = canonical(content_value(record, salt="0" * 32))
    sound = Ticket(
        audience="suivi/can/demo", type=type_of(record), subject="plan#P1.I1", content=content, marking=AMBER
    )
    return replace(sound, **changes)


def approvals_of(ticket: Ticket, *officers: str, signed_in: str = "2026-01-05T09:56:00Z", at: str = AT):
    return [Approval(Approved(ticket.digest(), officer, signed_in), at) for officer in officers]


def refused(ticket: Ticket, approvals, *, ceiling: Marking = AMBER) -> str:
    with pytest.raises(ReleaseRefused) as refusal:
        check_release(ticket, approvals, at=AT, ceiling=ceiling)
    assert refusal.value.sentence("fr")
    return refusal.value.code


def test_two_officers_let_a_ticket_leave():
    ticket = ticket_of()

    assert check_release(ticket, approvals_of(ticket, "Roy", "Tremblay"), at=AT, ceiling=AMBER) == ("Roy", "Tremblay")


def test_the_digest_is_the_one_of_the_format():
    ticket = ticket_of()
    value = {
        "audience": "suivi/can/demo",
        "blobs": [],
        "content": digest(ticket.content),
        "marking": {"tlp": "AMBER"},
        "refs": {},
        "subject": "plan#P1.I1",
        "type": "report.filed",
    }

    assert ticket.digest() == hashlib.sha256(canonical(value)).hexdigest()


def test_a_new_marking_above_the_ceiling_does_not_leave_though_its_own_record_could():
    written = Reference("suivi/can/demo", 0, "0" * 64)
    for tlp in (Tlp.RED, Tlp.GREEN):
        ticket = ticket_of(Remarked(Marking(tlp=tlp)), refs={"supersedes": written})
        if tlp is Tlp.RED:
            assert refused(ticket, approvals_of(ticket, "Roy", "Tremblay")) == "marking.above-ceiling"
        else:
            check_ticket(ticket, ceiling=AMBER)


def test_authentication_at_the_moment_of_approval_is_fresh_and_the_old_one_is_named():
    ticket = ticket_of()
    now, old = (
        approvals_of(ticket, name, signed_in=at) for name, at in (("Roy", AT), ("Tremblay", "2026-01-05T09:54:00Z"))
    )

    assert check_release(ticket, now + approvals_of(ticket, "Tremblay", signed_in=AT), at=AT, ceiling=AMBER) == (
        "Roy",
        "Tremblay",
    )
    with pytest.raises(ReleaseRefused) as refusal:
        check_release(ticket, now + old, at=AT, ceiling=AMBER)
    assert refusal.value.fault.got == "2026-01-05T09:54:00Z"


def test_r01_one_officer_is_not_two():
    ticket = ticket_of()

    assert refused(ticket, approvals_of(ticket, "Roy", "Roy")) == "release.two-officers"
    assert refused(ticket, []) == "release.two-officers"


@pytest.mark.parametrize(
    "changes",
    [
        {"audience": "suivi/can/other"},
        {"subject": "plan#P1.I2"},
        {"marking": Marking(tlp=Tlp.GREEN)},
        {"refs": {"target": Reference("suivi/kor/demo", 0, "0" * 64)}},
        {"content": canonical(content_value(report("Something else."), salt="0" * 32))},
    ],
)
def test_r02_whatever_changes_after_an_approval_needs_new_ones(changes):
    approved = ticket_of()

    assert refused(replace(approved, **changes), approvals_of(approved, "Roy", "Tremblay")) == "release.digest"


def test_r03_a_ticket_used_twice_gives_the_same_entry():
    ticket = ticket_of()
    released = Released(
        ticket=ticket.digest(), log="suivi/can/demo", seq=3, leaf="0" * 64, approved_by=("Roy", "Tremblay")
    )

    assert released_as(ticket, [released]) == released
    assert released_as(ticket_of(report("Something else.")), [released]) is None


@pytest.mark.parametrize("signed_in", ["2026-01-05T09:54:59Z", "2026-01-05T10:00:01Z"])
def test_r06_an_authentication_is_at_most_five_minutes_old(signed_in):
    ticket = ticket_of()
    approvals = [*approvals_of(ticket, "Roy"), *approvals_of(ticket, "Tremblay", signed_in=signed_in)]

    assert refused(ticket, approvals) == "release.stale-authentication"


def test_approvals_of_the_morning_still_count_in_the_afternoon():
    ticket = ticket_of()
    approvals = [
        *approvals_of(ticket, "Roy", signed_in="2026-01-05T07:58:00Z", at="2026-01-05T08:00:00Z"),
        *approvals_of(ticket, "Tremblay"),
    ]

    assert check_release(ticket, approvals, at=AT, ceiling=AMBER) == ("Roy", "Tremblay")


def test_an_approval_from_the_future_is_none():
    ticket = ticket_of()

    assert refused(ticket, approvals_of(ticket, "Roy", "Tremblay", at="2026-01-05T10:00:01Z")) == "release.digest"


def test_nothing_above_the_ceiling_leaves():
    ticket = ticket_of(marking=Marking(tlp=Tlp.RED))

    assert refused(ticket, approvals_of(ticket, "Roy", "Tremblay")) == "marking.above-ceiling"


@pytest.mark.parametrize("kind", ["home.approved", "joint.sealed", "channel.receipt", "minutes.filed"])
def test_r04_only_what_officers_release_has_a_ticket(kind):
    ticket = ticket_of(type=kind)

    assert refused(ticket, approvals_of(ticket, "Roy", "Tremblay")) == "release.no-ticket"


def test_r04_nothing_is_released_to_the_home_log():
    ticket = ticket_of(audience="suivi/can/home")

    assert refused(ticket, approvals_of(ticket, "Roy", "Tremblay")) == "release.no-ticket"


def test_what_would_be_set_aside_is_refused_to_our_own_officer():
    ticket = ticket_of(report("left\u202eright"))

    assert refused(ticket, approvals_of(ticket, "Roy", "Tremblay")) == "text.forbidden"


def test_attachments_are_exactly_those_the_content_names():
    words = b"Agreed words."
    adopted = PlanAdopted(plan_of(words))
    proposal = Proposed(
        kind="plan.adopted",
        parties=("can", "kor"),
        body=adopted,
        body_value=adopted.value(),
        texts={"en": "The parties adopt the plan."},
        attachments=(Attachment(media="text/plain", sha256=digest(words), size=len(words)),),
    )
    bare, whole = ticket_of(proposal), ticket_of(proposal, blobs=(digest(words),))

    assert refused(bare, approvals_of(bare, "Roy", "Tremblay")) == "release.attachment"
    assert check_release(whole, approvals_of(whole, "Roy", "Tremblay"), at=AT, ceiling=AMBER)


def test_nothing_above_the_limits_of_the_charter_is_put_before_officers():
    ticket, room = ticket_of(), len(ticket_of().content)

    check_ticket(ticket, ceiling=AMBER, limits={**LIMITS, "content": room})
    with pytest.raises(Fault) as fault:
        check_ticket(ticket, ceiling=AMBER, limits={**LIMITS, "content": room - 1})
    assert fault.value.code == "size.content"


def test_the_header_commits_to_the_approved_bytes():
    target = Reference("suivi/kor/demo", 0, "0" * 64)
    ticket = ticket_of(refs={"target": target})

    header = header_for(ticket, seq=4, id="1" * 32, seen={"suivi/kor/demo": 2}, manifest=1, at=AT)

    assert (header.sha256, header.size) == (digest(ticket.content), len(ticket.content))
    assert (header.log, header.seq, header.target, header.supersedes) == ("suivi/can/demo", 4, target, None)
