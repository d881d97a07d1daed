"""A small, pure simulator of parties that write to each other: what each holds, and what each puts on record.

- A post office delivers whole prefixes: `deliver` gives one party the first entries of another's log.
- An author states as `seen` what has been delivered to him, unless a test has him say something else.
- Ids, salts and instants come from counters, so the same story gives the same entries.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from suivi.log.header import Header, Reference
from suivi.plan.channel import Charter, CharterLanguage, CharterParty, origin_of
from suivi.plan.plan import AgreedText, Place, Plan, Provision, ProvisionKind, Section
from suivi.plan.text import Span
from suivi.plan.when import Deadline, Recurrence
from suivi.record.bodies import BodyNamed
from suivi.record.channel import Receipt
from suivi.record.entry import Entry
from suivi.record.evidence import EvidenceAttached
from suivi.record.joint import Attachment, Concurred, Sealed, Voice, proposing
from suivi.record.kinds import type_of
from suivi.record.plans import PlanAdopted
from suivi.record.reports import ReportFiled, Stage
from suivi.record.steps import ActivityOpened, StepTaken
from suivi.register.cut import whole
from suivi.register.fold import Fold, register_at

CHANNEL = "pact"
PLAN = "plan-2024"
LANGUAGES = ("en", "fr")
FIRST_AT = datetime(2025, 1, 6, 9, 0, tzinfo=UTC)
TEXT_EN = "Pillar one. We will meet every year. We will study fires. We will train nurses. We will keep in touch."
SENTENCES = ("We will meet every year.", "We will study fires.", "We will train nurses.", "We will keep in touch.")


def charter(codes, *, channel=CHANNEL, ceiling="AMBER", edition="2026-1", succeeds=()):
    parties = tuple(
        CharterParty(code, hashlib.sha256(code.encode()).hexdigest(), {"en": code.upper()}) for code in codes
    )
    languages = tuple(CharterLanguage(tag, authentic=True) for tag in LANGUAGES)
    return Charter(channel, parties, languages, {"tlp": ceiling}, edition, succeeds=tuple(succeeds))


def plan(*, version=1, name=PLAN, provisions=None):
    digest = hashlib.sha256(TEXT_EN.encode()).hexdigest()
    whole_text, heading = Span(0, len(TEXT_EN)), Span(0, len("Pillar one."))
    return Plan(
        id=name,
        version=version,
        texts=(AgreedText("en", True, digest),),
        sections=(Section("P1", "pillar", None, {"en": heading}, {"en": whole_text}, {"en": "Pillar one"}),),
        provisions=provisions or PROVISIONS,
        titles={"en": "A plan", "fr": "Un plan"},
        agreed_on="2024-05-31",
    )


def _place(name, sentence):
    start = TEXT_EN.index(sentence)
    return Place(name, "P1", {"en": Span(start, start + len(sentence))})


PROVISIONS = (
    Provision(
        "P1.I1",
        ProvisionKind.INITIATIVE,
        "dialogue",
        (_place("P1.I1", SENTENCES[0]),),
        recurrence=Recurrence("FREQ=YEARLY"),
    ),
    Provision(
        "P1.I2", ProvisionKind.INITIATIVE, "study", (_place("P1.I2", SENTENCES[1]), _place("P1.I4", SENTENCES[2]))
    ),
    Provision(
        "P1.T1.A1",
        ProvisionKind.AIM,
        "undertaking",
        (_place("P1.T1.A1", SENTENCES[3]),),
        deadline=Deadline("by June 2025", date(2025, 6, 1), date(2025, 6, 30)),
    ),
)


def report(provision="P1.I1", stage=Stage.UNDER_WAY, *, on="2025-01-03", account="We met.", **rest):
    return ReportFiled(provision=provision, stage=stage, account={"en": account}, on=on, **rest)


def evidence(provision="P1.I1", *, account="The page says that we met.", **rest):
    said = {"address": "https://news.example/1", "title": "They met", "language": "en", "publisher": "The News", **rest}
    return EvidenceAttached(provision=provision, account={"en": account}, **said)


def named(body="ministry", party="can", *, name="Ministry", **rest):
    return BodyNamed(body=body, party=party, names={"en": name}, **rest)


def opened(provision="P1.I1", mode="dialogue", edition=1):
    return ActivityOpened(provision=provision, mode=mode, edition=edition)


def step(activity, name, *, on="2025-01-03", **details):
    return StepTaken(activity=activity, step=name, details=details, on=on)


def reference(entry):
    return Reference(entry.log, entry.seq, entry.leaf.hex())


@dataclass
class Correspondence:
    """Logs by party, and how much of each other's log each party has been given."""

    codes: tuple[str, ...] = ("can", "kor")
    channel: str = CHANNEL
    logs: dict[str, list[Entry]] = field(default_factory=dict)
    given: dict[tuple[str, str], int] = field(default_factory=dict)
    written: int = 0

    def __post_init__(self):
        self.logs = {origin_of(code, self.channel): [] for code in self.codes}

    def log(self, code):
        return self.logs[origin_of(code, self.channel)]

    def entries(self):
        return [entry for log in self.logs.values() for entry in log]

    def write(self, author, record, *, subject="channel", target=None, supersedes=None, **said):
        """Puts `record` at the end of the author's log; `said` replaces what he would truthfully state."""
        log, number = origin_of(author, self.channel), self.written
        self.written += 1
        header = Header(
            log=log,
            seq=len(self.logs[log]),
            id=said.get("id", hashlib.md5(b"id %d" % number).hexdigest()),
            type=type_of(record) if record is not None else "report.filed",
            subject=subject,
            sha256="0" * 64,
            size=0,
            marking=said.get("marking", {"tlp": "AMBER"}),
            seen=said.get("seen", self.seen_by(author)),
            manifest=said.get("manifest", 1),
            at=said.get("at", self.at(number)),
            target=reference(target) if target is not None else said.get("target_as"),
            supersedes=reference(supersedes) if supersedes is not None else said.get("supersedes_as"),
        )
        salt = said.get("salt", hashlib.md5(b"salt %d" % number).hexdigest())
        entry = Entry(
            log=log, seq=header.seq, leaf=header.leaf(), header=header, record=record, salt=salt,
            flaw=said.get("flaw"), octets=0,
        )  # fmt: skip
        self.logs[log].append(entry)
        return entry

    def light(self, author, seq, record, leaf, seen, proposal):
        """An entry that belongs to no log here, with a leaf of the test's choosing."""
        header = Header(
            log=origin_of(author, self.channel), seq=seq, id="0" * 32, type=type_of(record), subject="channel",
            sha256="0" * 64, size=0, marking={"tlp": "AMBER"}, seen=seen, manifest=1, at=self.at(seq),
            target=reference(proposal) if proposal is not None else None,
        )  # fmt: skip
        return Entry(log=header.log, seq=seq, leaf=leaf, header=header, record=record, salt="", flaw=None, octets=0)

    def at(self, number):
        return (FIRST_AT + timedelta(minutes=number)).strftime("%Y-%m-%dT%H:%M:%SZ")

    def seen_by(self, author):
        return {
            origin_of(other, self.channel): self.given[author, other]
            for other in self.codes
            if other != author and self.given.get((author, other))
        }

    def deliver(self, sender, receiver):
        self.given[receiver, sender] = len(self.log(sender))

    def deliver_all(self):
        for sender in self.codes:
            for receiver in self.codes:
                if sender != receiver:
                    self.deliver(sender, receiver)

    def propose(self, author, body, *, subject="channel", texts=None, parties=None, **said):
        texts = texts or dict.fromkeys(LANGUAGES, "The parties agree.")
        attachments = (Attachment(media="text/plain", sha256="1" * 64, size=1),)
        proposed = proposing(body, parties=parties or self.codes, texts=texts, attachments=attachments)
        return self.write(author, proposed, subject=subject, **said)

    def concur(self, author, proposal, **said):
        return self.write(author, Concurred(), target=proposal, **said)

    def seal(self, author, proposal, **said):
        return self.write(author, Sealed(self.voices(proposal)), target=proposal, **said)

    def voices(self, proposal):
        """Where each party has spoken for the proposal, as far as all logs together show."""
        spoken = {}
        for code in self.codes:
            for entry in self.log(code):
                concurs = isinstance(entry.record, Concurred) and entry.header.target == reference(proposal)
                if entry is proposal or concurs:
                    spoken.setdefault(code, Voice(entry.seq, entry.leaf.hex()))
        return spoken

    def agree(self, author, body, **said):
        """All parties speak for a text of `author`, hear each other and seal; everything is delivered."""
        proposal = self.propose(author, body, **said)
        self.deliver_all()
        subject = proposal.header.subject
        for code in self.codes:
            if code != author:
                self.concur(code, proposal, subject=subject)
        self.deliver_all()
        for code in self.codes:
            self.seal(code, proposal, subject=subject)
        self.deliver_all()
        return proposal

    def open(self, **terms):
        """The charter is agreed, in the order of `codes`."""
        return self.agree(self.codes[0], charter(self.codes, channel=self.channel, **terms))

    def adopt(self, agreed=None, **said):
        """The plan is agreed under the charter."""
        agreed = agreed or plan()
        return self.agree(self.codes[0], PlanAdopted(agreed), subject=agreed.id, **said)

    def report(self, author, record=None, **said):
        return self.write(author, record or report(), **{"subject": PLAN, **said})

    def receipt(self, author):
        return self.write(author, Receipt(("note",)))

    def register(self):
        return register_at(whole(self.logs), self.logs, channel=self.channel, parties=self.codes)

    def fold(self, entries=None, **rest):
        fold = Fold(self.channel, self.codes, **rest)
        for entry in self.entries() if entries is None else entries:
            fold.take(entry)
        return fold


def under_way(codes=("can", "kor")):
    """A correspondence whose charter and plan are in effect, everything delivered."""
    story = Correspondence(codes)
    story.open()
    story.adopt()
    return story


def codes_of(register):
    """The codes set aside, in canonical order."""
    return [aside.code for aside in register.set_aside]
