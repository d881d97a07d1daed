"""What a plan names, printed: bodies of both, instruments, documents and days, each with the commitments that name it.

- Names are signed words: in the reader's language where one was given, else in an authentic one, under its label.
- A day is as exact as it is known, and bears the parties that give it where they do not all.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from suivi.plan.words import Words
from suivi.publish import days
from suivi.publish.markup import Html, element, joined
from suivi.publish.tongue import Tongue, number_of
from suivi.record.named import GROUPS, MILESTONES
from suivi.review.named import NamedInPlan
from suivi.review.package import Review

ANCHOR: Final = "named"
NAMED: Final = Words(en="What the plan names", fr="Ce que le plan nomme", ko="행동계획에 명시된 기관·문서")
NAMED_SAY: Final = Words(
    en="Dialogues, instruments and documents named in the agreed words, what the preamble lists as achieved, and the days "
    "it takes into account. Each party enters what it knows; all words stand.",
    fr="Dialogues, instruments et documents nommés dans les termes convenus, ce que le préambule présente comme acquis et les "
    "dates dont il tient compte. Chaque partie inscrit ce qu’elle sait; toutes les mentions demeurent.",
    ko="합의 문안에 명시된 협의체·협정·문서, 전문에 성과로 열거된 사항, 고려하는 일정입니다. 각 당사국이 아는 바를 등록하며 모든 기재는 그대로 유지됩니다.",
)
NAME: Final = Words(en="Name", fr="Nom", ko="명칭")
WHAT_IT_IS: Final = Words(en="What it is", fr="Nature", ko="종류")
ITS_DAYS: Final = Words(en="Its days", fr="Ses dates", ko="주요 일자")
NAMED_BY: Final = Words(en="Commitments that name it", fr="Engagements qui le nomment", ko="명시한 항목")
ACHIEVED: Final = Words(
    en="Listed in the preamble as achieved", fr="Présenté comme acquis dans le préambule", ko="전문에 성과로 열거됨"
)
NONE: Final = Words(en="The preamble only", fr="Le préambule seulement", ko="전문에만 명시")
_DAY: Final = Words(en="{milestone}: {day}", fr="{milestone}\u00a0: {day}", ko="{milestone}: {day}")


def days_of(tongue: Tongue, one: NamedInPlan) -> tuple[str, ...]:
    """Its days in words, a line each; where sides give different days, each names who gives it."""
    return tuple(_days_of(tongue, one))


def _days_of(tongue: Tongue, one: NamedInPlan) -> Iterator[str]:
    for milestone, given in one.thing.days().items():
        called = tongue.say(MILESTONES[milestone])
        for day, parties in given.items():
            written = days.day_in(tongue.language, day)
            who = f" ({', '.join(tongue.party(code) for code in parties)})" if len(given) > 1 else ""
            yield tongue.say(_DAY, milestone=called[:1].upper() + called[1:], day=f"{written}{who}")


def by_group(review: Review) -> Iterator[tuple[Words, list[NamedInPlan]]]:
    """The groups that hold anything, in order, with what they hold."""
    for group, things in groupby(review.named, key=lambda one: one.group):
        yield GROUPS[group], list(things)


def in_groups(tongue: Tongue, review: Review, *, level: int, to: str) -> Html:
    """A table for each group; `to` is where a commitment is told, with `{}` for its id."""
    return joined(
        [
            element(
                "section",
                element(f"h{level}", tongue.say(group)),
                _table(tongue, things, tongue.say(group), to),
            )
            for group, things in by_group(review)
        ]
    )


def _table(tongue: Tongue, things: list[NamedInPlan], caption: str, to: str) -> Html:
    heads = [tongue.say(words) for words in (NAME, WHAT_IT_IS, ITS_DAYS, NAMED_BY)]
    cells = (element("th", head, scope="col", role="columnheader") for head in heads)
    table = element(
        "table",
        element("caption", caption, class_="vh"),
        element("thead", element("tr", *cells, role="row")),
        element("tbody", *(_line(tongue, one, heads, to) for one in things), role="rowgroup"),
        class_="stack",
        role="table",
    )
    return element("div", table, class_="cq")


def _line(tongue: Tongue, one: NamedInPlan, heads: list[str], to: str) -> Html:
    short = one.short.get(tongue.chosen(one.names), "")
    name = joined([tongue.signed(one.names, name="span"), f" ({short})" if short else ""])
    kind = tongue.say(one.kind)
    dated = [element("span", said, class_="sub") for said in days_of(tongue, one)]
    numbers = [element("a", number_of(id), class_="no", href=to.format(id)) for id in one.commitments]
    told = joined(numbers, " ") if numbers else element("span", tongue.say(NONE), class_="small")
    return element(
        "tr",
        element(
            "th",
            name,
            element("span", tongue.say(ACHIEVED), class_="sub") if one.thing.achieved else "",
            *(element("span", at, class_="sub address", lang="en", translate="no") for at in one.addresses),
            scope="row",
            role="rowheader",
        ),
        element("td", kind[:1].upper() + kind[1:], role="cell", data_th=heads[1]),
        element("td", *(dated or ("–",)), role="cell", data_th=heads[2]),
        element("td", told, role="cell", data_th=heads[3]),
        role="row",
        id=f"{ANCHOR}-{one.thing.id}",
    )
