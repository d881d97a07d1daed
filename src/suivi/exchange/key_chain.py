"""A chain of key lists that stands on its own: what can be believed of a party's keys from the lists alone.

- From version 1, each list is accepted by the one before and by itself (exchange format, section 5.4).
- Where older lists are not at hand, the first must at least meet its own threshold.
- Whose chain it is, only the fingerprint compared by two officers can say.
"""

from collections.abc import Sequence

from suivi.log.fault import Fault
from suivi.log.manifest import Manifest, accept_first, accept_next, read_manifest
from suivi.log.note import Note, check_signatures, signers_among


def chain_of(notes: Sequence[bytes], *, party: str, channel: str) -> list[Manifest]:
    """The key lists in `notes` (at least one), accepted one by one; raises `Fault` keys.* where one is not sound."""
    first = read_manifest(notes[0])
    if first.manifest.version == 1:
        chain = [accept_first(notes[0], party=party, channel=channel, fingerprint=None)]
    else:
        chain = [_signed_by_itself(notes[0], party, channel)]
    for octets in notes[1:]:
        following = accept_next(chain[-1], octets, earlier=chain[:-1])
        if following is chain[-1]:
            expected = f"version {following.version + 1}"
            raise Fault("keys.not-consecutive", got=f"version {following.version} again", expected=expected)
        chain.append(following)
    return chain


def check_sender(note: Note, by: str, lists: Sequence[Manifest]) -> None:
    """6. The bundle note is signed by a log key of its sender `by` (an origin), no key of `lists` failing.

    `lists` are the newest key lists at hand, the sender's among them. Raises `Fault` note.* or keys.unknown.
    """
    known = [key for manifest in lists for key in manifest.known_keys()]
    signers = check_signatures(note, known)
    if not any(key.name == by for key in signers):
        raise Fault("keys.unknown", got=", ".join(key.name for key in signers), expected=f"a log key of {by}")


def _signed_by_itself(octets: bytes, party: str, channel: str) -> Manifest:
    first = read_manifest(octets)
    manifest = first.manifest
    if (manifest.party, manifest.channel) != (party, channel):
        raise Fault("keys.subject", got=f"{manifest.party}/{manifest.channel}", expected=f"{party}/{channel}")
    if manifest.previous is None:
        raise Fault("keys.chain", got="no version before", expected=f"the digest of version {manifest.version - 1}")
    signers = {key.public for key in signers_among(first.note, manifest.known_keys())}.intersection(manifest.roots)
    if len(signers) < manifest.threshold:
        raise Fault("keys.new-threshold", got=str(len(signers)), expected=str(manifest.threshold))
    return manifest
