"""A meeting and an instrument as sample pages: everything on them at once, so that nobody is shut out of any part."""

from dataclasses import replace

from suivi.desk.pages import Hindrance, InstrumentShown, Term
from suivi.desk.pages.instrument import InstrumentPage, PartShown, PromiseShown, SideShown, TextCompared, VersionShown
from suivi.desk.pages.meeting import AgendaItem, ClockShown, LineShown, MeetingLineShown, MeetingPage, WordOfParty
from suivi.modes import MODES
from suivi.plan.words import Words
from tests.web import sample_pages, sample_room
from tests.web.sample_pages import LINE, NOON, PARTIES, ROWS

_SOME = {"en": "A visit of ministers.", "fr": "Une visite de ministres.", "ko": "장관 방문"}


def meeting() -> MeetingPage:
    """The second meeting of a dialogue, told differently by the two sides."""
    room, activity = sample_room.room(), sample_pages.activity()
    held = activity.taken[-1]
    words = WordOfParty(party="kor", step=held.step, on="2024-11-01", details=held.details)
    postponed = replace(held, details=(replace(held.details[-1], versions=_SOME),))
    line = LineShown(
        id="1",
        words="Director general",
        detail="For Canada",
        address="dg@gc.example",
        organises=True,
        by="A. Roy",
        at=NOON,
    )
    return MeetingPage(
        plan=LINE,
        commitment=ROWS["P2.I2"].commitment,
        activity=activity,
        parties=PARTIES,
        languages=("en", "fr", "ko"),
        series=(words,),
        meetings=(
            MeetingLineShown("k2", 2, "2026-02-25", held.step, here=True),
            MeetingLineShown("k1", 1, "2024-11-01", held.step, here=False),
        ),
        key="k2",
        number=2,
        on="2026-02-25",
        place="Ottawa",
        level=Words("ministers", "ministres", "장관급"),
        clocks=(
            ClockShown(Words("Ottawa", "Ottawa", "오타와"), "2026-02-25", "09:00"),
            ClockShown(Words("Seoul", "Séoul", "서울"), "2026-02-25", "23:00"),
        ),
        agenda=_SOME,
        owed=room.decisions,
        open_now=(AgendaItem(about=ROWS["P2.I2"].commitment, says=Words(**_SOME), overdue=True),),
        participants=(line,),
        papers=(replace(line, id="2", address="", organises=False),),
        items=(replace(line, id="3", address="", organises=False),),
        accounts=(words, replace(words, party="can")),
        apart=True,
        postponements=(postponed,),
        minutes={},
        pending=room.pending,
        decisions=(replace(room.decisions[0], number="D2"),),
        outcomes=room.outcomes,
        draft_decisions=room.draft_decisions,
        revision=1,
        invitation="request",
        may_write=True,
    )


def no_meeting() -> MeetingPage:
    """A dialogue in which nothing is proposed yet."""
    bare = replace(sample_pages.activity(), taken=(), titles={})
    empty = {"series": (), "meetings": (), "agenda": {}, "owed": (), "open_now": (), "participants": (), "papers": ()}
    more = {"items": (), "accounts": (), "postponements": (), "pending": (), "decisions": (), "clocks": ()}
    return replace(
        meeting(), activity=bare, key="", number=0, on="", place="", level=None, apart=False, **empty, **more
    )  # type: ignore[arg-type]  # fields of the page


def instrument() -> InstrumentPage:
    """An agreement that slipped, with two versions of its text."""
    mode = MODES["instrument"]
    activity = replace(sample_pages.activity(), mode=Term(mode.name, mode.names), id="8" * 32)
    signed = Term("sign", mode.words["sign"])
    line = InstrumentShown(
        commitment=ROWS["P2.I1"].commitment,
        parties=("can", "kor"),
        id=activity.id,
        titles=activity.titles,
        state=signed,
        course=activity.course,
        holds=(Hindrance(step=signed, by="each", waits_for=("can",)),),
        marking="TLP:GREEN",
    )
    promise = PromiseShown(
        what=signed,
        party="kor",
        said_on="2024-04-24",
        until="2024-12-31",
        reason=_SOME,
        met_on="2026-04-22",
        slipped_days=477,
    )
    parts = (PartShown("same", "Secrets are"), PartShown("removed", "kept"), PartShown("added", "protected"))
    return InstrumentPage(
        commitment=ROWS["P2.I1"].commitment,
        activity=activity,
        line=line,
        parties=PARTIES,
        languages=("en", "fr", "ko"),
        clause=activity.taken[-1].details,
        in_force=False,
        enters_on="2026-05-22",
        sides=tuple(SideShown(party, activity.taken) for party in PARTIES),
        promises=(promise, replace(promise, met_on="", slipped_days=0)),
        versions=(
            VersionShown(number=2, party="can", on="2023-09-01", changes=_SOME, texts=(TextCompared("en", parts),)),
        ),
        relations=activity.taken[:1],
        work=(replace(activity, id="9" * 32),),
        may_write=True,
    )
