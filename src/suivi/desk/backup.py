"""A backup of a node while it runs, a node made from one, and a new version tried on a copy first.

- A backup is one plain tar: `backup.json` (what it is, with the digest of every other member), `suivi.sqlite3` (every
  table at one moment, whichever database the node runs on), the settings, and the signing keys only if asked for.
- Nothing half made is left behind: a backup is written beside its place and moved there whole; a restored node too.
- A restored node is marked before it is put in its place (`desk/reconcile.py`): it signs nothing in a channel until it
  has been compared with each partner's copy, or it would write a second history under its own signature.
- Root keys are never in a node, so never in a backup.
"""

import contextlib
import datetime
import json
import os
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection, connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import load_backend

from suivi.desk import entries, project, reconcile, surroundings, verification
from suivi.desk.database import address_of, settings_for
from suivi.desk.moving import move_tables
from suivi.desk.node import DATABASE_NAME, PRIVATE_MODE, SETTINGS_NAME, Node, read_node, settings_text
from suivi.desk.partners import FILE_NAME as PARTNERS_NAME
from suivi.desk.unpacking import FORMAT, KEYS, LABEL, BackupUnsound, digest_of
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words


class PlaceTaken(Refusal):
    """The file a backup was to be written to is there already."""

    code = "backup-place-taken"
    says = Words(
        en="“{file}” is there already; nothing was written.",
        fr="« {file} » existe déjà; rien n’a été écrit.",
        ko="‘{file}’이(가) 이미 있어 아무것도 기록하지 않았습니다.",
    )
    remedy = Words(
        en="Name a file that is not there yet.",
        fr="Indiquez un fichier qui n’existe pas encore.",
        ko="아직 없는 파일 이름을 지정하십시오.",
    )


class RehearsalFailed(Refusal):
    """The new version could not take over a copy of the database."""

    code = "upgrade-rehearsal-failed"
    says = Words(
        en="The new version could not take over a copy of this node: {why}. The node itself was not touched.",
        fr="La nouvelle version n’a pu reprendre une copie de ce nœud : {why}. Le nœud lui-même n’a pas été touché.",
        ko="새 버전이 이 노드의 사본을 이어받지 못했습니다. 사유: {why}. 노드 자체는 변경되지 않았습니다.",
    )
    remedy = Words(
        en="Go on with the version you have, and report the sentence above.",
        fr="Continuez avec la version actuelle et signalez la phrase ci-dessus.",
        ko="현재 버전을 계속 사용하고 위의 문장을 신고하십시오.",
    )


NOT_SOUND = Words(
    "what is on record does not hold ({told})", "le registre n’est pas intègre ({told})", "기록이 온전하지 않음({told})"
)


@dataclass(frozen=True, slots=True)
class Made:
    """A backup: where it is, its size in bytes, how many entries each log held in it, and whether the keys are in it."""

    file: Path
    size: int
    logs: dict[str, int]
    keys: bool


@dataclass(frozen=True, slots=True)
class Upgraded:
    """An upgrade: how many changes of the tables were made, and the copy kept of the tables before, if there is one."""

    steps: int
    kept: Path | None


def back_up(file: Path, *, keys: bool, at: datetime.datetime) -> Made:
    """Write a backup of the node this process serves to `file`, and remember that there is one; raises `PlaceTaken`."""
    made = write_backup(file, keys=keys, at=at)
    surroundings.note_backup(entries.own_node().folder, at=at)
    return made


def write_backup(file: Path, *, keys: bool, at: datetime.datetime) -> Made:
    """Write a backup of the node this process serves to `file`, while the node goes on; raises `PlaceTaken`."""
    if file.exists():
        raise PlaceTaken(file=file)
    with _beside(file) as folder:
        _copy_tables(folder / DATABASE_NAME)
        node = entries.own_node()
        (folder / SETTINGS_NAME).write_text(settings_text(replace(node, database_address="")), encoding="utf-8")
        if (node.folder / PARTNERS_NAME).exists():
            shutil.copyfile(node.folder / PARTNERS_NAME, folder / PARTNERS_NAME)
        if keys:
            shutil.copytree(node.keys, folder / KEYS)
        logs = _sizes(folder / DATABASE_NAME)
        members = sorted(path for path in folder.rglob("*") if path.is_file())
        label = {
            "format": FORMAT,
            "party": node.party,
            "made_at": entries.instant(at),
            "version": version("suivi"),
            "logs": logs,
            "members": {str(path.relative_to(folder)): digest_of(path) for path in members},
        }
        (folder / LABEL).write_text(json.dumps(label, ensure_ascii=False, indent=1), encoding="utf-8")
        _pack(folder, [folder / LABEL, *members], file)
    return Made(file, file.stat().st_size, logs, keys)


