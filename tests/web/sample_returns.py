"""Returns as sample pages: one of each state, asked of a person and of a body."""

from dataclasses import replace

from suivi.desk.pages import Askable, AskPage, ReturnLine, ReturnPage, ReturnsOf, ReturnsPage, Term
from suivi.desk.queries.return_pages import GROUPS, STATES
from tests.web import sample_pages
from tests.web.sample_pages import DAY, DIGEST, LINE, ROWS, STAGES


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
        "waiting": line("waiting"),
        "sent": line("sent"),
    }
    groups = tuple(ReturnsOf(Term(code, GROUPS[code]), (one,)) for code, one in held.items())
    return ReturnsPage(day=DAY, groups=groups, may_ask=True)


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
    """A return on which there is a report to start from."""
    page = sample_pages.commitment()
    return ReturnPage(
        line=line(),
        plan=LINE,
        agreed=page.agreed,
        last=page.accounts[0].latest,
        stages=STAGES,
        languages=("en", "fr", "ko"),
        may_write=True,
        may_drop=True,
    )
