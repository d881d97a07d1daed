"""How much of each log counts: exactly, or as of a day."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from suivi.log.fault import Fault
from suivi.record.entry import Entry
from suivi.register.cut import Cut, cut_on, trimmed, whole
from tests.register.correspondence import Correspondence, report
from tests.register.stories import stories


def dated(*days):
    story = Correspondence()
    for day in days:
        story.write("can", report(), at=f"{day}T23:59:59Z")
    return story


def test_a_cut_on_a_day_holds_what_was_released_on_or_before_it_in_utc():
    story = dated("2025-01-01", "2025-01-02", "2025-01-03")

    assert cut_on(date(2025, 1, 2), story.logs) == Cut({"suivi/can/pact": 2, "suivi/kor/pact": 0})


def test_a_day_that_runs_backwards_counts_as_its_predecessors():
    story = dated("2025-01-01", "2025-03-01", "2025-02-01", "2025-04-01")

    assert cut_on(date(2025, 2, 15), story.logs).of("suivi/can/pact") == 1
    assert cut_on(date(2025, 3, 15), story.logs).of("suivi/can/pact") == 3


def test_a_header_that_bears_no_date_counts_with_its_predecessor():
    story = dated("2025-01-01")
    broken = Entry(
        log="suivi/can/pact", seq=1, leaf=bytes(32), header=None, record=None, salt="",
        flaw=Fault("record.version"), octets=0,
    )  # fmt: skip
    story.log("can").append(broken)

    assert cut_on(date(2025, 1, 1), story.logs).of("suivi/can/pact") == 2


def test_a_charter_that_dates_by_day_is_cut_by_day():
    story = Correspondence()
    story.write("can", report(), at="2025-01-02")

    assert cut_on(date(2025, 1, 2), story.logs).of("suivi/can/pact") == 1
    assert cut_on(date(2025, 1, 1), story.logs).of("suivi/can/pact") == 0


def test_a_trimmed_cut_ends_each_log_at_its_last_entry_other_than_receipts():
    story = dated("2025-01-01", "2025-01-02")
    story.receipt("can")
    story.receipt("kor")

    assert trimmed(story.logs, whole(story.logs)) == Cut({"suivi/can/pact": 2, "suivi/kor/pact": 0})
    assert trimmed(story.logs, Cut({"suivi/can/pact": 1})) == Cut({"suivi/can/pact": 1})


def test_a_log_not_named_counts_for_nothing():
    assert Cut({}).of("suivi/can/pact") == 0


@given(stories(), st.dates(date(2024, 12, 1), date(2032, 1, 1)))
def test_a_later_day_never_cuts_less(story, day):
    earlier, later = cut_on(day, story.logs), cut_on(date(2035, 1, 1), story.logs)

    assert all(earlier.of(log) <= later.of(log) for log in story.logs)


@given(stories())
def test_the_sources_of_a_register_are_its_trimmed_cut(story):
    register = story.register()

    assert {log: source.size for log, source in register.sources.items()} == trimmed(story.logs, register.cut).sizes
