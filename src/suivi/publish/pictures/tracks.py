"""A commitment's time line: a track for each party, one for other sources, and the day of the page.

- What happened before the plan was agreed lies on tinted ground, is drawn faint and counts for nothing.
- A small arrow beside a sign says that it was put on record more than a week after the day it states; the table says
  how long after. A release on the morrow of a meeting is no delay worth a mark.
- Words stand over a sign where they fit; every sign is in the table, whether its words fitted or not.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from suivi.plan.words import Words
from suivi.publish.days import day, day_in
from suivi.publish.lintel import glyph
from suivi.publish.markup import Html, element, joined
from suivi.publish.pictures.drawing import Picture, across, breadth, down, moved, path, placed, units, words

_TITLE: Final = Words(
    en="Time line on {tracks} {tracks:track|tracks}",
    fr="Fil des faits, sur {tracks} {tracks:piste|pistes}",
    ko="{tracks}개 경로의 경과",
)
_SAYS: Final = Words(
    en="From {first} to {last}: what each party has put on record, a track each. {count} {count:fact; the table lists it|facts; the table lists them all}.",
    fr="Du {first} au {last}\u00a0: ce que chaque partie a consigné, une piste chacune. Nombre de faits\u00a0: {count}; le tableau {count:le donne|les donne tous}.",
    ko="{first} ~ {last}: 당사국별로 기록한 사실을 각각의 경로에 나타냈습니다. 사실 {count}건은 모두 표에 있습니다.",
)
ADOPTED: Final = Words(en="Plan agreed", fr="Plan convenu", ko="계획 합의")
BEFORE: Final = Words(
    en="before the plan: not counted", fr="avant le plan\u00a0: ne compte pas", ko="계획 이전: 집계 제외"
)
OTHERS: Final = Words(en="Other sources", fr="Autres sources", ko="기타 출처")
LATER: Final = Words(
    en="recorded {days} {days:day|days} later", fr="consigné {days} {days:jour|jours} après", ko="{days}일 후 기록"
)
_COLUMNS: Final = (
    Words(en="Day of the fact", fr="Jour du fait", ko="사실 일자"),
    Words(en="According to", fr="Selon", ko="출처"),
    Words(en="What is said", fr="Ce qui est dit", ko="내용"),
    Words(en="On record", fr="Consigné le", ko="기록일"),
)
_WIDTH: Final = 984.0
_LEFT: Final = 150.0
_RIGHT: Final = 972.0
_LANE: Final = 84.0
_TOP: Final = 84.0
_AT_ONCE_DAYS: Final = 7
_UNFOLDED: Final = 8  # a longer table is folded: the accounts and sources stand in full elsewhere on the page
_SIDE: Final = 17.0  # how far apart the signs of one track must stand to be told apart
_LEVELS: Final = (-14.0, -29.0, 24.0)
_OTHER: Final = "M0 -7l7 7l-7 7l-7 -7z"
_STEP: Final = "M-6 -6h12v12h-12z"
_LATER: Final = "M5 2a5 5 0 1 0 -8 0M-5.5 -1.6l2.2 4l3.6 -2.6"


@dataclass(frozen=True, kw_only=True)
class Moment:
    """Something that a party, or another source, says happened on `on` (`YYYY-MM-DD` or `YYYY-MM`).

    `track` is a party's code, or empty for other sources. `stage` is a stage code, `step` for a step of an
    activity. `said` are a few words for the picture, `cell` the words of the table, `who` whose they are. `recorded_on`
    is the day it was put on record; `background` says that it lies before the plan, `presumed` that the step is not
    the word of the party on whose track it stands: its square is drawn broken.
    """

    on: str
    track: str
    stage: str
    said: str
    who: str
    cell: Html
    recorded_on: str
    background: bool = False
    presumed: bool = False

    @property
    def delay(self) -> int:
        """How many days after the one it states it was put on record; 0 where that is not worth a mark."""
        late = (_date(self.recorded_on) - _date(self.on)).days
        return late if late > _AT_ONCE_DAYS else 0


@dataclass
class _Lane:
    """A track: its height, its name, how far each level of words is taken, and where its last sign stands."""

    y: float
    named: str
    taken: list[float] = field(default_factory=lambda: [0.0] * len(_LEVELS))
    last: float = 0.0

    def place(self, x: float) -> float:
        """Where a sign for `x` stands: there, or just right of the sign before it."""
        self.last = max(x, self.last + _SIDE) if self.last else x
        return self.last


def picture(
    moments: Sequence[Moment],
    *,
    parties: Sequence[tuple[str, str]],
    agreed_on: str | None,
    today: str,
    language: str,
) -> Picture:
    """The picture; `parties` are codes and names in charter order, `today` the day of the page."""
    ordered = sorted(moments, key=lambda moment: _date(moment.on))
    lanes = {code: _Lane(_TOP + _LANE * place, named) for place, (code, named) in enumerate(parties)}
    if any(not moment.track for moment in moments):
        lanes[""] = _Lane(_TOP + _LANE * len(lanes), OTHERS.in_(language))
    days = [_date(moment.on) for moment in ordered] + [_date(day) for day in (agreed_on, today) if day]
    scale = _Scale(min(days), max(days))
    bottom = _TOP + _LANE * (len(lanes) - 1) + 34
    frame = _frame(scale, lanes.values(), bottom, agreed_on=agreed_on, today=today, language=language)
    signs = [_signed(moment, lanes[moment.track], scale) for moment in ordered]
    first, last = (day_in(language, on.isoformat()) for on in (min(days), max(days)))
    return Picture(
        name="tracks",
        title=_TITLE.filled(tracks=len(lanes)).in_(language),
        says=_SAYS.filled(first=first, last=last, count=len(ordered)).in_(language),
        width=_WIDTH,
        height=bottom + 20,
        shapes=joined([frame, *signs]),
        columns=tuple(column.in_(language) for column in _COLUMNS),
        rows=tuple(_row(moment, language) for moment in ordered),
        open=len(ordered) <= _UNFOLDED,
    )


class _Scale:
    """Days to units: a little room at both ends."""

    def __init__(self, first: datetime.date, last: datetime.date) -> None:
        room = max((last - first).days // 24, 20)
        self.first = first - datetime.timedelta(days=room)
        self.last = last + datetime.timedelta(days=room)

    def x(self, on: datetime.date) -> float:
        """Where `on` lies."""
        return _LEFT + (_RIGHT - _LEFT) * ((on - self.first).days / (self.last - self.first).days)

    def years(self) -> Iterator[datetime.date]:
        """Every first of January inside."""
        for year in range(self.first.year + 1, self.last.year + 1):
            yield datetime.date(year, 1, 1)


def _date(on: str) -> datetime.date:
    """The day, or the first of the month; what is neither stands at the beginning of its year."""
    parts = [int(part) for part in on.split("-") if part.isdecimal()]
    year, month, date = (*parts, 1, 1)[:3] if len(parts) < 3 else parts[:3]
    return datetime.date(year, month, date)


def _frame(
    scale: _Scale, lanes: Iterable[_Lane], bottom: float, *, agreed_on: str | None, today: str, language: str
) -> Html:
    drawn: list[Html] = []
    if agreed_on:
        drawn += _adoption(scale.x(_date(agreed_on)), agreed_on, bottom, language)
    for first in scale.years():
        drawn += [
            down(scale.x(first), 30, bottom, "lane"),
            words(scale.x(first) + 4, bottom + 14, str(first.year), class_="faint"),
        ]
    for lane in lanes:
        drawn += [across(_LEFT, lane.y, _RIGHT, "axis"), words(0, lane.y + 4, lane.named, class_="b")]
    here = scale.x(_date(today))
    drawn += [
        down(here, 22, bottom, "now"),
        words(min(here, _RIGHT), 16, day_in(language, today), class_="faint", anchor="end" if here > 800 else "middle"),
    ]
    return joined(drawn)


def _adoption(x: float, agreed_on: str, bottom: float, language: str) -> list[Html]:
    ground = element("rect", x=units(_LEFT), y="30", width=units(x - _LEFT), height=units(bottom - 30), class_="past")
    called = f"{ADOPTED.in_(language)}, {day_in(language, agreed_on)}"
    drawn = [
        ground,
        down(x, 30, bottom, "axis"),
        words(x, 24, called, class_="b", anchor="start" if x < 320 else "middle"),
    ]
    if x - _LEFT > breadth(BEFORE.in_(language)) + 12:
        drawn.append(words(_LEFT + 6, 44, BEFORE.in_(language), class_="faint"))
    return drawn


def _signed(moment: Moment, lane: _Lane, scale: _Scale) -> Html:
    x = lane.place(scale.x(_date(moment.on)))
    drawn = [_sign(moment, x, lane.y)]
    if moment.delay:
        drawn.append(moved(x + 11, lane.y - 7, path(_LATER, "later")))
    drawn.append(_words(moment, lane, x))
    return element("g", *drawn, class_="background" if moment.background else None)


def _sign(moment: Moment, x: float, y: float) -> Html:
    if not moment.track:
        return moved(x, y, path(_OTHER, "press"))
    if moment.stage == "step":
        return moved(x, y, path(_STEP, "step presumed" if moment.presumed else "step"))
    return placed(x - 8, y - 8, 16, 16, glyph(moment.stage))


def _words(moment: Moment, lane: _Lane, x: float) -> Html:
    """The words of a sign on the first level where they touch no others; none if there is no such level."""
    said = moment.said
    long = breadth(said)
    start = max(_LEFT, min(x - 7, _RIGHT - long))
    for level, taken in enumerate(lane.taken):
        if start >= taken:
            lane.taken[level] = start + long + 10
            return words(start, lane.y + _LEVELS[level], said, class_="faint" if moment.background else None)
    return Html("")


def _row(moment: Moment, language: str) -> tuple[str, ...]:
    before = element("span", BEFORE.in_(language), class_="sub") if moment.background else Html("")
    recorded = day(language, moment.recorded_on)
    if moment.delay:
        later = element("span", LATER.filled(days=moment.delay).in_(language), class_="late")
        recorded = joined([recorded, Html("<br>"), later])
    return (
        joined([day(language, moment.on), before]),
        moment.who,
        moment.cell,
        recorded,
    )
