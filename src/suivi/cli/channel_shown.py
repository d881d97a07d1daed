"""`suivi channel`: how the exchange with each partner stands, in words or as JSON; addresses, later words, farewell."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from suivi.cli import channel_words as words
from suivi.cli.desk import open_desk, prints_json
from suivi.cli.later_words import close, consent, mark
from suivi.cli.nodes import Folder, Format
from suivi.cli.online import address
from suivi.cli.refusals import spoken, terminal_language
from suivi.plan.words import on_day

if TYPE_CHECKING:
    from suivi.desk.pages import ChannelPage, DestructionShown, LogShown, PullShown, RefusedShown, SetAsideShown

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
    channel: Annotated[str, typer.Option(help="The channel (default: every one; as JSON the one in use).")] = "",
    format: Format = None,
) -> None:
    """What has gone each way, receipts, freshness, keys, what is set aside and why."""
    open_desk(data)
    from suivi.desk import queries, sign_in

    known = [person for person in sign_in.officers() if officer in ("", person.name)]
    if not known:
        raise typer.BadParameter(f"“{officer}” is no officer of this node", param_hint="--officer")
    page = queries.channel_page(known[0], language=terminal_language(), channel=channel)
    if prints_json(format):
        print(json.dumps(_facts(page), ensure_ascii=False))
        return
    print(_in_words(page))
    for name in () if channel else page.channels:
        if name != page.channel:
            other = queries.channel_page(known[0], language=terminal_language(), channel=name)
            print(f"\n{_in_words(other)}")


def _facts(page: "ChannelPage") -> dict[str, object]:
    return {
        "channel": page.channel,
        "channels": list(page.channels),
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
        "successor": page.successor,
        "disowned": [{"log": one.log, "seq": one.seq} for one in page.disowned],
        "more_disowned": page.more_disowned,
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
        return spoken(words.NONE_OPEN)
    lines = [spoken(words.NAMED, channel=page.channel, ceiling=page.ceiling)]
    lines += [] if page.whole else [spoken(words.NOT_WHOLE)]
    lines += [spoken(words.SUSPENDED)] if page.suspended else []
    lines += [spoken(words.SUCCEEDED, channel=page.successor)] if page.successor else []
    if page.still_to_ask:
        lines.append(spoken(words.RESTORED, parties=", ".join(party.code for party in page.still_to_ask)))
    lines += [spoken(words.CLOSED, party=one.party.code, seq=one.seq, reason=one.reason) for one in page.farewells]
    lines += [line for log in page.logs for line in _log_lines(log, counts=page.whole)]
    lines += [_pull_line(pull) for pull in page.pulls]
    lines += [spoken(words.WAITING, number=page.waiting)] if page.waiting else []
    lines += [spoken(words.SET_ASIDE, seq=one.seq, log=one.log, why=_why(one), code=one.code) for one in page.set_aside]
    lines += [spoken(words.MORE_ASIDE, number=page.more_set_aside)] if page.more_set_aside else []
    lines += [spoken(words.DISOWNED, seq=one.seq, log=one.log, code=one.code) for one in page.disowned]
    lines += [spoken(words.MORE_DISOWNED, number=page.more_disowned)] if page.more_disowned else []
    lines += [spoken(words.FLAGGED, seq=one.seq, log=one.log, why=_why(one), code=one.code) for one in page.flags]
    lines += [spoken(words.MORE_FLAGS, number=page.more_flags)] if page.more_flags else []
    lines += [_destruction_line(one) for one in page.destructions]
    lines += [
        spoken(words.EVIDENCE, number=one.number, at=f"{one.at:%Y-%m-%d}", code=one.code) for one in page.evidence
    ]
    lines += [_refused_line(one) for one in page.refused]
    return "\n".join(lines)


def _pull_line(pull: "PullShown") -> str:
    how = f"{spoken(pull.says)} [{pull.code}]" if pull.says else spoken(words.WELL)
    at, due = (f"{instant:%Y-%m-%d %H:%M}" for instant in (pull.pulled_at, pull.due_at))
    return spoken(words.PULLED, party=pull.party.code, at=at, how=how, due=due)


def _destruction_line(one: "DestructionShown") -> str:
    attested = ", ".join(party.code for party in one.attested) or spoken(words.NOBODY)
    held = words.STILL_HELD if one.held else words.GONE
    return spoken(words.TO_DESTROY, seq=one.seq, party=one.party.code, reason=one.reason, held=held, attested=attested)


def _why(one: "SetAsideShown") -> str:
    return f"{spoken(one.says)} {spoken(one.told)}" if one.told else spoken(one.says)


def _refused_line(one: "RefusedShown") -> str:
    return spoken(words.REFUSED, at=f"{one.at:%Y-%m-%d %H:%M}", code=one.code, why=one.told)


def _log_lines(log: "LogShown", *, counts: bool) -> list[str]:
    lines = [log.log]
    if counts:
        part = _share(log.acknowledged or 0, log.size)
        bar = "#" * part + "." * (_WIDE - part) if log.size else " " * _WIDE
        lines.append(f"  [{bar}] {spoken(words.ACKNOWLEDGED, part=log.acknowledged or 0, whole=log.size)}")
    if log.unacknowledged_days is not None:
        lines.append("  " + spoken(words.OLDEST, days=log.unacknowledged_days))
    if log.freshness:
        at = f" {log.fresh_at:%Y-%m-%d %H:%M} UTC" if log.fresh_at else ""
        lines.append("  " + spoken(words.SIGN_OF_LIFE, state=words.FRESHNESS[log.freshness], at=at))
    if log.address:
        lines.append("  " + spoken(words.PUBLISHES_AT, address=log.address))
    lines.append(
        "  " + spoken(words.KEY_LIST, number=log.key_list, issued=on_day(log.issued), fingerprint=log.fingerprint)
    )
    lines.append("  " + spoken(words.ROOTS, roots=log.roots, threshold=log.threshold))
    return lines + ["  " + words.key_line(key.role, key.key, key.begins, key.until) for key in log.keys]


_WIDE = 40


def _share(part: int, whole: int) -> int:
    return _WIDE * min(part, whole) // whole if whole else 0
