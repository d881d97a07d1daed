"""Who did what, when, under which mandate: the home log read backwards, for who may know.

- An auditor reads every line; an administrator those about people, settings and what was taken out; everybody else
  the acts on the commitments his mandates let him read, and his own, as far as their marking allows.
- Who holds no mandate today still reads his own acts, and nothing else.
- A page looks back over a bounded stretch of the log and says where the next begins: a home log has no end.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import unquote

from suivi.desk import access, clock, entries, past
from suivi.desk.access import Officer
from suivi.desk.internal import APPROVED, PASSED
from suivi.desk.mandates import place_in
from suivi.desk.pages import Term
from suivi.desk.pages.officers import ActFact, ActShown, HistoryPage
from suivi.desk.queries import shown
from suivi.desk.queries.terms import ACT_WORDS, FIELD_WORDS, record_term
from suivi.desk.registers import at_one_glance
from suivi.desk.roles import ROLES
from suivi.log.fault import Fault
from suivi.plan.channel import origin_of
from suivi.plan.numbering import number_of
from suivi.plan.words import Words, on_day
from suivi.record.entry import Entry
from suivi.record.home import Acted, Approved, Mandated
from suivi.record.marking import read_marking
from suivi.record.wording import check_wording

LINES: Final = 50
LOOKED_BACK: Final = 5_000
FILTERS: Final = ("officer", "kind", "plan", "provision", "from", "to")
_STRETCH: Final = 500
_LONGEST: Final = 200
_EXACT: Final = frozenset({"ticket", "seen", "digest", "fingerprint"})
_ESCAPED: Final = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))")
_DAYS: Final = frozenset({"due_on", "from_on", "until_on"})
_WORK: Final = ("discarded", APPROVED, PASSED, *(act for act in ACT_WORDS if act.startswith(("return-", "evidence-"))))
_PEOPLE: Final = frozenset({"home.mandated", *(act for act in ACT_WORDS if act not in _WORK)})


@at_one_glance
def history_page(officer: Officer, asked: Mapping[str, str], *, before: int | None = None) -> HistoryPage:
    """The newest acts before entry `before` of the home log (None: the newest of all) that pass the filters."""
    access.must_be_active(officer)
    holds_none = not access.held_by(officer)
    typed = asked
    log = origin_of(officer.party, entries.HOME)
    start = min(entries.log_size(log) if before is None else before, entries.log_size(log))
    found: list[ActShown] = []
    last = start
    asked = asked if past.day_looked_at() is None else {**asked, "to": _until(asked.get("to", ""))}
    for entry in _backwards(log, start):
        last = entry.seq
        if _open_to(officer, entry) and _passes(entry, asked):
            found.append(_shown(officer, entry))
        if len(found) == LINES or start - last >= LOOKED_BACK:
            break
    whole = "audit" in access.abilities_of(officer)
    return HistoryPage(
        acts=tuple(found),
        older=last if last > 0 else None,
        asked=dict(typed),
        kinds=(*(Term(code, words) for code, words in ACT_WORDS.items()), *map(record_term, _RECORDS)),
        officers=(officer.name,) if holds_none else tuple(person.name for person in access.officers_for(officer)),
        whole=whole,
        own_alone=holds_none,
    )


def _until(to: str) -> str:
    """The last day asked for, but none after the day looked at."""
    day = past.day_looked_at()
    return min(to or "9999", day.isoformat()) if day else to


def _backwards(log: str, start: int) -> Iterator[Entry]:
    while start > 0:
        begin = max(0, start - _STRETCH)
        yield from reversed(list(entries.read_log(log, from_seq=begin, size=start)))
        start = begin


def _open_to(officer: Officer, entry: Entry) -> bool:
    opened = access.abilities_of(officer)
    own = entry.by is not None and entry.by.officer == officer.name
    if _kind(entry).code in _PEOPLE:
        return own or access.may_know_people(officer)
    if entry.header is not None and not access.is_cleared(officer, read_marking(entry.header.marking)):
        return False
    if own or "audit" in opened:
        return True
    plan, provision = place_in(entry.header.subject) if entry.header else ("", "")
    return access.may(officer, "read", plan=plan, provision=provision)


def _passes(entry: Entry, asked: Mapping[str, str]) -> bool:
    header = entry.header
    if header is None:
        return not any(asked.values())
    plan, provision = place_in(header.subject)
    day = header.at[:10]
    return (
        asked.get("officer", "") in ("", _by(entry))
        and asked.get("kind", "") in ("", _kind(entry).code)
        and asked.get("plan", "") in ("", plan)
        and asked.get("provision", "") in ("", provision)
        and (not asked.get("from") or day >= asked["from"])
        and (not asked.get("to") or day <= asked["to"])
    )


def _by(entry: Entry) -> str:
    if entry.by is not None:
        return entry.by.officer
    return entry.record.officer if isinstance(entry.record, Approved) else ""  # of the time before mandates had days


def _kind(entry: Entry) -> Term:
    if isinstance(entry.record, Acted):
        words = ACT_WORDS.get(entry.record.act, Words(entry.record.act, entry.record.act, entry.record.act))
        return Term(entry.record.act, words)
    return record_term(entry.header.type if entry.header else "")


def _shown(officer: Officer, entry: Entry) -> ActShown:
    by = entry.by
    plan, provision = place_in(entry.header.subject) if entry.header else ("", "")
    role = ROLES.get(by.role) if by else None
    return ActShown(
        seq=entry.seq,
        at=shown.instant(entry.header.at) if entry.header else "",
        kind=_kind(entry),
        officer=_by(entry),
        role=role.words if role else None,
        place=" ".join(filter(None, (by.plan, by.provision))) if by else "",
        instead_of=by.instead_of if by else "",
        about=tuple(_about(officer, entry)),
        plan=plan,
        provision=provision,
    )


def _about(officer: Officer, entry: Entry) -> Iterator[ActFact]:
    if isinstance(entry.record, Mandated):
        yield ActFact(FIELD_WORDS["officer"], entry.record.officer)
    if isinstance(entry.record, Acted):
        for name, value in entry.record.about.items():
            yield _fact(officer, name, value)


def _fact(officer: Officer, name: str, value: str) -> ActFact:
    """What an act was about, as an officer reads it: days, roles and bodies in words, commitments by their numbers."""
    called = FIELD_WORDS.get(name, Words(name, name, name))
    if name in _EXACT:
        return ActFact(called, value, ticket=value if name == "ticket" else "", exact=True)
    if name in _DAYS and value:
        return ActFact(called, value, on_day(value))
    if name in ("file", "what"):
        return ActFact(called, _in_its_own_script(value))
    value = value[:_LONGEST]
    if name in ("body", "part_of"):
        return ActFact(called, value, _body_named(officer, value))
    if name in ("commitments", "provision"):
        return ActFact(called, ", ".join(number_of(id.strip()) for id in value.split(",")))
    return ActFact(called, value, ROLES[value].words if name == "role" and value in ROLES else None)


def _in_its_own_script(escaped: str) -> str:
    """The name of a file, or the place it was taken from, as a person reads it; escaped where it holds what is unseen."""
    plain = unquote(_ESCAPED.sub(_unescaped, escaped))[:_LONGEST]
    try:
        check_wording(plain, at="")
    except Fault:
        return escaped[:_LONGEST]
    return plain


def _unescaped(found: re.Match[str]) -> str:
    """The character that a line written before names had their own script says by its number."""
    point = int(found[1] or found[2] or found[3], 16)
    return chr(point) if point <= sys.maxunicode and not 0xD800 <= point <= 0xDFFF else found[0]


def _body_named(officer: Officer, body: str) -> Words | None:
    for channel in access.channels_for(officer):
        bodies = access.register_for(officer, channel).bodies
        if body in bodies:
            return shown.body_words(body, bodies, clock.today().isoformat())
    return None


_RECORDS: Final = (
    *("report.filed", "change.corrected", "change.withdrawn", "activity.opened", "step.taken", "joint.proposed"),
    *("joint.concurred", "evidence.attached", "body.named", "home.approved", "home.released", "home.looked-through"),
    "home.mandated",
)
