"""An actor: one node's desk in a process of its own, doing what the story says.

Two nodes share nothing, not even a process: Django serves one database, and neither side can reach the other's.
"""

import datetime
import multiprocessing
import os
import traceback
from collections.abc import Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from suivi.plan.refusal import Refusal


class ActorFailed(Exception):
    """Something in the other process went wrong that no rule of the house foresaw."""


class Actor:
    """The desk of the node in `folder`, waiting for orders; `does` calls an order by name and waits for its answer."""

    def __init__(self, folder: Path) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(str(folder), theirs), daemon=True)
        self._process.start()
        theirs.close()

    def does(self, order: str, /, **values: Any) -> Any:
        """The answer to an order; raises `ActorFailed` with what went wrong there."""
        self._ours.send((order, values))
        sound, answer = self._ours.recv()
        if not sound:
            raise ActorFailed(answer)
        return answer

    def leaves(self) -> None:
        """End the process."""
        self._ours.close()
        self._process.join(timeout=20)


def _serve(folder: str, orders: Connection) -> None:
    os.environ["SUIVI_DATA"] = folder
    os.environ["DJANGO_SETTINGS_MODULE"] = "suivi.settings"
    import django

    django.setup()
    while True:
        try:
            order, values = orders.recv()
        except EOFError:
            return
        try:
            orders.send((True, ORDERS[order](**values)))
        except Refusal as refusal:
            orders.send((False, f"{refusal.sentence('en')} {refusal.advice('en')} [{refusal.code}]"))
        except Exception:
            orders.send((False, traceback.format_exc()))


def _officers() -> list[Any]:
    from suivi.desk import sign_in

    return sign_in.officers()


def _leave(ticket: str, *, at: datetime.datetime) -> dict[str, Any]:
    """Two officers approve, one releases: the way out, played in three minutes."""
    from suivi.desk.actions import releases

    first, second = _officers()[:2]
    for minutes, officer in ((1, first), (2, second)):
        releases.approve(officer, ticket=ticket, password=PASSWORD, at=at + datetime.timedelta(minutes=minutes))
    placed = releases.release(first, ticket=ticket, at=at + datetime.timedelta(minutes=3))
    return {"seq": placed.seq, "id": placed.id, "leaf": placed.leaf.hex()}


def _open_keys(*, channel: str, roots: str, at: datetime.datetime) -> dict[str, Any]:
    from suivi.desk import entries, founding

    manifest = founding.open_keys(channel, roots_folder=Path(roots), at=at)
    return {"keys": entries.key_lists(manifest.party, channel)[0], "fingerprint": manifest.fingerprint()}


def _accept_partner(*, channel: str, keys: bytes, fingerprint: str) -> str:
    from suivi.desk.actions.channel import accept_partner

    return accept_partner(channel, keys, fingerprint=fingerprint).party


def _propose_charter(*, channel: str, order: list[str], at: datetime.datetime) -> dict[str, Any]:
    from suivi.desk.actions.channel import propose_charter

    ticket = propose_charter(_officers()[0], channel=channel, order=order, languages=("en", "fr", "ko"), at=at)
    return _leave(ticket, at=at)


def _propose_plan(
    *, files: list[tuple[str, bytes, str]], plan: str, agreed_on: str, titles: Mapping[str, Any], at: datetime.datetime
) -> dict[str, Any]:
    from suivi.desk import queries
    from suivi.desk.actions import plans

    officer = _officers()[0]
    draft = plans.read_document(officer, files=files, plan=plan, agreed_on=agreed_on, titles=titles, at=at)
    page = queries.reading_page(officer, draft, language="en")
    doubtful = [read.id for read in page.doubtful]
    for commitment in doubtful:
        plans.settle(officer, draft=draft, commitment=commitment, decision="accept", value="", at=at)
    ticket = plans.propose(officer, draft=draft, at=at)
    return {"doubts": len(doubtful), "commitments": page.line.commitments, **_leave(ticket, at=at)}


def _concur(*, at: datetime.datetime) -> dict[str, Any]:
    from suivi.desk import queries
    from suivi.desk.actions import joint

    officer = _officers()[0]
    return _leave(joint.concur(officer, leaf=queries.joint_text_waiting(officer), at=at), at=at)


def _report(*, at: datetime.datetime, **said: Any) -> dict[str, Any]:
    from suivi.desk.actions import reports

    return _leave(reports.file(_officers()[0], at=at, **said), at=at)


def _correct(*, at: datetime.datetime, **said: Any) -> dict[str, Any]:
    from suivi.desk.actions import reports

    return _leave(reports.correct(_officers()[0], at=at, **said), at=at)


def _open(*, at: datetime.datetime, **said: Any) -> dict[str, Any]:
    from suivi.desk.actions import activities

    return _leave(activities.open(_officers()[0], at=at, **said), at=at)


def _step(*, at: datetime.datetime, **said: Any) -> dict[str, Any]:
    from suivi.desk.actions import activities

    return _leave(activities.take_step(_officers()[0], at=at, **said), at=at)


def _draft_report(*, at: datetime.datetime, **said: Any) -> str:
    from suivi.desk.actions import reports

    return reports.file(_officers()[0], at=at, **said)


def _hand_over() -> bytes:
    from suivi.desk.actions.channel import hand_over_file

    return hand_over_file()[1]


def _take_in(*, octets: bytes, at: datetime.datetime) -> dict[str, Any]:
    import io

    from suivi.desk.actions.channel import take_in_file

    before = _own_size()
    effect = take_in_file(lambda: io.BytesIO(octets), at=at)
    return {"answered": _own_size() > before, "set_aside": [one.code for one in effect.set_aside]}


def _own_size() -> int:
    from suivi.desk import entries
    from suivi.plan.channel import origin_of

    return sum(entries.log_size(origin_of(entries.own_node().party, channel)) for channel in entries.channels())


def _knows(*, plan: str, provision: str) -> bool:
    from suivi.desk import released

    return released.plan_register(plan)[1].standing(provision) is not None


def _digest(*, plan: str) -> str:
    from suivi.desk import released

    return released.plan_register(plan)[1].digest


def _review(*, plan: str, from_on: datetime.date, to_on: datetime.date, language: str, format: str) -> bytes:
    from suivi.desk import reviews

    return reviews.review_octets(plan, from_on=from_on, to_on=to_on, as_of=None, language=language, format=format)


PASSWORD = "demonstration"
ORDERS = {
    "open keys": _open_keys,
    "accept partner": _accept_partner,
    "propose charter": _propose_charter,
    "propose plan": _propose_plan,
    "concur": _concur,
    "report": _report,
    "correct": _correct,
    "open": _open,
    "step": _step,
    "draft report": _draft_report,
    "hand over": _hand_over,
    "take in": _take_in,
    "knows": _knows,
    "digest": _digest,
    "review": _review,
}
