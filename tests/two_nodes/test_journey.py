"""One journey in both capitals: from a signed plan to the same register, by files alone."""

import datetime
import hashlib
import json

import pytest
import rfc8785

from tests.two_nodes.capitals import PLAN, report
from tools.check_proof import check_joint
from tools.verify import Refused

pytestmark = pytest.mark.two_nodes

AT = datetime.datetime(2024, 12, 2, 9, 0, tzinfo=datetime.UTC)
LATER = AT + datetime.timedelta(minutes=30)


def printed(capital, plan=PLAN, *options):
    ran = capital.suivi("register", plan, "--format", "json", *options)
    assert ran.code == 0, ran.err
    return ran.facts


def accounts(register, provision, party):
    standing = next(one for one in register["provisions"] if one["id"] == provision)
    return [one["account"] for one in standing["accounts"][party]]


def test_both_capitals_print_the_same_register_of_the_sample_plan(reported):
    ours, theirs = (printed(capital) for capital in reported)

    assert ours == theirs
    assert accounts(ours, "P1.I1", "can")
    assert accounts(ours, "P1.I1", "kor")
    assert {text["language"] for text in ours["texts"]} == {"en", "fr", "ko"}


def test_the_digest_is_that_of_the_canonical_json_of_what_is_printed(reported):
    for capital in reported:
        register = printed(capital)
        # The plan as named on the command line, the day asked for and the digest itself are said about the register.
        frame = {name: register[name] for name in register if name not in ("as_of", "digest")}

        assert hashlib.sha256(rfc8785.dumps(frame)).hexdigest() == register["digest"]


def test_the_list_of_plans_is_the_same_in_both_capitals(reported):
    ours, theirs = (capital.suivi("register", "--list", "--format", "json").facts for capital in reported)

    assert ours == theirs
    assert [plan["plan"] for plan in ours["plans"]] == [PLAN]
    assert set(ours["plans"][0]["titles"]) == {"en", "fr", "ko"}


def test_a_past_day_shows_what_was_on_record_then_and_alike_in_both_capitals(reported):
    october, november = ("--as-of", "2024-10-31"), ("--as-of", "2024-11-04")
    ours = printed(reported.can, PLAN, *october)

    assert ours == printed(reported.kor, PLAN, *october)
    assert ours["as_of"] == "2024-10-31"
    assert accounts(ours, "P1.I1", "can")
    assert not accounts(ours, "P1.I1", "kor")
    assert printed(reported.can, PLAN, *november)["digest"] == printed(reported.kor)["digest"] != ours["digest"]


def test_before_the_plan_was_sealed_there_is_no_plan(reported):
    for capital in reported:
        ran = capital.suivi("register", PLAN, "--as-of", "2024-09-03")

        assert (ran.code, ran.out) == (3, "")
        assert "[not-here]" in ran.err


def test_receipts_that_only_one_side_holds_do_not_enter_the_register(reported):
    reported.can.does("report", **report(provision="P1.I2"), at=AT)
    reported.kor.does("take in", octets=reported.can.does("hand over"), at=LATER)

    sizes = [log_sizes(capital) for capital in reported]

    # Seoul has written a receipt that Ottawa does not hold yet.
    assert sizes[1]["suivi/kor/can-kor"] == sizes[0]["suivi/kor/can-kor"] + 1
    assert printed(reported.can) == printed(reported.kor)


def log_sizes(capital):
    return {finding["place"]: entries_in(finding["sentence"]) for finding in capital.suivi("log", "verify").facts}


def entries_in(sentence):
    return int(sentence.split(": ")[1].split()[0])


