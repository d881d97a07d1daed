"""How long the package of a review takes: the demonstration, one PDF, and a plan of ten times the size.

What is asked for is time on two calm cores; what is measured is processor time of one process, which a busy machine
changes little. `suivi package` uses two processes.
"""

import time
from dataclasses import replace

import pytest

from suivi.log.canonical import canonical
from suivi.plan.words import LANGUAGES
from suivi.publish.package import Document, octets_of, whole_package
from suivi.review.package import review_of
from tests.publish import journey

LIMIT, ONE_PDF, FROZEN = 20.0, 1.0, 2.0  # seconds of one core; the package has two
TIMES = 10


def told(name, seconds, note=""):
    print(f"\n{name}: {seconds:.2f} s{note}")


def taken(make):
    started = time.process_time()
    made = make()
    return time.process_time() - started, made


def package(review, languages=LANGUAGES):
    return [octets_of(review, one) for one in whole_package() if not one.languages or one.languages[0] in languages]


def times(plan, count):
    """A plan with every pillar and provision `count` times over, each time under an id of its own."""

    def again(id, turn):
        return id if id is None or turn == 0 else f"{id}x{turn}"

    sections = [
        replace(one, id=again(one.id, turn), parent=again(one.parent, turn))
        for turn in range(count)
        for one in plan.sections
    ]
    provisions = [
        replace(
            one,
            id=again(one.id, turn),
            places=tuple(
                replace(place, id=again(place.id, turn), section=again(place.section, turn)) for place in one.places
            ),
        )
        for turn in range(count)
        for one in plan.provisions
    ]
    return replace(plan, sections=tuple(sections), provisions=tuple(provisions))


@pytest.fixture(scope="module")
def review():
    made = journey.the_review()
    octets_of(made, Document("brief", ("en",), "pdf"))  # fonts and libraries are loaded once in the life of a process
    return made


@pytest.fixture(scope="module")
def large():
    plan = times(journey.the_plan(), TIMES)
    records = [
        {**record, "id": f"{record.get('id')}-{turn}", "provision": record["provision"] + (f"x{turn}" if turn else "")}
        for turn in range(TIMES)
        for record in journey.the_story()["records"]
        if record["kind"] == "report"
    ]
    return journey.played(plan=plan, records=records).register()


def test_the_package_of_the_demonstration(review):
    seconds, made = taken(lambda: package(review))

    told(f"package, {len(made)} documents", seconds)
    assert seconds < LIMIT


@pytest.mark.parametrize("paper", ["report", "brief", "pillars"])
def test_one_pdf(review, paper):
    seconds, made = taken(lambda: octets_of(review, Document(paper, ("ko",), "pdf")))

    told(f"{paper}.ko.pdf", seconds, f", {len(made) // 1024} KB")
    assert seconds < ONE_PDF


def test_ten_times_the_plan_takes_less_than_ten_times_as_long(review, large):
    texts = journey.texts()[1]
    small, _ = taken(lambda: package(review, ("ko",)))
    frozen, big = taken(lambda: review_of(large, journey.the_plan().id, journey.PERIOD, texts=texts))
    digest, _ = taken(lambda: canonical(big.value()))
    seconds, _ = taken(lambda: package(big, ("ko",)))

    told(
        f"package of {len(big.standings)} commitments in one language",
        seconds,
        f", {seconds / small:.1f} times that of 80",
    )
    told("its review computed, and its data written", frozen + digest)
    assert seconds < TIMES * small
    assert frozen + digest < FROZEN


def test_five_hundred_commitments_frozen_and_printed_again(large):
    texts = journey.texts()[1]

    def frozen():
        made = review_of(large, journey.the_plan().id, journey.PERIOD, texts=texts)
        return made, made.digest(), octets_of(made, Document("scorecard", ("en",), "xlsx"))

    seconds, (made, digest, _) = taken(frozen)
    again, (_, second, _) = taken(frozen)

    told(f"{len(made.standings)} commitments frozen, the workbook printed", seconds, f"; again {again:.2f} s")
    assert digest == second
    assert max(seconds, again) < FROZEN
