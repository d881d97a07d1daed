"""Markings: a lattice, so that what is derived is never less protected than its parts."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.log.canonical import canonical, read_json
from suivi.log.fault import Fault
from suivi.record import policies
from suivi.record.marking import AMBER, TOP, UNSTATED, Label, Marking, Tlp, read_marking, stated
from suivi.record.policies import POLICIES
from tests.record.entries import fault_of


@st.composite
def labels(draw, policy):
    levels = {
        chain: draw(st.sampled_from(values)) for chain, values in POLICIES[policy].chains.items() if draw(st.booleans())
    }
    categories = draw(st.frozensets(st.sampled_from(sorted(POLICIES[policy].categories)), min_size=0 if levels else 1))
    return Label(policy=policy, levels=tuple(sorted(levels.items())), categories=categories)


@st.composite
def written(draw):
    policies = sorted(draw(st.sets(st.sampled_from(sorted(POLICIES)))))
    return Marking(
        tlp=draw(st.sampled_from(Tlp)),
        labels=tuple(draw(labels(policy)) for policy in policies),
        rel=draw(st.none() | st.frozensets(st.sampled_from(["can", "kor", "jpn"]))),
    )


markings = written() | st.sampled_from([UNSTATED, TOP, AMBER])


@given(markings, markings, markings)
def test_joining_does_not_depend_on_order_or_grouping(one, two, three):
    assert one.join(two) == two.join(one)
    assert one.join(two).join(three) == one.join(two.join(three))


@given(markings)
def test_joining_with_itself_or_with_nothing_stated_changes_nothing(marking):
    assert marking.join(marking) == marking
    assert marking.join(UNSTATED) == marking
    assert UNSTATED.join(marking) == marking


@given(markings)
def test_what_is_joined_with_the_unknown_is_unknown(marking):
    assert marking.join(TOP) is TOP
    assert TOP.join(marking) is TOP


@given(markings, markings)
def test_each_part_is_within_the_join(one, two):
    assert one.within(one.join(two))
    assert two.within(one.join(two))


@given(markings, markings, markings)
def test_within_carries_over(low, middle, high):
    if low.within(middle) and middle.within(high):
        assert low.within(high)


@given(markings, markings, markings)
def test_a_derived_text_passes_a_ceiling_exactly_if_every_part_does(one, two, ceiling):
    assert one.join(two).within(ceiling) == (one.within(ceiling) and two.within(ceiling))


@given(written(), written(), st.frozensets(st.sampled_from(["can", "kor", "jpn"])))
def test_a_derived_text_reaches_only_those_whom_every_part_reaches(one, two, parties):
    assert one.join(two).reaches(parties) == (one.reaches(parties) and two.reaches(parties))


def test_a_list_of_parties_reaches_exactly_those_it_names():
    marked = read_marking({"tlp": "AMBER", "rel": ["can", "kor"]})

    assert marked.reaches(frozenset({"can", "kor"}))
    assert marked.reaches(frozenset({"kor"}))
    assert not marked.reaches(frozenset({"can", "kor", "jpn"}))


@pytest.mark.parametrize("rel", ["can", {"can": "kor"}, 3, ["can", 3], ["CAN"]])
def test_parties_in_any_other_form_are_refused(rel):
    with pytest.raises(Fault) as refusal:
        read_marking({"tlp": "AMBER", "rel": rel})

    assert refusal.value.code == "marking.unknown"


@given(written())
def test_what_is_written_is_read_back(marking):
    octets = canonical(marking.value())

    assert read_marking(read_json(octets, cap=4096, depth=6, what="marking")) == marking


@given(written())
def test_nothing_known_contains_the_unknown(ceiling):
    assert not TOP.within(ceiling)
    assert not TOP.reaches(frozenset())


@pytest.mark.parametrize("tlp", ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"])
def test_every_label_of_tlp_is_read_and_shown_in_capitals_without_space(tlp):
    assert read_marking({"tlp": tlp}).label() == f"TLP:{tlp}"


def test_the_default_ceiling_lets_amber_pass_and_nothing_above_or_national():
    assert read_marking({"tlp": "AMBER"}).within(AMBER)
    assert not read_marking({"tlp": "AMBER+STRICT"}).within(AMBER)
    assert not _labelled("ca-gc", classified="CONFIDENTIAL").within(AMBER)
    assert not _labelled("kr-gov", classified="대외비").within(AMBER)
    assert not read_marking({"tlp": "CLEAR", "labels": [{"policy": "kr-gov", "categories": ["군사"]}]}).within(AMBER)


def test_a_lowest_value_says_no_more_than_silence():
    assert _labelled("ca-gc", classified="UNCLASSIFIED", protected="NONE").within(UNSTATED)
    assert _labelled("kr-gov", classified="open").within(UNSTATED)


def test_the_chains_of_one_table_are_apart():
    ceiling = _labelled("ca-gc", protected="PROTECTED B")

    assert _labelled("ca-gc", protected="PROTECTED A").within(ceiling)
    assert not _labelled("ca-gc", classified="CONFIDENTIAL").within(ceiling)


def test_the_korean_grades_rise_from_three_to_one():
    ceiling = _labelled("kr-gov", classified="Ⅱ급비밀")

    assert _labelled("kr-gov", classified="Ⅲ급비밀").within(ceiling)
    assert not _labelled("kr-gov", classified="Ⅰ급비밀").within(ceiling)


def test_national_values_stand_beside_the_tlp_label_untranslated():
    marking = _labelled("ca-gc", protected="PROTECTED A").join(
        read_marking({"tlp": "GREEN", "labels": [{"policy": "kr-gov", "categories": ["군사"]}]})
    )

    assert marking.label() == "TLP:GREEN // PROTECTED A // 군사"


@pytest.mark.parametrize(
    ("value", "at"),
    [
        ({"tlp": "amber"}, "marking.tlp"),
        ({"tlp": "TLP:AMBER"}, "marking.tlp"),
        ({"tlp": "AMBRE"}, "marking.tlp"),
        ({"tlp": "황색"}, "marking.tlp"),
        ({"tlp": None}, "marking.tlp"),
        ({}, "marking.tlp"),
        (["AMBER"], "marking"),
        ({"tlp": "AMBER", "colour": "red"}, "marking"),
        ({"tlp": "AMBER", "labels": []}, "marking.labels"),
        ({"tlp": "AMBER", "labels": None}, "marking.labels"),
        ({"tlp": "AMBER", "labels": ["SECRET"]}, "marking.labels[0]"),
        ({"tlp": "AMBER", "labels": [{"policy": "nato", "levels": {"classified": "SECRET"}}]}, "marking.labels[0].policy"),
        ({"tlp": "AMBER", "labels": [{"policy": "ca-gc"}]}, "marking.labels[0]"),
        ({"tlp": "AMBER", "labels": [{"policy": "ca-gc", "level": "SECRET"}]}, "marking.labels[0]"),
        ({"tlp": "AMBER", "labels": [{"levels": {"classified": "SECRET"}, "categories": []}]}, "marking.labels[0].policy"),
        ({"tlp": "AMBER", "labels": [{"policy": "ca-gc", "levels": {}}]}, "marking.labels[0].levels"),
        ({"tlp": "AMBER", "labels": [{"policy": "ca-gc", "levels": {"classified": "Secret"}}]},
         "marking.labels[0].levels.classified"),
        ({"tlp": "AMBER", "labels": [{"policy": "ca-gc", "levels": {"secret": "SECRET"}}]},
         "marking.labels[0].levels.secret"),
        ({"tlp": "AMBER", "labels": [{"policy": "kr-gov", "levels": {"classified": "II급비밀"}}]},
         "marking.labels[0].levels.classified"),
        ({"tlp": "AMBER", "labels": [{"policy": "ca-gc", "categories": ["EYES ONLY"]}]}, "marking.labels[0].categories"),
        ({"tlp": "AMBER", "labels": [{"policy": "ca-gc", "categories": []}]}, "marking.labels[0].categories"),
        ({"tlp": "AMBER", "labels": [{"policy": "ca-gc", "levels": {"classified": "SECRET"}}] * 2}, "marking.labels"),
        ({"tlp": "AMBER", "rel": "can"}, "marking.rel"),
        ({"tlp": "AMBER", "rel": ["CAN"]}, "marking.rel"),
        ({"tlp": "AMBER", "rel": [1]}, "marking.rel"),
    ],
)  # fmt: skip
def test_whatever_is_not_understood_is_unknown_m02(value, at):
    assert fault_of(read_marking, value) == ("marking.unknown", at)


def test_a_marking_reaches_whom_it_names_and_everybody_if_it_names_nobody():
    both = frozenset({"can", "kor"})

    assert read_marking({"tlp": "AMBER"}).reaches(both)
    assert read_marking({"tlp": "AMBER", "rel": ["kor", "can", "jpn"]}).reaches(both)
    assert not read_marking({"tlp": "AMBER", "rel": ["can"]}).reaches(both)


def test_nobody_can_write_the_unknown():
    with pytest.raises(ValueError, match="cannot be written"):
        TOP.value()


PUBLISHED = {
    "ca-gc": "c924abd649f5c19d102c6daf2bacd76fb2e2462ce1513e464d892a9bfdfa69ee",
    "kr-gov": "4f70cade4ed1bc78aea308e85b53820d9e79c13c90f68f237e6fbb6d5e09a108",
}
"""Tables that charters may name already; one that is not listed has not been published yet."""


@pytest.mark.parametrize("code", PUBLISHED)
def test_a_published_table_is_what_its_digest_says(code):
    # A charter names this digest: a table that changes is another table, agreed anew.
    assert POLICIES[code].sha256() == PUBLISHED[code]


def test_every_file_of_the_folder_is_a_table_named_by_its_code_in_order():
    folder = Path(policies.__file__).parent
    files = {file.stem.replace("_", "-") for file in folder.glob("*.py")} - {"policy", "--init--"}

    assert list(POLICIES) == sorted(files)
    assert all(code == table.code for code, table in POLICIES.items())


TABLE = """
\"\"\"Markings of nobody.\"\"\"

