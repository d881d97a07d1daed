"""Joint texts for pages: the list, and one with who has said what."""

import datetime
from collections.abc import Iterable, Iterator, Sequence

from suivi.desk import access
from suivi.desk.access import Officer
from suivi.desk.mandates import place_in
from suivi.desk.pages import (
    AttachmentShown,
    Difference,
    ForeignShown,
    JointTextLine,
    JointTextPage,
    JointTextsPage,
    PartyNamed,
    VoiceShown,
)
from suivi.desk.queries import shown, ticket_pages
from suivi.desk.queries.terms import record_term
from suivi.desk.registers import at_one_glance
from suivi.plan.channel import Charter
from suivi.plan.numbering import number_of
from suivi.plan.plan import Plan
from suivi.plan.version import BECAME, Became
from suivi.plan.words import LANGUAGES, Words
from suivi.reader.succession import said_in
from suivi.record.entry import Entry
from suivi.record.joint import Concurred, Declined, Proposed, Withdrew
from suivi.record.plans import PlanAdopted, PlanAmended
from suivi.record.scripts import foreign_letters
from suivi.register.fold import Register
from suivi.register.joint import JointText

SHOWN = 100
SHOWN_THEN = 20  # as of a past day: each of them may ask for the register of another channel
OPEN = ("proposed", "pending")
ORDER = {"proposed": 0, "pending": 1, "in-effect": 2, "ended": 3}


@at_one_glance
def joint_texts(
    officer: Officer, *, language: str, page: int = 1, as_of: datetime.date | None = None
) -> JointTextsPage:
    """Every joint text, now or at the end of a day: open ones, those in effect, those that ended; newest first in each.

    Of very many plans a page of them, from rows: which commitment a step is about stands on its own page.
    """
    if as_of is not None and not access.has_many_plans(officer):
        covered = access.channels_covered(officer)
        held = ((channel, access.register_for(officer, channel, as_of=as_of)) for channel in covered)
        found = [shown.joint_line(officer, each, text) for _, each in held for text in each.joint_texts.values()]
        return JointTextsPage(texts=tuple(_in_order(found)), as_of=as_of)
    if not access.has_many_plans(officer):
        return JointTextsPage(texts=tuple(lines(officer)))
    most = SHOWN if as_of is None else SHOWN_THEN
    start = (page - 1) * most
    rows = access.joint_text_rows_for(officer, list(ORDER), start=start, limit=most + 1, proposed_by=as_of)
    then = [line for row in rows[:most] for line in _then(officer, row, as_of)] if as_of else []
    return JointTextsPage(
        texts=tuple(_in_order(then)) if as_of else tuple(_in_row(row, officer.party) for row in rows[:most]),
        as_of=as_of,
        page=page,
        before=page - 1 if page > 1 else None,
        after=page + 1 if len(rows) > most else None,
    )


def _then(officer: Officer, row: access.JointTextInRow, day: datetime.date) -> Iterable[JointTextLine]:
    """The line of a text as it stood at the end of a day; none if it was not there. What is in effect stays in effect:
    only of others is the register of that day asked.
    """
    if row.in_effect_at and row.in_effect_at[:10] < day.isoformat():
        yield _in_row(row, officer.party)
        return
    held = access.register_for(officer, row.channel, as_of=day)
    text = held.joint_texts.get(bytes.fromhex(row.leaf))
    if text is not None:
        yield shown.joint_line(officer, held, text)


def in_rows(officer: Officer, rows: Iterable[access.JointTextInRow]) -> list[JointTextLine]:
    """Joint texts in lines as their rows tell them, in the order given."""
    return [_in_row(row, officer.party) for row in rows]


def _in_row(row: access.JointTextInRow, ours: str) -> JointTextLine:
    return JointTextLine(
        leaf=row.leaf,
        kind=record_term(row.kind),
        title=row.titles,
        proposed_by=row.proposed_by,
        proposed_at=shown.instant(row.proposed_at),
        state=row.state,
        waits_for=tuple(row.waits_for),
        waits_for_us=row.state == "proposed" and ours in row.waits_for,
        marking=row.marking,
        in_effect_at=shown.instant(row.in_effect_at) if row.in_effect_at else None,
    )


