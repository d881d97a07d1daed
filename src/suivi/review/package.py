"""The annual review of a plan: plain data, equal in every capital that holds the same entries.

- Two kinds of time, both named: what was on record is the register's cut; what is stated to have happened is the
  period. An account made later than the day it states is marked as recorded later.
- The agreed words are cut from the attached texts by their spans, in every language there is; a text that is not
  given here leaves its language out, and nothing is translated.
- No clock, no float, no state of a node: nothing of receipts, notices or what waits enters the data.
- Source: design of the annual review; `value()` is what both capitals compare, `digest()` its SHA-256.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypedDict

from suivi.log.canonical import Json, canonical
from suivi.plan.channel import CharterParty
from suivi.plan.plan import Plan, Section
from suivi.plan.text import Span
from suivi.plan.when import Period
from suivi.plan.words import LANGUAGES, Words
from suivi.register.bodies import body_value
from suivi.register.described import Described, supplied
from suivi.register.evidence import Evidence
from suivi.register.fold import Register, Source
from suivi.register.plans import PlanRegister, ProvisionStanding
from suivi.review.ahead import Ahead, year_ahead
from suivi.review.amended import Amendment, Ended, amendments_of, ended_in, since_of
from suivi.review.changes import PartyChange, changes_of, cited_up_to, closed_on, happened_in
from suivi.review.figures import Counts, figures_of
from suivi.review.matters import Matter, Question, matters_of
from suivi.review.named import NamedInPlan, named_in
from suivi.review.slippage import Slippage, slippage_of
from suivi.review.words import CHAPTERS

FORMAT = "suivi-review/1"


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """A section of the plan with what stands in it, in reading order.

    `heading` are its agreed words by language, `places` the ids of the places that stand directly in it (those of
    aims and initiatives; a commitment with two places is listed at both), `parts` the sections under it. `section`
    is None for what stands outside every section.
    """

    section: Section | None
    heading: Mapping[str, str]
    places: tuple[str, ...]
    parts: tuple["Chapter", ...] = ()

    def value(self) -> dict[str, Json]:
        """The chapter as plain JSON; commitments are named by the ids of their places."""
        value: dict[str, Json] = {
            "heading": dict(self.heading),
            "places": list(self.places),
            "parts": [part.value() for part in self.parts],
        }
        if self.section is None:
            return value
        titles: dict[str, Json] = dict(self.section.titles)
        return value | {"id": self.section.id, "kind": self.section.kind, "titles": titles}


@dataclass(frozen=True, kw_only=True)
class Review:
    """The review of one plan for one period.

    `register` is the plan at the cut; `standings` are its commitments with the accounts that count up to the closing
    day, in plan order, and `changes` what became of each, by provision and party. `agreed` are the agreed words by
    language, by the id of a section (its heading) or of a place; those of what ended are the last it had. `evidence` is what was cited for the plan as a whole.
    `figures` end with those of the whole plan. `opening_words` are the words of the agreed text before its first
    section, by language: what the parties say they build on. Of an amended plan, `amendments` are its later versions,
    `since` the day each commitment came that the first version had not, `ended` those that ended (`amended.py`).
    """

    channel: str
    register: PlanRegister
    period: Period
    parties: tuple[CharterParty, ...]
    standings: tuple[ProvisionStanding, ...]
    changes: Mapping[str, Mapping[str, PartyChange]]
    agreed: Mapping[str, Mapping[str, str]]
    chapters: tuple[Chapter, ...]
    matters: tuple[Matter, ...]
    figures: tuple[Counts, ...]
    ahead: tuple[Ahead, ...]
    sources: Mapping[str, Source]
    evidence: tuple[Evidence, ...] = ()
    slippage: tuple[Slippage, ...] = ()
    opening_words: Mapping[str, str] = field(default_factory=dict)
    amendments: tuple[Amendment, ...] = ()
    since: Mapping[str, str] = field(default_factory=dict)
    ended: tuple[Ended, ...] = ()

    @property
    def plan(self) -> Plan:
        """The plan version in force at the cut."""
        return self.register.plan

    def standing(self, provision: str) -> ProvisionStanding | None:
        """How the commitment of that id, or of that further place, stood on the closing day; those that ended too."""
        return self._standings.get(provision)

    @cached_property
    def _standings(self) -> dict[str, ProvisionStanding]:
        # A report asks for every commitment several times over; of two that claim one place, the first is meant.
        every = (*self.standings, *(one.standing for one in self.ended))
        places = [(place.id, one) for one in every for place in one.provision.places]
        return dict(reversed(places))

    @property
    def supplied(self) -> tuple[Described, ...]:
        """What each party supplied about the plan beyond its text, in charter order; a party that did not is absent."""
        return supplied(self.register.described, [party.code for party in self.parties])

    @cached_property
    def named(self) -> tuple[NamedInPlan, ...]:
        """What the plan names, group by group, by the names of the closing day."""
        return named_in(self.register, self.agreed, self.period.to_on)

    def needed_from(self, party: str) -> tuple[Matter, ...]:
        """The matters on which `party` has to act."""
        return tuple(matter for matter in self.matters if party in matter.parties)

    def without_report(self, party: str) -> tuple[ProvisionStanding, ...]:
        """The commitments of which `party` has stated no fact of the period, in plan order.

        Those that came into the plan after the closing day are left out: nothing is owed on them yet.
        """
        closing = self.period.to_on.isoformat()
        owed = (one for one in self.standings if self.since.get(one.provision.id, closing) <= closing)
        return tuple(
            standing
            for standing in owed
            if not any(happened_in(one, self.period) and not one.withdrawn for one in standing.accounts.get(party, ()))
        )

    @property
    def sealed_at(self) -> dict[str, str]:
        """When each party sealed the version in force (instants), in charter order."""
        text = next((one for one in self.register.joint_texts if one.leaf == self.register.joint), None)
        seals = text.seals_at if text is not None else {}
        return {party.code: seals[party.code] for party in self.parties if party.code in seals}

    def value(self) -> dict[str, Json]:
        """The whole review as plain JSON, in every language; canonical JSON of it is the same in every capital."""
        period = {"from_on": self.period.from_on.isoformat(), "to_on": self.period.to_on.isoformat()}
        return {
            "format": FORMAT,
            "plan": self.plan.id,
            "channel": self.channel,
            "period": period,
            "titles": {chapter.value: words.by_language() for chapter, words in CHAPTERS.items()},
            "preamble": self._preamble(),
            "commitments": [self._commitment(standing) for standing in self.standings],
            # Absent is absent: only an amended plan has these.
            **({"amendments": [one.value() for one in self.amendments]} if self.amendments else {}),
            **({"ended": [self._ended(one) for one in self.ended]} if self.ended else {}),
            **({"demonstration": True} if self.register.demonstration else {}),
            "chapters": [chapter.value() for chapter in self.chapters],
            **({"named": [one.value() for one in self.named]} if self.named else {}),
            "evidence": [one.value() for one in self.evidence],
            "bodies": [body_value(body) for body in self.register.bodies.values()],
            "matters": [matter.value() for matter in self.matters],
            "needed": {party.code: self._needed(party.code) for party in self.parties},
            "figures": [counts.value() for counts in self.figures],
            "slippage": [one.value() for one in self.slippage],
            "ahead": [line.value() for line in self.ahead],
            "sources": {log: source.value() for log, source in self.sources.items()},
        }

    def digest(self) -> str:
        """SHA-256 (hex) of the canonical JSON of `value`."""
        return self._digest

    @cached_property
    def _digest(self) -> str:
        # Every paper bears it; it is computed once.
        return hashlib.sha256(canonical(self.value())).hexdigest()

    def _preamble(self) -> dict[str, Json]:
        plan = self.plan
        value: dict[str, Json] = {
            "version": plan.version,
            "titles": dict(plan.titles),
            "parties": [{"code": party.code, "names": dict(party.names)} for party in self.parties],
            "texts": [
                {"language": text.language, "authentic": text.authentic, "sha256": text.sha256} for text in plan.texts
            ],
            "words": dict(self.opening_words),
            "joint": self.register.joint.hex(),
            "sealed_at": dict(self.sealed_at),
            "in_effect_at": self.register.in_effect_at,
        }
        value |= {"supplied": [one.value() for one in self.supplied]} if self.supplied else {}
        return value | ({"agreed_on": plan.agreed_on} if plan.agreed_on is not None else {})

    def _commitment(self, standing: ProvisionStanding) -> dict[str, Json]:
        id = standing.provision.id
        value = _told(standing, self.agreed, self.changes[id])
        return value | ({"since": self.since[id]} if id in self.since else {})

    def _ended(self, ended: Ended) -> dict[str, Json]:
        value = _told(ended.standing, self.agreed, ended.changes)
        return value | {"ended_on": ended.on, "version": ended.version}

    def _needed(self, party: str) -> list[Json]:
        return [index for index, matter in enumerate(self.matters) if party in matter.parties]


def review_of(
    register: Register,
    plan: str,
    period: Period,
    *,
    texts: Mapping[str, str],
    parties: tuple[CharterParty, ...] | None = None,
) -> Review:
    """The review of `plan` for `period`, from the register at its cut.

    `parties` are those of the charter, unless told: a public register has no charter.
    `texts` are the characters of the agreed texts by SHA-256 digest (hex). Raises `KeyError` for a plan of which no
    version is in effect at the cut.
    """
    found = register.plans[plan]
    if parties is None:
        parties = register.charter.parties if register.charter is not None else ()
    agreed = _agreed(found, texts)
    return Review(
        channel=register.channel,
        register=found,
        parties=parties,
        agreed=agreed,
        chapters=_chapters(found.plan, agreed),
        sources=register.sources,
        opening_words=_opening_words(found.plan, texts),
        amendments=amendments_of(found),
        **_told_for(found, period, parties),
    )


def review_for(review: Review, period: Period) -> Review:
    """The review of the same plan at the same cut for another period."""
    return replace(review, **_told_for(review.register, period, review.parties))


class _Told(TypedDict):
    period: Period
    standings: tuple[ProvisionStanding, ...]
    changes: Mapping[str, Mapping[str, PartyChange]]
    matters: tuple[Matter, ...]
    figures: tuple[Counts, ...]
    ahead: tuple[Ahead, ...]
    evidence: tuple[Evidence, ...]
    slippage: tuple[Slippage, ...]
    since: Mapping[str, str]
    ended: tuple[Ended, ...]


def _told_for(found: PlanRegister, period: Period, parties: tuple[CharterParty, ...]) -> _Told:
    """What a review says of one period, and no other part of it."""
    standings = tuple(closed_on(standing, period.to_on) for standing in found.provisions)
    changes = {standing.provision.id: changes_of(standing, period) for standing in found.provisions}
    names = {party.code: _named(party) for party in parties}
    since, closing = since_of(found), period.to_on.isoformat()
    in_force = tuple(one for one in standings if since.get(one.provision.id, closing) <= closing)
    question = Question(plan=found, standings=in_force, period=period, names=names)
    return _Told(
        period=period,
        standings=standings,
        changes=changes,
        matters=matters_of(question),
        figures=figures_of(found.plan, in_force, changes, period),
        ahead=year_ahead(found, standings, period),
        evidence=cited_up_to(found.evidence, period.to_on),
        slippage=slippage_of(standings),
        since=since,
        ended=ended_in(found, period),
    )


def _agreed(found: PlanRegister, texts: Mapping[str, str]) -> dict[str, dict[str, str]]:
    plan = found.plan
    # No version gives an id anew, so the places of what ended are never those of what stands (`plan/version.py`).
    parts = [(plan, plan.provisions)]
    parts += [(found.plan_with(one.provision.id), (one.provision,)) for one in found.ended]
    spans = {section.id: section.headings for section in plan.sections}
    agreed = {id: _words(by_language, _characters(plan, texts)) for id, by_language in spans.items()}
    for version, provisions in parts:
        characters = _characters(version, texts)
        for place in (place for provision in provisions for place in provision.places):
            agreed[place.id] = _words(place.spans, characters)
    return agreed


def _characters(plan: Plan, texts: Mapping[str, str]) -> dict[str, str]:
    return {text.language: texts[text.sha256] for text in plan.texts if text.sha256 in texts}


def _opening_words(plan: Plan, texts: Mapping[str, str]) -> dict[str, str]:
    """What stands before the first section, by language; a language without sections or words there is left out."""
    found: dict[str, str] = {}
    for text in plan.texts:
        starts = [section.spans[text.language].start for section in plan.sections if text.language in section.spans]
        if starts and (words := texts.get(text.sha256, "")[: min(starts)].strip()):
            found[text.language] = words
    return found


def _words(spans: Mapping[str, Span], characters: Mapping[str, str]) -> dict[str, str]:
    return {
        language: span.of(characters[language])
        for language, span in spans.items()
        if language in characters and span.end <= len(characters[language])
    }


def _chapters(plan: Plan, agreed: Mapping[str, Mapping[str, str]]) -> tuple[Chapter, ...]:
    places: dict[str | None, list[str]] = {}
    for provision in plan.provisions:
        for place in provision.places:
            places.setdefault(place.section, []).append(place.id)
    outside = Chapter(section=None, heading={}, places=tuple(places.get(None, ())))
    tops = tuple(_chapter(section, plan, agreed, places) for section in plan.sections if section.parent is None)
    return (outside, *tops) if outside.places else tops


def _chapter(
    section: Section, plan: Plan, agreed: Mapping[str, Mapping[str, str]], places: Mapping[str | None, list[str]]
) -> Chapter:
    under = (part for part in plan.sections if part.parent == section.id)
    return Chapter(
        section=section,
        heading=agreed.get(section.id, {}),
        places=tuple(places.get(section.id, ())),
        parts=tuple(_chapter(part, plan, agreed, places) for part in under),
    )


def _told(
    standing: ProvisionStanding, agreed: Mapping[str, Mapping[str, str]], changes: Mapping[str, PartyChange]
) -> dict[str, Json]:
    """The agreement (id, kind, mode, places, spans) and everything said up to the closing day, as plain JSON."""
    value = dict(standing.value())
    value["agreed"] = {place.id: dict(agreed[place.id]) for place in standing.provision.places if place.id in agreed}
    value["last_report_on"] = {
        party: account.until or account.on
        for party in standing.accounts
        if (account := standing.latest(party)) is not None
    }
    value["changes"] = {party: _change_value(change) for party, change in changes.items()}
    return value


def _change_value(change: PartyChange) -> dict[str, Json]:
    value: dict[str, Json] = {
        "move": change.move.value,
        "in_period": [account.id for account in change.in_period],
        "before": [account.id for account in change.before],
    }
    value |= {"opening": {"stage": change.opening.stage.value, "id": change.opening.id}} if change.opening else {}
    return value | (
        {"closing": {"stage": change.closing.stage.value, "id": change.closing.id}} if change.closing else {}
    )


def _named(party: CharterParty) -> Words:
    """The party's name in each language of the house; where the charter has none, its first name stands."""
    first = next(iter(party.names.values()), party.code.upper())
    return Words(*(party.names.get(language, first) for language in LANGUAGES))
