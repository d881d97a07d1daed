"""The home register: the common register of a channel, and our own unreleased records on top, in home order.

- What has been released is told by the home log itself: each `home.released` names the entry its ticket became.
  The home entry with the same record is then no longer unreleased; two alike count twice.
- Unreleased reports, steps, activities and changes show as if they came last of all; nothing of them is joint, and
  nothing of them reaches the common register.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from suivi.log.canonical import canonical
from suivi.record.entry import Entry
from suivi.record.home import Released
from suivi.record.kinds import Record, content_value
from suivi.register.fold import Fold, Register


def home_register(
    fold: Fold, home: Iterable[Entry], *, channel: str, shared: Mapping[str, Sequence[Entry]]
) -> Register:
    """The register of `fold` with what `home`, our home log in order, holds for `channel` and has not released.

    `shared` are the shared logs by origin, as the fold has taken them. Accounts that stand in the home log only
    answer `unreleased`.
    """
    return fold.on_top(unreleased([entry for entry in home if entry.channel == channel], shared=shared))


def unreleased(home: Sequence[Entry], *, shared: Mapping[str, Sequence[Entry]]) -> list[Entry]:
    """The entries of `home` whose records no release has put into a shared log, in order."""
    released = Counter(
        _octets(record)
        for entry in home
        if isinstance(entry.record, Released)
        if (record := _record_at(entry.record, shared)) is not None
    )
    remaining = []
    for entry in home:
        if entry.record is None or (entry.header is not None and entry.header.type.startswith("home.")):
            continue
        if released[_octets(entry.record)] > 0:
            released[_octets(entry.record)] -= 1
        else:
            remaining.append(entry)
    return remaining


def _record_at(release: Released, shared: Mapping[str, Sequence[Entry]]) -> Record | None:
    entries = shared.get(release.log, ())
    return entries[release.seq].record if release.seq < len(entries) else None


def _octets(record: Record) -> bytes:
    return canonical(content_value(record, salt=""))
