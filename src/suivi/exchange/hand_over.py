"""Handing over: a range of a log as one file, the same bytes each time it is asked for.

- What goes into the file is already released and signed; nothing is chosen or changed here.
- `log` may be another party's log: a verified copy, from which that party can restore.
- Source: exchange format, section 10.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from suivi.log.bundle import Listed, ListedBlob, ListedSegment, bundle_note, segments_of, write_bundle
from suivi.log.manifest import read_manifest
from suivi.log.note import Signer, read_note


def hand_over(
    *,
    by: str,
    log: str,
    to: Sequence[str],
    from_size: int,
    from_root: bytes,
    checkpoint: bytes,
    manifests: Sequence[bytes],
    lines: Iterable[bytes],
    blobs: Iterable[bytes],
    signer: Signer,
) -> Iterator[bytes]:
    """The bundle, piece by piece, of the entries of `log` after the first `from_size`, whose root is `from_root`.

    `by` is the sender's own origin and `signer` its log key there; `to` are party codes; `checkpoint` the signed note
    to reach; `manifests` key lists of the author by rising version; `lines` with their LF, in order; `blobs` the
    attachments in any order. Raises `Fault` where a note or key list is not one.
    """
    keys = list(manifests)
    segments = list(segments_of(lines))
    attached = {_sha256(octets): octets for octets in blobs}
    note = bundle_note(
        by=by,
        log=log,
        to=tuple(to),
        from_size=from_size,
        from_root=from_root,
        checkpoint=read_note(checkpoint),
        keys=tuple(Listed(read_manifest(octets).manifest.version, len(octets), _sha256(octets)) for octets in keys),
        segments=tuple(ListedSegment(octets.count(b"\n"), len(octets), _sha256(octets)) for octets in segments),
        blobs=tuple(ListedBlob(sha256, len(attached[sha256])) for sha256 in sorted(attached)),
        signer=signer,
    )
    return write_bundle(note, keys, segments, [attached[sha256] for sha256 in sorted(attached)])


def _sha256(octets: bytes) -> str:
    return hashlib.sha256(octets).hexdigest()
