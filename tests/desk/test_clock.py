"""The clock of a node: the machine's; on a demonstration, one that runs on from where the play ended."""

import datetime

import pytest

from suivi.desk import access, clock
from suivi.desk.models import Mandate
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


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Asia/Seoul", "2026-11-28"), ("America/Toronto", "2026-11-27"), ("UTC", "2026-11-27")],
)
def test_today_is_the_day_where_the_desk_is(serve, ottawa, zone, day):
    says(ottawa.folder, f'time_zone = "{zone}"')
    serve(ottawa.folder)

    assert clock.day_of(datetime.datetime(2026, 11, 27, 23, 30, tzinfo=datetime.UTC)).isoformat() == day
    assert abs(clock.today() - clock.day_on_record()) <= datetime.timedelta(days=1)


def test_a_mandate_holds_from_the_first_hour_of_its_day_where_the_desk_is(serve, ottawa, noemie):
    says(ottawa.folder, 'time_zone = "Asia/Seoul"')
    serve(ottawa.folder)
    first = datetime.datetime(2027, 1, 31, 15, 0, tzinfo=datetime.UTC)  # midnight in Seoul, where February begins
    Mandate.objects.filter(officer=noemie).update(from_on=datetime.date(2027, 2, 1))

    assert access.held_by(noemie, at=first)
    assert not access.held_by(noemie, at=first - datetime.timedelta(seconds=1))


@pytest.mark.parametrize("written", ["Seoul/Asia", "../etc", "", "가"])
def test_a_node_whose_time_zone_is_none_is_not_served(ottawa, written):
    says(ottawa.folder, f'time_zone = "{written}"')

    with pytest.raises(NodeFolderUnsound, match="America/Toronto or Asia/Seoul"):
        read_node(ottawa.folder)


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
