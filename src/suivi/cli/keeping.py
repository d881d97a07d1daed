"""Keeping a node: its rows made anew from the logs."""

import json
from typing import TYPE_CHECKING

from suivi.cli.desk import open_desk, prints_json
from suivi.cli.nodes import Folder, Format

if TYPE_CHECKING:
    from suivi.desk.project import Rebuilt


def rebuild(data: Folder, format: Format = None) -> None:
    """Empty every table of rows for lists and search, and fill it again from the logs; says what it healed."""
    open_desk(data)
    from suivi.desk import project

    as_json = prints_json(format)
    done = project.rebuild((lambda _: None) if as_json else _tell)
    if as_json:
        facts = [{"channel": one.channel, "rows": one.rows, "healed": one.healed} for one in done if _counts(one)]
        print(json.dumps({"channels": facts, "healed": sum(one.healed for one in done)}, ensure_ascii=False))
        return
    healed = sum(one.healed for one in done)
    print(
        f"{healed} rows were not as the logs say and have been put right."
        if healed
        else "Every row was as it should be."
    )


def _tell(one: "Rebuilt") -> None:
    if _counts(one):
        print(f"{one.channel or 'rows of no channel'}: {one.rows} rows, {one.healed} put right.", flush=True)


def _counts(one: "Rebuilt") -> bool:
    """Whether there is anything to say: the rows of no channel are mentioned only if there were any."""
    return bool(one.channel or one.healed)
