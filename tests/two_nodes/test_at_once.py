"""Two officers at once, at one node: one wins, the other reads why not, and the log is sound."""

import datetime

import pytest

from tests.two_nodes.capitals import PLAN, report

pytestmark = pytest.mark.two_nodes

AT = datetime.datetime(2024, 12, 2, 9, 0, tzinfo=datetime.UTC)


def steps_of_both(capital):
    """The same step, written twice and approved twice, before either has left."""
    opened = capital.does("open activity", plan=PLAN, provision="P1.I3", mode="dialogue", at=AT)
    details = {"date": "2025-03-04", "level": "ministers"}
    said = {"activity": opened["id"], "step": "propose", "details": details, "on": ""}
    tickets = capital.does("file step twice", **said, at=AT)
    return opened["id"], [capital.does("approve", ticket=ticket, at=AT) for ticket in tickets]


def test_of_two_officers_who_take_one_step_at_once_one_wins_and_the_other_is_refused(reported):
    _, tickets = steps_of_both(reported.can)
    before = reported.can.does("size", log=reported.can.log)

    commands = [
        reported.can.starts("release", ticket, "--officer", officer)
        for ticket, officer in zip(tickets, reported.can.officers, strict=True)
    ]
    ended = sorted((command.ends() for command in commands), key=lambda ran: ran.code)

    assert [ran.code for ran in ended] == [0, 3], [ran.err for ran in ended]
    assert "[register.step-not-open]" in ended[1].err
    assert reported.can.does("size", log=reported.can.log) == before + 1
    assert reported.can.suivi("log", "verify").code == 0
    assert activity_of(reported.can)["state"] == "proposed"


def activity_of(capital):
    provisions = capital.suivi("register", PLAN).facts["provisions"]
    return next(one for one in provisions if one["id"] == "P1.I3")["activities"][0]


def test_two_officers_who_approve_at_once_are_both_on_record_and_a_double_click_counts_once(reported):
    ticket = reported.can.does("file report", **report(provision="P1.I2", on="2024-12-01"), at=AT)
    before = reported.can.does("size", log="suivi/can/home")

    hands = [*reported.can.officers, reported.can.officers[0]]
    commands = [reported.can.starts("approve", ticket, "--officer", name) for name in hands]
    ended = [command.ends().code for command in commands]

    assert ended[1] == 0
    assert 0 in (ended[0], ended[2])
    assert reported.can.does("size", log="suivi/can/home") == before + 2
    (waiting,) = reported.can.suivi("tickets", "--officer", reported.can.officers[0]).facts
    assert (waiting["state"], waiting["approvals"]) == ("approved", 2)
    assert reported.can.suivi("log", "verify").code == 0


def test_one_ticket_released_by_two_officers_at_once_is_one_entry(reported):
    ticket = reported.can.does("file report", **report(provision="P1.I2", on="2024-12-01"), at=AT)
    reported.can.does("approve", ticket=ticket, at=AT)

    commands = [reported.can.starts("release", ticket, "--officer", name) for name in reported.can.officers]
    ended = [command.ends() for command in commands]

    assert [ran.code for ran in ended] == [0, 0]
    assert ended[0].facts == ended[1].facts


def test_eight_reports_filed_at_once_are_all_on_record_at_home(reported):
    before = reported.can.does("size", log="suivi/can/home")

    words = ("report", PLAN, "P1.I2", "--stage", "done", "--on", "2024-12-01")
    commands = [
        reported.can.starts(*words, "--account", f"en=Report {number}.", "--officer", reported.can.officers[number % 2])
        for number in range(8)
    ]

    assert [command.ends().code for command in commands] == [0] * 8
    assert reported.can.does("size", log="suivi/can/home") == before + 8
    assert reported.can.suivi("log", "verify").code == 0


def test_a_file_taken_in_twice_at_once_is_taken_in_once(reported, tmp_path):
    reported.can.does("report", **report(provision="P1.I2", on="2024-12-01"), at=AT)
    file = reported.can.hands_over(tmp_path / "file.suivi")

    commands = [reported.kor.starts("take-in", file) for _ in range(2)]
    ended = sorted((command.ends() for command in commands), key=lambda ran: ran.facts["new"])

    assert [ran.code for ran in ended] == [0, 0]
    assert [ran.facts["outcome"] for ran in ended] == ["nothing-new", "new"]
    assert reported.kor.suivi("log", "verify").code == 0
