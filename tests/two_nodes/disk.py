"""What a disk may hold after the power failed: what it was told to keep, and any part of what it was only told.

- A trace of the system calls of a command is played on a model of the disk. A write, a new name, a rename or a removal
  is certain only once the file, or the folder of the name, has been synced (`fsync`, `fdatasync`); until then the disk
  may have kept it or lost it, whatever it did with the others: more than any file system in use allows itself.
- SQLite's files are no exception: what they may be relied upon for is what their own syncs in the trace say. Its
  `-shm` file is left out: the first to open the database after a power cut makes it anew.
- A call the model does not know, on a file of the node, is an error: nothing is passed over in silence.
"""

import codecs
import copy
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

CALLS = (
    "openat,open,creat,write,pwrite64,writev,pwritev,ftruncate,truncate,fallocate,lseek,fsync,fdatasync,rename,renameat,"
    "renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,link,linkat,symlink,symlinkat,chmod,fchmod,fchmodat,sendfile,"
    "copy_file_range"
)
_LINE = re.compile(r"(\d+) +(\w+)\((.*)\) += (-?\d+)(?:<.*>)?", re.DOTALL)
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_NAMES = re.compile(r'(?:(?:\d+|AT_FDCWD)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"', re.DOTALL)
_DESCRIPTOR = re.compile(r"\d+<([^>]*)>")
_BY_NAME = frozenset({"openat", "open", "creat", "truncate", "chmod", "fchmodat"}) | {
    name + end for name in ("rename", "unlink", "mkdir", "rmdir", "link", "symlink") for end in ("", "at", "at2")
}
_OF_TWO = frozenset({"sendfile", "copy_file_range"})
_SECTOR = 512


@dataclass(eq=False)
class Folder:
    """A folder of the disk: its names."""

    names: "dict[str, Folder | File]" = field(default_factory=dict)


@dataclass(eq=False)
class File:
    """A file of the disk: its bytes, and who may read it."""

    octets: bytearray
    mode: int


@dataclass(frozen=True)
class Written:
    """Bytes put into a file at a place; `octets` None cuts or lengthens the file to that many bytes."""

    file: int
    at: int
    octets: bytes | None

    @property
    def touches(self) -> tuple[int, ...]:
        """The numbers of the files and folders whose sync makes this certain."""
        return (self.file,)


@dataclass(frozen=True)
class Named:
    """Names that change together: in which folder, which name, and the number of what it now means, None for nothing."""

    names: tuple[tuple[int, str, int | None], ...]

    @property
    def touches(self) -> tuple[int, ...]:
        """The numbers of the files and folders whose sync makes this certain."""
        return tuple(folder for folder, _, _ in self.names)


Change = Written | Named


@dataclass
class Image:
    """Files and folders by number: what a disk holds, or what programs see of it. Number 0 is the folder of it all."""

    things: dict[int, Folder | File]

    def apply(self, change: Change) -> None:
        """Make the change."""
        if isinstance(change, Named):
            for folder, name, meant in change.names:
                names = self._folder(folder).names
                names.pop(name, None)
                if meant is not None:
                    names[name] = self.things[meant]
            return
        octets = self.file(change.file).octets
        if change.octets is None:
            del octets[change.at :]
            octets.extend(bytes(change.at - len(octets)))
        else:
            octets.extend(bytes(max(0, change.at - len(octets))))
            octets[change.at : change.at + len(change.octets)] = change.octets

    def _folder(self, number: int) -> Folder:
        found = self.things[number]
        assert isinstance(found, Folder)
        return found

    def file(self, number: int) -> File:
        """The file of that number."""
        found = self.things[number]
        assert isinstance(found, File)
        return found

    def number(self, path: str) -> int | None:
        """The number of what lies at that path; None for nothing."""
        found: Folder | File = self.things[0]
        for part in filter(None, path.split("/")):
            if not isinstance(found, Folder) or part not in found.names:
                return None
            found = found.names[part]
        return next(number for number, thing in self.things.items() if thing is found)

    def files(self, path: str) -> dict[str, File]:
        """Every file under that folder, by its path within it."""
        number = self.number(path)
        return {} if number is None else dict(_walk(self._folder(number), ""))


