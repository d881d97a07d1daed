"""The journey on the published French text of the 2024 Action Plan, where it lies beside the checkout."""

import datetime
import json

import pytest

from tests.two_nodes.capitals import report

pytestmark = pytest.mark.two_nodes

PLAN = "canada-coree-2024"
AT = datetime.datetime(2024, 9, 5, 9, 0, tzinfo=datetime.UTC)


@pytest.fixture
def adopted(chartered, shared):
    """Both capitals once the real plan is in effect, proposed by Ottawa from the French text."""
    text = (shared / "plan" / "canada-coree-2024.fr.txt").read_bytes()
    files = [("canada-coree-2024.fr.txt", text, "")]
    proposed = chartered.can.does("propose plan", files=files, plan=PLAN, agreed_on="2024-07-18", titles={}, at=AT)
    chartered.cross(AT + datetime.timedelta(minutes=10))
    chartered.kor.does("concur", at=AT + datetime.timedelta(minutes=20))
    chartered.cross(AT + datetime.timedelta(minutes=30))
    assert proposed["commitments"] == 81
    return chartered


def printed(capital):
    return capital.suivi("register", PLAN, "--format", "json").facts


def test_both_capitals_print_the_same_register_of_the_real_plan(adopted, shared):
    later = AT + datetime.timedelta(days=40)
    said = {
        **report(provision="P3.I4", on="2024-10-10", account={"fr": "Un plan de travail est arrêté."}),
        "plan": PLAN,
    }
    adopted.can.does("report", **said, at=later)
    adopted.kor.does("report", **{**said, "stage": "done", "account": {"ko": "회의를 마쳤다."}}, at=later)
    adopted.cross(later + datetime.timedelta(minutes=10))

    ours, theirs = (printed(capital) for capital in adopted)
    gold = json.loads((shared / "plan" / "canada-coree-2024.fr.gold.json").read_text("utf-8"))

    assert ours == theirs
    # P3.I4 and P4.I7 are one initiative in two places.
    assert {"P3.I4", "P4.I7"} in [{place["id"] for place in one["places"]} for one in ours["provisions"]]
    assert len(ours["provisions"]) == len(gold["commitments"]) - 1


def test_the_agreed_text_reaches_the_partner_byte_for_byte(adopted, shared):
    characters = (shared / "plan" / "canada-coree-2024.fr.txt").read_text("utf-8")
    digest = printed(adopted.kor)["texts"][0]["sha256"]

    assert adopted.kor.does("attachment", digest=digest).decode() == characters


def test_both_nodes_are_sound_with_the_real_plan(adopted):
    assert [capital.suivi("check").code for capital in adopted] == [0, 0]
