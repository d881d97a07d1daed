"""What a plan names, as sample pages: a dialogue of both sides, an instrument achieved, names the reader found."""

from suivi.desk.pages import Term
from suivi.desk.pages.bodies import NameBorne, OwedByBody
from suivi.desk.pages.named import (
    ActivityNamed,
    DayGiven,
    NamedPage,
    ThingFound,
    ThingGroup,
    ThingLine,
    ThingPage,
    WordOnThing,
)
from suivi.plan.words import Words
from suivi.record.named import GROUPS, KINDS_OF_THINGS, MILESTONES
from tests.web import sample_room
from tests.web.sample_bodies import body
from tests.web.sample_days import NOON
from tests.web.sample_pages import DAY, LINE, PARTIES, ROWS

_NAMES = {"en": "Strategic Dialogue", "fr": "Dialogue stratégique", "ko": "전략대화"}
_DAYS = (
    DayGiven(Term("signed", MILESTONES["signed"]), "2023-05", ("can",)),
    DayGiven(Term("in-force", MILESTONES["in-force"]), "2015", ("can", "kor")),
)


def _kind(code: str) -> Term:
    return Term(code, KINDS_OF_THINGS[code][1])


_FOUND = (
    ThingFound(
        id="arctic-council",
        words="Conseil de l’Arctique",
        language="fr",
        kind="forum",
        commitments=("P1.I6",),
        achieved=False,
    ),
    ThingFound(id="thing-2", words="북극이사회", language="ko", kind="forum", commitments=(), achieved=True),
)


def named(found: tuple[ThingFound, ...] = _FOUND) -> NamedPage:
    """Two groups with something in them, two without."""
    lines = {
        "bodies": (
            ThingLine(
                id="sd", names=_NAMES, kind=_kind("dialogue"), achieved=False, days=(), commitments=2, preamble=True
            ),
        ),
        "instruments": (
            ThingLine(
                id="mou", names={"ko": "양해각서"}, kind=_kind("memorandum"), achieved=True, days=_DAYS, commitments=0
            ),
        ),
    }
    return NamedPage(
        plan=LINE,
        parties=PARTIES,
        day=DAY,
        groups=tuple(ThingGroup(Term(code, words), lines.get(code, ())) for code, words in GROUPS.items()),
        kinds=tuple(_kind(code) for code in KINDS_OF_THINGS),
        milestones=tuple(Term(code, words) for code, words in MILESTONES.items()),
        languages=("en", "fr", "ko"),
        found=found,
        may_write=True,
        marking="TLP:CLEAR",
    )


def thing() -> ThingPage:
    """A dialogue with two names, a commitment past its day, an activity and a decision."""
    commitment = ROWS["P2.I2"].commitment
    return ThingPage(
        plan=LINE,
        parties=PARTIES,
        day=DAY,
        id="sd",
        called=_NAMES,
        kind=_kind("dialogue"),
        group=Term("bodies", GROUPS["bodies"]),
        achieved=True,
        names=(NameBorne({"ko": "전략회의"}, "", "2022-12-31"), NameBorne(_NAMES, "2023-01-01", "")),
        short={"en": "SD"},
        days=_DAYS,
        words=(
            WordOnThing("can", "suivi/can/can-kor", 3, NOON, "https://example.org/plan", "TLP:CLEAR"),
            WordOnThing("kor", "suivi/kor/can-kor", 4, NOON, "", "TLP:GREEN"),
        ),
        owed=tuple(
            OwedByBody(
                commitment=one.commitment,
                role=Term("names", Words("names it", "le nomme", "문안에 명시")),
                comparison=one.comparison,
                due=one.due,
            )
            for one in body().owed
        ),
        activities=(
            ActivityNamed(
                commitment,
                "a" * 32,
                Term("dialogue", Words("dialogue", "dialogue", "대화·협의")),
                Term("held", Words("held", "tenu", "개최됨")),
                {"en": "Yearly meeting"},
            ),
        ),
        decisions=sample_room.room().decisions[:1],
        preamble=(),
        marking="TLP:CLEAR",
    )
