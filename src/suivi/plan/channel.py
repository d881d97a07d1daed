"""Channel and charter: which parties exchange records, in which order, languages and limits."""

import re
from dataclasses import dataclass, field
from typing import Final

PARTY_GRAMMAR: Final = re.compile(r"[a-z][a-z0-9]{1,15}")
CHANNEL_GRAMMAR: Final = re.compile(r"[a-z][a-z0-9-]{1,31}(\.[2-9]|\.[1-9][0-9])?")
HOME: Final = "home"
PUBLIC: Final = "public"
RESERVED_CHANNELS: Final = (HOME, PUBLIC)
"""Names no channel among parties bears: `home` never leaves, `public` is for everyone (exchange format, section 1)."""


@dataclass(frozen=True, slots=True)
class CharterLanguage:
    """A language of the channel (ISO 639-1); `authentic` if its texts bind equally with the others."""

    tag: str
    authentic: bool


@dataclass(frozen=True, slots=True)
class CharterParty:
    """A party as the charter names it; `manifest` is the fingerprint of its key list, version 1."""

    code: str
    manifest: str
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class OldLog:
    """The last entry of an old log that every party agrees on: so many entries (`size`), with that root (hex)."""

    log: str
    size: int
    root: str

    @property
    def party(self) -> str:
        """Whose log it is."""
        return self.log.split("/")[1]


@dataclass(frozen=True, slots=True)
class Charter:
    """What the parties of a channel agreed to first (exchange format, section 6).

    `parties` stand in the order that breaks ties and places columns. `ceiling` is the highest marking,
    as it stands in a header. `edition` names the rules both capitals fold by. `limits` are those it lowers, by name;
    `at` says whether headers state the `second` or only the `day` of release.
    `demonstration`: its clock is simulated and nothing in it is official, and every page and paper says so.
    `succeeds` are the logs of the channel before, in a successor: what stands below those sizes counts for ever.
    """

    channel: str
    parties: tuple[CharterParty, ...]
    languages: tuple[CharterLanguage, ...]
    ceiling: dict[str, object]
    edition: str
    limits: dict[str, int] = field(default_factory=dict)
    at: str = "second"
    demonstration: bool = False
    succeeds: tuple[OldLog, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The party codes, in charter order."""
        return tuple(party.code for party in self.parties)


def origin_of(party: str, channel: str) -> str:
    """The name under which `party` signs its log of `channel` (exchange format, section 1)."""
    return f"suivi/{party}/{channel}"