def lines(officer: Officer) -> list[JointTextLine]:
    """The joint texts in lines, in the order of the list page."""
    return _in_lines(officer, access.joint_texts_for(officer))


def open_lines(officer: Officer, *, kinds: Sequence[str] = (), most: int | None = None) -> list[JointTextLine]:
    """Those that can still come into effect, in the same order, or only of those `kinds` of record.

    With `most`, of very many plans the first so many, from rows.
    """
    if most is not None and access.has_many_plans(officer):
        return in_rows(officer, access.joint_text_rows_for(officer, OPEN, kinds=kinds, start=0, limit=most))
    lines = _in_lines(officer, access.open_joint_texts_for(officer))
    return [line for line in lines if not kinds or line.kind.code in kinds]


def _in_lines(officer: Officer, texts: Iterable[tuple[str, JointText]]) -> list[JointTextLine]:
    return _in_order(
        [shown.joint_line(officer, access.register_for(officer, channel), text) for channel, text in texts]
    )


def _in_order(found: list[JointTextLine]) -> list[JointTextLine]:
    found.sort(key=lambda line: line.proposed_at, reverse=True)
    return sorted(found, key=lambda line: ORDER[line.state])


@at_one_glance
def joint_text_waiting(officer: Officer) -> str:
    """The leaf (hex) of the only joint text that waits for our word; raises `NotHere` if there is not exactly one."""
    waiting = [line.leaf for line in open_lines(officer) if line.waits_for_us]
    if len(waiting) != 1:
        raise access.NotHere(what=f"{len(waiting)} joint texts wait for us")
    return waiting[0]


@at_one_glance
def joint_text_page(officer: Officer, leaf: str, *, language: str, as_of: datetime.date | None = None) -> JointTextPage:
    """One joint text: its words, its voices, what it would change; now, or at the end of a day with nothing to be done."""
    channel, text = access.joint_text_for(officer, leaf, as_of=as_of)
    register = access.register_for(officer, channel, as_of=as_of)
    ours = officer.party
    # A charter gives its own words the languages it sets: before the first there is no other.
    charter = text.proposed.body if isinstance(text.proposed.body, Charter) else register.charter
    plan = place_in(text.proposal.header.subject)[0] if text.proposal.header else ""
    may_draft = as_of is None and access.may(officer, "draft", plan=plan)
    may_speak = text.pending and ours in text.still_to_speak and may_draft
    attachments = ticket_pages.attachments_shown(
        officer, text.proposed.attachments, languages=ticket_pages.languages_of(text.proposed)
    )
    return JointTextPage(
        line=shown.joint_line(officer, register, text),
        resolution=dict(text.proposed.texts),
        authentic=tuple(spoken.tag for spoken in charter.languages if spoken.authentic) if charter else (),
        voices=tuple(_voice(officer, channel, text, party) for party in _parties(register, text)),
        attachments=attachments,
        fields=ticket_pages.fields_of(text.proposed, register.plans.get(plan)),
        differences=_differences(officer, register, text, language=language),
        first=not _earlier(register, text),
        tickets=ticket_pages.lines(officer, list(access.tickets_for(officer, waiting=True, about=leaf)))
        if as_of is None
        else (),
        as_of=as_of,
        foreign=tuple(_foreign(text.proposed, attachments)),
        last_to_concur=text.still_to_speak == (ours,),
        may_concur=may_speak,
        may_decline=may_speak,
        may_withdraw=text.pending and ours in text.voices and ours not in text.seals and may_draft,
    )


