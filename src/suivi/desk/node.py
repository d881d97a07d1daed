"""A node's folder: where its settings file, database and keys lie, readable before Django starts."""

import datetime
import json
import os
import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

SETTINGS_NAME = "settings.toml"
DATABASE_NAME = "suivi.sqlite3"
CLOCK_NAME = "clock_moved_seconds"
ZONE_NAME = "time_zone"
UTC = "UTC"
PRIVATE_MODE = 0o600
PUBLISHED_PASSWORD = "demonstration"  # noqa: S105  # printed for everybody; only demonstrations enrol officers with it


class NodeFolderUnsound(Exception):
    """The folder is not a node, or its settings file cannot be read; the message is for a terminal."""


class FolderTaken(Refusal):
    """The folder asked for already holds something."""

    code = "folder-taken"
    says = Words(
        en="“{folder}” already holds a node or other files; nothing was changed.",
        fr="« {folder} » contient déjà un nœud ou d’autres fichiers; rien n’a été modifié.",
        ko="‘{folder}’에 이미 노드 또는 다른 파일이 있습니다. 변경된 것은 없습니다.",
    )
    remedy = Words(
        en="Name an empty or new folder.",
        fr="Indiquez un dossier vide ou nouveau.",
        ko="비어 있거나 새로운 폴더를 지정하십시오.",
    )


@dataclass(frozen=True, kw_only=True)
class Node:
    """What the settings file says: `party` is ISO 3166 alpha-3, `language` ISO 639-1.

    `database_address` is empty where the tables lie in a file of the folder (`desk/database.py`).
    `time_zone` (IANA) says which day officers call today. `clock_moved` is how far a demonstration's clock is ahead of the machine's; usually it lies behind, and is negative.
    """

    folder: Path
    party: str
    secret_key: str
    language: str = "en"
    demonstration: bool = False
    clock_moved: datetime.timedelta = datetime.timedelta()
    database_address: str = ""
    time_zone: str = UTC

    @property
    def database(self) -> Path:
        """The SQLite file of the node."""
        return self.folder / DATABASE_NAME

    @property
    def keys(self) -> Path:
        """The folder of the node's private keys."""
        return self.folder / "keys"


def read_node(folder: Path) -> Node:
    """The node in `folder`; raises `NodeFolderUnsound` with what is wrong and what to do."""
    path = folder / SETTINGS_NAME
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NodeFolderUnsound(
            f"“{folder}” holds no node: there is no {SETTINGS_NAME} in it. "
            "Make one with: suivi init --party CODE --data FOLDER --officer NAME --officer NAME"
        ) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise NodeFolderUnsound(f"“{path}” cannot be read: {error}. Restore it from a backup.") from None
    return _node_from(folder, path, table)


def _node_from(folder: Path, path: Path, table: dict[str, object]) -> Node:
    party, secret = table.get("party"), table.get("secret_key")
    if not isinstance(party, str) or not re.fullmatch(r"[a-z][a-z0-9]{1,15}", party):
        raise NodeFolderUnsound(f"“{path}”: “party” must be a code such as can or kor. Correct the file.")
    if not isinstance(secret, str) or len(secret) < 50:
        raise NodeFolderUnsound(f"“{path}”: “secret_key” must have 50 characters or more. Restore the file.")
    language = table.get("language", "en")
    return Node(
        folder=folder,
        party=party,
        secret_key=secret,
        language=language if isinstance(language, str) else "en",
        demonstration=table.get("demonstration") is True,
        clock_moved=_clock_moved(path, table),
        database_address=address if isinstance(address := table.get("database", ""), str) else "",
        time_zone=_time_zone(path, table),
    )


def _time_zone(path: Path, table: dict[str, object]) -> str:
    zone = table.get(ZONE_NAME, UTC)
    if not isinstance(zone, str) or not is_time_zone(zone):
        raise NodeFolderUnsound(
            f"“{path}”: “{ZONE_NAME}” must be one such as America/Toronto or Asia/Seoul. Correct it."
        )
    return zone


def is_time_zone(name: str) -> bool:
    """Whether `name` is a time zone of the IANA tables."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _clock_moved(path: Path, table: dict[str, object]) -> datetime.timedelta:
    """Only a demonstration may tell another time than the machine."""
    seconds = table.get(CLOCK_NAME, 0)
    if type(seconds) is not int or (seconds and table.get("demonstration") is not True):
        raise NodeFolderUnsound(f"“{path}”: “{CLOCK_NAME}” is for demonstrations only, in whole seconds. Remove it.")
    try:
        return datetime.timedelta(seconds=seconds)
    except OverflowError:
        raise NodeFolderUnsound(f"“{path}”: “{CLOCK_NAME}” leads out of the calendar. Remove it.") from None


def settings_text(node: Node) -> str:
    """The settings file of `node`, as TOML."""
    return (
        "# Suivi: settings of this node. Keep this file readable by the node's own account only.\n"
        f'party = "{node.party}"\n'
        f'language = "{node.language}"\n'
        f"demonstration = {'true' if node.demonstration else 'false'}\n"
        f'secret_key = "{node.secret_key}"\n'
        + (f'{ZONE_NAME} = "{node.time_zone}"\n' if node.time_zone != UTC else "")
        + (f"{CLOCK_NAME} = {int(node.clock_moved.total_seconds())}\n" if node.clock_moved else "")
        + (f"database = {json.dumps(node.database_address)}\n" if node.database_address else "")
    )


def prepare_folder(folder: Path, node: Node) -> None:
    """Write the settings file of a node under way in `folder`, which is made with mode 0700."""
    folder.mkdir(mode=0o700, parents=True)
    descriptor = os.open(folder / SETTINGS_NAME, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_MODE)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(settings_text(node))


def move_clock(folder: Path, by: datetime.timedelta) -> None:
    """Make the demonstration in `folder` tell a time that differs from the machine's by `by`, in whole seconds."""
    node = replace(read_node(folder), clock_moved=by)
    (folder / SETTINGS_NAME).write_text(settings_text(node), encoding="utf-8")


def is_empty(folder: Path) -> bool:
    """Whether a node could be made in `folder`: it is absent, or a folder with nothing in it."""
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


def refuse_taken(folder: Path) -> None:
    """Raise `FolderTaken` unless `folder` is absent or empty."""
    if not is_empty(folder):
        raise FolderTaken(folder=folder)
