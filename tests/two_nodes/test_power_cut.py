"""A process killed at any moment: what it had not finished never happened, and the work can be done again.

- Killed before each statement that reaches the database, COMMIT included, one after the other.
- Killed at moments nobody chose, as a power cut would.
- After each, the logs are sound; at the end the work is done, once.
"""

import datetime
import os
import random
import signal
import time

import pytest

from tests.two_nodes.capitals import PLAN, replace, report

pytestmark = pytest.mark.two_nodes

AT = datetime.datetime(2024, 12, 2, 9, 0, tzinfo=datetime.UTC)


def dying(*, statement, order, values):
    """Carry out an order, killed as the numbered statement begins."""
    from django.db import connection

    from tests.two_nodes.orders import ORDERS

    connection.ensure_connection()
    begun = []

    def count(sql):
        begun.append(sql)
        if len(begun) == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    connection.connection.set_trace_callback(count)
    ORDERS[order](**values)
    return max(number for number, sql in enumerate(begun, start=1) if sql.startswith("COMMIT"))


def dying_in_the_wrong_order(*, statement, order, values):
    """The same, with a fault planted: what is published goes out before the commit."""
    from suivi.desk import outbox

    outbox.publish_after_commit = lambda channel, *, at: outbox.publish(channel, at=at)
    return dying(statement=statement, order=order, values=values)


def published_size(capital):
    """How many entries the published checkpoint of a node's own log states."""
    checkpoint = capital.folder / "published" / "x" / "v1" / "can-kor" / capital.party / "checkpoint"
    return int(checkpoint.read_text("utf-8").split("\n")[1]) if checkpoint.exists() else 0


def statements_of(capital, order, **values):
    """How many statements the order takes to its last COMMIT when nothing goes wrong."""
    running = capital.begins(dying, statement=0, order=order, values=values)
    assert running.ends().code == 0
    return running.answer


def killed_at(capital, moments, order, **values):
    """Kill the order as each of these statements begins; the logs must be sound after each."""
    for moment in moments:
        ran = capital.begins(dying, statement=moment, order=order, values=values).ends()
        assert ran.code == -signal.SIGKILL, (moment, ran)
        yield moment


def spread(total, many):
    """About `many` statements from the first to the last."""
    return sorted({1, total, *(round(1 + step * (total - 1) / (many - 1)) for step in range(many))})


def sound(capital):
    return capital.does("sound")


def test_l01_a_release_killed_at_any_statement_leaves_nothing(reported):
    can = reported.can
    ticket = can.does("file report", **report(provision="P1.I2", on="2024-12-01"), at=AT)
    can.does("approve", ticket=ticket, at=AT)
    copy = can.folder.with_name("approved")
    replace(copy, can.folder)
    release = {"ticket": ticket, "at": AT + datetime.timedelta(minutes=3)}
    total = statements_of(can, "release", **release)
    replace(can.folder, copy)
    before = can.does("size", log=can.log)

    for moment in killed_at(can, spread(total, 24), "release", **release):
        assert sound(can) == [], moment
        assert can.does("size", log=can.log) == before, moment
        assert published_size(can) <= before, moment

    placed = can.does("release", **release)
    assert placed["seq"] == before
    assert sound(can) == []


def test_l03_publishing_before_the_commit_is_found_by_the_same_power_cut(reported):
    can = reported.can
    ticket = can.does("file report", **report(provision="P1.I2", on="2024-12-01"), at=AT)
    can.does("approve", ticket=ticket, at=AT)
    copy = can.folder.with_name("approved")
    replace(copy, can.folder)
    release = {"ticket": ticket, "at": AT + datetime.timedelta(minutes=3)}
    running = can.begins(dying_in_the_wrong_order, statement=0, order="release", values=release)
    assert running.ends().code == 0
    replace(can.folder, copy)
    before = can.does("size", log=can.log)

    ran = can.begins(dying_in_the_wrong_order, statement=running.answer, order="release", values=release).ends()

    assert ran.code == -signal.SIGKILL
    assert can.does("size", log=can.log) == before
    assert published_size(can) > before  # the partner may have seen what our tables do not hold
    ran = can.suivi("publish")
    assert ran.code == 3
    assert "[own.behind]" in ran.err


def test_l01_a_take_in_killed_at_any_statement_leaves_nothing(reported):
    can, kor = reported
    can.does("report", **report(provision="P1.I2", on="2024-12-01"), at=AT)
    can.does("report", **report(provision="P1.I3", on="2024-12-01"), at=AT)
    delivery = {"octets": can.does("hand over"), "at": AT + datetime.timedelta(minutes=30)}
    copy = kor.folder.with_name("before")
    replace(copy, kor.folder)
    total = statements_of(kor, "take in", **delivery)
    replace(kor.folder, copy)
    held = kor.does("size", log=can.log)

    for moment in killed_at(kor, spread(total, 24), "take in", **delivery):
        assert sound(kor) == [], moment
        assert kor.does("size", log=can.log) == held, moment

    assert kor.does("take in", **delivery) == {"new": 2, "set_aside": [], "answered": True}
    assert sound(kor) == []


def test_l01_twenty_power_cuts_at_moments_nobody_chose(reported):
    can, kor = reported
    chance = random.Random(20240718)
    cuts = 0
    for number in range(10):
        began = time.monotonic()
        can.does("report", **report(provision="P1.I2", account={"en": f"Report {number}."}, on="2024-12-01"), at=AT)
        lasted = time.monotonic() - began
        for capital, order, values in (
            (can, "report", {**report(provision="P1.I3", on="2024-12-01"), "at": AT}),
            (kor, "take in", {"octets": can.does("hand over"), "at": AT}),
        ):
            running = capital.orders(order, **values)
            time.sleep(chance.uniform(0, lasted))
            running.kill()
            cuts += running.ends().code == -signal.SIGKILL
            assert sound(capital) == [], (number, order)

    reported.cross(AT + datetime.timedelta(hours=1))
    assert cuts >= 10
    assert [capital.suivi("check").code for capital in reported] == [0, 0]
    assert len({capital.suivi("register", PLAN).facts["digest"] for capital in reported}) == 1
