"""The desk's main acts without a browser: import, propose, concur, report, step, approve, release."""

import json
from pathlib import Path
from typing import Annotated

import typer

from suivi.cli.desk import clock, open_desk, prints_json, signed_in
from suivi.cli.nodes import Folder, Format

OfficerName = Annotated[str, typer.Option("--officer", help="Your name; the password is asked for, or SUIVI_PASSWORD.")]
Accounts = Annotated[list[str] | None, typer.Option(help="A text in one language, as en=…; @FILE reads a file.")]


def import_plan(
    files: Annotated[list[Path], typer.Argument(help="The text, or one file for each language version.")],
    plan: Annotated[str, typer.Option(help="The plan’s id, as canada-korea-2024.")],
    data: Folder,
    officer: OfficerName,
    titles: Annotated[Path | None, typer.Option(help="Working titles by id, as JSON.")] = None,
    agreed_on: Annotated[str, typer.Option(help="The day the plan was agreed.")] = "",
    format: Format = None,
) -> None:
    """Read a document, in one or more languages, into a draft on the desk."""
    octets = [(file.name, _read(file), "") for file in files]
    named = _titles(titles)
    open_desk(data)
    from suivi.desk.actions import plans

    person, _ = signed_in(officer)
    draft = plans.read_document(person, files=octets, plan=plan, agreed_on=agreed_on, titles=named, at=clock())
    _say(format, {"draft": draft, "plan": plan}, f"Draft {draft} of {plan}. Next: suivi propose {draft} --data {data}")


def settle(
    draft: Annotated[str, typer.Argument(help="The number of the draft.")],
    commitment: Annotated[str, typer.Argument(help="The id of the commitment.")],
    decision: Annotated[str, typer.Argument(help="accept, kind, mode, split, merge or not-a-commitment.")],
    data: Folder,
    officer: OfficerName,
    value: Annotated[str, typer.Option(help="The kind, the mode, or the offset to split at.")] = "",
) -> None:
    """Settle a doubt of a draft."""
    open_desk(data)
    from suivi.desk.actions import plans

    person, _ = signed_in(officer)
    plans.settle(person, draft=draft, commitment=commitment, decision=decision, value=value, at=clock())
    print(f"Settled: {commitment} {decision} {value}".rstrip())


def propose(
    draft: Annotated[str, typer.Argument(help="The number of the draft.")],
    data: Folder,
    officer: OfficerName,
    channel: Annotated[str, typer.Option(help="The channel (default: the only one).")] = "",
    marking: Annotated[str, typer.Option(help="CLEAR, GREEN, AMBER … (default: AMBER, or a lower ceiling).")] = "",
    format: Format = None,
) -> None:
    """Propose a draft as a joint text: cuts the ticket that two officers approve."""
    open_desk(data)
    from suivi.desk.actions import plans

    person, _ = signed_in(officer)
    _say_ticket(format, plans.propose(person, draft=draft, channel=channel, tlp=marking, at=clock()), data)


def concur(
    data: Folder,
    officer: OfficerName,
    leaf: Annotated[str, typer.Argument(help="The joint text (default: the only one that waits for us).")] = "",
    decline: Annotated[bool, typer.Option(help="Decline instead.")] = False,
    withdraw: Annotated[bool, typer.Option(help="Take our word back instead.")] = False,
    reason: Annotated[str, typer.Option(help="Why, when declining or withdrawing.")] = "",
    format: Format = None,
) -> None:
    """Concur in a joint text: cuts the ticket that two officers approve."""
    open_desk(data)
    from suivi.desk import queries
    from suivi.desk.actions import joint

    person, _ = signed_in(officer)
    act = joint.decline if decline else joint.withdraw if withdraw else joint.concur
    ticket = act(person, leaf=leaf or queries.joint_text_waiting(person), reason=reason, at=clock())
    _say_ticket(format, ticket, data)


def report(
    plan: Annotated[str, typer.Argument(help="The plan.")],
    provision: Annotated[str, typer.Argument(help="The commitment, as P1.I3.")],
    stage: Annotated[str, typer.Option(help="mentioned, planned, under-way, done or stopped.")],
    on: Annotated[str, typer.Option(help="The day it states, as 2026-05-15.")],
    account: Accounts,
    data: Folder,
    officer: OfficerName,
    until: Annotated[str, typer.Option(help="The last day, where it lasted.")] = "",
    next: Accounts = None,
    reason: Annotated[str, typer.Option(help="Why late or stopped.")] = "",
    marking: Annotated[
        str, typer.Option(help="CLEAR, GREEN, AMBER, AMBER+STRICT or RED; national values as AMBER // PROTECTED A.")
    ] = "AMBER",
    format: Format = None,
) -> None:
    """File a report on a commitment: cuts the ticket that two officers approve."""
    texts, steps = _by_language(account), _by_language(next)
    open_desk(data)
    from suivi.desk.actions import reports

    person, _ = signed_in(officer)
    ticket = reports.file(
        person,
        plan=plan,
        provision=provision,
        stage=stage,
        account=texts,
        on=on,
        until=until or None,
        next=steps or None,
        reason=reason or None,
        marking={"tlp": marking},
        at=clock(),
    )
    _say_ticket(format, ticket, data)


