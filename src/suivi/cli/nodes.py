"""Making a node, opening a channel, and saying whether a node is sound."""

import datetime
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from suivi.cli import exchange_words as words
from suivi.cli.desk import clock, known_format, open_desk, prints_json
from suivi.cli.refusals import spoken

if TYPE_CHECKING:
    from suivi.desk.surroundings import Concern

Folder = Annotated[Path, typer.Option("--data", help="The folder of the node.", show_default=False)]
Format = Annotated[
    str | None,
    typer.Option("--format", callback=known_format, help="json or table (default: table on a terminal)."),
]


def init(
    data: Folder,
    party: Annotated[str, typer.Option(help="The party whose desk this is: ISO 3166 alpha-3, as can or kor.")],
    officer: Annotated[list[str], typer.Option(help="The name of an officer; give two or more.")],
    language: Annotated[str, typer.Option(help="The language of the desk: en, fr or ko.")] = "en",
    time_zone: Annotated[
        str,
        typer.Option(help="Where the desk is, as Asia/Seoul: it says which day is today (default: the capital’s)."),
    ] = "",
    demonstration: Annotated[
        str,
        typer.Option(
            help="Make the node of a demonstration, whose simulated clock begins at this instant.", hidden=True
        ),
    ] = "",
    passwords_from_input: Annotated[
        bool,
        typer.Option(
            "--passwords-from-input", help="Read the passwords, a JSON list, from standard input.", hidden=True
        ),
    ] = False,
    format: Format = None,
) -> None:
    """Make a node: its folder, database, home log, keys and officers.

    Each officer's first password is SUIVI_PASSWORD if set; otherwise one is made and shown once.
    """
    import os
    import re

    if not re.fullmatch(r"[a-z][a-z0-9]{1,15}", party):
        raise typer.BadParameter(f"“{party}” is not a party code; write it like can or kor", param_hint="--party")
    if language not in ("en", "fr", "ko"):
        raise typer.BadParameter(f"“{language}” is not a language of the desk", param_hint="--language")
    zone = _zone_of(party, time_zone, demonstration)
    data = data.absolute()
    partial = _place_beside(data)
    try:
        _prepare(partial, party, language, bool(demonstration), zone)
        open_desk(partial)
        from suivi.desk import founding

        names = founding.usable_names(officer)
        given = os.environ.get("SUIVI_PASSWORD") or None
        passwords = _read_passwords() if passwords_from_input else [given or founding.new_password() for _ in names]
        founding.fill_folder(names, passwords=passwords, at=_founded_at(demonstration))
        founding.put_in_place(partial, data)
    except BaseException:
        from shutil import rmtree

        rmtree(partial, ignore_errors=True)
        raise
    made = given is None and not passwords_from_input
    _say_made(data, party, dict(zip(names, passwords, strict=True)), made=made, as_json=prints_json(format))


def _read_passwords() -> list[str]:
    import sys

    return [str(password) for password in json.loads(sys.stdin.readline())]


