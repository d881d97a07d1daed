"""What a test asks of a node on a chosen day; each order runs in a process of that node's own, through the actions.

- Officers act in the order enrolled: the first writes, both approve, the first releases.
- Times are given; three minutes pass between writing and release.
"""

import datetime
import io
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

CHANNEL = "can-kor"
PASSWORD = "demonstration"


def officers() -> list[Any]:
    """The officers of this node."""
    from suivi.desk import sign_in

    return sign_in.officers()


def leave(*, ticket: str, at: datetime.datetime) -> dict[str, Any]:
    """Two officers approve, one releases."""
    approve(ticket=ticket, at=at)
    return release(ticket=ticket, at=at + datetime.timedelta(minutes=3))


def release(*, ticket: str, at: datetime.datetime) -> dict[str, Any]:
    """The first officer releases."""
    from suivi.desk.actions import releases

    placed = releases.release(officers()[0], ticket=ticket, at=at)
    return {"seq": placed.seq, "id": placed.id, "leaf": placed.leaf.hex(), "ticket": ticket}


def approve(*, ticket: str, at: datetime.datetime) -> str:
    """Both officers approve."""
    from suivi.desk.actions import releases

    for minutes, officer in enumerate(officers()[:2], start=1):
        releases.approve(officer, ticket=ticket, password=PASSWORD, at=at + datetime.timedelta(minutes=minutes))
    return ticket


def open_keys(*, channel: str, roots: str, at: datetime.datetime) -> dict[str, Any]:
    """Our keys in a channel."""
    from suivi.desk import entries, founding

    manifest = founding.open_keys(channel, roots_folder=Path(roots), at=at)
    return {"keys": entries.key_lists(manifest.party, channel)[0], "fingerprint": manifest.fingerprint()}


def accept_partner(*, channel: str, keys: bytes, fingerprint: str) -> None:
    """The partner's keys, compared."""
    from suivi.desk.actions import channel as channels

    channels.accept_partner(channel, keys, fingerprint=fingerprint)


def propose_charter(*, channel: str, order: list[str], at: datetime.datetime, **terms: Any) -> dict[str, Any]:
    """Propose the charter and release the proposal."""
    from suivi.desk.actions import channel as channels

    languages = ("en", "fr", "ko")
    ticket = channels.propose_charter(officers()[0], channel=channel, order=order, languages=languages, at=at, **terms)
    return leave(ticket=ticket, at=at)


def propose_plan(
    *, files: list[tuple[str, bytes, str]], plan: str, agreed_on: str, titles: Mapping[str, Any], at: datetime.datetime
) -> dict[str, Any]:
    """Read a plan, accept every reading that is in doubt, propose it and release the proposal."""
    from suivi.desk import queries
    from suivi.desk.actions import plans

    officer = officers()[0]
    draft = plans.read_document(officer, files=files, plan=plan, agreed_on=agreed_on, titles=titles, at=at)
    page = queries.reading_page(officer, draft, language="en")
    for read in page.doubtful:
        plans.settle(officer, draft=draft, commitment=read.id, decision="accept", value="", at=at)
    ticket = plans.propose(officer, draft=draft, at=at)
    return {"commitments": page.line.commitments, **leave(ticket=ticket, at=at)}


def amend_plan(*, files: list[tuple[str, bytes, str]], plan: str, at: datetime.datetime) -> dict[str, Any]:
    """Read a new version of a plan in force, accept every reading, confirm what ends, propose it and release."""
    from suivi.desk import queries
    from suivi.desk.actions import plans

    officer = officers()[0]
    draft = plans.read_document(officer, files=files, plan=plan, at=at)
    page = queries.reading_page(officer, draft, language="en")
    for read in page.doubtful:
        plans.settle(officer, draft=draft, commitment=read.id, decision="accept", value="", at=at)
    ending = [old.id for old in page.succession.ending] if page.succession else []
    for id in ending:
        plans.settle(officer, draft=draft, commitment=id, decision="ended", value="", at=at)
    return {"ended": ending, **leave(ticket=plans.propose(officer, draft=draft, at=at), at=at)}