def correct(
    report: Annotated[str, typer.Argument(help="The id of our report, as “suivi register” prints it.")],
    data: Folder,
    officer: OfficerName,
    stage: Annotated[str, typer.Option(help="mentioned, planned, under-way, done or stopped.")] = "",
    on: Annotated[str, typer.Option(help="The day it states.")] = "",
    until: Annotated[str, typer.Option(help="The last day, where it lasted.")] = "",
    reason: Annotated[str, typer.Option(help="Why late or stopped.")] = "",
    account: Accounts = None,
    withdraw: Annotated[str, typer.Option(help="Withdraw the report instead, for this reason code.")] = "",
    format: Format = None,
) -> None:
    """Correct our own released report by a later record, or withdraw it; what is not given stays as it was."""
    texts = _by_language(account)
    open_desk(data)
    from suivi.desk import access
    from suivi.desk.actions import reports

    person, _ = signed_in(officer)
    if withdraw:
        ticket = reports.withdraw(person, report=report, reason=withdraw, at=clock())
    else:
        *_, before = access.own_account_for(person, report)
        ticket = reports.correct(
            person,
            report=report,
            stage=stage or before.stage.value,
            account={**before.account, **texts},
            on=on or before.on,
            until=until or before.until,
            next=before.next,
            reason=reason or before.reason,
            at=clock(),
        )
    _say_ticket(format, ticket, data)


def activity(
    plan: Annotated[str, typer.Argument(help="The plan.")],
    provision: Annotated[str, typer.Argument(help="The commitment.")],
    mode: Annotated[str, typer.Argument(help="The kind of cooperation, by the code in the table of modes.")],
    data: Folder,
    officer: OfficerName,
    title: Annotated[
        list[str] | None, typer.Option(help="en=text, fr=…, ko=…: which one it is, where there are several.")
    ] = None,
    format: Format = None,
) -> None:
    """Open an activity under a commitment: cuts the ticket that two officers approve."""
    titles = _by_language(title)
    open_desk(data)
    from suivi.desk.actions import activities

    person, _ = signed_in(officer)
    ticket = activities.open(person, plan=plan, provision=provision, mode=mode, titles=titles, at=clock())
    _say_ticket(format, ticket, data)


def step(
    activity: Annotated[str, typer.Argument(help="The activity’s id, as “suivi register” prints it.")],
    name: Annotated[str, typer.Argument(help="The step.")],
    data: Folder,
    officer: OfficerName,
    detail: Annotated[list[str] | None, typer.Option(help="name=value, or name.en=text for prose.")] = None,
    on: Annotated[str, typer.Option(help="The day it happened.")] = "",
    basis: Annotated[str, typer.Option(help="presumed or press: what it rests on, if not our own word.")] = "",
    lent: Annotated[list[str] | None, typer.Option(help="A detail that nobody has published, by its name.")] = None,
    format: Format = None,
) -> None:
    """Take a step in an activity, or propose it where all parties must agree."""
    details = _details(detail or [])
    open_desk(data)
    from suivi.desk.actions import activities

    person, _ = signed_in(officer)
    ticket = activities.take_step(
        person, activity=activity, step=name, details=details, on=on, basis=basis, lent=lent or [], at=clock()
    )
    _say_ticket(format, ticket, data)


def tickets(data: Folder, officer: OfficerName, format: Format = None) -> None:
    """List what waits to leave."""
    open_desk(data)
    import sys

    from suivi.desk import queries

    person, _ = signed_in(officer)
    lines = queries.tickets(person, size=sys.maxsize - 1).waiting
    waiting = [
        {"ticket": line.id, "kind": line.kind.code, "state": line.state, "approvals": len(line.approvals)}
        for line in lines
    ]
    text = "\n".join(f"{line.id[:16]}  {line.kind.code}  {line.state}" for line in lines)
    _say(format, waiting, text or "Nothing waits to leave.")


def approve(
    ticket: Annotated[str, typer.Argument(help="The ticket, or its first eight or more digits.")],
    data: Folder,
    officer: OfficerName,
) -> None:
    """Approve the exact bytes of a ticket."""
    open_desk(data)
    from suivi.desk.actions import releases

    person, password = signed_in(officer)
    releases.approve(person, ticket=ticket, password=password, at=clock())
    print(f"Approved by {person.name}: {ticket}")


