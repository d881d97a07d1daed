"""What the opening of a channel has come to, read from the node each time: root keys, signatures, fingerprints, charter.

- While a first key list is gathered, the node keeps public keys and the draft in `opening/CHANNEL`; a root key never lies
  there, locked or not.
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from suivi.desk import access, ceremony, entries, partners, registers
from suivi.desk.access import Officer
from suivi.desk.founding import ROOT_KEYS, ROOT_THRESHOLD
from suivi.exchange.charter import former_name
from suivi.exchange.faults import Refused
from suivi.exchange.key_chain import chain_of
from suivi.log.fault import Fault
from suivi.log.manifest import fingerprint_groups
from suivi.log.note import SIGNATURE, key_id
from suivi.plan.channel import CHANNEL_GRAMMAR, PUBLIC, RESERVED_CHANNELS, OldLog, origin_of

FOLDER: Final = "opening"
DRAFT: Final = "list.draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class RootShown:
    """One of the root keys: whether it was made, and whether its custodian has signed with it."""

    number: int
    made: bool
    signed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningShown:
    """Where the opening of a channel stands; `fingerprints` gives each known party its groups of four, ours first.

    `old_logs` are those of the channel that it succeeds by its name, as we hold them.
    """

    channel: str
    party: str
    roots: tuple[RootShown, ...]
    needed: int
    in_force: bool
    fingerprints: tuple[tuple[str, str], ...]
    charter: bool
    proposed: bool
    old_logs: tuple[OldLog, ...] = ()

    @property
    def all_made(self) -> bool:
        """Whether every root key was made."""
        return all(root.made for root in self.roots)

    @property
    def signed(self) -> int:
        """How many custodians have signed."""
        return sum(root.signed for root in self.roots)


def opening_for(officer: Officer, channel: str) -> OpeningShown:
    """Where the opening of `channel` stands, for who administers; of the public log once its copies have a place.

    The public log needs no charter. Raises `NotMandated`, `NotHere`.
    """
    access.must(officer, "administer")
    node = entries.own_node()
    own, in_force = node.party, bool(entries.key_lists(node.party, channel))
    public = channel == PUBLIC and (in_force or bool(copies_kept()))
    if not CHANNEL_GRAMMAR.fullmatch(channel) or (channel in RESERVED_CHANNELS and not public):
        raise access.NotHere(what=channel)
    register = registers.common(channel) if in_force and not public else None
    return OpeningShown(
        channel=channel,
        party=own,
        roots=tuple(roots(channel)),
        needed=ROOT_THRESHOLD,
        in_force=in_force,
        fingerprints=tuple(_fingerprints(channel, own)),
        charter=public or bool(register and register.charter),
        proposed=bool(register and register.joint_texts),
        old_logs=tuple(old_logs(channel)) if in_force and not public else (),
    )


def old_logs(channel: str, sizes: Mapping[str, int] | None = None) -> list[OldLog]:
    """What a successor channel's charter says of the logs before it: their sizes and roots as we hold them, or at `sizes`.

    `sizes` are by party. Raises `Refused` (charter.succeeds) for a party without an old log, or for more than is held.
    """
    former = former_name(channel)
    held = {party: entries.log_size(origin_of(party, former)) for party in entries.parties(former)} if former else {}
    for party, size in (sizes or {}).items():
        if not 0 <= size <= held.get(party, -1):
            got, expected = f"{size} entries of {party}", f"at most {held.get(party, 0)}"
            raise Refused(Fault("charter.succeeds", got=got, expected=expected))
    agreed = {origin_of(party, former or ""): (sizes or {}).get(party, size) for party, size in held.items()}
    return [OldLog(log, size, entries.root_at(log, size).hex()) for log, size in agreed.items()]


def copies_kept() -> tuple[Path, ...]:
    """The folders outside the node that keep a copy of our public log; empty before it can be opened."""
    return partners.read_addresses(entries.own_node().folder).copies


def under_way() -> list[str]:
    """The channels whose first key list is being gathered, by name; the public log is no channel."""
    place = entries.own_node().folder / FOLDER
    found = sorted(path.name for path in place.iterdir() if path.is_dir()) if place.is_dir() else []
    return [name for name in found if name != PUBLIC]


def folder_of(channel: str) -> Path:
    """Where the public keys and the draft of `channel` are gathered."""
    return entries.own_node().folder / FOLDER / channel


def public_file(channel: str, number: int) -> Path:
    """The file of the public key of one root."""
    return folder_of(channel) / f"root-{number}{ceremony.PUBLIC_SUFFIX}"


def clear(channel: str) -> None:
    """Forget what was gathered, once the list is in force."""
    shutil.rmtree(folder_of(channel), ignore_errors=True)


def roots(channel: str) -> list[RootShown]:
    """Every root key in its order: made, and signed with."""
    draft = folder_of(channel) / DRAFT
    signed: set[bytes] = set()
    party = ""
    if draft.exists():
        note, manifest = ceremony.read_draft(draft.read_bytes())
        signed, party = {line.key_id for line in note.signatures}, manifest.party
    return [_root(channel, number, party, signed) for number in range(1, ROOT_KEYS + 1)]


def _root(channel: str, number: int, party: str, signed: set[bytes]) -> RootShown:
    file = public_file(channel, number)
    made = file.exists()
    known = made and bool(signed) and key_id(f"suivi/{party}/root", SIGNATURE, ceremony.read_public(file)) in signed
    return RootShown(number=number, made=made, signed=known)


def _fingerprints(channel: str, own: str) -> list[tuple[str, str]]:
    parties = sorted(entries.parties(channel), key=lambda party: (party != own, party))
    return [
        (
            party,
            fingerprint_groups(
                chain_of(entries.key_lists(party, channel), party=party, channel=channel)[0].fingerprint()
            ),
        )
        for party in parties
    ]
