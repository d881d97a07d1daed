"""Starting the desk from a terminal: which node, which officer, which clock."""

import datetime
import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from suivi.desk.node import read_node
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

if TYPE_CHECKING:
    from suivi.desk.access import Officer


class UnknownOfficer(Refusal):
    """The name is not one of this node's officers, or the password is not theirs."""

    code = "officer-unknown"
    says = Words(
        en="“{name}” with this password is not an officer of this node.",
        fr="« {name} », avec ce mot de passe, ne correspond à aucun agent de ce nœud.",
        ko="‘{name}’ 및 이 비밀번호에 해당하는 담당관이 이 노드에 없습니다.",
    )
    remedy = Words(
        en="Check the spelling and the password.",
        fr="Vérifiez l’orthographe du nom et le mot de passe.",
        ko="이름 철자와 비밀번호를 확인하십시오.",
    )


def open_desk(folder: Path) -> None:
    """Make Django serve the node in `folder` for the rest of this process; raises `NodeFolderUnsound`."""
    read_node(folder)
    os.environ["SUIVI_DATA"] = str(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suivi.settings")
    import django

    django.setup()


def signed_in(name: str) -> tuple["Officer", str]:
    """The officer of that name and the password given: SUIVI_PASSWORD, or asked for on the terminal.

    Raises `UnknownOfficer`.
    """
    from suivi.desk import second_factor, sign_in

    password = os.environ.get("SUIVI_PASSWORD")
    if password is None:
        if not sys.stdin.isatty():
            raise typer.BadParameter("no password: set SUIVI_PASSWORD, or run on a terminal", param_hint="--officer")
        password = getpass.getpass(f"Password of {name}: ")
    officer = sign_in.officer_named(name, password)
    if officer is None:
        raise UnknownOfficer(name=name)
    if second_factor.is_on(officer):
        code = os.environ.get("SUIVI_CODE") or (getpass.getpass("Code: ") if sys.stdin.isatty() else "")
        if not second_factor.accepts(officer, code):
            raise second_factor.CodeRefused
    return officer, password


def clock() -> datetime.datetime:
    """The present instant in UTC as the node of this process tells it; a command reads no other clock."""
    from suivi.desk.clock import now

    return now()


def day(value: str | None, *, option: str) -> datetime.date | None:
    """A day written YYYY-MM-DD, or None; raises a usage error naming the option."""
    if value is None:
        return None
    try:
        found = datetime.date.fromisoformat(value)
    except ValueError:
        found = None
    if found is None or found.isoformat() != value:  # 20260515 and 2026-W20-5 are days too, but not as written here
        raise typer.BadParameter(f"“{value}” is not a day; write it like 2026-05-15", param_hint=option)
    return found


def known_format(format: str | None) -> str | None:
    """The format asked for, before anything is done; raises a usage error for one that is neither json nor table."""
    if format not in (None, "json", "table"):
        raise typer.BadParameter(f"“{format}” is not a format; choose json or table")
    return format


def prints_json(format: str | None) -> bool:
    """Whether to print JSON: as asked, else when the output is not a terminal."""
    return not sys.stdout.isatty() if format is None else format == "json"
