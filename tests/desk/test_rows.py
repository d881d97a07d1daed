"""Rows of lists and search: after any history the same as made anew from the logs, and never ahead of them."""

import sqlite3

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from suivi.desk import entries, project, registers
from suivi.desk.actions import releases
from suivi.desk.models import CommitmentRow, PlanRow, ReportRow, UnprojectedLog, WordsRow
from suivi.register.fold import Fold
from tests.desk.conftest import AT, MINUTE
from tests.register.correspondence import TEXT_EN
from tests.register.stories import stories as stories_told
from tests.two_nodes.capitals import PLAN, report
from tests.two_nodes.orders import file_report, leave

CHANNEL = "can-kor"


def filed(words, at=AT, **said):
    return file_report(**report(provision="P1.I2", account={"en": words}, on="2024-12-01", **said), at=at)


def made_anew():
    """What `rebuild` makes of the rows that are there: nothing may differ."""
    before = project.held_rows(CHANNEL)
    rebuilt = project.rebuild()
    return before, project.held_rows(CHANNEL), rebuilt


def test_rows_made_entry_by_entry_are_the_rows_made_anew(noemie):
    project.project()
    leave(ticket=filed("Said."), at=AT)
    filed("Waiting in a ticket.", AT + MINUTE * 9)

    before, after, rebuilt = made_anew()

    assert before == after
    assert sum(each.total() for each in after.values()) > 100
    assert [(one.channel, one.healed) for one in rebuilt] == [(CHANNEL, 0), ("", 0)]


def test_an_act_leaves_no_row_behind_the_log(noemie):
    project.project()

    leave(ticket=filed("Said."), at=AT)

    assert not UnprojectedLog.objects.exists()
    assert ReportRow.objects.filter(audience="common", provision="P1.I2").values_list("account", flat=True).get() == {
        "en": "Said."
    }


def test_what_was_rolled_back_has_no_row(noemie):
    project.project()
    before = project.held_rows(CHANNEL)

    with pytest.raises(RuntimeError), transaction.atomic():  # noqa: PT012  # what is rolled back is what is tested
        leave(ticket=filed("Never said."), at=AT)
        assert WordsRow.objects.filter(words="Never said.").exists()
        raise RuntimeError

    assert project.held_rows(CHANNEL) == before


def test_an_entry_appended_past_every_action_is_projected_by_the_next(noemie, monkeypatch):
    project.project()
    monkeypatch.setattr(project, "project", lambda: None)
    leave(ticket=filed("Said."), at=AT)
    monkeypatch.undo()
    assert {row.log for row in UnprojectedLog.objects.all()} == {"suivi/can/can-kor", "suivi/can/home"}

    project.project()

    assert ReportRow.objects.filter(audience="common", provision="P1.I2").exists()
    before, after, _ = made_anew()
    assert before == after


def test_a_report_that_waits_is_a_row_for_our_own_desk_only(noemie):
    ticket = filed("Waiting.")

    row = ReportRow.objects.get(provision="P1.I2")
    assert (row.audience, row.ticket) == ("home", ticket)
    assert WordsRow.objects.get(words="Waiting.").audience == "home"


def test_a_report_given_up_has_no_row_any_more(noemie):
    ticket = filed("Given up.")

    releases.discard(noemie, ticket=ticket, at=AT + MINUTE)

    assert not ReportRow.objects.filter(provision="P1.I2").exists()
    assert not WordsRow.objects.filter(words="Given up.").exists()


@pytest.mark.sqlite
def test_rebuilding_heals_rows_altered_by_hand_and_counts_them(noemie):
    project.project()
    sound = project.held_rows(CHANNEL)
    with sqlite3.connect(connection.settings_dict["NAME"]) as by_hand:
        by_hand.execute("UPDATE desk_commitmentrow SET own_stage = 'done' WHERE provision = 'P1.I1'")
        by_hand.execute("DELETE FROM desk_wordsrow WHERE kind = 'plan'")
        by_hand.execute("UPDATE desk_planrow SET channel = 'nowhere'")
    by_hand.close()
    assert project.held_rows(CHANNEL) != sound

    rebuilt = project.rebuild()

    assert project.held_rows(CHANNEL) == sound
    assert {one.channel: one.healed > 0 for one in rebuilt} == {CHANNEL: True, "": True}
    assert PlanRow.objects.count() == 1


def test_a_row_changes_nothing_that_is_decided(noemie):
    project.project()
    CommitmentRow.objects.filter(provision="P1.I1").update(own_stage="stopped", comparison="sealed")

    standing = registers.common(CHANNEL).plans[PLAN].standing("P1.I1")

    assert standing.latest("can").stage.value == "under-way"
    assert standing.comparison.value != "sealed"


def test_rows_of_another_edition_are_made_anew(noemie, monkeypatch):
    project.project()
    monkeypatch.setattr("suivi.desk.project.plans.EDITION", 0)
    entries.mark_unprojected("suivi/can/can-kor")
    first = set(CommitmentRow.objects.values_list("pk", flat=True))

    project.project()

    assert first.isdisjoint(CommitmentRow.objects.values_list("pk", flat=True))


@pytest.fixture
def agreed_text(ottawa):
    """The text of the plan of generated correspondences, held as an attachment."""
    entries.keep_attachment(TEXT_EN.encode())


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=stories_told(), data=st.data())
def test_wherever_a_history_is_broken_off_and_followed_again_the_rows_are_those_of_the_whole(agreed_text, story, data):
    fold = Fold(story.channel, story.codes)
    with transaction.atomic():
        for entry in data.draw(st.permutations(story.entries())):
            fold.take(entry)
            if data.draw(st.booleans()):
                project.follow(fold.register())
        project.follow(fold.register())
        followed = project.held_rows(story.channel)
        for table in project.TABLES:
            table.objects.filter(channel=story.channel).delete()
        project.follow(story.register())
        whole = project.held_rows(story.channel)
        transaction.set_rollback(True)

    assert followed == whole
    assert whole["JointTextRow"].total() == len(story.register().joint_texts)