def _founded_at(demonstration: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(demonstration) if demonstration else clock()


def _place_beside(data: Path) -> Path:
    import secrets

    from suivi.desk.node import refuse_taken

    refuse_taken(data)
    return data.parent / f".{data.name}.being-made-{secrets.token_hex(4)}"


def _zone_of(party: str, typed: str, demonstration: str) -> str:
    """The time zone typed, else that of the party's capital; a demonstration, whose clock is no place's, has UTC."""
    from suivi.desk.node import UTC, is_time_zone
    from suivi.publish.invitation import CAPITALS

    if typed and not is_time_zone(typed):
        raise typer.BadParameter(f"“{typed}” is not a time zone; write it like Asia/Seoul", param_hint="--time-zone")
    return typed or (UTC if demonstration else CAPITALS.get(party, UTC))


def _prepare(partial: Path, party: str, language: str, demonstration: bool, time_zone: str) -> None:
    import os
    import secrets

    from suivi.desk.database import VARIABLE, settings_for
    from suivi.desk.node import Node, prepare_folder

    node = Node(
        folder=partial,
        party=party,
        secret_key=secrets.token_urlsafe(48),
        language=language,
        demonstration=demonstration,
        database_address=os.environ.get(VARIABLE, "").strip(),
        time_zone=time_zone,
    )
    settings_for(node)  # an address that is none is refused before anything is made
    prepare_folder(partial, node)


def _say_made(data: Path, party: str, passwords: dict[str, str], *, made: bool, as_json: bool) -> None:
    if as_json:
        facts = {"party": party, "data": str(data), "officers": list(passwords)}
        if made:
            facts["passwords"] = passwords  # type: ignore[assignment]  # shown this once, kept nowhere
        print(json.dumps(facts, ensure_ascii=False))
        return
    print(f"The node of “{party}” stands in {data}.")
    for name, password in passwords.items():
        print(f"  Officer {name}" + (f", first password (shown only now): {password}" if made else ""))
    print(f"Next: suivi serve --data {data}, sign in with one of these passwords, and open /set-up;")
    print(f"  or here: suivi init-channel NAME --data {data} --roots FOLDER-FOR-ROOT-KEYS")


def init_channel(
    channel: Annotated[str, typer.Argument(help="The name of the channel, as can-kor.")],
    data: Folder,
    roots: Annotated[Path | None, typer.Option(help="Where to put the root keys: outside the node.")] = None,
    partner: Annotated[Path | None, typer.Option(help="The partner’s key list, as a file.")] = None,
    fingerprint: Annotated[str | None, typer.Option(help="Its fingerprint, as compared and typed by you.")] = None,
    propose: Annotated[bool, typer.Option(help="Propose the charter.")] = False,
    concur: Annotated[bool, typer.Option(help="Concur in the charter the partner proposed.")] = False,
    languages: Annotated[str, typer.Option(help="Languages of the charter, parted by commas.")] = "en,fr,ko",
    order: Annotated[str | None, typer.Option(help="Order of the parties, as can,kor (default: by code).")] = None,
    limit: Annotated[
        list[str] | None, typer.Option(help="A limit of the format that the charter lowers, as content=100000.")
    ] = None,
    day_only: Annotated[
        bool, typer.Option("--day-only", help="Entries of the channel state the day of their release, not the second.")
    ] = False,
    old_log: Annotated[
        list[str] | None,
        typer.Option(
            help="In a successor channel: after how many entries an old log ends that both agree on, as can=120."
        ),
    ] = None,
    ceiling: Annotated[
        str,
        typer.Option(
            help="The charter’s ceiling: CLEAR, GREEN, AMBER, AMBER+STRICT; national levels after it, as AMBER // PROTECTED A."
        ),
    ] = "AMBER",
    officer: Annotated[list[str] | None, typer.Option(help="The two officers who approve.")] = None,
    format: Format = None,
) -> None:
    """Open a channel, one step at a time; run without options it says what comes next."""
    open_desk(data)
    from suivi.cli.channels import go_on

    standing = go_on(
        channel,
        data=data,
        roots=roots,
        partner=partner,
        fingerprint=fingerprint,
        word="propose" if propose else "concur" if concur else "",
        languages=tuple(languages.split(",")),
        order=tuple(order.split(",")) if order else None,
        limits=tuple(limit or ()),
        dated="day" if day_only else "second",
        old_logs=tuple(old_log or ()),
        officers=tuple(officer or ()),
        tlp=ceiling,
    )
    print(json.dumps(standing.facts, ensure_ascii=False) if prints_json(format) else standing.sentence)


def init_public(
    data: Folder,
    roots: Annotated[Path | None, typer.Option(help="Where to put the root keys: outside the node.")] = None,
    partner: Annotated[Path | None, typer.Option(help="The key list of the partner’s public log, as a file.")] = None,
    fingerprint: Annotated[str | None, typer.Option(help="Its fingerprint, as compared and typed by you.")] = None,
    copy: Annotated[
        list[Path] | None,
        typer.Option(help="A folder outside the node that keeps a copy of the public log; two or more."),
    ] = None,
    format: Format = None,
) -> None:
    """Open the public log: our keys for it, then the partner’s, compared by fingerprint; it needs no charter."""
    open_desk(data)
    from suivi.cli.channels import open_public

    standing = open_public(data=data, roots=roots, partner=partner, fingerprint=fingerprint, copies=copy or ())
    print(json.dumps(standing.facts, ensure_ascii=False) if prints_json(format) else standing.sentence)


def check(
    data: Folder,
    format: Format = None,
    settings: Annotated[bool, typer.Option("--settings", help="Only what surrounds the node, with each cure.")] = False,
) -> None:
    """Say in words whether the node is sound; exit 3 if it is not. What is only unwise is told after it."""
    open_desk(data)
    from suivi.desk.surroundings import concerns
    from suivi.desk.verification import check_node

    if settings:
        _tell_concerns(concerns(at=clock()), format)
        return
    findings = check_node()
    if prints_json(format):
        print(json.dumps([finding.value() for finding in findings], ensure_ascii=False))
    else:
        for finding in findings:
            print(f"{spoken(words.SOUND if finding.sound else words.UNSOUND)} {spoken(finding.says)}")
        if not any(finding.place == "tables" for finding in findings):  # of earlier tables nothing more can be asked
            _tell_concerns(concerns(at=clock()), format)
    if not all(finding.sound for finding in findings):
        raise SystemExit(3)


def _tell_concerns(told: "list[Concern]", format: Format) -> None:
    """What surrounds the node, with the cure of what is unwise."""
    if prints_json(format):
        values = (
            {"code": one.code, "sound": one.sound, "says": one.says.en, "remedy": one.remedy.en if one.remedy else ""}
            for one in told
        )
        print(json.dumps(list(values)))
        return
    for one in told:
        cure = f" {spoken(one.remedy)}" if one.remedy else ""
        print(f"{spoken(words.UNWISE if cure else words.WISE)} {spoken(one.says)}{cure}")
