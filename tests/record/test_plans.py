"""A plan on record: every commitment once, every span in a language the texts speak."""

import json
from dataclasses import replace

import pytest

from suivi.log.canonical import CAP_CONTENT, DEPTH_CONTENT, canonical, read_canonical
from suivi.plan.plan import AgreedText, Place, Plan, Provision, ProvisionKind, Section
from suivi.plan.text import Span
from suivi.plan.when import Recurrence
from suivi.record.kinds import content_value, read_content
from suivi.record.plans import PlanAdopted
from suivi.record.plans import read_plan_adopted as read
from tests.record.entries import fault_of
from tests.record.samples import DIGEST, PLAN, SALT


@pytest.fixture
def value():
    return PlanAdopted(PLAN).value()


def test_a_plan_comes_back_as_it_was(value):
    assert read(value).plan == PLAN


def test_a_plan_without_what_is_optional_is_whole():
    plan = replace(PLAN, agreed_on=None, titles={}, sections=(), provisions=())

    assert PlanAdopted(plan).value().keys() == {"plan", "version", "texts", "sections", "provisions"}
    assert read(PlanAdopted(plan).value()).plan == plan


def test_a_regular_recurrence_has_no_rule(value):
    assert value["provisions"][2]["recurrence"] == {}
    assert read(value).plan.provisions[2].recurrence == Recurrence(None)


@pytest.mark.parametrize(
    ("change", "code", "at"),
    [
        (lambda v: v["provisions"][0].update(id="P9.I9"), "record.value", "provisions[0].id"),
        (lambda v: v["provisions"].append(v["provisions"][1]), "record.value", "provisions"),
        (lambda v: v["provisions"][0]["places"][1].update(id="G1"), "record.value", "provisions"),
        (lambda v: v["provisions"][0]["places"].clear(), "record.value", "provisions[0].places"),
        (lambda v: v["provisions"][0]["places"][0].update(section="P7"), "record.value",
         "provisions[0].places[0].section"),
        (lambda v: v["provisions"][0].update(kind="goal"), "record.value", "provisions[0].kind"),
        (lambda v: v["provisions"][0].update(mode="Dialogue"), "record.value", "provisions[0].mode"),
        (lambda v: v["provisions"][0]["places"][0]["spans"].update(ja=[0, 1]), "record.unknown-field",
         "provisions[0].places[0].spans.ja"),
        (lambda v: v["provisions"][0]["places"][0]["spans"].update(fr=[9, 3]), "record.value",
         "provisions[0].places[0].spans.fr"),
        (lambda v: v["provisions"][0]["places"][0]["spans"].update(fr=[1, 2, 3]), "record.value",
         "provisions[0].places[0].spans.fr"),
        (lambda v: v["provisions"][0]["places"][0]["spans"].update(fr=[1]), "record.value",
         "provisions[0].places[0].spans.fr"),
        (lambda v: v["provisions"][0]["places"][0]["spans"].update(fr=[False, True]), "record.value",
         "provisions[0].places[0].spans.fr[0]"),
        (lambda v: v["provisions"][0]["recurrence"].update(rrule="yearly"), "record.value",
         "provisions[0].recurrence.rrule"),
        (lambda v: v["provisions"][0]["deadline"].update(earliest_on="2025-02-30"), "record.value",
         "provisions[0].deadline.earliest_on"),
        (lambda v: v["provisions"][0]["deadline"].update(latest_on="2024-12-31"), "record.value",
         "provisions[0].deadline.latest_on"),
        (lambda v: v["provisions"][0]["titles"].update(fr="e\u0301tude"), "text.nfc", "provisions[0].titles.fr"),
        (lambda v: v["sections"][0].update(kind="chapter"), "record.value", "sections[0].kind"),
        (lambda v: v["sections"].reverse(), "record.value", "sections[0].parent"),
        (lambda v: v["sections"][1].update(id="P1"), "record.value", "sections"),
        (lambda v: v["texts"].clear(), "record.value", "texts"),
        (lambda v: v["texts"].append(v["texts"][0]), "record.value", "texts"),
        (lambda v: v["texts"][0].update(language="fra"), "record.value", "texts[0].language"),
        (lambda v: v["texts"][0].update(authentic=1), "record.value", "texts[0].authentic"),
        (lambda v: v.update(version=0), "record.value", "version"),
        (lambda v: v.update(plan="Canada"), "record.value", "plan"),
        (lambda v: v.update(agreed_on="18 July 2024"), "record.value", "agreed_on"),
    ],
)  # fmt: skip
def test_what_does_not_fit_together_is_refused_where_it_stands_h03(value, change, code, at):
    value = read_canonical(canonical(value), cap=CAP_CONTENT, depth=DEPTH_CONTENT, what="content")
    change(value)

    assert fault_of(read, value) == (code, at)
    assert fault_of(read, value, "body") == (code, f"body.{at}")


def test_the_real_plan_in_three_languages_fits_in_one_content(shared):
    plan = _real_plan(shared / "plan" / "canada-coree-2024.fr.gold.json")
    octets = canonical(content_value(PlanAdopted(plan), salt=SALT))

    assert len(plan.provisions) == 81
    assert len(octets) < CAP_CONTENT / 2
    value = read_canonical(octets, cap=CAP_CONTENT, depth=DEPTH_CONTENT, what="content")
    assert read_content("plan.adopted", value) == (PlanAdopted(plan), SALT)


def _real_plan(path):
    """The plan as annotated, its French spans standing for those of the two other languages."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    sections = tuple(
        Section(s["id"], "theme", s["parent"], _spans(s["start"], s["heading_end"]), _spans(s["start"], s["end"]))
        for s in gold["sections"]
    )
    provisions = tuple(
        Provision(
            id=c["id"],
            kind=ProvisionKind(c["kind"]),
            mode=c["mode"],
            places=(Place(c["id"], c["section"], _spans(c["start"], c["end"])),),
            recurrence=Recurrence("FREQ=YEARLY") if c["recurrence"] else None,
            titles={language: " ".join(c["text"].split())[:120].strip() for language in ("en", "fr", "ko")},
        )
        for c in gold["commitments"]
    )
    texts = tuple(AgreedText(language, True, DIGEST) for language in ("en", "fr", "ko"))
    return Plan("canada-coree-2024", 1, texts, sections, provisions)


def _spans(start, end):
    return {language: Span(start, end) for language in ("en", "fr", "ko")}
