"""What has gone each way in a channel: one lane for each log, from its first entry to its last.

- The filled part of a lane is acknowledged by the other side, the open part is not, or is not known to be.
- A lane points from the party that wrote to the one that received.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from suivi.plan.words import Words
from suivi.publish.markup import Html, element, joined
from suivi.publish.pictures.drawing import LEADING, NARROW, Picture, across, down, lines, path, units, words

_TITLE: Final = Words("What has gone each way", "Ce qui a circulé dans chaque sens", "양측이 주고받은 기록")
_SAYS: Final = Words(
    "One lane for each log; the filled part is acknowledged by the other side.",
    "Une ligne par journal; la partie pleine a fait l’objet d’un accusé de réception.",
    "기록부마다 한 줄이며 채워진 부분은 상대측이 수신을 확인한 기록입니다.",
)
_LOG: Final = Words("Log of", "Journal de", "기록부")
_ENTRIES: Final = Words("Entries", "Inscriptions", "기록 수")
_ACKNOWLEDGED: Final = Words("Acknowledged", "Accusé de réception", "수령 확인")
_STANDS: Final = Words("{known} of {size}", "{known} sur {size}", "{size}건 중 {known}건")
DONE: Final = Words("acknowledged", "accusé de réception reçu", "수령 확인됨")
OPEN: Final = Words("not acknowledged", "sans accusé de réception", "수령 확인 없음")
_HEIGHT: Final = 14.0
_GAP: Final = 16.0


@dataclass(frozen=True, kw_only=True)
class Lane:
    """The log of the party named `by`: its `size` in entries, and how many the other side has `acknowledged`."""

    by: str
    to: str
    size: int
    acknowledged: int


def picture(lanes: Sequence[Lane], *, language: str) -> Picture:
    """The lanes one under the other, all on one scale; at least one lane."""
    longest = max((lane.size for lane in lanes), default=0) or 1
    shapes: list[Html] = []
    y = LEADING
    for lane in lanes:
        drawn, y = _lane(lane, y, longest, language)
        shapes.append(drawn)
    return Picture(
        name="exchanged",
        title=_TITLE.in_(language),
        says=_SAYS.in_(language),
        width=NARROW,
        height=y - _GAP + 4,
        shapes=joined(shapes),
        columns=(_LOG.in_(language), _ENTRIES.in_(language), _ACKNOWLEDGED.in_(language)),
        rows=tuple((element("span", lane.by), str(lane.size), str(lane.acknowledged)) for lane in lanes),
        signs=((_key("sent"), DONE.in_(language)), (_key("sent open"), OPEN.in_(language))),
    )


def _lane(lane: Lane, y: float, longest: int, language: str) -> tuple[Html, float]:
    wide = NARROW - 10
    known, end = wide * lane.acknowledged / longest, wide * lane.size / longest
    stands = _STANDS.filled(known=lane.acknowledged, size=lane.size).in_(language)
    said = [words(0, y, line, class_="b") for line in lines(f"{lane.by} → {lane.to}", NARROW * 0.66, most=1)]
    top = y + 6
    middle = top + _HEIGHT / 2
    shapes = [
        *said,
        words(NARROW, y, stands, anchor="end"),
        across(0, middle, wide, "lane"),
        _bar(0, top, known, "sent") if known else Html(""),
        _bar(known, top, end - known, "sent open") if end > known else Html(""),
        down(0, top - 1, top + _HEIGHT + 1, "axis"),
        path(f"M{units(wide)} {units(middle - 4)}l6 4l-6 4", "axis"),
    ]
    return joined(shapes), top + _HEIGHT + _GAP + LEADING


def _bar(x: float, y: float, width: float, class_: str) -> Html:
    return element(
        "rect", x=units(x), y=units(y), width=units(max(width, 1)), height=units(_HEIGHT), class_=class_, rx="1"
    )


def _key(class_: str) -> Html:
    return element(
        "svg", _bar(1, 3, 14, class_), viewBox="0 0 16 20", class_="lintel", aria_hidden="true", width=units(12)
    )