from suivi.record.policies.policy import Policy

POLICY = Policy(code="aa-first", chains={"classified": ("low", "middling", "high")}, categories=frozenset({"EYES"}))
"""


def test_a_third_table_is_one_file_and_no_other_edit(tmp_path):
    copy = tmp_path / "suivi"
    shutil.copytree(Path(policies.__file__).parents[2], copy, ignore=shutil.ignore_patterns("web", "reader", "locale"))
    (copy / "record" / "policies" / "aa_first.py").write_text(TABLE, encoding="utf-8")
    asked = """
from suivi.record.marking import read_marking, stated
from suivi.record.policies import POLICIES, digests

marking = read_marking(stated("AMBER // middling // EYES"))
print(list(POLICIES), marking.label(), marking.within(read_marking(stated("RED // high"))), sep="|")
print(digests(label.policy for label in marking.labels)[0]["sha256"] == POLICIES["aa-first"].sha256())
print([POLICIES[code].sha256() for code in ("ca-gc", "kr-gov")])
"""
    ran = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, env={"PYTHONPATH": str(tmp_path)}
    )

    assert ran.stdout.splitlines() == [
        "['aa-first', 'ca-gc', 'kr-gov']|TLP:AMBER // middling // EYES|False",
        "True",
        str(list(PUBLISHED.values())),
    ]


@given(written())
def test_what_is_printed_of_a_marking_can_be_typed(marking):
    assert read_marking(stated(marking.label())) == replace(marking, rel=None)


@pytest.mark.parametrize(
    "printed", ["AMBER // SECRET A", "AMBER // kr-gov:SECRET", "AMBER // nato:SECRET", "AMBER // "]
)
def test_a_typed_value_that_no_table_knows_is_refused(printed):
    with pytest.raises(Fault, match="a value of one national table"):
        stated(printed)


def test_a_value_may_be_typed_with_its_table_and_its_chain():
    assert stated("AMBER // ca-gc:protected:NONE // ca-gc:classified:SECRET") == {
        "tlp": "AMBER",
        "labels": [{"policy": "ca-gc", "levels": {"classified": "SECRET", "protected": "NONE"}}],
    }
    for elsewhere in ("ca-gc:protected:SECRET", "ca-gc:classified:CABINET CONFIDENCE"):
        with pytest.raises(Fault, match="a value of one national table"):
            stated(f"AMBER // {elsewhere}")


def test_a_value_may_be_typed_with_its_table_and_the_highest_of_a_chain_counts():
    assert stated("TLP:GREEN // ca-gc:SECRET // CONFIDENTIAL // PROTECTED A") == {
        "tlp": "GREEN",
        "labels": [{"policy": "ca-gc", "levels": {"classified": "SECRET", "protected": "PROTECTED A"}}],
    }


def _labelled(policy, **levels):
    return read_marking({"tlp": "CLEAR", "labels": [{"policy": policy, "levels": levels}]})
