"""Where we publish, and where our partners do: `exchange.toml` in the node's folder, readable before Django starts.

- `[publish] folder`: the directory a web server shows to the partner (default: `published` in the node's folder).
- `[[partner]]`: `channel`, `party`, `address`, `pins` (SHA-256 of the server's public key, 64 hex digits each),
  `certificate` (a PEM file of ours with its key), `private` (its name may resolve to an address of our own network).
- `[copies] folders`: at least two folders that receive a copy of the public log at each publication.
- Plain HTTP is for an explicit loopback address with `private = true` only: tests and demonstrations.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from suivi.desk.node import PRIVATE_MODE, NodeFolderUnsound
from suivi.plan.channel import CHANNEL_GRAMMAR, PARTY_GRAMMAR

FILE_NAME: Final = "exchange.toml"
PUBLISHED_NAME: Final = "published"
FEWEST_COPIES: Final = 2
ROOT: Final = Path("x") / "v1"
"""What follows the published directory, and the address of a partner."""
_PIN: Final = re.compile(r"[0-9a-f]{64}")
_LOOPBACK: Final = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True, kw_only=True)
class Partner:
    """Where `party` publishes its log of `channel`: `address` is what precedes `/x/v1`, without a last slash."""

    channel: str
    party: str
    address: str
    pins: tuple[str, ...] = ()
    certificate: str = ""
    private: bool = False

    def base(self, log_of: str) -> str:
        """The address of the directory that holds the log of the party `log_of`."""
        return f"{self.address}/x/v1/{self.channel}/{log_of}"


@dataclass(frozen=True, kw_only=True)
class Addresses:
    """What `exchange.toml` says of a node; `copies` are the folders in which copies of its public log are kept."""

    published: Path
    partners: tuple[Partner, ...] = ()
    copies: tuple[Path, ...] = ()

    def of(self, channel: str, party: str) -> Partner | None:
        """Where that partner publishes, None where nobody has said."""
        found = [one for one in self.partners if (one.channel, one.party) == (channel, party)]
        return found[0] if found else None


def read_addresses(folder: Path) -> Addresses:
    """The addresses of the node in `folder`; raises `NodeFolderUnsound` with what is wrong and what to do."""
    path = folder / FILE_NAME
    if not path.exists():
        return Addresses(published=folder / PUBLISHED_NAME)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        partners = tuple(_partner(one) for one in table.get("partner", []))
        place = table.get("publish", {}).get("folder", PUBLISHED_NAME)
        copies = tuple(Path(str(one)) for one in table.get("copies", {}).get("folders", []))
        return Addresses(published=folder / str(place), partners=partners, copies=copies)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValueError, AttributeError, TypeError) as error:
        raise NodeFolderUnsound(f"“{path}” cannot be read: {error}. Correct it, or restore it.") from None


def keep_partner(folder: Path, partner: Partner) -> None:
    """Write where `partner` publishes into `exchange.toml`, in place of what was there for it.

    Raises `ValueError` for an address that could never be fetched from.
    """
    check_partner(partner)
    known = read_addresses(folder)
    others = [one for one in known.partners if (one.channel, one.party) != (partner.channel, partner.party)]
    _write(folder, replace(known, partners=(*others, partner)))


def keep_copies(folder: Path, copies: Sequence[Path]) -> None:
    """Write into `exchange.toml` where copies of our public log are kept.

    Raises `ValueError` unless they are two folders or more that exist, differ, and lie outside the node.
    """
    places = [place.resolve() for place in copies]
    if len(set(places)) < FEWEST_COPIES or not all(place.is_dir() for place in places):
        raise ValueError("two different folders are needed, and both must be there")
    if any(place.is_relative_to(folder.resolve()) for place in places):
        raise ValueError("a copy inside the node’s own folder is lost with it")
    if any(sign in str(place) for sign in '"\\\n' for place in places):
        raise ValueError("the name of a folder may hold no quotation mark and no backslash")
    _write(folder, replace(read_addresses(folder), copies=tuple(places)))


def _write(folder: Path, said: Addresses) -> None:
    published = "" if said.published == folder / PUBLISHED_NAME else f'[publish]\nfolder = "{said.published}"\n\n'
    named = ", ".join(f'"{place}"' for place in said.copies)
    copies = f"[copies]\nfolders = [{named}]\n\n" if said.copies else ""
    partial = folder / f".{FILE_NAME}.partial"
    partial.touch(mode=PRIVATE_MODE)
    partial.write_text(published + copies + "\n".join(map(_written, said.partners)), encoding="utf-8")
    partial.replace(folder / FILE_NAME)


def check_partner(partner: Partner) -> None:
    """Raise `ValueError` unless the address, the pins and the names have their form."""
    parts = urlsplit(partner.address)
    if not CHANNEL_GRAMMAR.fullmatch(partner.channel) or not PARTY_GRAMMAR.fullmatch(partner.party):
        raise ValueError(f"“{partner.channel}” or “{partner.party}” names no channel or party")
    if parts.scheme not in ("https", "http") or not parts.hostname or parts.username or parts.query or parts.fragment:
        raise ValueError(f"“{partner.address}” is not an address such as https://exchange.example.kr")
    if parts.scheme == "http" and not (partner.private and parts.hostname in _LOOPBACK):
        raise ValueError(f"“{partner.address}” must begin with https:// (plain HTTP is for a loopback address only)")
    if not all(_PIN.fullmatch(pin) for pin in partner.pins):
        raise ValueError("a pin is the SHA-256 of the server’s public key: 64 hex digits")
    if any(sign in partner.address + partner.certificate for sign in '"\\\n'):
        raise ValueError("an address and a file name may hold no quotation mark and no backslash")


def _partner(value: dict[str, object]) -> Partner:
    partner = Partner(
        channel=str(value["channel"]),
        party=str(value["party"]),
        address=str(value["address"]).rstrip("/"),
        pins=tuple(map(str, value.get("pins", []))),  # type: ignore[call-overload]  # TOML: a list or a TypeError
        certificate=str(value.get("certificate", "")),
        private=value.get("private") is True,
    )
    check_partner(partner)
    return partner


def _written(partner: Partner) -> str:
    pins = ", ".join(f'"{pin}"' for pin in partner.pins)
    lines = [
        "[[partner]]",
        f'channel = "{partner.channel}"',
        f'party = "{partner.party}"',
        f'address = "{partner.address}"',
        f"pins = [{pins}]",
        f'certificate = "{partner.certificate}"',
        f"private = {'true' if partner.private else 'false'}",
    ]
    return "\n".join(lines) + "\n"
