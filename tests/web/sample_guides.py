"""The pages of help, with the guides themselves."""

from typing import Any

from suivi.web import guidance
from suivi.web.context import reading


def pages() -> dict[str, tuple[str, dict[str, Any]]]:
    """The list of tasks, and one guide of each kind; each in the language of whoever looks."""
    every = {
        "guide": ("administrators", "guide"),
        "guide-refusals": ("officers", "refusals"),
    }
    return {
        "help": ("help.html", {"shelves": _Shelves()}),
        **{name: ("help-guide.html", {"guide": _shown(*which)}) for name, which in every.items()},
    }


class _Shelves:
    def items(self) -> list[tuple[str, list[guidance.Guide]]]:
        return [(shelf, guidance.shelf_of(shelf, reading())) for shelf in guidance.SHELVES]


def _shown(shelf: str, name: str) -> Any:
    class Shown:
        def __getattr__(self, asked: str) -> Any:
            return getattr(guidance.guide(shelf, name, reading()), asked)

    return Shown()