def _walk(folder: Folder, before: str) -> Iterator[tuple[str, File]]:
    for name, thing in sorted(folder.names.items()):
        if isinstance(thing, File):
            yield before + name, thing
        else:
            yield from _walk(thing, f"{before}{name}/")


class Disk:
    """A disk that is told what the calls of a trace say; `seen` is what programs see, `certain` what it must keep."""

    def __init__(self, place: Path, *, before: Path | None, name: str) -> None:
        """`place` is the folder in which the node lies, or is made, under `name`; `before` what lay there, all certain."""
        self._place, self._name = str(place), name
        self.pending: list[Change] = []
        self._next, self._at = 1, dict[tuple[str, str], int]()
        things: dict[int, Folder | File] = {0: Folder()}
        self.seen = Image(things)
        if before is not None:
            self._take(before, self._folder_in(0, name))
        self.certain = copy.deepcopy(self.seen)

    def _new(self, thing: Folder | File) -> int:
        self._next += 1
        self.seen.things[self._next] = thing
        return self._next

    def _folder_in(self, parent: int, name: str) -> int:
        made = self._new(Folder())
        self.seen.apply(Named(((parent, name, made),)))
        return made

    def _take(self, source: Path, into: int) -> None:
        for path in sorted(source.iterdir()):
            if path.is_dir():
                self._take(path, self._folder_in(into, path.name))
            elif not path.name.endswith("-shm"):
                file = self._new(File(bytearray(path.read_bytes()), path.stat().st_mode & 0o777))
                self.seen.apply(Named(((into, path.name, file),)))

    def is_told(self, line: str) -> bool:
        """Take in one line of the trace; whether anything changed, for those who look or for the disk."""
        assert "<unfinished" not in line or self._place not in line, "two processes at once are not modelled"
        read = _LINE.match(line)
        if read is None or int(read[4]) < 0:
            return False
        process, call, said, result = read[1], read[2], read[3], read[4]
        paths = [path for path in _paths(call, said) if self._ours(path)]
        if not paths or any("-shm" in path for path in paths):
            return False
        return bool(getattr(self, f"_{call}")(said, [self._within(path) for path in paths], process, result))

    def _ours(self, path: str) -> bool:
        first = self._within(path).partition("/")[0]
        ours = path == self._place or first == self._name or first.startswith(f".{self._name}.being-")
        return ours and not path.endswith("(deleted)")

    def _within(self, path: str) -> str:
        return path.removeprefix(self._place).removeprefix("/")

    def _does(self, change: Change) -> bool:
        self.seen.apply(change)
        if any(number not in self.certain.things for number in change.touches):
            raise AssertionError(change)
        self.pending.append(change)
        return True

    def _number(self, path: str) -> int:
        found = self.seen.number(path)
        assert found is not None, f"{path}: nothing lies there"
        return found

    def _named(self, path: str, meant: int | None) -> tuple[int, str, int | None]:
        folder, _, name = path.rpartition("/")
        return self._number(folder), name, meant

    def _born(self, path: str, thing: Folder | File) -> bool:
        number = self._new(thing)
        self.certain.things[number] = copy.deepcopy(thing)
        return self._does(Named((self._named(path, number),)))

    # One method for each call that may touch a file of the node.

    def _openat(self, said: str, paths: list[str], process: str, result: str) -> bool:
        self._at[process, result] = 0
        assert "O_APPEND" not in said, said
        if "O_CREAT" in said and self.seen.number(paths[-1]) is None:
            mode = int(said.rpartition(", ")[2], 8) & ~0o022
            return self._born(paths[-1], File(bytearray(), mode))
        return "O_TRUNC" in said and self._cut(paths[-1], 0)

    def _cut(self, path: str, size: int) -> bool:
        return self._does(Written(self._number(path), size, None))

    def _write(self, said: str, paths: list[str], process: str, result: str) -> bool:
        descriptor = said.partition("<")[0]
        at = self._at.get((process, descriptor), 0)
        self._at[process, descriptor] = at + int(result)
        return self._does(Written(self._number(paths[0]), at, _octets(said)[: int(result)]))

    def _pwrite64(self, said: str, paths: list[str], process: str, result: str) -> bool:
        at = int(said.rpartition(", ")[2])
        return self._does(Written(self._number(paths[0]), at, _octets(said)[: int(result)]))

    def _lseek(self, said: str, paths: list[str], process: str, result: str) -> bool:
        self._at[process, said.partition("<")[0]] = int(result)
        return False

    def _ftruncate(self, said: str, paths: list[str], process: str, result: str) -> bool:
        return self._cut(paths[0], int(said.rpartition(", ")[2]))

    def _fsync(self, said: str, paths: list[str], process: str, result: str) -> bool:
        synced = self._number(paths[0])
        kept = [change for change in self.pending if synced in change.touches]
        for change in kept:
            self.certain.apply(change)
        self.pending = [change for change in self.pending if synced not in change.touches]
        return bool(kept)

    _fdatasync = _fsync

    def _rename(self, said: str, paths: list[str], process: str, result: str) -> bool:
        source, target = paths
        moved = self._number(source)
        return self._does(Named((self._named(source, None), self._named(target, moved))))

    def _unlink(self, said: str, paths: list[str], process: str, result: str) -> bool:
        return self._does(Named((self._named(paths[-1], None),)))

    _unlinkat = _rmdir = _unlink

    def _mkdir(self, said: str, paths: list[str], process: str, result: str) -> bool:
        return self._born(paths[-1], Folder())

    def _chmod(self, said: str, paths: list[str], process: str, result: str) -> bool:
        for image in (self.seen, self.certain):
            image.file(self._number(paths[0])).mode = int(said.rpartition(", ")[2], 8)
        return True

    _fchmod = _chmod

    # What may be left.

    def least(self) -> Image:
        """What the disk must hold if the power fails now, and nothing else."""
        return self._keeping([])

    def left(self, chance: random.Random, *, many: int) -> Iterator[Image]:
        """What the disk may hold if the power fails now: nothing uncertain; all of it; and `many` parts of it by chance."""
        yield self.least()
        if self.pending:
            yield self._keeping(self.pending)
        for _ in range(many if len(self.pending) > 1 else 0):
            kept = [change for change in self.pending if chance.random() < 0.5]
            yield self._keeping([_torn(change, chance) if chance.random() < 0.2 else change for change in kept])

    def _keeping(self, kept: Iterable[Change]) -> Image:
        image = copy.deepcopy(self.certain)
        for change in kept:
            image.apply(change)
        return image


def _torn(change: Change, chance: random.Random) -> Change:
    """A write of which the disk kept its first sectors only."""
    if isinstance(change, Named) or change.octets is None or len(change.octets) <= _SECTOR:
        return change
    return Written(change.file, change.at, change.octets[: chance.randrange(0, len(change.octets), _SECTOR)])


def _paths(call: str, said: str) -> list[str]:
    """The paths a call speaks of: names, within the folder told before them, or those of its descriptors."""
    if call in _BY_NAME:
        return [str(Path(folder or "/") / _decoded(text)) for folder, text in _NAMES.findall(said)]
    return [_decoded(path) for path in _DESCRIPTOR.findall(said if call in _OF_TWO else said[: said.index(">") + 1])]


def _octets(said: str) -> bytes:
    found = _STRING.search(said)
    assert found is not None, said[:200]
    assert not said[found.end() :].startswith("..."), "the trace is cut short"
    return _unescaped(found[1])


def _unescaped(text: str) -> bytes:
    return bytes(codecs.escape_decode(text.encode("latin-1"))[0])  # type: ignore[attr-defined]  # as strace writes it


def _decoded(text: str) -> str:
    return _unescaped(text).decode("utf-8", "surrogateescape")
