"""An amended plan in both capitals: proposed with what became of every commitment, sealed by both, history following."""

import datetime
from pathlib import Path

import pytest

from tests.two_nodes.capitals import PLAN

pytestmark = pytest.mark.two_nodes

AT = datetime.datetime(2024, 12, 4, 9, 0, tzinfo=datetime.UTC)
SAMPLES = Path(__file__).resolve().parents[2] / "src/suivi/cli/demonstration"


def minutes(number):
    return AT + datetime.timedelta(minutes=number)


def printed(capital):
    return capital.suivi("register", PLAN, "--format", "json").facts


def files(tags, dropped):
    """The sample texts in those languages, each without the words of the provision `dropped` (spans by language)."""
    changed = []
    for tag in tags:
        characters = (SAMPLES / f"plan.{tag}.txt").read_text(encoding="utf-8")
        start, end = dropped[tag]
        while characters[end] in " ;,\u00a0":
            end += 1
        changed.append((f"plan.{tag}.txt", (characters[:start] + characters[end:]).encode(), tag))
    return changed


def test_both_capitals_amend_the_plan_and_an_activity_under_what_ends_goes_on(reported):
    provision = next(one for one in printed(reported.can)["provisions"] if one["id"] == "P1.I3")
    said = {"provision": "P1.I3", "mode": "dialogue", "plan": PLAN, "titles": {"en": "A dialogue"}}
    opened = reported.can.does("open activity", **said, at=AT)
    reported.cross(minutes(5))

    amended = reported.can.does(
        "amend plan", files=files(("fr", "en", "ko"), provision["places"][0]["spans"]), plan=PLAN, at=minutes(10)
    )
    reported.cross(minutes(20))
    reported.kor.does("concur", at=minutes(30))
    reported.cross(minutes(40))
    details = {"reason": {"ko": "계획이 개정되었다."}}
    proposal = {"level": "ministers", "date": "2025-03-01"}
    reported.kor.does(
        "take step", activity=opened["id"], step="propose", details=proposal, on="2024-12-04", at=minutes(50)
    )
    reported.kor.does(
        "take step", activity=opened["id"], step="postpone", details=details, on="2024-12-04", at=minutes(60)
    )
    reported.cross(minutes(70))

    ours, theirs = (printed(capital) for capital in reported)
    assert amended["ended"] == ["P1.I3"]
    assert ours == theirs
    assert ours["version"] == 2
    assert [one["id"] for one in ours["ended"]] == ["P1.I3"]
    assert [one["state"] for one in ours["ended"][0]["activities"]] == ["postponed"]
    met = next(one for one in ours["provisions"] if one["id"] == "P1.I1")
    assert all(met["accounts"][party] for party in ("can", "kor"))


@pytest.mark.parametrize("tags", [("fr",), ("en", "ko")])  # three: the stage `planned`, of which other tests tell
def test_a_plan_is_adopted_with_one_or_two_of_three_authentic_versions(chartered, tags):
    read = [(f"plan.{tag}.txt", (SAMPLES / f"plan.{tag}.txt").read_bytes(), tag) for tag in tags]
    chartered.can.does("propose plan", files=read, plan="of-few-tongues", agreed_on="2024-07-18", titles={}, at=AT)
    chartered.cross(minutes(10))
    chartered.kor.does("concur", at=minutes(20))
    chartered.cross(minutes(30))

    ours, theirs = (capital.suivi("register", "of-few-tongues", "--format", "json").facts for capital in chartered)

    assert ours == theirs
    assert [(text["language"], text["authentic"]) for text in ours["texts"]] == [(tag, True) for tag in tags]
    assert set(ours["provisions"][0]["places"][0]["spans"]) == set(tags)
