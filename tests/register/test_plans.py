"""The plan in force as plain JSON, the same in every capital."""

import hashlib
import json
from dataclasses import replace

import pytest
from hypothesis import given

from suivi.log.canonical import canonical
from suivi.plan.plan import Provision, ProvisionKind
from suivi.record.changes import Corrected, Withdrawn
from suivi.record.plans import PlanAdopted, read_plan_adopted
from suivi.record.reports import Stage
from tests.register.correspondence import PLAN, PROVISIONS, opened, plan, report, step, under_way
from tests.register.stories import DIALOGUE, stories


def told():
    """A story with a little of everything."""
    story = under_way()
    first = story.report("can", report(stage=Stage.DONE, until="2025-01-04", next={"en": "To go on"}, reason="—"))
    story.report("can", Corrected("report.filed", report(stage=Stage.UNDER_WAY)), supersedes=first)
    second = story.report("kor", report("P1.I4", account="불 🔥"))
    story.report("kor", Withdrawn("error"), supersedes=second)
    opening = story.write("kor", opened(), subject=PLAN)
    story.write("kor", step(opening.header.id, "propose", **DIALOGUE["propose"]), subject=PLAN)
    story.deliver_all()
    story.agree("can", step(opening.header.id, "convene", **DIALOGUE["convene"]), subject=PLAN)
    return story


@pytest.fixture
def standing():
    return told().register().plans[PLAN]


def test_the_digest_is_that_of_the_canonical_value(standing):
    assert standing.octets() == canonical(standing.value())
    assert standing.digest == hashlib.sha256(canonical(standing.value())).hexdigest()


@given(stories(begun=True))
def test_written_in_parts_or_whole_the_octets_are_the_same(story):
    for standing in story.register().plans.values():
        assert standing.octets() == canonical(standing.value())


def test_the_value_holds_the_plan_as_adopted(standing):
    value = standing.value()
    adopted = {name: part for name, part in value.items() if name in PlanAdopted(plan()).value()}
    said = ("comparison", "accounts", "activities", "evidence")
    provisions = [{name: part for name, part in one.items() if name not in said} for one in value["provisions"]]

    assert read_plan_adopted({**adopted, "provisions": provisions}).plan == plan()


def test_the_value_tells_where_each_account_stands_on_record(standing):
    (account,) = standing.value()["provisions"][0]["accounts"]["can"]

    latest = standing.provisions[0].latest("can")
    assert (account["log"], account["seq"], account["id"]) == ("suivi/can/pact", latest.seq, latest.id)
    assert account["leaf"] == latest.leaf.hex()
    assert [version["stage"] for version in account["versions"]] == ["done"]
    assert account["versions"][0]["next"] == {"en": "To go on"}


def test_the_value_tells_the_state_of_joint_texts(standing):
    adoption, convening = standing.value()["joint_texts"]

    assert adoption["leaf"] == standing.joint.hex()
    assert adoption["in_effect"] is True
    assert convening["body"]["step"] == "convene"
    assert convening["seals"].keys() == {"can", "kor"}


def test_the_value_is_plain_json(standing):
    assert json.loads(json.dumps(standing.value())) == standing.value()


def test_a_new_version_keeps_what_was_reported_on_the_commitments_it_keeps():
    story = under_way()
    story.report("can", report("P1.I1"))
    story.report("can", report("P1.I2"))
    adoption = story.register().joint_texts[story.register().plans[PLAN].joint].proposal
    added = Provision("P1.I9", ProvisionKind.INITIATIVE, "study", (replace(PROVISIONS[1].places[0], id="P1.I9"),))
    story.agree("kor", PlanAdopted(plan(version=2, provisions=(PROVISIONS[0], added))), subject=PLAN, target=adoption)
    story.report("can", report("P1.I9"))
    story.report("can", report("P1.I2"))

    register = story.register()

    assert [one.provision.id for one in register.plans[PLAN].provisions] == ["P1.I1", "P1.I9"]
    assert [len(one.accounts["can"]) for one in register.plans[PLAN].provisions] == [1, 1]
    assert [aside.code for aside in register.set_aside] == ["register.unknown-provision"]


def test_several_plans_in_a_channel_are_kept_apart():
    story = under_way()
    story.adopt(plan(name="plan-2030"))
    story.report("can", subject="plan-2030")

    plans = story.register().plans

    assert list(plans) == [PLAN, "plan-2030"]
    assert [len(plans[name].provisions[0].accounts["can"]) for name in plans] == [0, 1]


def test_the_parties_stand_in_charter_order():
    story = under_way(("kor", "can"))

    standing = story.register().plans[PLAN]

    assert standing.parties == ("kor", "can")
    assert list(standing.provisions[0].accounts) == ["kor", "can"]
