"""What a plan names, for pages: the list in groups, one thing with everything asked of it, what a commitment names.

- A thing is called by the names borne on the day of the page.
- What is asked of a body of both sides: the commitments that name it with what is due on them, the activities that run
  there, and the decisions of meetings held there.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Final

from suivi.desk import access
from suivi.desk.access import Officer
from suivi.desk.names_found import NameFound, commitments_at, names_in
from suivi.desk.pages import Term
from suivi.desk.pages.bodies import NameBorne, OwedByBody
from suivi.desk.pages.named import (
    ActivityNamed,
    DayGiven,
    NamedPage,
    ThingFound,
    ThingGroup,
    ThingLine,
    ThingNamed,
    ThingPage,
    WordOnThing,
)
from suivi.desk.pages.room import DecisionShown
from suivi.desk.queries import due_lines, shown
from suivi.desk.queries.background_page import preamble_of
from suivi.desk.queries.room_page import decision_shown
from suivi.desk.queries.terms import comparison_term
from suivi.desk.registers import at_one_glance
from suivi.plan.words import Words
from suivi.record.named import GROUPS, KINDS_OF_THINGS, MILESTONES
from suivi.register.named import NamedThing, called_alike
from suivi.register.plans import PlanRegister, ProvisionStanding

NAMES_IT: Final = Words("names it", "le nomme", "문안에 명시")
_MADE_OF: Final = re.compile(r"[^A-Za-z0-9]+")
_LONGEST_ID: Final = 40
_MEETING: Final = ("dialogue", "committee")

Agreed = Mapping[str, Mapping[str, str]]
"""The agreed words of every commitment, by id and language."""


@at_one_glance
def named_page(officer: Officer, plan: str, *, day: datetime.date, language: str, looking: bool = False) -> NamedPage:
    """Everything a plan names, by the names of `day`; with `looking`, also what the reader finds and nobody entered."""
    channel, register = access.plan_for(officer, plan)
    line, agreed = shown.plan_line(officer, register), _agreed(officer, register)
    preamble = {one.language: one.characters for one in preamble_of(officer, register.plan)}
    alike = called_alike(register.things)
    lines = [
        (thing, _line(register, thing, agreed, preamble, day, _alike(register, alike, thing.id, day)))
        for thing in register.things.values()
    ]
    return NamedPage(
        plan=line,
        parties=shown.parties_named(access.register_for(officer, channel)),
        day=day,
        groups=tuple(
            ThingGroup(Term(code, words), tuple(one for thing, one in lines if _group(thing) == code))
            for code, words in GROUPS.items()
        ),
        kinds=tuple(Term(code, words) for code, (_, words) in KINDS_OF_THINGS.items()),
        milestones=tuple(Term(code, words) for code, words in MILESTONES.items()),
        languages=tuple(spoken.tag for spoken in register.languages),
        found=tuple(_found(officer, register, language)) if looking else None,
        may_write=access.may(officer, "draft", plan=plan),
        marking=line.marking,
    )


@at_one_glance
def thing_page(officer: Officer, plan: str, thing: str, *, day: datetime.date) -> ThingPage:
    """One thing a plan names, asked on `day`; raises `NotHere`."""
    channel, register = access.plan_for(officer, plan)
    named = register.things.get(thing)
    if named is None:
        raise access.NotHere(what=thing[:64])
    standings = _standings(register, named, _agreed(officer, register))
    return ThingPage(
        plan=shown.plan_line(officer, register),
        parties=shown.parties_named(access.register_for(officer, channel)),
        day=day,
        id=named.id,
        called=dict(named.name_on(day)),
        kind=_kind(named),
        group=Term(_group(named), GROUPS[_group(named)]),
        achieved=named.achieved,
        names=tuple(
            NameBorne(
                names=dict(dated.names),
                from_on=dated.from_on.isoformat() if dated.from_on else "",
                until_on=dated.until_on.isoformat() if dated.until_on else "",
            )
            for dated in named.dated_names
        ),
        short={language: words for word in named.words for language, words in word.named.short.items()},
        days=tuple(_days(named)),
        words=tuple(_word(named)),
        owed=tuple(
            OwedByBody(
                commitment=shown.commitment_named(officer, register.plan, standing.provision),
                role=Term("names", NAMES_IT),
                comparison=comparison_term(standing.comparison),
                due=due_lines.due_on(officer, register, standing, day),
            )
            for standing in standings
        ),
        activities=tuple(_activities(officer, register, standings)),
        decisions=tuple(
            sorted(_decisions(officer, register, standings, day), key=lambda one: (not one.owed_by, one.due_on or "9"))
        ),
        preamble=tuple(
            one for one in preamble_of(officer, register.plan) if named.stands_in({one.language: one.characters})
        ),
        marking=named.marking.label(),
        alike=_alike(register, called_alike(register.things), named.id, day),
    )


def things_named(
    officer: Officer, register: PlanRegister, standing: ProvisionStanding, day: datetime.date
) -> tuple[ThingNamed, ...]:
    """The things a commitment names, in the order they were entered."""
    provision = standing.provision
    agreed = {provision.id: shown.commitment_named(officer, register.plan_with(provision.id), provision).agreed}
    return tuple(
        ThingNamed(thing.id, dict(thing.name_on(day)), _kind(thing))
        for thing in register.things.values()
        if provision.id in thing.named_in(register.plan_with(provision.id), agreed)
    )


def beside(officer: Officer, register: PlanRegister, provision: str) -> tuple[str, ...]:
    """The commitments that name the same dialogue or committee as `provision`, in plan order, itself left out."""
    agreed = _agreed(officer, register) if any(thing.kind in _MEETING for thing in register.things.values()) else {}
    found = [thing.named_in(register.plan, agreed) for thing in register.things.values() if thing.kind in _MEETING]
    others = {id for ids in found if provision in ids for id in ids}
    return tuple(one.id for one in register.plan.provisions if one.id in others and one.id != provision)


def _line(
    register: PlanRegister,
    thing: NamedThing,
    agreed: Agreed,
    preamble: Mapping[str, str],
    day: datetime.date,
    alike: tuple[ThingNamed, ...],
) -> ThingLine:
    return ThingLine(
        id=thing.id,
        names=dict(thing.name_on(day)),
        kind=_kind(thing),
        achieved=thing.achieved,
        days=tuple(_days(thing)),
        commitments=len(thing.named_in(register.plan, agreed)),
        preamble=thing.stands_in(preamble),
        alike=alike,
    )


def _alike(
    register: PlanRegister, alike: Mapping[str, tuple[str, ...]], thing: str, day: datetime.date
) -> tuple[ThingNamed, ...]:
    """The things that bear or bore a name of `thing`: perhaps one thing, entered under two ids."""
    others = (register.things[id] for id in alike.get(thing, ()))
    return tuple(ThingNamed(one.id, dict(one.name_on(day)), _kind(one)) for one in others)


def _agreed(officer: Officer, register: PlanRegister) -> dict[str, dict[str, str]]:
    return {one.id: shown.commitment_named(officer, register.plan, one).agreed for one in register.plan.provisions}


def _standings(register: PlanRegister, thing: NamedThing, agreed: Agreed) -> tuple[ProvisionStanding, ...]:
    named_in = set(thing.named_in(register.plan, agreed))
    return tuple(standing for standing in register.provisions if standing.provision.id in named_in)


def _kind(thing: NamedThing) -> Term:
    return Term(thing.kind, KINDS_OF_THINGS[thing.kind][1])


def _group(thing: NamedThing) -> str:
    return KINDS_OF_THINGS[thing.kind][0]


def _days(thing: NamedThing) -> Iterator[DayGiven]:
    for milestone, given in thing.days().items():
        for on, parties in given.items():
            yield DayGiven(Term(milestone, MILESTONES[milestone]), on, parties)


def _word(thing: NamedThing) -> Iterator[WordOnThing]:
    for word in thing.words:
        yield WordOnThing(
            party=word.party,
            log=word.log,
            seq=word.seq,
            at=shown.instant(word.at),
            address=word.named.address or "",
            marking=word.marking.label(),
        )


def _activities(
    officer: Officer, register: PlanRegister, standings: tuple[ProvisionStanding, ...]
) -> Iterator[ActivityNamed]:
    for standing in standings:
        for held in standing.activities:
            mode = held.activity.mode
            yield ActivityNamed(
                commitment=shown.commitment_named(officer, register.plan, standing.provision),
                id=held.id,
                mode=Term(mode.name, mode.names),
                state=Term(held.activity.state, mode.words[held.activity.state]),
                titles=dict(held.titles),
            )


def _decisions(
    officer: Officer, register: PlanRegister, standings: tuple[ProvisionStanding, ...], day: datetime.date
) -> Iterator[DecisionShown]:
    """The decisions about those commitments, and those of minutes of meetings held under them."""
    about = {standing.provision.id for standing in standings}
    held = {activity.id for standing in standings for activity in standing.activities}
    for minutes in register.minutes:
        for one in minutes.decisions:
            if one.decision.provision in about or minutes.agreed.activity in held:
                yield decision_shown(officer, register, minutes, one, day)


def _found(officer: Officer, register: PlanRegister, language: str) -> Iterator[ThingFound]:
    """What the reader finds in the reader's language, else in the first authentic one, and no thing bears."""
    texts = shown.texts_of(officer, register.plan)
    tag = language if language in texts else next(iter(texts), "")
    seen: set[str] = set()
    for one in names_in(texts[tag][0], tag) if tag else ():
        words = " ".join(one.words.split())
        if words.casefold() in seen or any(thing.stands_in({tag: words}) for thing in register.things.values()):
            continue
        seen.add(words.casefold())
        yield _thing_found(register, one, words, tag, len(seen))


def _thing_found(register: PlanRegister, one: NameFound, words: str, tag: str, number: int) -> ThingFound:
    made = _MADE_OF.sub("-", words)[:_LONGEST_ID].strip("-").lower()
    return ThingFound(
        id=made or f"thing-{number}",
        words=words,
        language=tag,
        kind=one.kind,
        commitments=tuple(commitments_at(register.plan, tag, one.span)),
        achieved=one.achieved,
    )
