"""National tables of markings, one file each; a charter names the digest of those it uses."""

from collections.abc import Iterable
from typing import Final

from suivi.log.canonical import Json
from suivi.record.policies import ca_gc, kr_gov
from suivi.record.policies.policy import Policy

POLICIES: Final[dict[str, Policy]] = {table.POLICY.code: table.POLICY for table in (ca_gc, kr_gov)}
"""Every table this version knows, by code."""


def digests(codes: Iterable[str]) -> list[dict[str, str]]:
    """What a charter states of the tables with these codes, in order of code; `KeyError` for one nobody here knows."""
    return [{"policy": code, "sha256": POLICIES[code].sha256()} for code in sorted(set(codes))]


def other_tables(stated: Json) -> list[str]:
    """The codes, of the `policies` that a charter states, whose table is not known here or reads otherwise."""
    named = stated if isinstance(stated, list) else []
    return [str(each["policy"]) for each in named if each not in digests(POLICIES)]
