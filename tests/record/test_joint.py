"""What a proposal must hold before anybody is asked to concur with it."""

from dataclasses import replace

import pytest

from suivi.log.canonical import canonical, read_json
from suivi.plan.channel import OldLog
from suivi.record.channel import LIMITS, charter_value, read_charter
from suivi.record.joint import Attachment, Proposed, proposing, read_proposed, read_sealed
from suivi.record.plans import PlanAdopted
from tests.record.entries import fault_of
from tests.record.samples import CHARTER, DIGEST, PLAN, RECORDS, STEP, TEXTS
from tests.record.test_entry import EXAMPLE

BOTH = ("can", "kor")


def wire(record):
    return read_json(canonical(record.value()), cap=2**20, depth=16, what="content")


@pytest.fixture
def value():
    return wire(RECORDS["joint.proposed"])


def test_the_charter_of_the_example_comes_back_field_by_field():
    line = EXAMPLE["logs"]["aa"]["lines"][0].encode()
    body = read_json(line, cap=2**20, depth=17, what="line")["c"]["body"]

    charter = read_charter(body)

    assert charter.codes == ("aa", "bb")
    assert charter_value(charter, stale_days={"online": 7, "file": 45}, root_threshold_min=2) == body


def test_a_charter_of_a_demonstration_says_so_and_any_other_says_nothing():
    simulated = replace(CHARTER, demonstration=True)

    assert charter_value(simulated) == {**charter_value(CHARTER), "demonstration": True}
    assert read_charter(charter_value(simulated)) == simulated


def test_a_charter_of_a_successor_names_the_logs_it_succeeds():
    old = {"log": "suivi/can/kor-2024", "size": 12, "root": DIGEST}
    policies = [{"policy": "ca-gc", "sha256": DIGEST}]

    successor = replace(CHARTER, limits={"content": 9_000}, at="day", succeeds=(OldLog(**old),))

    body = charter_value(successor, policies=policies)

    assert body["succeeds"] == [old]
    assert read_charter(body) == successor


@pytest.mark.parametrize(
    ("body", "kind"), [(CHARTER, "charter"), (PlanAdopted(PLAN), "plan.adopted"), (STEP, "step.taken")]
)
def test_what_can_be_proposed_goes_over_the_wire_and_comes_back(body, kind):
    proposed = proposing(body, parties=BOTH, texts=TEXTS)

    assert proposed.kind == kind
    assert read_proposed(wire(proposed)) == proposed


def test_a_report_cannot_be_proposed(value):
    value["kind"] = "report.filed"

    assert fault_of(read_proposed, value) == ("record.unknown-kind", "kind")


@pytest.mark.parametrize("limit", LIMITS)
def test_a_charter_may_lower_a_limit_never_raise_it_p03(value, limit):
    value["body"]["limits"] = {limit: LIMITS[limit]}
    assert isinstance(read_proposed(value), Proposed)

    value["body"]["limits"] = {limit: LIMITS[limit] + 1}
    assert fault_of(read_proposed, value) == ("charter.limit", f"body.limits.{limit}")


def test_a_charter_proposed_to_other_parties_than_it_names_is_refused_p03(value):
    value["parties"] = ["can", "kor", "jpn"]
    assert fault_of(read_proposed, value) == ("charter.parties", "parties")

    value["parties"] = ["kor", "can"]
    assert fault_of(read_proposed, value) == ("charter.parties", "parties")


def test_a_charter_speaks_every_language_it_names_c09(value):
    del value["texts"]["ko"]

    assert fault_of(read_proposed, value) == ("joint.language", "texts")


