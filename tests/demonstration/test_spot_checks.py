"""Ten facts of the public record, looked for in the played register: in the right place and voice, with their source.

Each is written down here in its own few words, so that neither the data nor the player can vouch for themselves.
"""

import hashlib
import json
import sys
from dataclasses import dataclass

import pytest

from suivi.log.canonical import canonical
from tests.demonstration.playing import PARTIES, PLAN, suivi

LANGUAGES = ("en", "fr", "ko")


@dataclass(frozen=True)
class Known:
    """What anybody can read at `address`: who says it, of which commitment and day, and three words of it."""

    what: str
    provision: str
    voice: str
    on: str
    stage: str
    address: str
    words: tuple[str, str, str]

    def __str__(self):
        return self.what.replace(" ", "-")


KOREA = "https://www.korea.kr/briefing/pressReleaseView.do?newsId="
ACCOUNTS = (
    Known(
        "the consultation on human rights of May 2024",
        "P1.I3",
        "kor",
        "2024-05-31",
        "done",
        f"{KOREA}156633684",
        ("Joya Donnelly", "Joya Donnelly", "조야 도넬리 국장"),
    ),
    Known(
        "the first 2+2 as Canada tells it",
        "P2.I2",
        "can",
        "2024-11-01",
        "done",
        "https://eawaz.com/",
        ("Ministers Joly and Blair", "Les ministres Joly et Blair", "졸리 장관과 블레어 장관"),
    ),
    Known(
        "the rhythm of two years as Korea tells it",
        "P2.I2",
        "kor",
        "2024-11-01",
        "done",
        f"{KOREA}156658342",
        ("every second year", "tous les deux ans", "2년마다"),
    ),
    Known(
        "the ninth Strategic Dialogue",
        "G1",
        "kor",
        "2025-03-07",
        "done",
        f"{KOREA}156677879",
        ("Weldon Epp", "Weldon Epp", "웰든 엡 차관보"),
    ),
    Known(
        "the inspections in the North Pacific",
        "P2.I9",
        "can",
        "2025-08-14",
        "done",
        "https://www.newswire.ca/fr/",
        ("forty-one inspections", "quarante et une inspections", "검색 41건"),
    ),
    Known(
        "who signed in February 2026 for Korea",
        "P2.I1",
        "kor",
        "2026-02-25",
        "done",
        f"{KOREA}156746299",
        ("the two foreign ministers signed", "deux ministres des Affaires étrangères ont signé", "양국 외교장관"),
    ),
    Known(
        "who signed in February 2026 for Canada",
        "P2.I1",
        "can",
        "2026-02-25",
        "done",
        f"{KOREA}156746356",
        ("in the name of both governments", "au nom des deux gouvernements", "양국 정부 이름으로"),
    ),
    Known(
        "the consultation on cyber policy",
        "P2.I10",
        "kor",
        "2026-03-10",
        "done",
        f"{KOREA}156748209",
        ("Gillian Frost", "Gillian Frost", "질리언 프로스트"),
    ),
)
CITED = (
    Known(
        "the press on who signed",
        "P2.I1",
        "",
        "2026-02-25",
        "",
        "https://qazinform.com/",
        ("four ministers", "quatre ministres", "장관 네 명이 모두"),
    ),
    Known(
        "the signature of the co-production agreement",
        "P5.I4",
        "",
        "2026-04-22",
        "",
        "https://www.cineplay.co.kr/",
        ("22 April 2026", "22 avril 2026", "2026년 4월 22일"),
    ),
)


def tell(known, source, said):
    """Print what was found, for whoever runs pytest with -s."""
    texts = [f"  {language}: {said['account'][language]}" for language in LANGUAGES]
    place = f"{known.provision}, {known.voice or 'evidence'}, {known.on}: {source['address']}"
    sys.stdout.write("\n".join(["", place, *texts, ""]))


def says(said, known):
    return said["on"] == known.on and all(
        words in said["account"][tag] for tag, words in zip(LANGUAGES, known.words, strict=True)
    )


