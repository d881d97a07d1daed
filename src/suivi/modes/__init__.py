"""How each kind of cooperation lives: one file a mode, and the folder is the list of modes.

- A file is a mode if it holds `MODE`; nothing else names it: no registry, no migration, no template.
- A plan may name a mode that has no file yet: what is opened under it is opened as an undertaking (`fitting`).
"""

import importlib
import pkgutil
from typing import Final

from suivi.modes.mode import Mode
from suivi.plan.words import Words

_RULES: Final = frozenset({"mode", "asks"})

_AWAITED: Final[dict[str, Words]] = {
    "instrument": Words(en="Agreement or arrangement", fr="Accord ou arrangement", ko="협정·약정"),
    "implementation": Words(en="Implementation", fr="Mise en œuvre", ko="이행"),
    "information": Words(en="Information sharing", fr="Échange d’information", ko="정보 공유"),
    "study": Words(en="Study", fr="Étude", ko="조사·연구"),
    "advocacy": Words(en="Joint advocacy", fr="Action diplomatique conjointe", ko="국제무대 공조"),
    "project": Words(en="Joint project", fr="Projet conjoint", ko="공동 사업"),
    "capacity": Words(en="Capacity building", fr="Renforcement des capacités", ko="역량 강화"),
    "early_warning": Words(en="Early warning", fr="Alerte précoce", ko="조기경보"),
    "mutual_aid": Words(en="Mutual aid", fr="Entraide", ko="상호지원"),
    "patrol": Words(en="Patrol", fr="Patrouille", ko="순찰·감시"),
    "season": Words(en="Year of exchanges", fr="Année d’échanges", ko="교류의 해"),
    "mobility": Words(en="Mobility", fr="Mobilité", ko="인적 이동"),
}


def _modes() -> dict[str, Mode]:
    names = sorted(found.name for found in pkgutil.iter_modules(__path__) if found.name not in _RULES)
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return {module.MODE.name: module.MODE for module in modules}


MODES: Final[dict[str, Mode]] = _modes()
"""Every mode that has its table, in its newest edition, by name."""


NAMES: Final[dict[str, Words]] = _AWAITED | {name: mode.names for name, mode in MODES.items()}
"""What each of the fourteen modes is called (house.md, section 7), with or without a table yet."""

FALLBACK: Final = "undertaking"


def fitting(name: str) -> Mode:
    """The mode to open an activity in under a provision of mode `name`: its own, else the undertaking."""
    return MODES.get(name, MODES[FALLBACK])


def mode_of(name: str, edition: int) -> Mode | None:
    """The mode in the edition an activity was opened under, or None if it is not known here."""
    newest = MODES.get(name)
    editions = (*newest.earlier, newest) if newest else ()
    return next((mode for mode in editions if mode.edition == edition), None)
