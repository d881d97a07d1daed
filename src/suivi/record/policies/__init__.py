"""National tables of markings, one file each; the folder is the list, and a charter names the digest of those it uses.

- Every file but `policy.py` is a table and holds it as `POLICY`, whose code is the name of the file, with hyphens.
- Nothing else names a table: no registry, no migration, no template. Tables stand in order of code.
"""

import importlib
import pkgutil
from collections.abc import Iterable
from typing import Final

from suivi.log.canonical import Json
from suivi.record.policies.policy import Policy


def _tables() -> dict[str, Policy]:
    names = sorted(found.name for found in pkgutil.iter_modules(__path__) if found.name != "policy")
    tables = [importlib.import_module(f"{__name__}.{name}").POLICY for name in names]
    return {table.code: table for table in sorted(tables, key=lambda table: table.code)}


POLICIES: Final[dict[str, Policy]] = _tables()
"""Every table this version knows, by code."""


def digests(codes: Iterable[str]) -> list[dict[str, str]]:
    """What a charter states of the tables with these codes, in order of code; `KeyError` for one nobody here knows."""
    return [{"policy": code, "sha256": POLICIES[code].sha256()} for code in sorted(set(codes))]


def other_tables(stated: Json) -> list[str]:
    """The codes, of the `policies` that a charter states, whose table is not known here or reads otherwise."""
    named = stated if isinstance(stated, list) else []
    return [str(each["policy"]) for each in named if each not in digests(POLICIES)]