@pytest.mark.parametrize("party", ["can", "kor"])
@pytest.mark.parametrize("known", ACCOUNTS, ids=str)
def test_a_fact_of_a_government_stands_in_its_own_voice_with_its_source(played, known, party):
    standing = played.provision(known.provision, party)

    (said,) = [one for one in standing["accounts"][known.voice] if says(one, known)]
    others = [one for voice, all_said in standing["accounts"].items() if voice != known.voice for one in all_said]
    sources = [source for source in standing["evidence"] if source.get("report") == said["id"]]
    assert said["stage"] == known.stage
    assert not [one for one in others if says(one, known)]
    assert [source["address"].startswith(known.address) for source in sources] == [True]
    tell(known, sources[0], said)


@pytest.mark.parametrize("party", ["can", "kor"])
@pytest.mark.parametrize("known", CITED, ids=str)
def test_a_fact_of_the_press_is_cited_and_in_nobodys_voice(played, known, party):
    standing = played.provision(known.provision, party)

    (source,) = [one for one in standing["evidence"] if one["address"].startswith(known.address) and says(one, known)]
    accounts = [one for all_said in standing["accounts"].values() for one in all_said]
    assert "report" not in source
    assert not [one for one in accounts if says(one, known)]
    tell(known, source, source)


def test_the_demonstration_prints_ten_spot_checks_that_all_hold(played):
    lines = played.said.splitlines()

    assert len([line for line in lines if line.startswith("found: PR-")]) == 10
    assert not [line for line in lines if line.startswith("MISSING")]


# The register as a whole


def test_both_capitals_have_the_same_register(played):
    assert played.register("can") == played.register("kor")
    assert f"Digest of both registers: {played.register()['digest']}" in played.said
    assert len([line for line in played.said.splitlines() if line.strip()]) >= 8


@pytest.mark.parametrize("party", PARTIES)
def test_each_node_of_the_demonstration_is_sound(played, party):
    assert suivi("check", "--data", str(played.folder / party))


def test_an_earlier_demonstration_is_replaced_as_a_whole(played):
    assert not (played.folder / "from-an-earlier-one").exists()
    assert sorted(path.name for path in played.folder.parent.iterdir()) == ["demo", "lock", "told.json"]


def test_every_fact_is_on_record_once_with_its_source(played, facts):
    places = [played.register(), *played.register()["provisions"]]
    sources = [source for place in places for source in place["evidence"]]
    accounts = [said for place in places[1:] for told in place["accounts"].values() for said in told]

    assert len(sources) == len(facts) == 136
    assert {source["address"] for source in sources} == {fact["source"]["address"] for fact in facts.values()}
    assert len(accounts) == sum(fact["kind"] == "report" for fact in facts.values())
    assert sorted(said["id"] for said in accounts) == sorted(one["report"] for one in sources if "report" in one)


def test_no_fact_from_before_the_plan_counts_as_progress(played):
    for standing in played.register()["provisions"]:
        for told in standing["accounts"].values():
            assert {said.get("background", False) for said in told if said["on"] < "2024-07-18"} <= {True}
    before_only = {"P4.I2", "P4.I4", "P5.I1", "P3.T6.A1"}
    assert {played.provision(one)["comparison"] for one in before_only} == {"neither"}


def test_the_same_event_told_by_two_sides_stays_two_accounts(played, facts):
    by_event = {}
    for fact in facts.values():
        if fact["kind"] == "report":
            by_event.setdefault((fact["event"], fact["provision"]), {}).setdefault(fact["told_by"], []).append(fact)
    told_twice = {place: sides for place, sides in by_event.items() if len(sides) == 2}

    assert len(told_twice) >= 8
    for (_, provision), sides in told_twice.items():
        for voice, told in sides.items():
            standing = [said["account"] for said in played.provision(main(provision))["accounts"][voice]]
            assert all(fact["account"] in standing for fact in told)


def main(provision):
    return "P3.I4" if provision == "P4.I7" else provision


def test_the_press_is_in_nobodys_voice(played, facts):
    press = [fact["account"] for fact in facts.values() if fact["told_by"] == "press"]
    standing = played.register()["provisions"]

    accounts = [said["account"] for one in standing for told in one["accounts"].values() for said in told]
    assert not [account for account in accounts if account in press]


def test_a_corrected_account_keeps_its_first_words(played):
    (said,) = played.provision("P2.I9")["accounts"]["can"]

    (before,) = said["versions"]
    assert "thirty-nine" in said["account"]["en"]
    assert "thirty-nine" not in before["account"]["en"]


