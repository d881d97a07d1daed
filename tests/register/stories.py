"""Generated correspondences: two to five parties that agree, report, correct, cross letters and sometimes lie."""

from hypothesis import strategies as st

from suivi.record.changes import Corrected, Withdrawn
from suivi.record.joint import Concurred, Declined, Proposed, Sealed, Withdrew
from suivi.record.plans import PlanAdopted
from suivi.record.reports import ReportFiled, Stage
from suivi.record.steps import ActivityOpened, StepTaken
from tests.register import correspondence as letters

PARTIES = ("kor", "can", "jpn", "aus", "nzl")
DIALOGUE = {
    "propose": {"date": "2025-03-01", "level": "ministers"},
    "convene": {"date": "2025-03-01", "place": "Ottawa", "agenda": {"en": "Fires"}},
    "hold": {"date": "2025-03-01", "participants": {"en": "Ministers"}},
    "conclude": {"decisions": {"en": "To meet again"}},
    "postpone": {"reason": {"en": "Snow"}},
}
ACTS = (
    "deliver", "deliver", "deliver", "report", "report", "open", "step", "step", "propose-step", "propose-plan",
    "propose-charter", "concur", "concur", "seal", "seal", "decline", "withdraw", "correct", "take-back", "receipt",
    "cite", "name",
)  # fmt: skip
LIES = ("lie-seen", "lie-id", "lie-salt", "lie-manifest", "lie-marking", "lie-target", "lie-absent", "lie-at")


@st.composite
def stories(draw, lies=True, begun=None, most=25):
    """A correspondence; with a plan in effect already if `begun` (None: drawn)."""
    story = letters.Correspondence(PARTIES[: draw(st.integers(2, 5))])
    if draw(st.booleans()) if begun is None else begun:
        story.open()
        story.adopt()
    for _ in range(draw(st.integers(0, most))):
        act = draw(st.sampled_from(ACTS + (LIES if lies else ())))
        author, other = (draw(st.sampled_from(story.codes)) for _ in range(2))
        play(story, draw, act, author, other)
    return story


def play(story, draw, act, author, other):
    """One act of one party, as far as it makes sense for it."""
    known = known_to(story, author)
    of_kind = lambda *kinds: [entry for entry in known if isinstance(entry.record, kinds)]  # noqa: E731 read once
    own = [entry for entry in known if entry.party == author]
    if act == "deliver" and author != other:
        story.deliver(author, other)
    elif act == "report":
        story.report(author, a_report(draw))
    elif act == "open":
        opened = letters.opened(draw(st.sampled_from(["P1.I1", "P1.I2"])), draw(st.sampled_from(["dialogue", "odd"])))
        story.write(author, opened, subject=letters.PLAN)
    elif act == "step" and (activities := of_kind(ActivityOpened)):
        story.write(author, a_step(draw, activities), subject=letters.PLAN)
    elif act == "propose-step" and (activities := of_kind(ActivityOpened)):
        story.propose(author, a_step(draw, activities), subject=letters.PLAN)
    elif act == "propose-plan":
        version = draw(st.integers(1, 3))
        adopted = [entry for entry in of_kind(Proposed) if isinstance(entry.record.body, PlanAdopted)]
        target = draw(st.sampled_from([None, *adopted]))
        story.propose(author, PlanAdopted(letters.plan(version=version)), subject=letters.PLAN, target=target)
    elif act == "propose-charter":
        codes = draw(st.permutations(story.codes))
        story.propose(author, letters.charter(codes), parties=tuple(codes))
    elif act in ("concur", "decline", "withdraw", "seal") and (proposals := of_kind(Proposed)):
        proposal = draw(st.sampled_from(proposals))
        word = {"concur": Concurred(), "decline": Declined(), "withdraw": Withdrew()}.get(act)
        word = word or Sealed(voices_known(story, author, proposal))
        story.write(author, word, target=proposal, subject=proposal.header.subject)
    elif act == "correct" and (mine := [entry for entry in own if isinstance(entry.record, ReportFiled | Corrected)]):
        target = draw(st.sampled_from(mine))
        story.report(
            author, Corrected("report.filed", a_report(draw)), supersedes=target, subject=target.header.subject
        )
    elif act == "take-back" and own:
        target = draw(st.sampled_from(own))
        story.write(author, Withdrawn("error"), supersedes=target, subject=target.header.subject)
    elif act == "cite":
        story.write(author, some_evidence(draw, of_kind(ReportFiled)), subject=letters.PLAN)
    elif act == "name":
        party = draw(st.sampled_from([author, author, other]))
        story.write(author, letters.named(draw(st.sampled_from(["ministry", "guard"])), party))
    elif act == "receipt":
        story.receipt(author)
    elif act.startswith("lie"):
        story.report(author, a_report(draw), **a_lie(draw, story, act, author))


def a_report(draw):
    place = draw(st.sampled_from(["P1.I1", "P1.I1", "P1.I2", "P1.I4", "P1.T1.A1", "P9.I9"]))
    day = draw(st.sampled_from(["2025-01-01", "2024-11-30", "2024-12-24", "2023-05-17", "2999-01-01"]))
    return letters.report(place, draw(st.sampled_from(Stage)), on=day, bodies=draw(st.sampled_from([(), ("guard",)])))


def some_evidence(draw, reports):
    report = draw(st.sampled_from([None, *(entry.header.id for entry in reports)]))
    place = draw(st.sampled_from(["", "P1.I1", "P1.I4", "P9.I9"]))
    published_on = draw(st.sampled_from([None, "2023-05-17", "2025-01-02"]))
    return letters.evidence(place, published_on=published_on, report=report)


def a_step(draw, activities):
    name = draw(st.sampled_from(sorted(DIALOGUE)))
    return StepTaken(
        activity=draw(st.sampled_from(activities)).header.id, step=name, details=DIALOGUE[name], on="2025-01-02"
    )


def a_lie(draw, story, act, author):
    entries = story.entries()
    match act:
        case "lie-seen":
            return {"seen": {f"suivi/{code}/pact": draw(st.integers(0, 15)) for code in story.codes[:2]}}
        case "lie-id" if entries:
            return {"id": draw(st.sampled_from(entries)).header.id}
        case "lie-salt" if entries:
            return {"salt": draw(st.sampled_from(entries)).salt}
        case "lie-manifest":
            return {"manifest": draw(st.integers(1, 9))}
        case "lie-marking":
            return {"marking": draw(st.sampled_from([{"tlp": "RED"}, {"tlp": "amber"}, {"tlp": "CLEAR", "rel": []}]))}
        case "lie-target" if entries:
            return {"target": draw(st.sampled_from(entries))}
        case "lie-at":
            return {"at": draw(st.sampled_from(["2031-01-01T00:00:00Z", "1999-01-01T00:00:00Z"]))}
    return {}


def known_to(story, party):
    """What a party holds: its own log, and of the others what was delivered."""
    return [
        entry
        for entry in story.entries()
        if entry.party == party or entry.seq < story.given.get((party, entry.party), 0)
    ]


def voices_known(story, party, proposal):
    """The voices for a proposal among what the party holds."""
    known = {(entry.party, entry.seq) for entry in known_to(story, party)}
    return {code: voice for code, voice in story.voices(proposal).items() if (code, voice.seq) in known}