def concur(*, at: datetime.datetime) -> dict[str, Any]:
    """Concur in the one joint text that waits for us."""
    from suivi.desk import queries
    from suivi.desk.actions import joint

    officer = officers()[0]
    return leave(ticket=joint.concur(officer, leaf=queries.joint_text_waiting(officer), at=at), at=at)


def file_report(*, at: datetime.datetime, **said: Any) -> str:
    """File a report at home; the ticket."""
    from suivi.desk.actions import reports

    return reports.file(officers()[0], at=at, **said)


def report(*, at: datetime.datetime, **said: Any) -> dict[str, Any]:
    """File a report and release it."""
    return leave(ticket=file_report(at=at, **said), at=at)


def ask_for_return(*, plan: str, provision: str, at: datetime.datetime) -> int:
    """The first officer asks the second for a return; its number."""
    from suivi.desk.actions import returns

    first, second = officers()[:2]
    (asked,) = returns.ask(
        first, plan=plan, provisions=[provision], of=second.name, due_on=datetime.date(2030, 1, 31), at=at
    )
    return int(asked)


def hand_in(*, asked: int, account: str, on: str, at: datetime.datetime) -> str:
    """The second officer writes the return and hands it in; the ticket."""
    from suivi.desk.actions import writing

    typed = {"kind": "report", "stage": "under-way", "on": on, "account-en": account}
    return writing.hand_in(officers()[1], asked_for=asked, version=0, typed=typed, at=at)


def shared_words(*, asked: int, day: datetime.date) -> str:
    """The words in which the report of a return stands with the partner, as its page says them."""
    from suivi.desk import queries

    return queries.return_page(officers()[0], asked, day=day).layers.told["en"]


def correct(*, at: datetime.datetime, **said: Any) -> dict[str, Any]:
    """Correct our latest report on a commitment and release the correction."""
    from suivi.desk.actions import reports

    provision, plan = said.pop("provision"), said.pop("plan")
    said = {"report": _latest(plan, provision), "account": {"en": "In other words."}, **said}
    return leave(ticket=reports.correct(officers()[0], at=at, **said), at=at)


def withdraw(*, plan: str, provision: str, at: datetime.datetime) -> dict[str, Any]:
    """Withdraw our latest report on a commitment and release the withdrawal."""
    from suivi.desk.actions import reports

    report = _latest(plan, provision)
    return leave(ticket=reports.withdraw(officers()[0], report=report, reason="entered-in-error", at=at), at=at)


def _latest(plan: str, provision: str) -> str:
    from suivi.desk import access

    officer = officers()[0]
    latest = access.provision_for(officer, plan, provision)[2].latest(officer.party)
    assert latest is not None
    return latest.id


def assess(*, at: datetime.datetime, **said: Any) -> dict[str, Any]:
    """Give our assessment of a commitment and release it."""
    from suivi.desk.actions import assessments

    return leave(ticket=assessments.assess(officers()[0], at=at, **said), at=at)


def describe(*, at: datetime.datetime, **said: Any) -> dict[str, Any]:
    """Supply what the text of a plan does not say, and release it."""
    from suivi.desk.actions import assessments

    return leave(ticket=assessments.describe(officers()[0], at=at, **said), at=at)


def open_activity(*, at: datetime.datetime, **said: Any) -> dict[str, Any]:
    """Open an activity and release the word."""
    from suivi.desk.actions import activities

    return leave(ticket=activities.open(officers()[0], at=at, **said), at=at)


def file_step(*, at: datetime.datetime, **said: Any) -> str:
    """Write a step at home; the ticket."""
    from suivi.desk.actions import activities

    return activities.take_step(officers()[0], at=at, **said)


