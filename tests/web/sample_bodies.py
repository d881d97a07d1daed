"""Bodies as sample pages: two names, one of them ended, commitments, decisions, places where the plan names it."""

from suivi.desk.pages import BodyShown, DueShown, Term
from suivi.desk.pages.bodies import BodiesPage, BodyLine, BodyPage, NameBorne, OwedByBody, PartyBodies, PlaceHeld
from suivi.plan.words import Words
from tests.web import sample_room
from tests.web.sample_pages import DAY, PARTIES, ROWS

_NAMES = {"en": "Ministry of Trade", "fr": "ministère du Commerce", "ko": "산업통상부"}
_BODY = BodyShown(id="kor-motir", party="kor", names=_NAMES)


def bodies() -> BodiesPage:
    """One body of each party, one of them without a name on the day."""
    unnamed = BodyShown(id="can-x", party="can", names={}, unnamed=Words("no name", "aucun nom", "명칭 없음"))
    lines = ((BodyLine(unnamed, 0, 1),), (BodyLine(_BODY, 2, 0),))
    return BodiesPage(
        day=DAY,
        parties=tuple(PartyBodies(party, line) for party, line in zip(PARTIES, lines, strict=True)),
        channels=("can-kor", "can-kor.2"),
    )


def body() -> BodyPage:
    """A body that changed its name and owes a commitment and a decision."""
    named = ROWS["P2.I2"].commitment
    due = DueShown(
        commitment=named, kind="recurrence", on=DAY, overdue=True, says=Words("every year", "chaque année", "매년")
    )
    return BodyPage(
        body=_BODY,
        party=PARTIES[1],
        parties=PARTIES,
        day=DAY,
        names=(NameBorne({"ko": "산업통상자원부"}, "", "2025-09-30"), NameBorne(_NAMES, "2025-10-01", "")),
        owed=(
            OwedByBody(
                commitment=named,
                role=Term("leads", Words("leads", "dirige", "주관")),
                comparison=ROWS["P2.I2"].comparison,
                due=(due,),
            ),
        ),
        decisions=sample_room.room().decisions,
        named_in=(named,),
        places=(
            PlaceHeld("1", _BODY, "2024-01-01", "2025-09-30", over=True),
            PlaceHeld("2", _BODY, "", "", over=False),
        ),
        parts=(_BODY,),
        decisions_of_parts=tuple((_BODY, one) for one in sample_room.room().decisions[:1]),
        others=(_BODY,),
        may_place=True,
        channel="can-kor",
    )