@contextlib.contextmanager
def _beside(place: Path) -> Iterator[Path]:
    """A folder of our own on the disk of `place`, gone when left."""
    folder = Path(tempfile.mkdtemp(prefix=f".{place.name}.", dir=place.absolute().parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _copy_tables(target: Path) -> None:
    """Every table at one moment into a new SQLite file, without keeping writers waiting."""
    target.touch(mode=PRIVATE_MODE)
    if connection.vendor == "sqlite":
        source, copy = sqlite3.connect(entries.own_node().database), sqlite3.connect(target)
        with contextlib.closing(source), contextlib.closing(copy):
            # In one step: it then reads one moment, and need not begin anew when somebody writes.
            source.backup(copy, pages=-1)
        return
    _open("copy", _plain_sqlite(target))
    _open("moment", settings_for(entries.own_node()) | _one_moment())
    try:
        call_command("migrate", database="copy", verbosity=0, interactive=False)
        with transaction.atomic(using="moment"):
            move_tables("moment", "copy")
    finally:
        for alias in ("copy", "moment"):
            connections[alias].close()


def _one_moment() -> dict[str, Any]:
    from psycopg import IsolationLevel

    options = settings_for(entries.own_node())["OPTIONS"]
    # Django's own back end: a reader takes no lock of the writers.
    return {
        "ENGINE": "django.db.backends.postgresql",
        "OPTIONS": {**options, "isolation_level": IsolationLevel.REPEATABLE_READ},
    }


def _plain_sqlite(file: Path) -> dict[str, Any]:
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": file, "OPTIONS": {"transaction_mode": "IMMEDIATE"}}


def _open(alias: str, database: dict[str, Any]) -> None:
    configured = connections.configure_settings({"default": database})["default"]
    connections[alias] = load_backend(configured["ENGINE"]).DatabaseWrapper(configured, alias)


def _sizes(database: Path) -> dict[str, int]:
    """How many entries of each log a copy holds."""
    with contextlib.closing(sqlite3.connect(database)) as copy:
        tables = ("desk_entry", "desk_homeentry")
        found = (copy.execute(f"SELECT log, count(*) FROM {table} GROUP BY log").fetchall() for table in tables)  # noqa: S608  # our own names
        return dict(sorted(row for rows in found for row in rows))


def _pack(folder: Path, members: list[Path], file: Path) -> None:
    partial = folder / ".packed"
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_MODE), "wb") as written:
        with tarfile.open(fileobj=written, mode="w", format=tarfile.PAX_FORMAT) as tar:
            for member in members:
                tar.add(member, arcname=str(member.relative_to(folder)), recursive=False)
        written.flush()
        os.fsync(written.fileno())
    partial.replace(file)


# Restoring


def settle_in(folder: Path, *, address: str, at: datetime.datetime) -> None:
    """Mark the unpacked node as restored and bring its tables to this version, or to the database at `address`.

    Raises `BackupUnsound` where what is on record does not hold. The process must serve the node in `folder`.
    """
    reconcile.mark_restored(folder, at=at)
    if address:
        _move_in(folder, address)
    else:
        call_command("migrate", verbosity=0, interactive=False)
    unsound = [finding.sentence for finding in verification.verify_logs() if not finding.sound]
    if unsound:
        told = f"{unsound[0]} (+{len(unsound) - 1})" if len(unsound) > 1 else unsound[0]
        raise BackupUnsound(file=folder.name, why=NOT_SOUND.filled(told=told))
    connection.close()


def _move_in(folder: Path, address: str) -> None:
    _open("copy", _plain_sqlite(folder / DATABASE_NAME))
    call_command("migrate", database="copy", verbosity=0, interactive=False)
    call_command("migrate", verbosity=0, interactive=False)
    move_tables("copy", "default")
    connections["copy"].close()
    (folder / DATABASE_NAME).unlink()
    made = replace(read_node(folder), database_address=address)
    (folder / SETTINGS_NAME).write_text(settings_text(made), encoding="utf-8")


# Upgrading


def steps_to_come(alias: str = "default") -> list[str]:
    """The changes of the tables this version brings that the database has not had, by name; none if it never had any."""
    executor = MigrationExecutor(connections[alias])
    if not executor.recorder.has_table():
        return []
    return [str(step) for step, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]


def upgrade(*, at: datetime.datetime) -> Upgraded:
    """Bring the tables of the node this process serves to this version, tried on a copy first, and what is kept beside them.

    On SQLite the copy of before is kept beside the database; on PostgreSQL the trial is a transaction taken back.
    Raises `RehearsalFailed`, and the node is as it was.
    """
    steps = len(steps_to_come())
    if not steps:
        project.keep_anew()
        return Upgraded(0, None)
    node = entries.own_node()
    if address_of(node):
        _rehearse_taken_back()
        kept = None
    else:
        kept = node.folder / f"before-upgrade-{entries.instant(at).replace(':', '')}.sqlite3"
        _rehearse_on_copy(node, kept)
    call_command("migrate", verbosity=0, interactive=False)
    project.rebuild()  # now, and not before the first list somebody opens
    return Upgraded(steps, kept)


def _rehearse_on_copy(node: Node, kept: Path) -> None:
    _copy_tables(kept)
    with _beside(kept) as folder:
        trial = folder / DATABASE_NAME
        shutil.copyfile(kept, trial)
        serving = connections["default"]
        _open("default", settings_for(node) | {"NAME": trial})
        try:
            _try_out()
        except BaseException:
            kept.unlink()
            raise
        finally:
            connections["default"].close()
            connections["default"] = serving


def _rehearse_taken_back() -> None:
    with transaction.atomic():
        _try_out()
        transaction.set_rollback(True)


def _try_out() -> None:
    try:
        call_command("migrate", verbosity=0, interactive=False)
        unsound = [finding.sentence for finding in verification.verify_logs() if not finding.sound]
    except Exception as error:  # whatever stops it is told, and the node is as it was
        raise RehearsalFailed(why=f"{type(error).__name__}: {error}"[:300]) from error
    if unsound:
        raise RehearsalFailed(why=unsound[0])