def _foreign(proposed: Proposed, attachments: Iterable[AttachmentShown]) -> Iterator[ForeignShown]:
    """Words with letters of another script, of the resolution first, then of the texts attached, in order."""
    attached = ((one.language, one.characters) for one in attachments if one.language and one.characters)
    for language, characters in (*proposed.texts.items(), *attached):
        for found in foreign_letters(characters, language=language):
            letters = tuple(f"{letter} U+{ord(letter):04X}" for letter in found.letters)
            yield ForeignShown(language=language, word=found.word, letters=letters)


def _parties(register: Register, text: JointText) -> list[PartyNamed]:
    named = {party.code: party for party in shown.parties_named(register)}
    return [named.get(code) or shown.party_named(code) for code in text.parties]


def _voice(officer: Officer, channel: str, text: JointText, party: PartyNamed) -> VoiceShown:
    place = text.exits.get(party.code) or text.voices.get(party.code)
    seal = text.seals.get(party.code)
    sealed_at = text.seals_at.get(party.code)
    if place is None:
        return VoiceShown(party=party)
    entry = access.entry_for(officer, channel, party.code, place.seq)
    return VoiceShown(
        party=party,
        word=_word(entry),
        at=shown.instant(entry.header.at) if entry.header else None,
        log=entry.log,
        seq=place.seq,
        leaf=place.leaf.hex(),
        reason=entry.record.reason or "" if isinstance(entry.record, Declined | Withdrew) else "",
        sealed_at=shown.instant(sealed_at) if sealed_at else None,
        sealed_seq=seal.seq if seal else None,
    )


def _word(entry: Entry) -> str:
    match entry.record:
        case Proposed():
            return "proposed"
        case Concurred():
            return "concurred"
        case Declined():
            return "declined"
        case Withdrew():
            return "withdrew"
    return ""


def _earlier(register: Register, text: JointText) -> PlanAdopted | None:
    body = text.proposed.body
    if not isinstance(body, PlanAdopted):
        return None
    known = register.plans.get(body.plan.id)
    if known is None or known.joint == text.leaf:
        return None
    return PlanAdopted(known.plan)


def _differences(officer: Officer, register: Register, text: JointText, *, language: str) -> tuple[Difference, ...]:
    earlier = _earlier(register, text)
    body = text.proposed.body
    if earlier is None or not isinstance(body, PlanAdopted):
        return ()
    if isinstance(body, PlanAmended):
        return tuple(_fates(officer, earlier.plan, body, language))
    before = {each.id: each for each in earlier.plan.provisions}
    after = {each.id: each for each in body.plan.provisions}
    changed = [id for id in {**before, **after} if before.get(id) != after.get(id)]
    return tuple(
        Difference(
            where=Words(id, id, id),
            before=_titled(before[id].titles) if id in before else "",
            after=_titled(after[id].titles) if id in after else "",
        )
        for id in changed
    )


def _fates(officer: Officer, before: Plan, body: PlanAmended, language: str) -> Iterator[Difference]:
    """What becomes of each commitment that is not kept as it is, in its agreed words, in that language where it is held."""
    (tag, old), (_, new) = (_agreed(officer, plan, language) for plan in (before, body.plan))
    for step in body.succession:
        if step.became is not Became.KEPT:
            numbers = ", ".join(map(number_of, step.old or step.new))
            yield Difference(
                where=Words(*(f"{numbers} – {BECAME[step.became].in_(spoken)}" for spoken in LANGUAGES)),
                before=" / ".join(old.get(id, "") for id in step.old),
                after=" / ".join(new.get(id, "") for id in step.new),
                language=tag,
            )


def _agreed(officer: Officer, plan: Plan, language: str) -> tuple[str, dict[str, str]]:
    """The language shown and the words of each commitment in it, by id."""
    held = {tag: characters for tag, (characters, *_) in shown.texts_of(officer, plan).items()}
    tag = language if language in held else next(iter(held), "")
    return tag, {said.id: said.words.get(tag, "") for said in said_in(plan, held)}


def _titled(titles: dict[str, str]) -> str:
    return next(iter(titles.values()), "—")