@pytest.mark.parametrize(
    ("change", "code", "at"),
    [
        (lambda b: b["parties"].pop(), "record.value", "parties"),
        (lambda b: b["parties"][1].update(code="can"), "record.value", "parties"),
        (lambda b: b["parties"][1].update(manifest=DIGEST), "record.value", "parties"),
        (lambda b: b["parties"][0].update(code="CAN"), "record.value", "parties[0].code"),
        (lambda b: b["parties"][0]["names"].update(ko="캐나다\u202e"), "text.forbidden", "parties[0].names.ko"),
        (lambda b: b["languages"].clear(), "record.value", "languages"),
        (lambda b: b["languages"].append({"tag": "en", "authentic": True}), "record.value", "languages"),
        (lambda b: [spoken.update(authentic=False) for spoken in b["languages"]], "record.value", "languages"),
        (lambda b: b["ceiling"].update(tlp="amber"), "marking.unknown", "ceiling.tlp"),
        (lambda b: b["ceiling"].update(rel=["can"]), "record.unknown-field", "ceiling.rel"),
        (lambda b: b["limits"].update(pages=3), "record.unknown-field", "limits.pages"),
        (lambda b: b["limits"].update(content=0), "record.value", "limits.content"),
        (lambda b: b["stale_days"].pop("file"), "record.missing-field", "stale_days.file"),
        (lambda b: b["stale_days"].update(file=0), "record.value", "stale_days.file"),
        (lambda b: b.update(root_threshold_min=0), "record.value", "root_threshold_min"),
        (lambda b: b.update(text="latin-1"), "record.value", "text"),
        (lambda b: b.update(at="hour"), "record.value", "at"),
        (lambda b: b.update(channel="home"), "record.value", "channel"),
        (lambda b: b.update(channel="kor-2024.1"), "record.value", "channel"),
        (lambda b: b.update(succeeds=[]), "record.value", "succeeds"),
        (lambda b: b.update(demonstration=False), "record.value", "demonstration"),
        (lambda b: b.update(policies=[{"policy": "ca-gc"}]), "record.missing-field", "policies[0].sha256"),
    ],
)
def test_an_unsound_charter_is_refused_where_it_is_unsound(value, change, code, at):
    change(value["body"])

    assert fault_of(read_proposed, value) == (code, f"body.{at}")


def attachment(**changes):
    return Attachment(media="text/plain", sha256=DIGEST, size=1).value() | changes


def test_sixty_four_attachments_are_allowed_and_one_more_is_not_h16(value):
    value["attachments"] = [attachment()] * 64
    assert len(read_proposed(value).attachments) == 64

    value["attachments"] = [attachment()] * 65
    assert fault_of(read_proposed, value) == ("record.attachment", "attachments")


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"media": "application/x-msdownload"}, "record.attachment", "media"),
        ({"media": 3}, "record.attachment", "media"),
        ({"size": 25 * 2**20 + 1}, "record.attachment", "size"),
        ({"size": -1}, "record.value", "size"),
        ({"sha256": "ab"}, "record.value", "sha256"),
        ({"name": "plan\u202etxt"}, "text.forbidden", "name"),
        ({"path": "../plan.txt"}, "record.unknown-field", "path"),
    ],
)
def test_an_attachment_outside_the_limits_is_refused_h16(value, changes, code, field):
    value["attachments"] = [attachment(), attachment(**changes)]

    assert fault_of(read_proposed, value) == (code, f"attachments[1].{field}")


@pytest.mark.parametrize(
    ("voices", "code", "at"),
    [
        ({}, "record.value", "voices"),
        ({"can": {"seq": 0, "leaf": DIGEST}}, "record.value", "voices"),
        ({"can": {"seq": 0, "leaf": DIGEST}, "Kor": {"seq": 0, "leaf": DIGEST}}, "record.unknown-field", "voices.Kor"),
        ({"can": {"seq": 0, "leaf": DIGEST}, "kor": {"seq": -1, "leaf": DIGEST}}, "record.value", "voices.kor.seq"),
        ({"can": {"seq": 0, "leaf": DIGEST}, "kor": {"seq": 1}}, "record.missing-field", "voices.kor.leaf"),
    ],
)
def test_a_seal_names_the_voice_of_every_party(voices, code, at):
    assert fault_of(read_sealed, {"voices": voices}) == (code, at)
