"""A short journey's records as two logs, written by the simulator of the register's tests; and its reviews."""

import datetime
import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

from suivi.plan.channel import Charter, CharterLanguage, CharterParty
from suivi.plan.when import Period
from suivi.reader import read, read_file
from suivi.reader.settle import settled
from suivi.record.changes import Corrected
from suivi.record.named import Named, PlanNamed
from suivi.record.plans import PlanAdopted
from suivi.record.reports import ReportFiled, Stage
from suivi.record.steps import ActivityOpened, StepTaken
from suivi.review.package import review_of
from tests.register.correspondence import Correspondence

DEMONSTRATION = files("suivi.cli") / "demonstration"
LANGUAGES = ("fr", "en", "ko")
PERIOD = Period(datetime.date(2024, 7, 18), datetime.date(2026, 6, 30))
FIRST_YEAR = Period(datetime.date(2024, 7, 18), datetime.date(2025, 7, 17))


def read_json(name):
    return json.loads((DEMONSTRATION / name).read_text(encoding="utf-8"))


@cache
def the_story():
    """A short journey of its own: every kind of difference between two accounts, in 56 records."""
    return json.loads((Path(__file__).parent / "journey.json").read_text(encoding="utf-8"))


@cache
def texts():
    drafts = [read(read_file((DEMONSTRATION / f"plan.{tag}.txt").read_bytes(), name=f"{tag}.txt")) for tag in LANGUAGES]
    return drafts, {draft.text.sha256: draft.text.characters for draft in drafts}


@cache
def the_plan():
    drafts, _ = texts()
    titles, story = read_json("titles.json"), the_story()
    named = {"": titles["plan"], **titles["sections"], **titles["commitments"]}
    decisions = [{"decision": "titles", "commitment": id, "value": words} for id, words in named.items()]
    digests = {draft.text.language: draft.text.sha256 for draft in drafts}
    return settled([draft.value() for draft in drafts], decisions).plan(
        story["plan"], version=1, authentic=LANGUAGES, digests=digests, agreed_on=story["adopted_on"]
    )


@dataclass
class Journey(Correspondence):
    """A correspondence whose clock is set before each act; everything written is delivered at once."""

    clock: str = "2024-07-18T09:00:00Z"
    activities: dict[str, str] = field(default_factory=dict)
    reports: dict[str, object] = field(default_factory=dict)

    def at(self, number):
        return self.clock

    def begin(self, names, plan):
        parties = tuple(CharterParty(code, code.encode().hex().ljust(64, "0"), names[code]) for code in self.codes)
        languages = tuple(CharterLanguage(tag, authentic=True) for tag in LANGUAGES)
        said = {"texts": dict.fromkeys(LANGUAGES, "—"), "marking": {"tlp": "GREEN"}}
        self.agree(self.codes[0], Charter(self.channel, parties, languages, {"tlp": "AMBER"}, "2026-1"), **said)
        self.agree(self.codes[0], PlanAdopted(plan), subject=plan.id, **said)

    def play(self, record, subject):
        self.clock = record["recorded_at"]
        said = {"subject": subject, "marking": {"tlp": "GREEN"}}
        match record["kind"]:
            case "report":
                self.reports[record["id"]] = self.write(record["party"], a_report(record), **said)
            case "correction":
                corrected = Corrected("report.filed", a_report(record))
                self.write(record["party"], corrected, supersedes=self.reports[record["corrects"]], **said)
            case "open":
                opened = ActivityOpened(
                    provision=record["provision"], mode=record["mode"], edition=1, titles=record["titles"]
                )
                self.activities[record["activity"]] = self.write(record["party"], opened, **said).header.id
            case "step":
                self.write(record["party"], self.a_step(record), **said)
            case "joint-step":
                self.agree(record["party"], self.a_step(record), texts=dict.fromkeys(LANGUAGES, "—"), **said)
        self.deliver_all()

    def a_step(self, record):
        activity = self.activities[record["activity"]]
        return StepTaken(activity=activity, step=record["step"], details=record["details"], on=record["on"])


def a_report(record):
    return ReportFiled(
        provision=record["provision"],
        stage=Stage(record["stage"]),
        account=record["account"],
        on=record["on"],
        until=record.get("until"),
        next=record.get("next"),
    )


def played(*, plan=None, records=None):
    """The whole journey, or one on another plan with other records."""
    story, plan = the_story(), plan or the_plan()
    journey = Journey(channel=story["channel"])
    journey.begin({code: party["names"] for code, party in story["parties"].items()}, plan)
    for record in story["records"] if records is None else records:
        journey.play(record, plan.id)
    return journey


THINGS = (
    Named(
        thing="dialogue",
        kind="dialogue",
        names={"en": "The yearly talks", "ko": "연례 협의"},
        short={"en": "YT"},
        commitments=("P1.I1",),
        days={"first-held": "2024-05"},
    ),
    Named(
        thing="mou",
        kind="memorandum",
        names={"fr": "Protocole d’entente", "ko": "양해각서"},
        achieved=True,
        days={"signed": "2023-05-17"},
        address="https://example.org/mou",
    ),
)


@cache
def the_review_with_things():
    """The same where one party has entered what the plan names, and the other has given another day for it."""
    story, plan = played(), the_plan()
    other = Named(thing="mou", kind="memorandum", names={"ko": "양해각서"}, days={"signed": "2023-05-18"})
    for party, things in (("can", THINGS), ("kor", (other,))):
        story.write(party, PlanNamed(things), subject=plan.id, marking={"tlp": "GREEN"})
        story.deliver_all()
    return review_of(story.register(), plan.id, PERIOD, texts=texts()[1])


@cache
def the_review(period=PERIOD):
    """The review of the demonstration."""
    register = played().register()
    assert register.set_aside == ()
    return review_of(register, the_plan().id, period, texts=texts()[1])
