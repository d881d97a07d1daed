"""What a desk remembers of its registers: never more than the tables say, whoever wrote in between."""

import datetime

import pytest
from django.db import transaction

from suivi.desk import drafts, entries, registers
from suivi.desk.actions import releases
from suivi.desk.models import Content, Entry, Ticket
from suivi.exchange.release import header_for
from suivi.plan.refusal import Refusal
from suivi.record.home import Mandated
from suivi.record.marking import AMBER
from tests.desk.conftest import AT, MINUTE
from tests.two_nodes.capitals import PLAN, report
from tests.two_nodes.orders import file_report, leave


def accounts(provision="P1.I2"):
    return [one.account for one in registers.common("can-kor").plans[PLAN].standing(provision).accounts.get("can", ())]


def filed(words, at):
    return file_report(**report(provision="P1.I2", account={"en": words}, on="2024-12-01"), at=at)


def test_what_was_rolled_back_was_never_there(noemie, adrian):
    before = registers.common("can-kor").plans[PLAN].digest

    with pytest.raises(RuntimeError), transaction.atomic():  # noqa: PT012  # what is rolled back is what is tested
        leave(ticket=filed("Never said.", AT), at=AT)
        assert accounts() == [{"en": "Never said."}]
        raise RuntimeError

    assert accounts() == []
    assert registers.common("can-kor").plans[PLAN].digest == before
    leave(ticket=filed("Said.", AT), at=AT)
    assert accounts() == [{"en": "Said."}]


def test_another_entry_in_the_place_of_one_rolled_back_is_the_one_that_counts(noemie):
    with pytest.raises(RuntimeError), transaction.atomic():  # noqa: PT012  # what is rolled back is what is tested
        leave(ticket=filed("First.", AT), at=AT)
        registers.common("can-kor")
        registers.approvals("0" * 64)
        raise RuntimeError
    leave(ticket=filed("Second.", AT), at=AT)

    assert accounts() == [{"en": "Second."}]
    assert [entry.seq for entry in entries.read_log("suivi/can/home")] == list(
        range(entries.log_size("suivi/can/home"))
    )


def test_a_forgotten_register_is_the_same_when_asked_for_again(noemie):
    leave(ticket=filed("Said.", AT), at=AT)
    remembered = registers.common("can-kor")

    registers.forget()

    assert registers.common("can-kor") == remembered


def test_a_past_day_stays_as_it_was_when_more_comes(noemie):
    day = datetime.date(2024, 10, 31)
    before = registers.common_on("can-kor", day).plans[PLAN].digest

    leave(ticket=filed("Said.", AT), at=AT)

    assert registers.common_on("can-kor", day).plans[PLAN].digest == before
    assert (
        registers.common_on("can-kor", AT.date()).plans[PLAN].digest == registers.common("can-kor").plans[PLAN].digest
    )


def test_nothing_of_the_home_log_is_in_the_common_register(noemie):
    before = registers.common("can-kor")
    filed("At home only.", AT)
    entries.append_home(
        Mandated(officer="A. Roy", mandates=("draft",)), channel="home", subject="channel", marking=AMBER, at=AT
    )

    assert registers.common("can-kor") == before


def test_an_entry_offered_for_another_place_is_not_written(noemie):
    header = next(entries.read_log("suivi/can/can-kor", from_seq=7)).header

    with pytest.raises(ValueError, match="offered for place 8"):
        entries.append(header, b"{}", at=AT)

    assert entries.log_size("suivi/can/can-kor") == 8


def test_a_clock_that_ran_back_does_not_take_the_log_back(noemie):
    long_ago = datetime.datetime(2001, 1, 1, tzinfo=datetime.UTC)
    before = entries.last_header("suivi/can/home").at

    filed("Written by a clock that ran back.", AT)
    releases.approve(noemie, ticket=filed("And again.", AT + MINUTE), password="demonstration", at=long_ago)

    assert entries.last_header("suivi/can/home").at >= before


def test_two_officers_may_not_bear_one_name(ottawa, noemie):
    from django.db import IntegrityError

    from suivi.desk import sign_in

    with pytest.raises(IntegrityError):
        sign_in.enrol(noemie.name, "another password", roles=(), language="en")


def test_every_refusal_of_the_desk_speaks_three_languages():
    def family(kind):
        return {kind}.union(*(family(each) for each in kind.__subclasses__()))

    spoken = [each for each in family(Refusal) if each.__module__.startswith("suivi.") and hasattr(each, "says")]
    assert spoken
    for refusal in spoken:
        assert all(words.in_(tongue) for words in (refusal.says, refusal.remedy) for tongue in ("en", "fr", "ko"))


def test_words_that_another_process_brings_are_told_though_the_entry_was_known_without_them(noemie):
    log = "suivi/can/can-kor"
    told = drafts.ticket_of(Ticket.objects.get(digest=filed("Said.", AT)))
    header = header_for(
        told,
        seq=entries.log_size(log),
        id="a" * 32,
        seen=registers.seen("can-kor"),
        manifest=1,
        at="2024-12-02T09:00:00Z",
    )
    Entry.objects.create(log=log, seq=header.seq, header=header.octets(), leaf=header.leaf(), digest=header.sha256)
    assert [one.code for one in registers.common("can-kor").waiting] == ["content.absent"]

    Content.objects.create(digest=header.sha256, octets=told.content)  # as the tables stand once it has been taken in

    assert registers.common("can-kor").waiting == ()
    assert accounts() == [{"en": "Said."}]