def release(
    ticket: Annotated[str, typer.Argument(help="The ticket, or its first eight or more digits.")],
    data: Folder,
    officer: OfficerName,
    format: Format = None,
) -> None:
    """Put the approved bytes of a ticket in our shared log."""
    open_desk(data)
    from suivi.desk.actions import releases

    person, _ = signed_in(officer)
    placed = releases.release(person, ticket=ticket, at=clock())
    facts = {"log": placed.log, "seq": placed.seq, "leaf": placed.leaf.hex(), "id": placed.id}
    _say(format, facts, f"Released: entry {placed.seq} of {placed.log}.")


def _say_ticket(format: str | None, ticket: str, data: Path) -> None:
    text = (
        f"Ticket {ticket}\nNext: suivi approve {ticket[:16]} --data {data} --officer NAME, twice, then suivi release."
    )
    _say(format, {"ticket": ticket}, text)


def _say(format: str | None, facts: object, text: str) -> None:
    print(json.dumps(facts, ensure_ascii=False) if prints_json(format) else text)


def _by_language(values: list[str] | None) -> dict[str, str]:
    texts: dict[str, str] = {}
    for value in values or []:
        language, sign, text = value.partition("=")
        if not sign or len(language) != 2:
            raise typer.BadParameter(f"“{value[:40]}” must begin with a language, as en=…")
        texts[language] = _characters(Path(text[1:])) if text.startswith("@") else text
    return texts


def _characters(file: Path) -> str:
    try:
        return _read(file).decode("utf-8")
    except UnicodeDecodeError:
        raise typer.BadParameter(f"“{file}” is not text in UTF-8") from None


def _details(values: list[str]) -> dict[str, str | dict[str, str]]:
    details: dict[str, str | dict[str, str]] = {}
    for value in values:
        name, sign, text = value.partition("=")
        name, dot, language = name.partition(".")
        if not sign:
            raise typer.BadParameter(f"“{value[:40]}” must be name=value", param_hint="--detail")
        if not dot:
            details[name] = text
            continue
        prose = details.setdefault(name, {})
        if isinstance(prose, str):
            raise typer.BadParameter(f"“{name}” is given both plain and by language", param_hint="--detail")
        prose[language] = text
    return details


def _titles(file: Path | None) -> dict[str, dict[str, str]]:
    if file is None:
        return {}
    try:
        titles = json.loads(_read(file))
    except ValueError as error:
        raise typer.BadParameter(f"“{file}” is not JSON: {error}", param_hint="--titles") from None
    if not isinstance(titles, dict):
        raise typer.BadParameter(f"“{file}” must map ids to titles by language", param_hint="--titles")
    return titles


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"“{file}” cannot be read: {error.strerror}") from None


def make_public(
    data: Folder,
    officer: OfficerName,
    channel: Annotated[str, typer.Option(help="The channel (default: the only one).")] = "",
    seq: Annotated[list[int] | None, typer.Option(help="An entry of ours in the channel; may be repeated.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="All that is not public yet.")] = False,
    format: Format = None,
) -> None:
    """List what of ours is not public yet; with --seq or --all, cut the tickets that two officers approve."""
    open_desk(data)
    from suivi.desk import access
    from suivi.desk.actions import publication

    person, _ = signed_in(officer)
    name = channel or next(iter(access.channels_for(person)), "")
    ours, texts = publication.not_yet_public(person, name)
    chosen = [entry for entry in ours if everything or entry.seq in (seq or ())]
    plans = [text for text in texts if everything and text.proposed.kind in ("plan.adopted", "plan.amended")]
    later = [text for text in texts if everything and text not in plans]
    at = clock()
    tickets = [publication.publish_joint(person, leaf=text.leaf.hex(), at=at) for text in plans]
    tickets += [publication.publish(person, channel=name, seq=entry.seq, at=at) for entry in chosen]
    tickets += [publication.publish_joint(person, leaf=text.leaf.hex(), at=at) for text in later]
    waiting = [
        {"seq": entry.seq, "type": entry.header.type, "subject": entry.header.subject} for entry in ours if entry.header
    ]
    lines = [f"{one['seq']:>6}  {one['type']}  {one['subject']}" for one in waiting]
    lines += [f"  text  {text.proposed.kind}  {text.leaf.hex()[:16]}" for text in texts]
    said = "\n".join(lines) or "Everything of ours is public."
    if tickets:
        said = "\n".join(
            [
                *(f"Ticket {one}" for one in tickets),
                f"Next: two officers approve, then suivi release TICKET --data {data}",
            ]
        )
    _say(format, {"channel": name, "not_yet_public": waiting, "tickets": tickets}, said)
