"""A new version of a plan in force, read at the desk: what became of each commitment, settled and proposed."""

from pathlib import Path

import pytest

from suivi.desk import access, queries, registers
from suivi.desk.actions import activities, plans, releases
from suivi.plan.version import Became
from suivi.record.plans import PlanAmended
from tests.desk.conftest import AT, MINUTE
from tests.two_nodes.capitals import PLAN
from tests.two_nodes.orders import CHANNEL, PASSWORD

SAMPLES = Path(__file__).resolve().parents[2] / "src/suivi/cli/demonstration"
TAGS = ("fr", "en", "ko")


def texts():
    return {tag: (SAMPLES / f"plan.{tag}.txt").read_text(encoding="utf-8") for tag in TAGS}


def read(officer, versions, *, at=AT):
    files = [(f"plan.{tag}.txt", characters.encode(), tag) for tag, characters in versions.items()]
    return plans.read_document(officer, files=files, plan=PLAN, at=at)


def words(tag, id):
    plan = registers.common(CHANNEL).plans[PLAN].plan
    span = plan.provision(id).places[0].spans[tag]
    return texts()[tag][span.start : span.end]


def without(id):
    """The texts without one commitment, in every language."""
    changed = texts()
    for tag in TAGS:
        said = words(tag, id)
        assert changed[tag].count(said) == 1
        # The separator behind it goes with it.
        start = changed[tag].index(said)
        end = start + len(said)
        while changed[tag][end] in " ;,\u00a0":
            end += 1
        changed[tag] = changed[tag][:start] + changed[tag][end:]
    return changed


def settle(officer, draft, commitment, decision, value=""):
    plans.settle(officer, draft=draft, commitment=commitment, decision=decision, value=value, at=AT)


def accept_all(officer, draft):
    for each in queries.reading_page(officer, draft, language="en").doubtful:
        settle(officer, draft, each.id, "accept")


def test_the_same_text_again_goes_on_as_it_was_agreed_and_asks_nothing(noemie):
    draft = read(noemie, texts())

    page = queries.reading_page(noemie, draft, language="en")
    agreed = registers.common(CHANNEL).plans[PLAN].plan

    assert {line.became.code for line in page.succession.lines} == {Became.KEPT}
    assert page.succession.ending == ()
    assert page.to_settle == 0
    kept = {
        each.id: (each.kind.code, each.mode.code)
        for each in page.commitments
        if not each.out and agreed.provision(each.id).id == each.id
    }
    assert kept == {each.id: (each.kind.value, each.mode) for each in agreed.provisions}


def test_a_commitment_the_new_text_drops_must_be_confirmed_to_end(noemie):
    activities.open(noemie, plan=PLAN, provision="P1.I3", mode="dialogue", titles={}, at=AT)
    draft = read(noemie, without("P1.I3"))
    accept_all(noemie, draft)

    (gone,) = queries.reading_page(noemie, draft, language="en").succession.ending
    assert gone.id == "P1.I3"
    with pytest.raises(plans.SuccessionNotSettled) as refused:
        plans.propose(noemie, draft=draft, at=AT)
    assert "1" in refused.value.sentence("en")

    settle(noemie, draft, "P1.I3", "ended")

    page = queries.reading_page(noemie, draft, language="en")
    assert page.may_propose
    assert [one.id for one in page.succession.ended] == ["P1.I3"]


def test_an_amendment_is_proposed_under_ids_that_last_and_takes_the_place_of_the_version_in_force(noemie, adrian):
    draft = read(noemie, without("P1.I3"))
    accept_all(noemie, draft)
    settle(noemie, draft, "P1.I3", "ended")

    ticket = plans.propose(noemie, draft=draft, at=AT)
    for minutes, officer in enumerate((noemie, adrian), start=1):
        releases.approve(officer, ticket=ticket, password=PASSWORD, at=AT + minutes * MINUTE)
    releases.release(noemie, ticket=ticket, at=AT + 3 * MINUTE)

    register = registers.common(CHANNEL)
    (text,) = (text for text in register.joint_texts.values() if text.proposed.kind == "plan.amended")
    body = text.proposed.body
    agreed = register.plans[PLAN].plan
    assert register.set_aside == ()
    assert isinstance(body, PlanAmended)
    assert (body.plan.version, body.amends) == (2, 1)
    # The reader counts the initiatives of the pillar anew; what goes on keeps the number it was adopted under.
    assert {each.id for each in agreed.provisions} - {each.id for each in body.plan.provisions} == {"P1.I3"}
    assert [step.old for step in body.succession if step.became is Became.ENDED] == [("P1.I3",)]
    assert "version 2" in text.proposed.texts["en"]
    (told,) = queries.joint_text_page(noemie, text.leaf.hex(), language="fr").differences
    assert (told.where.fr, told.before, told.after) == ("1.3 – terminé", words("fr", "P1.I3"), "")


def test_what_only_stands_elsewhere_is_told_as_moved(noemie):
    changed = without("P1.I6")
    for tag in TAGS:
        first = words(tag, "P2.I1")
        changed[tag] = changed[tag].replace(first, f"{words(tag, 'P1.I6')}; {first}")

    page = queries.reading_page(noemie, read(noemie, changed), language="en")

    moved = [(line.new, [old.id for old in line.old]) for line in page.succession.changed]
    assert moved == [("P2.I1", ["P1.I6"])]
    assert page.succession.changed[0].became.code == Became.MOVED


def test_an_officer_says_what_goes_on_from_what(noemie):
    draft = read(noemie, without("P1.I3"))

    settle(noemie, draft, "P1.I1", "continues", "P1.I1,P1.I3")

    page = queries.reading_page(noemie, draft, language="en")
    (line,) = (line for line in page.succession.lines if line.new == "P1.I1")
    assert line.became.code == Became.MERGED
    assert [old.id for old in line.old] == ["P1.I1", "P1.I3"]
    assert page.succession.ending == ()


def test_a_visitor_without_the_plan_has_no_version_before_it(noemie):
    files = [("plan.fr.txt", texts()["fr"].encode(), "fr")]
    draft = plans.read_document(noemie, files=files, plan="another-plan", at=AT)

    assert queries.reading_page(noemie, draft, language="fr").succession is None
    assert access.draft_for(noemie, draft).plan == "another-plan"
