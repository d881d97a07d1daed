"""`suivi channel`: how the exchange with each partner stands, in words or as JSON; addresses, later words, farewell."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from suivi.cli.desk import open_desk, prints_json
from suivi.cli.later_words import close, consent, mark
from suivi.cli.nodes import Folder, Format
from suivi.cli.online import address

if TYPE_CHECKING:
    from suivi.desk.pages import ChannelPage, LogShown

channel = typer.Typer(add_completion=False, pretty_exceptions_enable=False, no_args_is_help=True)
channel.command("address")(address)
channel.command("mark")(mark)
channel.command("consent")(consent)
channel.command("close")(close)


@channel.callback()
def _channel() -> None:
    """How the exchange with each partner stands, and where they publish."""


@channel.command("show")
def show(
    data: Folder,
    officer: Annotated[str, typer.Option(help="In whose name to look (default: the first officer).")] = "",
    format: Format = None,
) -> None:
    """What has gone each way, receipts, freshness, keys, what is set aside and why."""
    open_desk(data)
    from suivi.desk import queries, sign_in

    known = [person for person in sign_in.officers() if officer in ("", person.name)]
    if not known:
        raise typer.BadParameter(f"“{officer}” is no officer of this node", param_hint="--officer")
    page = queries.channel_page(known[0], language="en")
    print(json.dumps(_facts(page), ensure_ascii=False) if prints_json(format) else _in_words(page))


def _facts(page: "ChannelPage") -> dict[str, object]:
    return {
        "channel": page.channel,
        "ceiling": page.ceiling,
        "suspended": page.suspended,
        "still_to_ask": [party.code for party in page.still_to_ask],
        "waiting": page.waiting,
        "logs": [
            {
                "log": log.log,
                "size": log.size,
                "root": log.root,
                "acknowledged": log.acknowledged,
                "unacknowledged_days": log.unacknowledged_days,
                "freshness": log.freshness,
                "fresh_at": log.fresh_at.isoformat() if log.fresh_at else None,
                "key_list": log.key_list,
                "fingerprint": log.fingerprint,
                "roots": log.roots,
                "threshold": log.threshold,
                "keys": [
                    {"role": key.role, "key": key.key, "from": key.begins, "until": key.until} for key in log.keys
                ],
                "address": log.address,
            }
            for log in page.logs
        ],
        "pulls": [
            {
                "party": pull.party.code,
                "at": pull.pulled_at.isoformat(),
                "code": pull.code,
                "due": pull.due_at.isoformat(),
            }
            for pull in page.pulls
        ],
        "farewells": [{"party": said.party.code, "seq": said.seq, "reason": said.reason} for said in page.farewells],
        "set_aside": [{"log": one.log, "seq": one.seq, "code": one.code} for one in page.set_aside],
        "more_set_aside": page.more_set_aside,
        "flags": [{"log": one.log, "seq": one.seq, "code": one.code, "detail": one.detail} for one in page.flags],
        "more_flags": page.more_flags,
        "destructions": [
            {"party": one.party.code, "seq": one.seq, "attested": [party.code for party in one.attested]}
            for one in page.destructions
        ],
        "refused": [{"at": one.at.isoformat(), "code": one.code, "sentence": one.sentence} for one in page.refused],
        "evidence": [{"number": one.number, "code": one.code, "at": one.at.isoformat()} for one in page.evidence],
    }


def _in_words(page: "ChannelPage") -> str:
    if page.channel is None:
        return "No channel is open. Open one with: suivi init-channel"
    lines = [f"Channel {page.channel}, at most {page.ceiling}."]
    if not page.whole:
        lines.append("What it holds is shown to whoever is cleared for all it may carry.")
    if page.suspended:
        lines.append("SUSPENDED: two histories were proven; see suivi evidence.")
    if page.still_to_ask:
        lines.append("RESTORED: nothing is signed before suivi reconcile.")
    lines += [f"CLOSED by {said.party.code} with entry {said.seq} [{said.reason}]." for said in page.farewells]
    lines += [line for log in page.logs for line in _log_lines(log, counts=page.whole)]
    lines += [
        f"Last pull from {pull.party.code} {pull.pulled_at:%Y-%m-%d %H:%M} UTC: {pull.code or 'well'}; "
        f"next {pull.due_at:%Y-%m-%d %H:%M} UTC."
        for pull in page.pulls
    ]
    lines += [f"Set aside: entry {one.seq} of {one.log}: {one.says.en} [{one.code}]" for one in page.set_aside]
    lines += [f"Set aside as well: {page.more_set_aside} earlier entries."] if page.more_set_aside else []
    lines += [f"To be looked at: entry {one.seq} of {one.log}: {one.says.en} [{one.code}]" for one in page.flags]
    lines += [f"Not shown: {page.more_flags} earlier warnings."] if page.more_flags else []
    lines += [
        f"To be destroyed: entry {one.seq} of {one.party.code} [{one.reason}]: "
        f"{'STILL HELD HERE' if one.held else 'destroyed here'}; "
        f"attested by {', '.join(party.code for party in one.attested) or 'nobody yet'}."
        for one in page.destructions
    ]
    lines += [
        f"Evidence {one.number} of {one.at:%Y-%m-%d} [{one.code}]: suivi evidence --help tells how to give it away."
        for one in page.evidence
    ]
    lines += [f"Refused {one.at:%Y-%m-%d %H:%M} UTC [{one.code}]: {one.sentence}" for one in page.refused]
    return "\n".join(lines)


def _log_lines(log: "LogShown", *, counts: bool) -> list[str]:
    bar = "#" * _share(log.acknowledged or 0, log.size) + "." * (_WIDE - _share(log.acknowledged or 0, log.size))
    lines = [log.log]
    if counts:
        lines.append(f"  [{bar if log.size else ' ' * _WIDE}] {log.acknowledged or 0} of {log.size} acknowledged")
    if log.unacknowledged_days is not None:
        lines.append(f"  the oldest without a receipt has waited {log.unacknowledged_days} days [receipt.missing]")
    if log.freshness:
        at = f" {log.fresh_at:%Y-%m-%d %H:%M} UTC" if log.fresh_at else ""
        lines.append(f"  sign of life: {log.freshness}{at}")
    lines.append(f"  key list {log.key_list}, first fingerprint {log.fingerprint}")
    lines.append(f"  root keys {log.roots}, of which {log.threshold} have to sign")
    lines += [
        f"  {key.role} key {key.key}… from size {key.begins} "
        + ("on" if key.until is None else f"to {key.until}, then no more")
        for key in log.keys
    ]
    return lines


_WIDE = 40


def _share(part: int, whole: int) -> int:
    return _WIDE * min(part, whole) // whole if whole else 0
