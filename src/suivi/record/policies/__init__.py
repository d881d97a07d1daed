"""National tables of markings, one file each; a charter names the digest of those it uses."""

from typing import Final

from suivi.record.policies import ca_gc, kr_gov
from suivi.record.policies.policy import Policy

POLICIES: Final[dict[str, Policy]] = {table.POLICY.code: table.POLICY for table in (ca_gc, kr_gov)}
"""Every table this version knows, by code."""
