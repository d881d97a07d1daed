"""Returns as sample pages: one of each state, asked of a person and of a body."""

from dataclasses import replace

from suivi.desk.compared import compared
from suivi.desk.pages import Askable, AskPage, ReturnLine, ReturnPage, ReturnsOf, ReturnsPage, Term
from suivi.desk.pages.evidence import EvidencePage, FileKept, SourceCited
from suivi.desk.pages.writing import ApprovalPage, BoxesApart, Clash, FieldCompared, PlaceShown, StepSet, VerdictShown
from suivi.desk.queries.report_changes import CALLED
from suivi.desk.queries.return_pages import GROUPS, STATES
from suivi.desk.queries.terms import hindrance_term
from suivi.plan.words import Words
from suivi.record.reports import Hindrance
from tests.web import sample_pages
from tests.web.sample_pages import DAY, DIGEST, LINE, NOON, ROWS, STAGES


def line(state: str = "asked", *, late: bool = False) -> ReturnLine:
    """The sample return in a state; where it is late, asked of the body that leads."""
    return replace(
        sample_pages.sample_return(),
        state=Term(state, STATES[state]),
        due_on=DAY.replace(day=1) if late else DAY.replace(day=28),
        late=late,
        officer="" if late else "N. Tremblay",
        body=sample_pages.commitment().leads[0].body if late else None,
        ticket=DIGEST if state in ("waiting", "sent") else "",
    )


def returns() -> ReturnsPage:
    """One return in every group."""
    held = {
        "overdue": line(late=True),
        "asked": replace(line(), due_on=None),
        "approving": replace(line("approving"), waits_at="Director", for_me=True),
        "waiting": line("waiting"),
        "sent": line("sent"),
    }
    groups = tuple(ReturnsOf(Term(code, GROUPS[code]), (one,), 1) for code, one in held.items())
    decides = tuple(one for group in groups for one in group.lines if one.for_me)
    return ReturnsPage(day=DAY, groups=groups, overdue=1, open=4, decides=decides, plans=(LINE,), may_ask=True, after=2)


def none_asked() -> ReturnsPage:
    """A desk at which nobody asked for anything."""
    return ReturnsPage(day=DAY, groups=(), mine=True)


def ask() -> AskPage:
    """The form, with one commitment chosen on the way; the last has no lead on record."""
    lead = sample_pages.commitment().leads[0].body
    named = [ROWS[id].commitment for id in ("P2.I1", "P2.I2", "P2.I3")]
    return AskPage(
        plan=LINE,
        plans=(LINE, replace(LINE, id="another-plan")),
        commitments=(
            Askable(commitment=named[0], lead=lead, chosen=True),
            *(Askable(commitment=n, lead=None) for n in named[1:]),
        ),
        officers=("A. Roy", "N. Tremblay"),
        due_on=DAY,
    )


def one() -> ReturnPage:
    """A return being written, after it was sent back: one text unchanged, one translation stale, one missing."""
    page = sample_pages.commitment()
    said = "The second meeting was held."
    boxes = {"kind": "report", "stage": "done", "on": "2026-02-25", "source": "en"}
    boxes |= {"account-en": said, "account-fr": "La deuxième réunion a eu lieu.", "step-1-due": "2026-09-30"}
    return ReturnPage(
        line=line("returned"),
        plan=LINE,
        agreed=page.agreed,
        last=page.accounts[0].latest,
        stages=STAGES,
        languages=("en", "fr", "ko"),
        states=(Term("held", Words("held", "tenue", "개최")),),
        hindrances=tuple(hindrance_term(hindrance) for hindrance in Hindrance),
        owners=(page.leads[0].body,),
        boxes=boxes,
        begun={"account-en": said},
        version=3,
        saved_by="N. Tremblay",
        saved_at=NOON,
        untranslated=("ko",),
        stale=("fr",),
        verdicts=(
            VerdictShown(turn=1, step="Director", officer="A. Roy", passed=True, remarks="", at=NOON),
            VerdictShown(turn=1, step=None, officer="A. Roy", passed=False, remarks="Which day?", at=NOON),
        ),
        changes=(
            FieldCompared(name=CALLED["stage"], was=STAGES[0].words, now=STAGES[1].words),
            FieldCompared(name=CALLED["on"], pieces=compared("2026-02-25", "2026-02-25")),
            FieldCompared(name=CALLED["account"], pieces=compared("It was held.", said), language="en"),
        ),
        may_write=True,
        may_drop=True,
    )


def two_texts() -> ReturnPage:
    """The same where a colleague has saved another text."""
    boxes = (
        BoxesApart(name="account-fr", called=CALLED["account"], language="fr", theirs="Réunion tenue.", mine="Tenue."),
        BoxesApart(name="on", called=CALLED["on"], language="", theirs="2026-02-25", mine=""),
    )
    return replace(one(), clash=Clash(by="A. Roy", at=NOON, boxes=boxes))


def to_approve() -> ReturnPage:
    """The same before an officer who may pass its second step."""
    places = (
        PlaceShown(name="Director", everyone=False, may_pass=(), have_passed=("N. Tremblay",), passed=True, open=False),
        PlaceShown(name="Both desks", everyone=True, may_pass=("A. Roy",), have_passed=(), passed=False, open=True),
        PlaceShown(name="Minister", everyone=False, may_pass=("M. Côté",), have_passed=(), passed=False, open=False),
    )
    return replace(one(), line=line("approving"), places=places, may_write=False, may_drop=False, may_decide=True)


def approval() -> ApprovalPage:
    """One step set, one blank line."""
    steps = (StepSet(place=1, name="Director", officers=("A. Roy",), everyone=True), StepSet(place=2))
    return ApprovalPage(plan=LINE, steps=steps, officers=("A. Roy", "N. Tremblay"))


def evidence() -> EvidencePage:
    """A source cited for two commitments, a file kept with something taken away."""
    about = (ROWS["P2.I1"].commitment, ROWS["P2.I2"].commitment)
    kept = FileKept(
        digest=DIGEST,
        name="Compte rendu.pdf",
        media="application/pdf",
        size=48_213,
        title="Record of the second meeting",
        removed=({"en": "the author’s name", "fr": "le nom de l’auteur", "ko": "작성자 이름"},),
        added_by="A. Roy",
        added_at=NOON,
        about=about,
    )
    cited = sample_pages.commitment().evidence[1]
    return EvidencePage(
        plan=LINE,
        plans=(LINE,),
        sources=(SourceCited(cited=cited, about=about),),
        files=(kept,),
        commitments=ask().commitments,
        languages=("en", "fr", "ko"),
        may_write=True,
    )
