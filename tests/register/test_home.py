"""Our own view: the common register, and what we have not released on top."""

import dataclasses

from suivi.log.header import Reference
from suivi.record.changes import Corrected, Withdrawn
from suivi.record.home import Approved, Released
from suivi.record.plans import PlanAdopted
from suivi.record.reports import Stage
from suivi.register.home import home_register, unreleased
from tests.register.correspondence import CHANNEL, PLAN, Correspondence, opened, plan, report, step, under_way
from tests.register.stories import DIALOGUE


class Desk:
    """Canada's home log beside a shared correspondence."""

    def __init__(self, story):
        self.story = story
        self.home = Correspondence(("can",), channel="home")

    def note(self, record, *, subject=PLAN, channel=CHANNEL, supersedes=None):
        """Puts a record in the home log."""
        entry = self.home.write("can", record, subject=subject, supersedes=supersedes, seen={})
        entry = dataclasses.replace(entry, channel=channel)
        self.home.log("can")[-1] = entry
        return entry

    def released(self, entry):
        """Puts the record of a home entry in the shared log, and notes that."""
        shared = self.story.write("can", entry.record, subject=entry.header.subject)
        said = Released(
            ticket="0" * 64, log=shared.log, seq=shared.seq, leaf=shared.leaf.hex(), approved_by=("A. Roy", "B. Lee")
        )
        self.note(said)
        return shared

    def register(self):
        return home_register(self.story.fold(), self.home.log("can"), channel=CHANNEL, shared=self.story.logs)


def test_an_unreleased_report_is_ours_alone():
    desk = Desk(under_way())
    desk.note(report(stage=Stage.DONE))

    ours = desk.register().plans[PLAN].standing("P1.I1")

    assert ours.latest("can").unreleased
    assert desk.story.register().plans[PLAN].standing("P1.I1").accounts == {"can": (), "kor": ()}


def test_a_released_report_stands_once_as_the_entry_it_became():
    desk = Desk(under_way())
    shared = desk.released(desk.note(report(stage=Stage.DONE)))

    accounts = desk.register().plans[PLAN].standing("P1.I1").accounts["can"]

    assert [(one.id, one.unreleased) for one in accounts] == [(shared.header.id, False)]


def test_two_equal_reports_of_which_one_is_released_are_two():
    desk = Desk(under_way())
    first = desk.note(report())
    second = desk.note(report())
    desk.released(first)

    assert unreleased(desk.home.log("can"), shared=desk.story.logs) == [second]


def test_the_common_fold_is_left_as_it_was():
    desk = Desk(under_way())
    fold = desk.story.fold()
    before = fold.register()
    desk.note(report())

    home_register(fold, desk.home.log("can"), channel=CHANNEL, shared=desk.story.logs)

    assert fold.register() == before
    assert desk.story.report("can") is not None
    assert fold.register() == before


def test_approvals_other_channels_and_proposals_do_not_show():
    desk = Desk(under_way())
    desk.note(Approved("0" * 64, "A. Roy", "2025-01-06T09:00:00Z"))
    desk.note(report(), channel="other")
    desk.note(desk.story.propose("can", PlanAdopted(plan(name="other")), subject="other").record, subject="other")

    register = desk.register()

    assert register.plans == desk.story.register().plans
    assert register.set_aside == desk.story.register().set_aside


def test_an_unreleased_step_shows_in_its_unreleased_activity():
    desk = Desk(under_way())
    opening = desk.note(opened())
    desk.note(step(opening.header.id, "propose", **DIALOGUE["propose"]))

    (standing,) = desk.register().plans[PLAN].standing("P1.I1").activities

    assert standing.activity.state == "proposed"


def test_an_unreleased_correction_shows_on_the_released_report():
    desk = Desk(under_way())
    shared = desk.released(desk.note(report(stage=Stage.DONE)))
    desk.note(Corrected("report.filed", report(stage=Stage.PLANNED)), supersedes=shared)

    account = desk.register().plans[PLAN].standing("P1.I1").latest("can")

    assert (account.stage, account.versions[0].stage) == (Stage.PLANNED, Stage.DONE)


def test_an_unreleased_report_can_be_taken_back_before_it_leaves():
    desk = Desk(under_way())
    filed = desk.note(report())
    desk.note(Withdrawn("error"), supersedes=filed)

    assert desk.register().plans[PLAN].standing("P1.I1").latest("can") is None


def test_an_unreleased_correction_of_what_we_do_not_hold_changes_nothing():
    desk = Desk(under_way())
    shared = desk.released(desk.note(report(stage=Stage.DONE)))
    desk.note(Corrected("report.filed", report()), supersedes=dataclasses.replace(shared, seq=999))
    desk.note(Corrected("report.filed", report()), supersedes=dataclasses.replace(shared, leaf=bytes(32)))

    assert desk.register().plans == desk.story.register().plans


def test_what_would_have_no_effect_changes_nothing():
    desk = Desk(under_way())
    wrong = desk.note(report("P9.I9"))
    desk.note(Corrected("report.filed", report()), supersedes=wrong)
    desk.note(report(), subject="plan-2099")

    assert desk.register().plans == desk.story.register().plans


def test_a_release_that_names_a_place_we_do_not_hold_releases_nothing():
    desk = Desk(under_way())
    filed = desk.note(report())
    place = Reference("suivi/can/pact", 999, "0" * 64)
    desk.note(
        Released(ticket="0" * 64, log=place.log, seq=place.seq, leaf=place.leaf, approved_by=("A. Roy", "B. Lee"))
    )

    assert unreleased(desk.home.log("can"), shared=desk.story.logs) == [filed]
