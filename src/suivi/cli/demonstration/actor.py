"""An actor: one node's desk in a process of its own, doing what the calendar says.

- Two nodes share nothing, not even a process: Django serves one database, and neither side can reach the other's.
- An interruption is for the player alone: it ends the actors, and none of them writes on behind its back.
"""

import datetime
import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Iterable, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from suivi.cli.demonstration.room import ROOM_ORDERS
from suivi.cli.demonstration.schedule import Act
from suivi.desk.node import PUBLISHED_PASSWORD
from suivi.plan.channel import PUBLIC as PUBLIC_CHANNEL
from suivi.plan.refusal import Refusal

PASSWORD = PUBLISHED_PASSWORD


class ActorFailed(Exception):
    """Something in the other process went wrong that no rule of the house foresaw."""


class Actor:
    """The desk of the node in `folder`, waiting for orders; `does` calls an order by name and waits for its answer."""

    def __init__(self, folder: Path) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(str(folder), theirs), daemon=True)
        # Ctrl-C goes to every process of a terminal; this one inherits that it is not meant.
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        self._process.start()
        signal.signal(signal.SIGINT, before)
        theirs.close()

    def does(self, order: str, /, **values: Any) -> Any:
        """The answer to an order; raises `ActorFailed` with what went wrong there."""
        self._ours.send((order, values))
        sound, answer = self._ours.recv()
        if not sound:
            raise ActorFailed(answer)
        return answer

    def leaves(self, *, at_once: bool = False) -> None:
        """End the process; `at_once` without waiting for the order it is at."""
        self._ours.close()
        if at_once:
            self._process.kill()
        self._process.join()


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
        except Exception:  # noqa: BLE001  # the player hears of it, whatever it is, and stops
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


def _enrol(*, name: str, at: datetime.datetime) -> None:
    """A senior official: may read everything, and write nothing."""
    from suivi.desk.actions import officers

    officers.enrol(_officers()[0], name=name, password=PASSWORD, roles=("auditor",), at=at)


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


