"""`suivi keys`: the ceremony of a key list, step by step, for people who are no cryptographers.

Making and using a root key needs no node; drafting and accepting a list is done at the node. `checklist` prints the
whole of it on paper, to be ticked off and signed.
"""

import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from suivi.cli import key_words as words
from suivi.cli.channel_words import key_line
from suivi.cli.desk import clock, open_desk
from suivi.cli.files import write_whole
from suivi.cli.nodes import Folder
from suivi.cli.refusals import spoken, terminal_language
from suivi.plan.words import on_day

if TYPE_CHECKING:
    from suivi.log.manifest import Manifest

keys = typer.Typer(add_completion=False, pretty_exceptions_enable=False, no_args_is_help=True)


@keys.callback()
def _keys() -> None:
    """Key lists and root keys: made, signed, rotated and revoked."""


@keys.command("checklist")
def checklist(
    channel: Annotated[str, typer.Argument(help="The channel, as can-kor.")],
    party: Annotated[str, typer.Option(help="Whose keys, as can.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where to write it (default: the terminal).")
    ] = None,
    language: Annotated[str, typer.Option(help="en, fr or ko (default: that of the terminal).")] = "",
) -> None:
    """Print the ceremony on paper: every step with a box to tick and a line to sign."""
    from suivi.cli.ceremony_words import checklist_text

    text = checklist_text(party=party, channel=channel, language=language or terminal_language())
    if output is None:
        print(text)
    else:
        write_whole(output, text.encode())
        print(f"Written: {output}")


@keys.command("make-root")
def make_root(
    channel: Annotated[str, typer.Argument(help="The channel, as can-kor.")],
    number: Annotated[int, typer.Argument(help="Which of the root keys: 1, 2, 3 …")],
    party: Annotated[str, typer.Option(help="Whose key, as can.")],
    to: Annotated[Path, typer.Option(help="The custodian’s removable medium.")],
) -> None:
    """Make one root key, locked with a passphrase, on the custodian’s own medium. No node is needed."""
    from suivi.desk.ceremony import make_root as made

    root = made(to, party=party, channel=channel, number=number, passphrase=_passphrase(twice=True))
    print(spoken(words.ROOT_MADE, locked=root.locked, public=root.public))


@keys.command("draft")
def draft(
    channel: Annotated[str, typer.Argument(help="The channel, as can-kor.")],
    data: Folder,
    output: Annotated[Path, typer.Option("--output", "-o", help="Where to write the draft.")],
    root: Annotated[list[Path] | None, typer.Option(help="Public keys of the roots, one option for each.")] = None,
    threshold: Annotated[
        int | None, typer.Option(help="How many roots have to sign (default: 2, or as before).")
    ] = None,
    new_log: Annotated[bool, typer.Option("--new-log", help="Replace the key that signs the log.")] = False,
    new_witness: Annotated[bool, typer.Option("--new-witness", help="Replace the key that signs receipts.")] = False,
    from_size: Annotated[int | None, typer.Option(help="From which size the new keys count (default: now).")] = None,
    tls: Annotated[list[str] | None, typer.Option(help="Pins of our server, one option for each.")] = None,
) -> None:
    """Draft our first key list in a channel, or the next one; new keys are made here. Nothing is in force yet."""
    open_desk(data)
    from suivi.desk import ceremony
    from suivi.desk.actions import key_lists

    roots = [ceremony.read_public(path) for path in root] if root else None
    if key_lists.newest(channel) is None:
        if roots is None:
            raise typer.BadParameter(
                "give the public key of every root: --root FILE, once for each", param_hint="--root"
            )
        octets = key_lists.draft_first(channel, roots=roots, threshold=threshold, at=clock())
    else:
        octets = key_lists.draft_next(
            channel,
            new_log=new_log,
            new_witness=new_witness,
            roots=roots,
            threshold=threshold,
            tls=tls,
            from_size=from_size,
            at=clock(),
        )
    write_whole(output, octets)
    _, manifest = ceremony.read_draft(octets)
    _say_list(manifest)
    print(spoken(words.DRAFTED, file=output, name=output.name))