def file_step_twice(
    *, activity: str, step: str, details: dict[str, Any], at: datetime.datetime, on: str = ""
) -> list[str]:
    """The same step written by two officers at one instant, neither having seen the other's; both tickets."""
    from suivi.desk import access
    from suivi.desk.actions import releases
    from suivi.record.steps import StepTaken

    both = officers()[:2]
    channel, register, standing, _ = access.activity_for(both[0], activity)
    said = StepTaken(activity=activity, step=step, details=details, on=on or at.date().isoformat())
    about = {"plan": register.plan.id, "provision": standing.provision.id, "subject": f"{register.plan.id}#{activity}"}
    return [releases.cut(officer, record=said, channel=channel, at=at, **about) for officer in both]


def take_step(*, at: datetime.datetime, **said: Any) -> dict[str, Any]:
    """Take a step and release the word."""
    return leave(ticket=file_step(at=at, **said), at=at)


def look_through(*, plan: str, from_on: datetime.date, to_on: datetime.date, at: datetime.datetime) -> str:
    """The first officer looks at the review as a whole; its digest."""
    from suivi.desk import reviews
    from suivi.desk.actions import minutes

    digest = reviews.review_on(plan, from_on=from_on, to_on=to_on, as_of=None).digest()
    minutes.look_through(officers()[0], plan=plan, from_on=from_on, to_on=to_on, digest=digest, at=at)
    return digest


def propose_minutes(*, plan: str, decisions: list[dict[str, Any]], at: datetime.datetime, **said: Any) -> str:
    """Propose minutes; the ticket."""
    from suivi.desk.actions import minutes
    from suivi.record.minutes import Decision

    tongues = ("en", "fr", "ko")
    told = {
        "minutes": dict.fromkeys(tongues, "All was gone through."),
        "resolution": dict.fromkeys(tongues, "So agreed."),
    }
    given = [Decision(**one) for one in decisions]
    return minutes.propose(officers()[0], plan=plan, on="2025-09-01", decisions=given, at=at, **{**told, **said})


def report_decision(*, at: datetime.datetime, **said: Any) -> dict[str, Any]:
    """Say what has become of a decision and release the word."""
    from suivi.desk.actions import minutes

    return leave(ticket=minutes.report_decision(officers()[0], at=at, **said), at=at)


def search(*, question: str) -> list[tuple[str, str]]:
    """What the first officer finds: the kind of each thing, and its language."""
    from suivi.desk import queries, sign_in
    from suivi.desk.lists import Asked

    page = queries.search_page(sign_in.officers()[0], Asked(question=question))
    return sorted({(found.kind.code, found.language) for found in page.found})


def closed_review(*, plan: str) -> dict[str, Any]:
    """The last review closed, printed again: its digest then and now, the page, and what came since."""
    from suivi.desk import closings, released
    from suivi.publish.review_html import review_html

    channel, register = released.plan_register(plan)
    found = closings.closed(channel, register, closings.closed_reviews(register)[-1].key)
    return {
        "minutes": found.minutes.key,
        "digest": found.closing.digest,
        "again": found.review.digest(),
        "page": review_html(found.review, "ko"),
        "since": [(one.provision, one.word) for one in found.since],
    }


def hand_over(*, from_start: bool = False, channel: str = CHANNEL) -> bytes:
    """The file for the partner."""
    from suivi.desk.actions import channel as channels

    return channels.hand_over_file(channel=channel, from_start=from_start)[1]


def take_in(*, octets: bytes, at: datetime.datetime, channel: str = CHANNEL, unknown: str = "") -> dict[str, Any]:
    """Take a file in; `answered`: whether that made us write something ourselves.

    `unknown` is a kind of record that this process, like an older version, has never heard of.
    """
    from suivi.record.kinds import KINDS

    KINDS.pop(unknown, None)
    from suivi.desk import entries
    from suivi.desk.actions import channel as channels

    own = f"suivi/{entries.own_node().party}/{channel}"
    before = entries.log_size(own)
    effect = channels.take_in_file(lambda: io.BytesIO(octets), at=at)
    new, aside = len(effect.taken.lines), [one.code for one in effect.set_aside]
    return {"new": new, "set_aside": aside, "answered": entries.log_size(own) > before}