def _day(*, acts: Iterable[Act], names: Mapping[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Write and release everything of a day, in order; `names` are entries made before, by what the calendar calls them.

    Returns the entries made now.
    """
    made: dict[str, dict[str, str]] = {}
    for act in acts:
        known = {**names, **made}
        refers = {value: known[name]["leaf" if value == "leaf" else "id"] for value, name in act.refers.items()}
        placed = _leave(_written(act, refers), at=act.at)
        if act.name:
            made[act.name] = placed
    return made


def _written(act: Act, refers: Mapping[str, str]) -> str:
    """The ticket of an act."""
    from suivi.desk.actions import activities, bodies, evidence, joint, named, reports

    officer, said = _officers()[0], {**act.values, **refers, "at": act.at}
    match act.order:
        case "name":
            return bodies.name(officer, channel=_channel(), marking=PUBLIC, **said)
        case "enter":
            things = [named.Entered(**thing) for thing in said.pop("things")]
            return named.enter(officer, plan=_plan(), things=things, marking=PUBLIC, **said)
        case "report":
            return reports.file(officer, plan=_plan(), provision=act.provision, marking=PUBLIC, **said)
        case "attach":
            return evidence.attach(officer, plan=_plan(), provision=act.provision, marking=PUBLIC, **said)
        case "correct":
            return reports.correct(officer, **said)
        case "open":
            return activities.open(officer, plan=_plan(), provision=act.provision, **said)
        case "step":
            return activities.take_step(officer, **said)
        case "concur":
            return joint.concur(officer, **said)
    raise ValueError(f"the calendar holds an order nobody knows: {act.order}")


def _channel() -> str:
    from suivi.desk import entries

    return entries.channels()[0]


def _plan() -> str:
    from suivi.desk import released

    return released.plan_registers()[0][1].plan.id


def _publish(*, at: datetime.datetime) -> int:
    """Make public everything of ours that is not yet, in order; returns how many records that were.

    In a demonstration all of it was taken from public pages; a ministry chooses.
    """
    from suivi.desk.actions import publication

    officer, channel = _officers()[0], _channel()
    entries, texts = publication.not_yet_public(officer, channel)
    plans = [text for text in texts if text.proposed.kind in ("plan.adopted", "plan.amended")]
    for text in plans:
        _leave(publication.publish_joint(officer, leaf=text.leaf.hex(), at=at), at=at)
    for entry in entries:
        _leave(publication.publish(officer, channel=channel, seq=entry.seq, at=at), at=at)
    for text in (text for text in texts if text not in plans):
        _leave(publication.publish_joint(officer, leaf=text.leaf.hex(), at=at), at=at)
    return len(entries) + len(texts)


def _draft_report(*, at: datetime.datetime, **said: Any) -> str:
    from suivi.desk.actions import reports

    return reports.file(_officers()[0], at=at, **said)


def _draft_step(*, at: datetime.datetime, **said: Any) -> str:
    from suivi.desk.actions import activities

    return activities.take_step(_officers()[0], at=at, **said)


def _ask_return(
    *,
    plan: str,
    provision: str,
    of: int,
    by: int,
    note: str,
    due_on: datetime.date,
    at: datetime.datetime,
    writes: Mapping[str, str],
    on: str,
    sent_back: str,
    handed_in_at: datetime.datetime,
) -> None:
    """Ask for a report; where it is written and sent back, do that too. `of` and `by` are places among the officers."""
    from suivi.desk.actions import returns, writing

    author, asks = _officers()[of], _officers()[by]
    asked = returns.ask(asks, plan=plan, provisions=[provision], of=author.name, due_on=due_on, note=note, at=at)
    if not writes:
        return
    typed = {"kind": "report", "on": on, **writes}
    ticket = writing.hand_in(author, asked_for=int(asked[0]), version=0, typed=typed, at=handed_in_at)
    if isinstance(ticket, str) and sent_back:
        writing.send_back(asks, ticket=ticket, remarks=sent_back, at=handed_in_at + datetime.timedelta(minutes=10))


def _hand_over() -> bytes:
    from suivi.desk.actions.channel import hand_over_file

    return hand_over_file()[1]


def _hand_over_public(*, from_seq: int) -> bytes:
    from suivi.desk.actions.channel import hand_over_file

    return hand_over_file(channel=PUBLIC_CHANNEL, from_seq=from_seq)[1]


def _public_size(*, party: str) -> int:
    from suivi.desk import entries
    from suivi.plan.channel import origin_of

    return entries.log_size(origin_of(party, PUBLIC_CHANNEL))


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


def _known(*, plan: str) -> dict[str, str]:
    """The commitments of the plan: every id and further place, with the id it stands under."""
    from suivi.desk import released

    provisions = released.plan_register(plan)[1].plan.provisions
    return {place.id: one.id for one in provisions for place in one.places} | {one.id: one.id for one in provisions}


def _value(*, plan: str) -> dict[str, Any]:
    from suivi.desk import released

    return released.plan_register(plan)[1].value()


def _public_digest(*, plan: str) -> str:
    from suivi.desk import registers

    return registers.public().plans[plan].digest


def _digest(*, plan: str) -> str:
    from suivi.desk import released

    return released.plan_register(plan)[1].digest


def _review(*, plan: str, from_on: datetime.date, to_on: datetime.date, language: str, format: str) -> bytes:
    from suivi.desk import reviews
    from suivi.publish.package import Document

    document = Document("report", (language,), format)
    return reviews.document_octets(plan, from_on=from_on, to_on=to_on, as_of=None, document=document)


PUBLIC = {"tlp": "CLEAR"}
"""The marking of what was taken from a public page."""

ORDERS: dict[str, Callable[..., Any]] = {
    "enrol": _enrol,
    "open keys": _open_keys,
    "accept partner": _accept_partner,
    "propose charter": _propose_charter,
    "propose plan": _propose_plan,
    "concur": _concur,
    "day": _day,
    "publish": _publish,
    "draft report": _draft_report,
    "draft step": _draft_step,
    "ask return": _ask_return,
    "hand over": _hand_over,
    "hand over public": _hand_over_public,
    "public size": _public_size,
    "take in": _take_in,
    "known": _known,
    "value": _value,
    "digest": _digest,
    "public digest": _public_digest,
    "review": _review,
    "leave": _leave,
    **ROOM_ORDERS,
}