@keys.command("sign")
def sign(
    file: Annotated[Path, typer.Argument(help="The draft.")],
    root: Annotated[Path, typer.Option("--with", help="The root key, on the custodian’s medium.")],
    former: Annotated[Path | None, typer.Option(help="The key list in force, where this root leaves with it.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask: what the list says was read before.")] = False,
) -> None:
    """Sign a draft with one root key. It says first, in words, what is signed. No node is needed."""
    from suivi.desk import ceremony

    octets = file.read_bytes()
    _, manifest = ceremony.read_draft(octets)
    _say_list(manifest)
    if not yes and sys.stdin.isatty() and not typer.confirm(spoken(words.SIGN_THIS)):
        raise SystemExit(2)
    before = ceremony.read_draft(former.read_bytes())[1].roots if former else ()
    signed = ceremony.sign_draft(octets, root, passphrase=_passphrase(twice=False), former=before)
    write_whole(file, signed)
    note, _ = ceremony.read_draft(signed)
    print(spoken(words.SIGNED, held=len(note.signatures), needed=manifest.threshold))


@keys.command("accept")
def accept(
    channel: Annotated[str, typer.Argument(help="The channel, as can-kor.")],
    file: Annotated[Path, typer.Argument(help="The draft, signed by enough custodians.")],
    data: Folder,
) -> None:
    """Put a signed key list in force. The partner gets it with the next file or pull."""
    open_desk(data)
    from suivi.desk.actions import key_lists

    manifest = key_lists.accept(channel, file.read_bytes(), at=clock())
    _say_list(manifest)
    if manifest.version > 1:
        print(spoken(words.IN_FORCE))
        return
    from suivi.cli.channels import list_to_hand_over

    print(spoken(words.FIRST_IN_FORCE, file=list_to_hand_over(data, channel), channel=channel, data=data))


@keys.command("adopt")
def adopt(
    channel: Annotated[str, typer.Argument(help="The channel, as can-kor.")],
    lists: Annotated[list[Path], typer.Argument(help="Our key lists, version 1 first.")],
    data: Folder,
) -> None:
    """Take up our own log in a new node, when no backup is left: key lists, and the keys put in its key folder."""
    open_desk(data)
    from suivi.desk.actions import key_lists

    _say_list(key_lists.adopt(channel, [path.read_bytes() for path in lists], at=clock()))
    print(spoken(words.ADOPTED))


@keys.command("show")
def show(data: Folder, channel: Annotated[str, typer.Option(help="The channel (default: all).")] = "") -> None:
    """Say which keys speak for each party, from which size to which."""
    open_desk(data)
    from suivi.desk import entries
    from suivi.desk.actions.deliveries import newest_list

    for name in [channel] if channel else entries.opened():
        for party in entries.parties(name):
            _say_list(newest_list(party, name))


@keys.command("look")
def look(file: Annotated[Path, typer.Argument(help="A public key, or a key list, signed or not.")]) -> None:
    """Say whether a public key or a key list could be accepted, and what it says; refused keys are refused by name."""
    from suivi.desk import ceremony

    octets = file.read_bytes()
    if len(octets) < 64:
        print(spoken(words.SOUND_KEY, key=ceremony.read_public(file).hex()))
        return
    note, manifest = ceremony.read_draft(octets)
    _say_list(manifest)
    print(spoken(words.COUNTED, held=len(note.signatures), needed=manifest.threshold))


def _say_list(manifest: "Manifest") -> None:
    from suivi.log.manifest import fingerprint_groups

    named = {"party": manifest.party, "channel": manifest.channel, "number": manifest.version}
    print(spoken(words.LIST, issued=on_day(manifest.issued), **named))
    print("  " + spoken(words.FINGERPRINT, groups=fingerprint_groups(manifest.fingerprint())))
    print("  " + spoken(words.ROOTS, roots=len(manifest.roots), threshold=manifest.threshold))
    for role, ranges in (("log", manifest.logs), ("receipt", manifest.witnesses)):
        for listed in ranges:
            print("  " + key_line(role, listed.key.hex()[:16], listed.from_size, listed.until))
    for pin in manifest.tls:
        print("  " + spoken(words.PIN, pin=pin))


def _passphrase(*, twice: bool) -> str:
    """The passphrase of a root key: SUIVI_PASSPHRASE, or typed on the terminal."""
    given = os.environ.get("SUIVI_PASSPHRASE")
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise typer.BadParameter(
            "no passphrase: set SUIVI_PASSPHRASE, or run on a terminal", param_hint="SUIVI_PASSPHRASE"
        )
    first = getpass.getpass(spoken(words.ASK_PASSPHRASE))
    if twice and first != getpass.getpass(spoken(words.ONCE_MORE)):
        raise typer.BadParameter("the two passphrases differ; nothing was made", param_hint="passphrase")
    return first
