"""Recovering a node: compared with its partners' copies before it signs again, and the drill that rehearses it."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from suivi.cli import exchange_words as words
from suivi.cli.desk import clock, open_desk, prints_json
from suivi.cli.nodes import Folder, Format
from suivi.cli.refusals import REFUSED, exit_code_of, spoken, tell
from suivi.plan.refusal import Refusal

if TYPE_CHECKING:
    from suivi.desk.actions.recovery import Recovered
    from suivi.log.tar import Stream


def reconcile(
    data: Folder,
    file: Annotated[Path | None, typer.Argument(help="The partner’s copy of our log, as it handed it over.")] = None,
    channel: Annotated[str, typer.Option(help="The channel (default: every one this node has).")] = "",
    party: Annotated[str, typer.Option(help="The partner whose word is entered with --size and --root.")] = "",
    size: Annotated[int | None, typer.Option(help="How many of our entries its last receipt covers.")] = None,
    root: Annotated[str, typer.Option(help="The root its last receipt states, 64 hex digits.")] = "",
    look: Annotated[
        bool, typer.Option("--look", help="Only look, and take nothing back: what the desk does at each start.")
    ] = False,
    format: Format = None,
) -> None:
    """Compare our logs with the partners' copies, and take back what only they hold; then the node may sign again.

    Without a file it asks every partner online, and looks at what we have published ourselves.
    """
    open_desk(data)
    from suivi.desk import entries

    if look:
        _look(format)
        return
    if size is not None:
        _by_word(channel, party, size, root, format)
        return
    if file is not None:
        _by_file(file, format)
        return
    codes = [_online(name, format) for name in ([channel] if channel else entries.opened())]
    raise SystemExit(max(codes, default=0))


def _look(format: str | None) -> None:
    """Ask every partner which state of our logs it holds; exit 3 where one contradicts our tables."""
    from suivi.desk.actions import starting

    looked = [*starting.look_at_own(at=clock()), *starting.ask_partners(at=clock())]
    if prints_json(format):
        print(json.dumps([asdict(one) for one in looked]))
    for one in () if prints_json(format) else looked:
        says = words.SILENT if one.theirs is None else words.LOOKED
        stop = f" {spoken(words.STOP)} [{one.code}]" if one.code else ""
        print(spoken(says, log=one.log, memory=one.memory, theirs=one.theirs, ours=one.ours) + stop)
    if any(one.code for one in looked):
        raise SystemExit(REFUSED)


def drill(
    backup: Annotated[Path, typer.Argument(help="What suivi backup wrote, or a folder of this node as it was copied.")],
    data: Folder,
    keys: Annotated[Path | None, typer.Option(help="The folder of the signing keys, if they are not in it.")] = None,
    copy: Annotated[
        list[Path] | None, typer.Option(help="A partner’s copy of our log as a file, one option for each.")
    ] = None,
    within: Annotated[float, typer.Option(help="How many minutes the drill may take.")] = 15,
    format: Format = None,
) -> None:
    """Rehearse a restoration in a copy: it must refuse to sign, take everything back, and be sound. Nothing is signed.

    The node itself is not touched; its addresses of partners are used, and the files named with --copy.
    """
    import tempfile
    import time

    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="suivi-drill-") as place:
        rehearsal = Path(place) / "node"
        _lay_out(backup, rehearsal, keys)
        _lend_addresses(data, rehearsal)
        open_desk(rehearsal)
        facts = _rehearsed(copy or [])
    minutes = (time.monotonic() - began) / 60
    facts["minutes"] = round(minutes, 2)
    good = facts["refused_before"] is True and facts["good"] is True and minutes <= within
    if prints_json(format):
        print(json.dumps(facts))
    else:
        _say_drill(facts)
    if not good:
        raise SystemExit(REFUSED)


def _lay_out(backup: Path, rehearsal: Path, keys: Path | None) -> None:
    """A node of its own made of the backup, with its tables in a file: no database in use is ever opened for it."""
    import os
    import shutil
    from dataclasses import replace

    from suivi.desk import unpacking
    from suivi.desk.database import VARIABLE
    from suivi.desk.node import DATABASE_NAME, SETTINGS_NAME, read_node, settings_text

    if backup.is_dir():
        shutil.copytree(backup, rehearsal)
        if not (rehearsal / DATABASE_NAME).exists():
            raise typer.BadParameter(f"“{backup}” holds no {DATABASE_NAME}; take a backup with: suivi backup")
        alone = settings_text(replace(read_node(rehearsal), database_address=""))
        (rehearsal / SETTINGS_NAME).write_text(alone, encoding="utf-8")
    else:
        unpacking.unpack(backup, rehearsal)
    os.environ.pop(VARIABLE, None)
    if keys is not None:
        shutil.copytree(keys, rehearsal / "keys", dirs_exist_ok=True)
    if not (rehearsal / "keys").is_dir():
        raise typer.BadParameter("the backup holds no signing keys; name the folder of their copy", param_hint="--keys")


def _lend_addresses(data: Path, rehearsal: Path) -> None:
    import shutil

    from suivi.desk.partners import FILE_NAME, PUBLISHED_NAME, read_addresses

    shutil.rmtree(rehearsal / PUBLISHED_NAME, ignore_errors=True)  # it publishes nothing and trusts no old copy
    (rehearsal / FILE_NAME).unlink(missing_ok=True)
    from suivi.desk.partners import keep_partner

    for partner in read_addresses(data).partners:
        keep_partner(rehearsal, partner)


def _rehearsed(copies: Sequence[Path]) -> dict[str, object]:
    """What the rehearsal shows: it refuses to sign, takes back what its partners hold, and is sound afterwards."""
    from django.core.management import call_command

    from suivi.desk import entries, reconcile
    from suivi.desk.actions import pulling, recovery
    from suivi.desk.verification import verify_logs
    from suivi.plan.channel import origin_of

    call_command("migrate", verbosity=0, interactive=False)
    node = entries.own_node()
    reconcile.mark_restored(node.folder, at=clock())
    files = {channel: [file for file in copies if _channel_of(file) == channel] for channel in entries.opened()}
    names = [name for name in entries.opened() if pulling.partners_of(name) or files[name]]
    refused = all(_refuses_to_sign(name) for name in names)
    channels = []
    for name in names:
        back = [
            *_compared_online(name),
            *(recovery.compare_file(name, _opened(file), at=clock()) for file in files[name]),
        ]
        own = origin_of(node.party, name)
        sound = all(finding.sound for finding in verify_logs() if finding.place == own)
        taken = sum(one.taken_back for one in back)
        channels.append({"channel": name, "taken_back": taken, "size": entries.log_size(own), "sound": sound})
    good = bool(channels) and all(one["sound"] for one in channels) and not any(map(_refuses_to_sign, names))
    return {"refused_before": bool(names) and refused, "channels": channels, "good": good}


def _compared_online(channel: str) -> "Iterator[Recovered]":
    """The copies of partners who answer; of one who does not it is told, and a file may stand in for him."""
    from suivi.desk.actions import pulling, recovery

    for partner in pulling.partners_of(channel):
        try:
            yield recovery.compare_online(channel, partner.party, at=clock())
        except Refusal as refusal:
            tell(refusal)


def _opened(file: Path) -> "Callable[[], Stream]":
    return lambda: file.open("rb")


def _channel_of(file: Path) -> str:
    """The channel of a partner’s copy of our log."""
    from suivi.exchange.take_in import check
    from suivi.log.bundle import read_bundle

    if not file.is_file():
        raise typer.BadParameter(f"“{file}” is not a file", param_hint="FILE")
    with check(3), file.open("rb") as stream:
        return read_bundle(stream).note.log.split("/")[2]


def _refuses_to_sign(channel: str) -> bool:
    from suivi.desk import entries
    from suivi.exchange.faults import Refused

    try:
        entries.own_signers(channel)
    except Refused:
        return True
    return False


def _say_drill(facts: dict[str, object]) -> None:
    print(spoken(words.REFUSED_FIRST if facts["refused_before"] else words.DID_NOT_REFUSE))
    channels = facts["channels"]
    assert isinstance(channels, list)
    for one in channels:
        state = spoken(words.SOUND if one["sound"] else words.UNSOUND).strip()
        print(spoken(words.DRILLED, channel=one["channel"], taken=one["taken_back"], size=one["size"], state=state))
    if not facts["good"]:
        print(spoken(words.DRILL_FAILED))
    print(spoken(words.DRILL_TOOK, minutes=facts["minutes"]))


def _by_word(channel: str, party: str, size: int, root: str, format: str | None) -> None:
    from suivi.desk import entries, registers
    from suivi.desk.actions import recovery

    name = channel or registers.current(entries.channels())
    if len(root) != 64 or set(root) - set("0123456789abcdef"):
        raise typer.BadParameter("a root is 64 hex digits, as the receipt states it", param_hint="--root")
    if party not in entries.parties(name) or party == entries.own_node().party:
        raise typer.BadParameter(f"“{party}” is no partner in {name}", param_hint="--party")
    _say(name, recovery.compare_words(name, party, size=size, root=bytes.fromhex(root), at=clock()), format)


def _by_file(file: Path, format: str | None) -> None:
    from suivi.desk.actions import recovery

    name = _channel_of(file)
    _say(name, recovery.compare_file(name, _opened(file), at=clock()), format)


def _online(channel: str, format: str | None) -> int:
    from suivi.desk import entries
    from suivi.desk.actions import pulling, recovery

    code = 0
    ours = recovery.compare_published(channel, at=clock())
    if ours is not None:
        _say(channel, ours, format)
    for partner in pulling.partners_of(channel):
        try:
            _say(channel, recovery.compare_online(channel, partner.party, at=clock()), format)
        except Refusal as refusal:
            tell(refusal)
            code = max(code, exit_code_of(refusal))
    missing = recovery.partners_still_to_ask(channel)
    if missing:
        own = entries.own_node().party
        print(spoken(words.STILL_TO_COMPARE, channel=channel, parties=", ".join(missing), own=own))
        code = max(code, REFUSED)
    return code


def _say(channel: str, recovered: "Recovered", format: str | None) -> None:
    from suivi.desk.actions import recovery

    comparison = recovered.comparison
    if prints_json(format):
        facts = {
            "channel": channel,
            "with": recovered.partner,
            "ours": comparison.ours,
            "theirs": comparison.theirs,
            "agreement": comparison.agreement.value,
            "taken_back": recovered.taken_back,
            "may_sign": not recovery.partners_still_to_ask(channel),
        }
        print(json.dumps(facts))
        return
    counts = {"theirs": comparison.theirs, "ours": comparison.ours, "taken": recovered.taken_back}
    how = words.AGREEMENT[comparison.agreement.value]
    print(spoken(words.COMPARED, log=comparison.log, partner=recovered.partner, how=how, **counts))
