"""Files between capitals: handed over, taken in, verified; and the logs verified."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from suivi.cli import exchange_words as words
from suivi.cli.desk import clock, open_desk, prints_json
from suivi.cli.files import write_whole
from suivi.cli.nodes import Folder, Format
from suivi.cli.refusals import SET_ASIDE, spoken, verified_or_exit
from suivi.exchange.faults import FAULTS

if TYPE_CHECKING:
    from suivi.exchange.effect import Effect
    from suivi.exchange.verify import Verified

log = typer.Typer(add_completion=False, pretty_exceptions_enable=False, no_args_is_help=True)


def hand_over(
    data: Folder,
    output: Annotated[Path, typer.Option("--output", "-o", help="Where to write the file.")],
    to: Annotated[str, typer.Option(help="The party it is for (default: the partner).")] = "",
    channel: Annotated[str, typer.Option(help="The channel (default: the only one).")] = "",
    from_start: Annotated[
        bool, typer.Option(help="Begin at entry 0, as a partner asks that has lost its place.")
    ] = False,
    log_of: Annotated[
        str, typer.Option(help="Our copy of this party’s log instead of ours, so that it can restore.")
    ] = "",
    format: Format = None,
) -> None:
    """Write the file for the partner: what is released and it has not stated to hold."""
    open_desk(data)
    from suivi.desk.actions import channel as channels

    name, octets = channels.hand_over_file(channel=channel, to=to, from_start=from_start, log_of=log_of)
    write_whole(output, octets)
    facts = {"file": str(output), "bytes": len(octets), "name": name}
    print(json.dumps(facts) if prints_json(format) else spoken(words.WRITTEN, file=output, octets=len(octets)))


def take_in(
    file: Annotated[Path, typer.Argument(help="The file the partner handed over.")],
    data: Folder,
    format: Format = None,
) -> None:
    """Verify a partner's file and take all of it in, or nothing."""
    _readable(file)
    open_desk(data)
    from suivi.desk.actions import channel as channels

    opened: list[BinaryIO] = []

    def from_the_beginning() -> BinaryIO:
        opened.append(file.open("rb"))
        return opened[-1]

    try:
        effect = channels.take_in_file(from_the_beginning, at=clock())
    finally:
        for stream in opened:
            stream.close()
    told = channels.sentences(effect)
    if prints_json(format):
        print(json.dumps(_effect_facts(effect), ensure_ascii=False))
    else:
        for said in told:
            print(spoken(said))
    if effect.set_aside:
        raise SystemExit(SET_ASIDE)


def _effect_facts(effect: "Effect") -> dict[str, object]:
    return {
        "outcome": effect.outcome.value,
        "log": effect.taken.origin,
        "new": len(effect.taken.lines),
        "size": effect.taken.size,
        "set_aside": [{"log": one.log, "seq": one.seq, "code": one.code} for one in effect.set_aside],
        "waiting": [{"log": one.log, "seq": one.seq, "code": one.code} for one in effect.waiting],
        "missing": [one.sha256 for one in effect.missing],
    }


def verify(
    file: Annotated[Path, typer.Argument(help="A file handed over, or evidence.")],
    format: Format = None,
) -> None:
    """Verify a file offline: no node, nothing changed; what could not be checked is named."""
    _readable(file)
    with file.open("rb") as stream:
        begins = stream.read(1)
    if begins == b"{":
        _verify_evidence(file, format)
        return
    from suivi.exchange.verify import verify_bundle

    with file.open("rb") as stream:
        verified = verify_bundle(stream)
    facts = {
        "log": verified.log,
        "by": verified.by,
        "to": list(verified.to),
        "from": verified.from_size,
        "size": verified.size,
        "root": verified.root.hex(),
        "fingerprint": verified.fingerprint,
        "entries": verified.lines,
        "attachments": verified.blobs,
        "set_aside": {str(seq): fault.code for seq, fault in verified.flawed.items()},
        "absent": list(verified.absent),
        "missing": list(verified.missing),
        "unchecked": [one.name.lower() for one in verified.unchecked],
    }
    if prints_json(format):
        print(json.dumps(facts, ensure_ascii=False))
        return
    _say_verified(verified)


