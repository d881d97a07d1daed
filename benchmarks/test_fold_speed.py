"""How fast sixty thousand entries become a register, and how soon one more entry is in it.

Run: python -m pytest benchmarks/test_fold_speed.py --benchmark-enable
The channel: two parties, a plan of 81 commitments, monthly reports by both sides, corrections, dialogues with joint
steps, receipts. Entries are made beforehand, as if read already.
"""

from datetime import date, timedelta

import pytest

from suivi.plan.plan import Place, Provision, ProvisionKind
from suivi.plan.text import Span
from suivi.record.changes import Corrected
from suivi.record.reports import Stage
from suivi.record.steps import StepTaken
from suivi.register.cut import whole
from suivi.register.fold import register_at
from tests.register import correspondence as letters
from tests.register.stories import DIALOGUE

ENTRIES = 60_000
COMMITMENTS = 81
STAGES = tuple(Stage)


def provisions():
    """As many commitments as the model plan has."""
    return tuple(
        Provision(
            f"P1.I{number}", ProvisionKind.INITIATIVE, "dialogue", (Place(f"P1.I{number}", "P1", {"en": Span(0, 11)}),)
        )
        for number in range(1, COMMITMENTS + 1)
    )


def sixty_thousand():
    """The correspondence: rounds of reports, each round handed over, every fortieth with a dialogue brought to its end."""
    story = letters.Correspondence(("can", "kor"))
    story.open()
    story.adopt(letters.plan(provisions=provisions()))
    month = 0
    while story.written < ENTRIES:
        month += 1
        for author in story.codes:
            for number in range(1, COMMITMENTS + 1):
                filed = report(number, month)
                entry = story.report(author, filed, subject=f"{letters.PLAN}#{filed.provision}")
                if number == 7:
                    corrected = Corrected("report.filed", report(number, month + 1))
                    story.report(author, corrected, supersedes=entry, subject=entry.header.subject)
            story.receipt(author)
            story.deliver_all()
        if month % 4 == 0:
            dialogue(story, f"P1.I{month % COMMITMENTS + 1}")
    return story


def report(number, month):
    """A report of the length officials write."""
    day = date(2024, 6, 1) + timedelta(days=month)
    account = f"Month {month}: officials met twice and exchanged lists. " * 6
    return letters.report(f"P1.I{number}", STAGES[(number + month) % len(STAGES)], on=day.isoformat(), account=account)


def dialogue(story, provision):
    """A dialogue from its opening to the decisions both sides seal."""
    subject = letters.PLAN
    opened = story.write("can", letters.opened(provision), subject=subject)
    for name in ("propose", "convene", "hold", "conclude"):
        story.deliver_all()
        taken = StepTaken(activity=opened.header.id, step=name, details=DIALOGUE[name], on="2025-01-02")
        if name in ("convene", "conclude"):
            story.agree("kor", taken, subject=subject)
        else:
            story.write("kor", taken, subject=subject)


@pytest.fixture(scope="module")
def story():
    return sixty_thousand()


def test_sixty_thousand_entries_are_ordered_and_folded_in_under_three_seconds(story, benchmark):
    register = benchmark.pedantic(
        lambda: register_at(whole(story.logs), story.logs, channel=story.channel, parties=story.codes), rounds=3
    )

    assert sum(register.placed.sizes.values()) == len(story.entries()) >= ENTRIES
    assert register.set_aside == ()
    assert benchmark.stats is None or benchmark.stats["min"] < 3


def test_one_more_entry_is_in_the_register_in_under_fifty_milliseconds(story, benchmark):
    fold = story.fold()
    fold.register()
    story.deliver_all()

    def one_more():
        return (story.report("can", report(3, 2), subject=f"{letters.PLAN}#P1.I3"),), {}

    def taken(entry):
        assert fold.may_take(entry)
        fold.take(entry)
        return fold.register()

    register = benchmark.pedantic(taken, setup=one_more, rounds=20)

    assert register.plans[letters.PLAN].standing("P1.I3").accounts["can"]
    assert benchmark.stats is None or benchmark.stats["max"] < 0.05


def test_the_digest_after_one_more_entry(story, benchmark):
    fold = story.fold()
    fold.register().plans[letters.PLAN].digest  # noqa: B018 the parts that do not change are written once
    story.deliver_all()

    def one_more():
        fold.take(story.report("can", report(3, 2), subject=f"{letters.PLAN}#P1.I3"))
        return (fold.register().plans[letters.PLAN],), {}

    assert len(benchmark.pedantic(lambda plan: plan.digest, setup=one_more, rounds=5)) == 64