def test_one_fact_was_put_on_record_half_a_year_after_it_happened(played):
    late = [said for said in played.provision("P5.I2")["accounts"]["kor"] if not said.get("background")]

    assert [(said["on"], said["at"][:10], said["recorded_later"]) for said in late] == [
        ("2025-05-19", "2025-12-09", True)
    ]


def test_accounts_agree_differ_differ_in_details_and_stand_alone(played):
    compared = [one["comparison"] for one in played.register()["provisions"]]

    assert {compared.count(one) >= 2 for one in ("same", "differ", "details-differ", "one-side")} == {True}
    assert compared.count("neither") >= 20


def test_a_ministry_bears_the_name_it_had_on_the_day(played):
    industry = next(body for body in played.register()["bodies"] if body["id"] == "kor-motir")

    assert [(name.get("from_on"), name["names"]["ko"]) for name in industry["names"]] == [
        (None, "산업통상자원부"),
        ("2025-10-01", "산업통상부"),
    ]
    assert "P3.I2" in industry["leads"]


def test_activities_came_as_far_as_both_sides_have_said(played):
    states = {
        (one["id"], activity["mode"]): activity["state"]
        for one in played.register()["provisions"]
        for activity in one["activities"]
    }

    assert states[("P2.I2", "dialogue")] == "concluded"
    assert states[("P2.I1", "instrument")] == "signed"
    assert states[("P2.I10", "dialogue")] == "held"
    assert states[("P1.I6", "undertaking")] == "under-way"
    assert {states[("P2.I7", "study")], states[("P2.I8", "information")]} == {"start"}


def test_what_was_shared_and_taken_up_before_anything_was_agreed_is_on_the_register(played):
    steps = {
        (one["id"], activity["mode"], step["party"], step["step"])
        for one in played.register()["provisions"]
        for activity in one["activities"]
        for step in activity["steps"]
    }

    assert steps >= {
        ("P2.I8", "information", "kor", "share"),
        ("P5.I2", "information", "kor", "share"),
        ("P1.I5", "study", "can", "take-up"),
        ("P1.I5", "study", "kor", "take-up"),
        ("P2.I7", "study", "kor", "take-up"),
        ("P2.I9", "study", "kor", "take-up"),
    }


def test_the_first_review_is_closed_by_minutes_that_say_they_are_made_up_and_is_the_same_in_both_capitals(
    played, tmp_path
):
    (minutes,) = played.register()["minutes"]
    closing = minutes["closing"]
    period = ("--from", closing["from_on"], "--to", closing["to_on"], "--as-of", "2025-09-02", "--format", "json")
    printed = {suivi("review", PLAN, *period, "--data", str(played.folder / party)) for party in ("can", "kor")}

    (review,) = map(json.loads, printed)
    assert hashlib.sha256(canonical(review)).hexdigest() == closing["digest"]
    assert review["figures"][-1]["assessments"] == {
        "can": {"-1": 0, "0": 0, "1": 2},
        "kor": {"-1": 1, "0": 1, "1": 1},
    }
    told = [minutes["minutes"], *(one["words"] for one in minutes["decisions"])]
    told += [one["account"] for standing in review["commitments"] for one in standing.get("assessments", ())]
    assert all(texts["en"].startswith("Example made up for this demonstration: ") for texts in told)
    assert [one["open"] for one in minutes["decisions"]] == [True, True]


def test_what_came_after_the_closing_is_the_correction_and_a_late_report(played):
    (minutes,) = played.register()["minutes"]
    closed_on, to_on = minutes["closing"]["to_on"], minutes["closing"]["to_on"]
    later = {
        (standing["id"], said.get("corrected_at", said["at"])[:10])
        for standing in played.register()["provisions"]
        for told in standing["accounts"].values()
        for said in told
        if said["on"] <= to_on and said.get("corrected_at", said["at"])[:10] > closed_on
    }

    assert later == {("P2.I9", "2025-09-15"), ("P5.I2", "2025-12-09")}


def test_two_activities_of_one_commitment_are_told_apart_by_their_titles(played):
    titles = [activity["titles"]["en"] for activity in played.provision("P2.I2")["activities"]]

    assert titles == ["Foreign and defence ministers (2+2)", "Security and Defence Cooperation Partnership"]


def test_what_updates_the_plan_is_cited_for_the_plan_as_a_whole(played):
    cited = played.register()["evidence"]

    assert len(cited) == 3
    assert {source["party"] for source in cited} == {"can", "kor"}
