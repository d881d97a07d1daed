"""The clock of a node: the machine's; on a demonstration, one that runs on from where the play ended."""

import datetime

import pytest

from suivi.desk import clock
from suivi.desk.node import NodeFolderUnsound, move_clock, read_node

HALF_A_YEAR_BACK = datetime.timedelta(days=-183)


def says(folder, line):
    """The settings of the node with `line` added; the nodes of these tests are demonstrations."""
    with (folder / "settings.toml").open("a", encoding="utf-8") as settings:
        settings.write(f"{line}\n")


def as_a_real_one(folder):
    path = folder / "settings.toml"
    path.write_text(path.read_text("utf-8").replace("demonstration = true", "demonstration = false"), "utf-8")


def test_a_node_tells_the_time_of_the_machine(ottawa):
    machine = datetime.datetime.now(datetime.UTC)

    assert datetime.timedelta() <= clock.now() - machine < datetime.timedelta(minutes=1)


def test_a_demonstration_tells_the_time_it_was_set_to_and_runs_on(serve, ottawa):
    move_clock(ottawa.folder, HALF_A_YEAR_BACK)
    serve(ottawa.folder)
    machine = datetime.datetime.now(datetime.UTC)

    first = clock.now()
    assert datetime.timedelta() <= first - (machine + HALF_A_YEAR_BACK) < datetime.timedelta(minutes=1)
    assert clock.now() > first
    assert clock.today() == first.date()
    assert clock.as_told(machine) == machine + HALF_A_YEAR_BACK


def test_moving_the_clock_keeps_everything_else_that_the_settings_say(ottawa):
    before = read_node(ottawa.folder)

    move_clock(ottawa.folder, HALF_A_YEAR_BACK)

    after = read_node(ottawa.folder)
    assert (after.party, after.secret_key, after.language, after.demonstration) == (
        before.party,
        before.secret_key,
        before.language,
        True,
    )


@pytest.mark.parametrize("written", ["-60", "true", "1.5", '"an hour"'])
def test_a_real_node_whose_clock_somebody_moved_is_not_served(ottawa, written):
    as_a_real_one(ottawa.folder)
    says(ottawa.folder, f"clock_moved_seconds = {written}")

    with pytest.raises(NodeFolderUnsound, match="for demonstrations only"):
        read_node(ottawa.folder)


def test_a_clock_moved_out_of_the_calendar_is_not_served(ottawa):
    says(ottawa.folder, "clock_moved_seconds = 99999999999999999")

    with pytest.raises(NodeFolderUnsound, match="out of the calendar"):
        read_node(ottawa.folder)