def _say_verified(verified: "Verified") -> None:
    root = verified.root.hex()
    if verified.from_size == verified.size:
        print(spoken(words.VERIFIED_EMPTY, log=verified.log, size=verified.size, root=root))
    else:
        last = verified.size - 1
        print(spoken(words.VERIFIED, first=verified.from_size, last=last, log=verified.log, root=root))
    print(spoken(words.ADDRESSED, to=", ".join(verified.to), by=verified.by.split("/")[1]))
    if verified.fingerprint:
        print(spoken(words.RESTS_ON, fingerprint=_groups(verified.fingerprint)))
    for seq, fault in verified.flawed.items():
        print(spoken(words.FLAWED, seq=seq, why=FAULTS[fault.code].says, code=fault.code))
    for seq in verified.absent:
        print(spoken(words.ABSENT, seq=seq))
    for digest in verified.missing:
        print(spoken(words.NO_ATTACHMENT, digest=digest))
    for one in verified.unchecked:
        print(spoken(words.UNCHECKED, what=one.value))


def _groups(fingerprint: str) -> str:
    """A fingerprint as people read it to each other: 16 groups of four."""
    return " ".join(fingerprint[place : place + 4] for place in range(0, len(fingerprint), 4))


def _verify_evidence(file: Path, format: str | None) -> None:
    from suivi.exchange.evidence import verify_evidence

    verdict = verify_evidence(file.read_bytes())
    if verdict.flaw is not None:
        verified_or_exit(False, spoken(words.PROVES_NOTHING, error=verdict.error, flaw=verdict.flaw.code))
    if prints_json(format):
        print(json.dumps({"proves": verdict.error, "fingerprint": verdict.fingerprint}))
        return
    known = FAULTS.get(verdict.error)
    says = known.says if known else ""
    print(spoken(words.PROVEN, error=verdict.error, says=says, fingerprint=_groups(verdict.fingerprint or "")))


def _readable(file: Path) -> None:
    if not file.is_file():
        raise typer.BadParameter(f"“{file}” is not a file", param_hint="FILE")


@log.command("verify")
def log_verify(data: Folder, format: Format = None) -> None:
    """Recompute every entry, root and signature of every log held; exit 3 and say where if anything is unsound."""
    open_desk(data)
    from suivi.desk.verification import verify_logs

    findings = verify_logs()
    if prints_json(format):
        print(json.dumps([finding.value() for finding in findings], ensure_ascii=False))
    else:
        for finding in findings:
            print(f"{spoken(words.SOUND if finding.sound else words.UNSOUND)} {spoken(finding.says)}")
    verified_or_exit(all(finding.sound for finding in findings), spoken(words.NOT_ALL_SOUND))


@log.callback()
def _log() -> None:
    """The logs this node holds."""


def evidence(
    data: Folder,
    number: Annotated[int | None, typer.Argument(help="Which proof (default: list them).")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Where to write it.")] = None,
    format: Format = None,
) -> None:
    """The proofs that a log contradicts itself, as files that a stranger can verify: suivi verify FILE."""
    open_desk(data)
    from suivi.desk import entries

    kept = [(name, proof) for name in entries.opened() for proof in entries.proofs(name)]
    if number is None:
        facts = [{"number": proof.number, "channel": name, "code": proof.code} for name, proof in kept]
        lines = [
            spoken(words.EVIDENCE, number=proof.number, code=proof.code, channel=name, at=f"{proof.at:%Y-%m-%d %H:%M}")
            for name, proof in kept
        ]
        print(json.dumps(facts) if prints_json(format) else "\n".join(lines) or spoken(words.NO_EVIDENCE))
        return
    found = [proof for _, proof in kept if proof.number == number]
    if not found or output is None:
        raise typer.BadParameter("give the number of a proof that is kept, and -o FILE", param_hint="NUMBER")
    write_whole(output, found[0].octets)
    octets = len(found[0].octets)
    print(
        json.dumps({"file": str(output)}) if prints_json(format) else spoken(words.WRITTEN, file=output, octets=octets)
    )
