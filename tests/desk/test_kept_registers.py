"""Registers kept folded: equal to what the logs add up to, believed only under our own seal, never older than the logs."""

import zlib

import pytest
from django.db import transaction

from suivi.desk import backup, entries, kept_registers, project, registers
from suivi.desk.models import KeptRegister
from tests.desk.conftest import AT, MINUTE
from tests.two_nodes.capitals import PLAN, report
from tests.two_nodes.orders import ask_to_destroy, file_report, leave

CHANNEL = "can-kor"


@pytest.fixture(autouse=True)
def kept_however_small(monkeypatch):
    monkeypatch.setattr(kept_registers, "WORTH_KEEPING", 0)


def said(words, at=AT):
    leave(ticket=file_report(**report(provision="P1.I2", account={"en": words}, on="2024-12-01"), at=at), at=at)


def read_back():
    """What is kept of the channel, read as by a process that has just begun; None if it is of no use."""
    registers.forget()
    ends = entries.ends([f"suivi/{party}/{CHANNEL}" for party in ("can", "kor")])
    made_from = kept_registers.made_from_of(ends)
    return kept_registers.kept(CHANNEL, made_from, lambda: pytest.fail("nothing is to be folded"))


def folded():
    registers.forget()
    return registers._folded(CHANNEL)


def test_what_is_kept_is_what_the_logs_add_up_to(noemie, adrian):
    said("Said.")

    kept = read_back()

    assert kept is not None
    register = folded()
    assert kept.register == register
    assert kept.register.plans[PLAN].octets() == register.plans[PLAN].octets()
    assert kept.last_at == registers.last_entry_at(CHANNEL)


def test_a_page_reads_what_is_kept_and_leaves_the_logs_alone(noemie, adrian):
    said("Said.")
    registers.forget()

    found = registers.common(CHANNEL)

    assert isinstance(found.plans, kept_registers.OneByOne)
    assert found.plans[PLAN].standing("P1.I2").latest("can").account == {"en": "Said."}


def test_a_plan_with_too_many_accounts_to_be_written_with_every_entry_is_folded(noemie, adrian, monkeypatch):
    said("First.")
    monkeypatch.setattr(kept_registers, "MOST_ACCOUNTS", 1)
    said("Second.", AT + MINUTE)

    assert not KeptRegister.objects.filter(part=f"plan {PLAN}").exists()
    registers.forget()
    found = registers.common(CHANNEL)
    assert isinstance(found.plans, kept_registers.OneByOne)
    assert found.plans[PLAN].standing("P1.I2").latest("can").account == {"en": "Second."}


def test_what_is_destroyed_is_in_nothing_that_is_kept(noemie, adrian):
    said("Neunundneunzig-Canary-Words")
    assert any(b"Neunundneunzig" in zlib.decompress(bytes(one.octets)) for one in KeptRegister.objects.all())

    seq = entries.log_size("suivi/can/can-kor") - 1
    leave(ticket=ask_to_destroy(seq=seq, reason="spill", at=AT + MINUTE), at=AT + MINUTE)

    held = [zlib.decompress(bytes(one.octets)) for one in KeptRegister.objects.all()]
    assert held
    assert not any(b"Neunundneunzig" in octets for octets in held)


def test_a_log_that_has_grown_since_makes_it_useless(noemie, adrian):
    said("First.")
    with pytest.raises(RuntimeError), transaction.atomic():  # noqa: PT012  # what is rolled back is what is tested
        said("Never said.", AT + MINUTE)
        raise RuntimeError
    assert read_back().register.plans[PLAN].standing("P1.I2").latest("can").account == {"en": "First."}

    KeptRegister.objects.filter(part="frame").update(made_from="0" * 64)

    assert read_back() is None
    assert registers.common(CHANNEL).plans[PLAN].standing("P1.I2").latest("can").account == {"en": "First."}


@pytest.mark.parametrize("part", ["frame", f"plan {PLAN}", "texts"])
def test_what_does_not_bear_our_seal_is_not_read(noemie, adrian, part):
    said("Said.")
    row = KeptRegister.objects.get(part=part)
    forged = zlib.compress(zlib.decompress(bytes(row.octets)).replace(b"Said.", b"Sold."))
    KeptRegister.objects.filter(part=part).update(octets=forged + b" ")

    registers.forget()
    found = registers.common(CHANNEL)

    assert found.plans[PLAN].standing("P1.I2").latest("can").account == {"en": "Said."}
    assert len(list(found.joint_texts.values())) > 1


def test_nothing_but_values_of_a_register_is_read_back():
    octets = zlib.compress(b"cos\nsystem\n(S'true'\ntR.")

    with pytest.raises(Exception, match="is no part of a register"):
        kept_registers._read(octets)


def test_rebuild_makes_what_is_kept_anew(noemie, adrian):
    said("Said.")
    KeptRegister.objects.update(octets=b"")
    KeptRegister.objects.create(channel=CHANNEL, part="plan gone", seal="", octets=b"")

    project.rebuild()

    assert read_back().register == folded()
    project.rebuild()
    assert sorted(KeptRegister.objects.values_list("part", flat=True)) == ["frame", f"plan {PLAN}", "texts"]


def test_an_upgrade_keeps_anew_what_other_code_has_kept(noemie, adrian, monkeypatch):
    monkeypatch.setattr(kept_registers, "edition", lambda: "another")
    said("Said.")
    monkeypatch.undo()
    monkeypatch.setattr(kept_registers, "WORTH_KEEPING", 0)
    assert kept_registers.useless() == [CHANNEL]
    assert read_back() is None

    assert backup.upgrade(at=AT).steps == 0

    assert kept_registers.useless() == []
    assert read_back().register == folded()


def test_what_another_process_keeps_is_noticed_and_what_is_taken_back_is_forgotten(noemie, adrian):
    said("Said.")
    before = entries.surroundings().kept[CHANNEL]

    def keep_otherwise(made_from):
        KeptRegister.objects.filter(channel=CHANNEL, part="frame").delete()
        KeptRegister.objects.create(channel=CHANNEL, part="frame", made_from=made_from, seal="", octets=b"")
        return entries.surroundings().kept[CHANNEL]

    with pytest.raises(RuntimeError), transaction.atomic():  # noqa: PT012  # what is rolled back is what is tested
        assert keep_otherwise("taken back") == "taken back"
        raise RuntimeError
    assert entries.surroundings().kept[CHANNEL] == before
    assert keep_otherwise("kept") == "kept"


def test_many_channels_are_looked_at_together_and_each_is_what_it_is_alone(noemie, adrian):
    said("Said.")
    alone = folded()

    @registers.at_one_glance
    def together():
        registers.look_at_all([CHANNEL, "can-fra"])  # one that is not known is passed over
        return registers.common(CHANNEL)

    registers.forget()
    found = together()

    assert isinstance(found.plans, kept_registers.OneByOne)
    assert found == alone


def test_many_channels_are_looked_at_no_older_than_their_logs(noemie, adrian):
    said("Said.")
    kept = kept_registers.frames([CHANNEL])[CHANNEL]
    said("Said again.", at=AT + 10 * MINUTE)

    ends = entries.ends([f"suivi/{party}/{CHANNEL}" for party in ("can", "kor")])
    registers.forget()

    assert kept_registers.kept(CHANNEL, kept_registers.made_from_of(ends), folded, beside=kept) is None
