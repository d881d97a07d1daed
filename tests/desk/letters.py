"""Letters of other parties that lie in the tables of a node as if they had been taken in: real headers and contents."""

import hashlib
import os

from suivi.desk import entries
from suivi.desk.models import Content, Entry
from suivi.log.canonical import canonical
from suivi.log.header import Header
from suivi.log.keys import Ed25519Signer
from suivi.log.manifest import KeyRange, Manifest, manifest_note
from suivi.plan.channel import origin_of
from suivi.record.entry import read_entry
from suivi.record.kinds import content_value, type_of
from suivi.record.reports import ReportFiled, Stage
from tests.desk.conftest import AT
from tests.register.correspondence import Correspondence, reference


def foreign_keys(party, channel):
    """Keep a key list of another party in a channel of this node."""
    keys = [Ed25519Signer.from_seed(os.urandom(32)) for _ in range(5)]
    manifest = Manifest(
        party=party, channel=channel, version=1, issued=AT.date().isoformat(), previous=None, threshold=2,
        roots=tuple(key.public for key in keys[:3]), logs=(KeyRange(keys[3].public, 0, None),),
        witnesses=(KeyRange(keys[4].public, 0, None),), tls=(),
    )  # fmt: skip
    entries.keep_key_list(party, channel, 1, manifest_note(manifest, keys[:2]).octets())


class Kept(Correspondence):
    """A correspondence whose entries, contents and all, lie in the tables of the node."""

    def write(self, author, record, *, subject="channel", target=None, **said):
        log, number = origin_of(author, self.channel), self.written
        self.written += 1
        salt = hashlib.md5(f"{self.channel} salt {number}".encode()).hexdigest()
        content = canonical(content_value(record, salt=salt))
        header = Header(
            log=log, seq=len(self.logs[log]), id=hashlib.md5(f"{self.channel} {number}".encode()).hexdigest(),
            type=type_of(record), subject=subject, sha256=entries.sha256(content), size=len(content),
            marking=said.get("marking", {"tlp": "AMBER"}), seen=self.seen_by(author), manifest=1, at=said.get("at", self.at(number)),
            target=None if target is None else reference(target), supersedes=None,
        )  # fmt: skip
        Entry.objects.create(log=log, seq=header.seq, header=header.octets(), leaf=header.leaf(), digest=header.sha256)
        Content.objects.create(digest=header.sha256, octets=content)
        entries.mark_unprojected(log, seq=header.seq)
        self.logs[log].append(read_entry(header.octets(), content))
        return self.logs[log][-1]

    def says(self, author, words):
        report = ReportFiled(provision="P1.I1", stage=Stage.DONE, account={"en": words}, on="2025-01-03")
        return self.write(author, report, subject="plan-2024#P1.I1")