def pull(*, party: str, at: datetime.datetime, limits: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Pull from a partner online; what came and what it cost."""
    from suivi.desk.actions import pulling
    from suivi.desk.courier import Limits

    pulled = pulling.pull(CHANNEL, party, at=at, limits=Limits(**(limits or {})))
    return {"new": pulled.entries, "requests": pulled.requests, "bytes": pulled.octets}


def publish(*, at: datetime.datetime, whole: bool = True) -> dict[str, Any]:
    """Publish; how many files were written, and which had been altered."""
    from suivi.desk import outbox

    done = outbox.publish(CHANNEL, at=at, whole=whole)
    return {"written": done.written, "altered": done.altered}


def charter_succeeds(*, channel: str) -> list[tuple[str, int, str]]:
    """What the charter in effect says of the logs before it."""
    from suivi.desk import registers

    return [(old.log, old.size, old.root) for old in registers.open_charter(channel).succeeds]


def told(*, plan: str, day: datetime.date | None = None) -> dict[str, Any]:
    """Where a plan is told, where its accounts stand, and what each channel disowns; now or at the end of a day."""
    from suivi.desk import access, registers

    officer = officers()[0]
    found = {name: access.register_for(officer, name, as_of=day) for name in registers.channels()}
    channel, register = access.plan_for(officer, plan, as_of=day)
    told = [each for one in register.standings for held in one.accounts.values() for each in held]
    said = [(one.log, one.seq) for one in told]
    disowned = [(one.log, one.seq) for each in found.values() for one in each.disowned]
    aside = [one.code for one in found[channel].set_aside]
    return {"channel": channel, "accounts": said, "disowned": disowned, "aside": aside, "digest": register.digest}


def ask_to_destroy(*, seq: int, reason: str, at: datetime.datetime) -> str:
    """Ask for a content of ours to be destroyed; the ticket."""
    from suivi.desk.actions import spills

    return spills.ask(officers()[0], channel=CHANNEL, seq=seq, reason=reason, at=at)


def holds_content(*, log: str, seq: int) -> bool:
    """Whether what an entry says is held."""
    from suivi.desk import entries

    return next(iter(entries.rows(log, from_seq=seq))).content is not None


def attest_destruction(*, party: str, seq: int, beyond: list[str], at: datetime.datetime) -> str:
    """Attest that a content was destroyed here; the ticket."""
    from suivi.desk.actions import spills

    return spills.attest(officers()[0], channel=CHANNEL, party=party, seq=seq, beyond=beyond, at=at)


def mark(*, seq: int, tlp: str, at: datetime.datetime) -> dict[str, Any]:
    """Mark a record of ours otherwise, and release that."""
    from suivi.desk.actions import farewells

    return leave(ticket=farewells.mark(officers()[0], channel=CHANNEL, seq=seq, tlp=tlp, at=at), at=at)


def consent(*, seq: int, to: str, at: datetime.datetime) -> dict[str, Any]:
    """Let others give a record of ours onwards, and release that."""
    from suivi.desk.actions import farewells

    return leave(ticket=farewells.consent(officers()[0], channel=CHANNEL, seq=seq, to=to, at=at), at=at)


def farewell(*, at: datetime.datetime) -> str:
    """Take leave of the partner; the ticket."""
    from suivi.desk.actions import farewells

    return farewells.close(officers()[0], channel=CHANNEL, reason="end-of-cooperation", at=at)


def report_in(*, channel: str, account: dict[str, str], at: datetime.datetime) -> str:
    """Prepare a report in another channel, on a plan that is agreed there; the ticket."""
    from suivi.desk.actions import releases
    from suivi.record.reports import ReportFiled, Stage

    record = ReportFiled(provision="P1.I1", stage=Stage.DONE, account=account, on="2024-11-01")
    return releases.cut(officers()[0], record=record, channel=channel, subject="plan#P1.I1", at=at)


def bundle_backwards(*, to: list[str], by_entries: int, at: datetime.datetime) -> bytes:
    """A file whose checkpoint stands by fewer entries than before, with our own witness key and a later instant."""
    from suivi.desk import entries
    from suivi.exchange.hand_over import hand_over as written
    from suivi.log.header import write_line
    from suivi.log.note import Checkpoint, cosigned, signed

    party = entries.own_node().party
    log = f"suivi/{party}/{CHANNEL}"
    size = entries.log_size(log) - by_entries
    signer, witness = entries.own_signers(CHANNEL)
    assert witness is not None
    note = signed(Checkpoint(log, size, entries.root_at(log, size)).text(), log, signer)
    note = cosigned(note, f"suivi/{party}/witness", witness, at_seconds=int(at.timestamp()))
    pieces = written(
        by=log,
        log=log,
        to=to,
        from_size=0,
        from_root=entries.root_at(log, 0),
        checkpoint=note.octets(),
        manifests=entries.key_lists(party, CHANNEL),
        lines=[write_line(row.header, row.content) for row in entries.rows(log, size=size)],
        blobs=[],
        signer=signer,
    )
    return b"".join(pieces)


def freshness(*, log: str, days: int, after: int) -> str:
    """How the channel to the author of `log` stands `after` so many days, if a word may be `days` old."""
    from suivi.desk import correspondence
    from suivi.exchange.freshness import state_of

    known = correspondence.freshest(log)
    assert known is not None
    later = known[0].at + datetime.timedelta(days=after)
    return str(state_of(known[0], now=later, days=days))


def channel_pages() -> dict[str, tuple[int, str]]:
    """The channel's page, and what its two buttons lead to: status and words."""
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    client.force_login(officers()[0])
    return {
        name: (response.status_code, response.content.decode())
        for name, response in (
            ("channel", client.get("/channel")),
            ("verify", client.post("/channel/verify")),
            ("pull", client.post("/channel/pull")),
        )
    }


def pages(*, addresses: list[str], language: str = "en") -> list[tuple[int, str]]:
    """What the first officer is shown at each address, in a language: status and words."""
    from django.test import Client

    client, officer = Client(SERVER_NAME="localhost"), officers()[0]
    officer.language = language
    officer.save()
    client.force_login(officer)
    answers = [client.get(address) for address in addresses]
    return [(answer.status_code, answer.content.decode()) for answer in answers]


def mark_restored(*, at: datetime.datetime) -> None:
    """Say that this node came from a backup."""
    from suivi.desk import entries, reconcile

    reconcile.mark_restored(entries.own_node().folder, at=at)


def take_in_each(*, files: list[bytes], at: datetime.datetime) -> list[tuple[int, str]]:
    """Take in one file after the other: the exit code of each, and the fault that stopped it."""
    from suivi.cli.refusals import exit_code_of
    from suivi.plan.refusal import Refusal

    ended = []
    for octets in files:
        try:
            take_in(octets=octets, at=at)
        except Refusal as refusal:
            ended.append((exit_code_of(refusal), refusal.code))
        else:
            ended.append((0, ""))
    return ended


def bundle(*, to: list[str], begin: int = 0) -> bytes:
    """A file of our log from `begin` on, for whomever, as the desk itself would not make it."""
    from suivi.desk import entries
    from suivi.exchange.hand_over import hand_over as written
    from suivi.log.header import write_line
    from suivi.log.tree import root_of

    party = entries.own_node().party
    log = f"suivi/{party}/{CHANNEL}"
    note = entries.checkpoint(log)
    assert note is not None
    pieces = written(
        by=log,
        log=log,
        to=to,
        from_size=begin,
        from_root=root_of(entries.leaves(log, size=begin)),
        checkpoint=note.octets(),
        manifests=entries.key_lists(party, CHANNEL),
        lines=[write_line(row.header, row.content) for row in entries.rows(log, from_seq=begin)],
        blobs=[],
        signer=entries.own_signers(CHANNEL)[0],
    )
    return b"".join(pieces)


def write_unruly(*, provision: str, plan: str, tlp: str, account: dict[str, str], at: datetime.datetime) -> str:
    """Put a report on record with any marking, past every rule of the desk: what a dishonest node could do.

    Returns the digest of its content.
    """
    from suivi.desk import entries, registers
    from suivi.log.canonical import canonical
    from suivi.log.header import Header
    from suivi.record.kinds import content_value
    from suivi.record.reports import ReportFiled, Stage

    party = entries.own_node().party
    log = f"suivi/{party}/{CHANNEL}"
    said = ReportFiled(provision=provision, stage=Stage.DONE, account=account, on=at.date().isoformat())
    content = canonical(content_value(said, salt=entries.fresh_id()))
    header = Header(
        log=log,
        seq=entries.log_size(log),
        id=entries.fresh_id(),
        type="report.filed",
        subject=f"{plan}#{provision}",
        sha256=entries.sha256(content),
        size=len(content),
        marking={"tlp": tlp},
        seen=registers.seen(CHANNEL),
        manifest=1,
        at=entries.not_before(log, at),
    )
    entries.append(header, content, at=at)
    return header.sha256


def evidence() -> list[tuple[str, bytes]]:
    """The proofs kept: code and bytes."""
    from suivi.desk.models import Evidence

    return [(code, bytes(octets)) for code, octets in Evidence.objects.values_list("code", "octets")]


def attachment(*, digest: str) -> bytes | None:
    """The bytes of an attachment held."""
    from suivi.desk import entries

    return entries.attachment(digest)


def sound() -> list[str]:
    """What `suivi log verify` finds unsound."""
    from suivi.desk import verification

    return [finding.sentence for finding in verification.verify_logs() if not finding.sound]


def rows(channels: tuple[str, ...] = (CHANNEL,)) -> Any:
    """The rows held for these channels by table, and the same once they have been made anew from the logs."""
    from suivi.desk import project

    def held() -> dict[str, Counter[str]]:
        found: dict[str, Counter[str]] = {}
        for channel in channels:
            for table, rows in project.held_rows(channel).items():
                found[table] = found.get(table, Counter()) + rows
        return found

    project.project()
    before = held()
    project.rebuild()
    return before, held()


def size(*, log: str) -> int:
    """How many entries of a log are held."""
    from suivi.desk import entries

    return entries.log_size(log)


ORDERS = {
    "accept partner": accept_partner,
    "amend plan": amend_plan,
    "approve": approve,
    "ask to destroy": ask_to_destroy,
    "ask for return": ask_for_return,
    "assess": assess,
    "correct": correct,
    "describe": describe,
    "withdraw": withdraw,
    "attachment": attachment,
    "attest destruction": attest_destruction,
    "bundle": bundle,
    "bundle backwards": bundle_backwards,
    "consent": consent,
    "farewell": farewell,
    "mark": mark,
    "report in": report_in,
    "evidence": evidence,
    "channel pages": channel_pages,
    "charter succeeds": charter_succeeds,
    "concur": concur,
    "file report": file_report,
    "freshness": freshness,
    "file step": file_step,
    "file step twice": file_step_twice,
    "hand in": hand_in,
    "hand over": hand_over,
    "holds content": holds_content,
    "leave": leave,
    "closed review": closed_review,
    "look through": look_through,
    "mark restored": mark_restored,
    "propose minutes": propose_minutes,
    "report decision": report_decision,
    "open activity": open_activity,
    "open keys": open_keys,
    "pages": pages,
    "propose charter": propose_charter,
    "propose plan": propose_plan,
    "publish": publish,
    "pull": pull,
    "release": release,
    "report": report,
    "rows": rows,
    "search": search,
    "shared words": shared_words,
    "size": size,
    "sound": sound,
    "take in": take_in,
    "take in each": take_in_each,
    "write unruly": write_unruly,
    "take step": take_step,
    "told": told,
}
