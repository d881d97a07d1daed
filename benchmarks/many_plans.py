"""A node of a foreign ministry after many years: many partners' channels, many plans, very many reports.

Run: python -m benchmarks.many_plans FOLDER [--channels 200] [--plans 10] [--commitments 50] [--reports 10] [--at-once 70]

- Each channel is one partner's: a charter, its plans in effect, and reports by both sides in turn on every commitment,
  in entries as they would stand after years: real headers, contents, leaves and a signed checkpoint of each log.
- Only the checkpoint of today is written; those between are not needed to read, and signing each would take hours.
- With SUIVI_DATABASE the tables lie in PostgreSQL.
- A run makes `--at-once` channels more, rows and all, and the next goes on from there: no run need be long.
"""

import argparse
import datetime
import hashlib
import os
import sys
import time
from itertools import islice
from pathlib import Path

FIRST = datetime.datetime(2016, 1, 4, 9, 0, tzinfo=datetime.UTC)
STEP = datetime.timedelta(minutes=270)  # ten rounds on ten plans take two and a half years
SUBJECTS = (
    "supply chains,forest fires,public health,critical minerals,youth mobility,cyber security,fisheries,the Arctic"
)
SUBJECTS_KO = "공급망,산불 대응,공중 보건,핵심 광물,청년 교류,사이버 안보,수산업,북극 협력"
VERBS = "met on,exchanged lists about,agreed next steps on,reviewed results of,trained staff for,published a study of"
PLACES = "Ottawa,Seoul,Vancouver,Busan,Montréal,Sejong,Halifax,Incheon"
STAGES = ("planned", "under-way", "done", "mentioned")
BATCH = 2_000


def fill(
    folder: Path,
    *,
    first: int,
    last: int,
    plans: int,
    commitments: int,
    reports: int,
    told=print,
    more=lambda story: None,
) -> None:
    """Fill channels `first` to `last`, the end excluded, of the node this process serves; keys lie beside it.

    `more` is called with the story of each channel before it is written down, to tell more in it.
    """
    from django.db import connection, transaction

    from suivi.desk import entries

    began = time.perf_counter()
    for number in range(first, last):
        with transaction.atomic():
            size = {"plans": plans, "commitments": commitments, "reports": reports}
            _channel(f"c{number:03}", folder / "roots", **size, more=more)
        if number % 10 == 9:
            told(f"{number + 1} channels after {time.perf_counter() - began:.0f} s", flush=True)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("ANALYZE")
    assert {f"c{number:03}" for number in range(first, last)} <= set(entries.channels())


def _channel(channel: str, roots: Path, *, plans: int, commitments: int, reports: int, more) -> None:
    from suivi.desk import entries, founding
    from suivi.desk.models import Attachment
    from suivi.log.keys import Ed25519Signer
    from suivi.log.manifest import KeyRange, Manifest, manifest_note

    founding.open_keys(channel, roots_folder=roots, at=FIRST)
    keys = [Ed25519Signer.from_seed(os.urandom(32)) for _ in range(5)]
    manifest = Manifest(
        party="kor", channel=channel, version=1, issued=FIRST.date().isoformat(), previous=None, threshold=2,
        roots=tuple(key.public for key in keys[:3]), logs=(KeyRange(keys[3].public, 0, None),),
        witnesses=(KeyRange(keys[4].public, 0, None),), tls=(),
    )  # fmt: skip
    entries.keep_key_list("kor", channel, 1, manifest_note(manifest, keys[:2]).octets())
    story = _Story(channel)
    story.open_charter()
    for place in range(plans):
        plan, texts = _plan(f"{channel}-{place:02}", commitments)
        for octets in texts.values():
            Attachment.objects.get_or_create(digest=entries.sha256(octets), defaults={"octets": octets})
        story.adopt_plan(plan)
    for turn in range(reports):
        author = ("can", "kor")[turn % 2]
        for place in range(plans):
            for number in range(commitments):
                story.says(author, f"{channel}-{place:02}", f"P{number % 5 + 1}.I{number // 5 + 1}", turn, number)
        story.deliver_all()
    more(story)
    story.write_down(keys)


