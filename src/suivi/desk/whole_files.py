"""Files that are whole or absent, whenever the power fails: what is published, and what copies of it are kept."""

import os
from pathlib import Path
from typing import Final

_DIRECTORY: Final = 0o755
_FILE: Final = 0o644


def replace_file(path: Path, octets: bytes) -> None:
    """Write, fsync, rename, fsync of the directory: the file is the old one or the new one, never a part."""
    make_folder(path.parent)
    beside = path.with_name(f".{path.name}.partial")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _FILE), "wb") as file:
        file.write(octets)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    sync_folder(path.parent)


def make_folder(path: Path) -> None:
    """Make the folder, and those above it, so that the disk keeps their names."""
    if not path.is_dir():
        make_folder(path.parent)
        path.mkdir(mode=_DIRECTORY, exist_ok=True)
        sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Have the disk keep the names in a directory; of a file, its bytes."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_all(folder: Path) -> None:
    """Have the disk keep every file and every name under a folder, and the folder's own."""
    for path in (*folder.rglob("*"), folder):
        sync_folder(path)
