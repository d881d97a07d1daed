"""How each kind of cooperation lives: one file a mode, and the folder is the list of modes.

- Every file but the rules of all is a mode; nothing else names it: no registry, no migration, no template.
- A plan agreed elsewhere may name a mode that has no file here: an activity under it is opened in another.
"""

import importlib
import pkgutil
from typing import Final

from suivi.modes.mode import Mode
from suivi.plan.words import Words

_RULES: Final = frozenset({"mode", "asks"})


def _modes() -> dict[str, Mode]:
    names = sorted(found.name for found in pkgutil.iter_modules(__path__) if found.name not in _RULES)
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return {module.MODE.name: module.MODE for module in modules}


MODES: Final[dict[str, Mode]] = _modes()
"""Every mode in its newest edition, by name."""

NAMES: Final[dict[str, Words]] = {name: mode.names for name, mode in MODES.items()}
"""What each mode is called."""


def mode_of(name: str, edition: int) -> Mode | None:
    """The mode in the edition an activity was opened under, or None if it is not known here."""
    newest = MODES.get(name)
    editions = (*newest.earlier, newest) if newest else ()
    return next((mode for mode in editions if mode.edition == edition), None)