def _plan(name: str, commitments: int):
    """A plan of five pillars in English and Korean, and its texts."""
    from suivi.plan.plan import AgreedText, Place, Plan, Provision, ProvisionKind, Section
    from suivi.plan.text import Span
    from suivi.plan.when import Recurrence

    number = int(name.split("-")[1])
    words = {"en": "Plan of action.\n", "ko": "행동계획.\n"}
    subjects, korean = SUBJECTS.split(","), SUBJECTS_KO.split(",")
    spans: dict[str, dict[str, Span]] = {}
    for place in range(commitments):
        subject = (place + number) % len(subjects)
        for language, sentence in {
            "en": f"The Parties will work together on {subjects[subject]}, item {place} of {name}.\n",
            "ko": f"양측은 {korean[subject]} 분야에서 협력한다 ({place}).\n",
        }.items():
            start = len(words[language])
            words[language] += sentence
            spans.setdefault(f"P{place % 5 + 1}.I{place // 5 + 1}", {})[language] = Span(
                start, len(words[language]) - 1
            )
    octets = {language: text.encode() for language, text in words.items()}
    head = {"en": Span(0, 15), "ko": Span(0, 5)}
    whole = {language: Span(0, len(text)) for language, text in words.items()}
    plan = Plan(
        id=name,
        version=1,
        texts=tuple(AgreedText(language, True, hashlib.sha256(one).hexdigest()) for language, one in octets.items()),
        sections=tuple(Section(f"P{n}", "pillar", None, head, whole, {"en": f"Pillar {n}"}) for n in range(1, 6)),
        provisions=tuple(
            Provision(
                id, ProvisionKind.INITIATIVE, ("dialogue", "study", "undertaking", "information")[place % 4],
                (Place(id, id.split(".")[0], spans[id]),),
                recurrence=Recurrence("FREQ=YEARLY") if place % 3 == 0 else None,
                titles={"en": f"Item {place} of {name}"},
            )
            for place, id in enumerate(sorted(spans, key=lambda name: (int(name[1]), int(name.split(".I")[1]))))
        ),
        titles={"en": f"Plan {name}", "ko": f"행동계획 {name}"},
        agreed_on="2016-01-04",
    )  # fmt: skip
    return plan, octets