def test_a_correction_reaches_the_partner_and_the_earlier_words_stay(reported):
    filed = next(one for one in printed(reported.can)["provisions"] if one["id"] == "P1.I1")["accounts"]["can"][0]
    ran = reported.can.suivi(
        "correct", filed["id"], "--stage", "done", "--on", "2024-10-02", "--account", "en=They met twice.",
        "--officer", reported.can.officers[0], "--format", "json",
    )  # fmt: skip
    assert ran.code == 0, ran.err
    reported.can.does("leave", ticket=ran.facts["ticket"], at=datetime.datetime.now(datetime.UTC))
    reported.cross(datetime.datetime.now(datetime.UTC) + datetime.timedelta(minutes=5))

    ours, theirs = (printed(capital) for capital in reported)
    account = next(one for one in theirs["provisions"] if one["id"] == "P1.I1")["accounts"]["can"][0]

    assert ours == theirs
    # What the correction does not give stays: the words of the other language.
    assert account["account"] == {"en": "They met twice.", "fr": "Les fonctionnaires se sont réunis à Ottawa."}
    assert "Officials met in Ottawa." in json.dumps(account)


def test_a_dialogue_is_carried_through_by_steps_of_one_and_steps_of_all(planned):
    opened = planned.can.does("open activity", plan=PLAN, provision="P1.I3", mode="dialogue", at=AT)
    planned.cross(LATER)
    day = {"date": "2025-03-04"}
    planned.kor.does(
        "take step", activity=opened["id"], step="propose", details={**day, "level": "ministers"}, on="", at=LATER
    )
    planned.cross(LATER + datetime.timedelta(hours=1))
    convened = {**day, "place": "Seoul", "agenda": {"en": "Supply chains", "ko": "공급망"}}
    at = LATER + datetime.timedelta(hours=2)
    planned.can.does("take step", activity=opened["id"], step="convene", details=convened, on="", at=at)
    planned.cross(at + datetime.timedelta(hours=1))
    states = {state(printed(capital), "P1.I3") for capital in planned}
    planned.kor.does("concur", at=at + datetime.timedelta(hours=2))
    planned.cross(at + datetime.timedelta(hours=3))

    # A step of all binds only once both have sealed it.
    assert states == {"proposed"}
    assert {state(printed(capital), "P1.I3") for capital in planned} == {"convened"}
    assert len({printed(capital)["digest"] for capital in planned}) == 1


def state(register, provision):
    standing = next(one for one in register["provisions"] if one["id"] == provision)
    return standing["activities"][0]["state"]


def test_logs_and_nodes_are_sound_after_the_journey(reported):
    for capital in reported:
        verified, checked = capital.suivi("log", "verify"), capital.suivi("check", "--format", "table")

        assert (verified.code, checked.code) == (0, 0)
        assert all(finding["sound"] for finding in verified.facts)
        assert "UNSOUND" not in checked.out


def test_a_report_without_two_officers_does_not_leave(reported):
    ticket = reported.can.does("file report", **report(provision="P1.I2"), at=AT)
    before = printed(reported.can)["digest"]

    ran = reported.can.suivi("release", ticket, "--officer", reported.can.officers[0])

    assert ran.code == 3
    assert "[release.two-officers]" in ran.err
    assert printed(reported.can)["digest"] == before


def test_after_the_journey_the_rows_are_those_made_anew_from_the_logs(reported):
    for capital in reported:
        before, after = capital.does("rows")

        assert before == after
        assert after["CommitmentRow"].total() > 0
        assert after["WordsRow"].total() > 0


def test_a_stranger_checks_from_files_alone_that_a_joint_text_is_in_effect(reported, tmp_path):
    can, kor = reported
    ran = kor.suivi("prove", "can", "can-kor", "0", "--joint", "-o", tmp_path / "charter")
    other = can.suivi("prove", "can", "can-kor", "1", "--joint", "-o", tmp_path / "none")
    files = {path.name: path.read_bytes() for path in (tmp_path / "charter").iterdir()}
    found = check_joint(list(files.values()))

    assert (ran.code, other.code) == (0, 3)
    assert sorted(files) == ["seal.can.json", "seal.kor.json", "word.can.json", "word.kor.json"]
    assert (found["in_effect"], sorted(found["parties"])) == (True, ["can", "kor"])
    for without in files:
        with pytest.raises((Refused, ValueError)):
            check_joint([octets for name, octets in files.items() if name != without])
    with pytest.raises((Refused, ValueError)):  # one seal twice is not two
        check_joint([files[name.replace("seal.kor", "seal.can")] for name in files])