def _story_class():
    from suivi.desk import entries
    from suivi.desk.models import Checkpoint, Content, Entry
    from suivi.log.canonical import canonical
    from suivi.log.header import Header
    from suivi.log.note import Checkpoint as Tree
    from suivi.log.note import signed
    from suivi.log.tree import Frontier
    from suivi.record.entry import Entry as ReadEntry
    from suivi.record.kinds import content_value, type_of
    from suivi.record.plans import PlanAdopted
    from suivi.record.reports import ReportFiled, Stage
    from tests.register.correspondence import Correspondence, charter, reference

    class Story(Correspondence):
        """A correspondence whose entries have real contents."""

        def __init__(self, channel):
            super().__init__(("can", "kor"), channel)
            self.rows: list[tuple[Entry, Content]] = []
            self.frontiers = dict.fromkeys(self.logs, Frontier(0, ()))

        def open_charter(self):
            self.agree("can", charter(self.codes, channel=self.channel))

        def adopt_plan(self, plan):
            self.agree("can", PlanAdopted(plan), subject=plan.id)

        def at(self, number):
            return (FIRST + number * STEP).strftime("%Y-%m-%dT%H:%M:%SZ")

        def write(self, author, record, *, subject="channel", target=None, supersedes=None, **said):
            log, number = f"suivi/{author}/{self.channel}", self.written
            self.written += 1
            content = canonical(
                content_value(record, salt=hashlib.md5(f"{self.channel} salt {number}".encode()).hexdigest())
            )
            digest = entries.sha256(content)
            header = Header(
                log=log, seq=len(self.logs[log]), id=hashlib.md5(f"{self.channel} {number}".encode()).hexdigest(),
                type=type_of(record), subject=subject, sha256=digest, size=len(content), marking={"tlp": "AMBER"},
                seen=self.seen_by(author), manifest=1, at=self.at(number),
                target=reference(target) if target is not None else None, supersedes=None,
            )  # fmt: skip
            octets, leaf = header.octets(), header.leaf()
            self.frontiers[log] = self.frontiers[log].after(leaf)
            self.rows.append(
                (
                    Entry(log=log, seq=header.seq, header=octets, leaf=leaf, digest=digest),
                    Content(digest=digest, octets=content),
                )
            )
            entry = ReadEntry(
                log=log,
                seq=header.seq,
                leaf=leaf,
                header=header,
                record=record,
                salt="",
                flaw=None,
                octets=len(content),
            )
            self.logs[log].append(entry)
            return entry

        def says(self, author, plan, provision, turn, number):
            subject, verb = SUBJECTS.split(",")[number % 8], VERBS.split(",")[(turn + number) % 6]
            place = PLACES.split(",")[(turn * 3 + number) % 8]
            on = (FIRST + self.written * STEP).date() - datetime.timedelta(days=1 + number % 20)
            account = {
                "en": f"In round {turn}, officials of both sides {verb} {subject} in {place}. "
                f"They compared what each side had done since the last round and agreed to meet again, item {number}.",
                "ko": f"제{turn}차 회의에서 양측은 {SUBJECTS_KO.split(',')[number % 8]} 이행 상황을 점검하였다.",
            }
            report = ReportFiled(
                provision=provision, stage=Stage(STAGES[(turn + number) % 4]), account=account, on=on.isoformat()
            )
            self.write(author, report, subject=f"{plan}#{provision}")

        def write_down(self, keys):
            rows = iter(self.rows)
            while batch := list(islice(rows, BATCH)):
                for table, column in zip((Entry, Content), zip(*batch, strict=True), strict=True):
                    table.objects.bulk_create(column, batch_size=500)
            for log, frontier in self.frontiers.items():
                key = entries.own_signers(self.channel)[0] if "/can/" in log else keys[3]
                note = signed(Tree(log, frontier.size, frontier.root()).text(), log, key)
                Checkpoint.objects.create(log=log, size=frontier.size, note=note.octets(), frontier=frontier.octets())
                entries.mark_unprojected(log)

    return Story


def _Story(channel):  # noqa: N802  # a class that can be made only once Django is set up
    return _story_class()(channel)


def main() -> None:
    """Make the node, fill it, make its rows."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    for name, count in (("channels", 200), ("plans", 10), ("commitments", 50), ("reports", 10)):
        parser.add_argument(f"--{name}", type=int, default=count)
    parser.add_argument("--at-once", type=int, default=70)
    asked = parser.parse_args()
    os.environ["SUIVI_PASSWORD"] = "demonstration"
    from suivi.cli.nodes import init

    if not asked.folder.exists():
        names = ["Noémie Clark", "Adrian West"]
        init(asked.folder, party="can", officer=names, language="en", demonstration=FIRST.isoformat(), format="json")
    os.environ |= {"SUIVI_DATA": str(asked.folder), "DJANGO_SETTINGS_MODULE": "suivi.settings"}
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection, transaction

    from suivi.desk import entries, project, registers
    from suivi.desk.database import settings_for
    from suivi.desk.models import UnprojectedLog
    from suivi.desk.node import read_node
    from suivi.desk.project import marks

    settings.NODE = read_node(asked.folder)
    if connection.vendor == "sqlite":
        connection.close()
        connection.settings_dict["NAME"] = str(settings_for(settings.NODE)["NAME"])
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")
    counts = {name: getattr(asked, name) for name in ("plans", "commitments", "reports")}
    first = len(entries.channels())
    last = min(first + asked.at_once, asked.channels)
    fill(asked.folder.parent / f"{asked.folder.name}-keys", first=first, last=last, **counts)
    began = time.process_time()
    for number in range(first, last):
        with transaction.atomic():
            project.follow(registers.common(f"c{number:03}"))
            registers.keep(f"c{number:03}")
            for party in ("can", "kor"):
                marks.follow(f"suivi/{party}/c{number:03}", from_seq=0)
            UnprojectedLog.objects.filter(log__endswith=f"/c{number:03}").delete()
        registers.forget()
    project.project()
    print(f"rows of {last - first} channels in {time.process_time() - began:.0f} s of processor time; {last} channels")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    main()
