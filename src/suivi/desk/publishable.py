"""Whether a report of ours can be made public: the languages it needs, and whether its translations follow.

- One language may be filed first; only publication waits for the others (`due`).
- An account left as it was when another language’s words changed is `stale`, until it changes too or an officer says that
  it still says the same. What was stale when the report was filed is told by the boxes of its return.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from suivi.desk import access, asked, drafts, entries, registers, report_form
from suivi.desk.access import Officer
from suivi.desk.drafts import TicketRow
from suivi.plan.channel import PUBLIC, origin_of
from suivi.record.changes import Corrected, Withdrawn
from suivi.record.entry import Entry
from suivi.record.kinds import Record
from suivi.record.reports import ReportFiled


@dataclass(frozen=True, slots=True)
class Standing:
    """A report of ours in the words it has now, and what keeps them from the public: languages due, languages stale.

    `whole` is the report to be made public in place of the first words, where only a correction completed them.
    """

    due: tuple[str, ...]
    stale: tuple[str, ...]
    whole: ReportFiled | None = None


def standing_of(officer: Officer, channel: str, entry: Entry) -> Standing:
    """What keeps a report of ours, or the words a correction gives one, from the public; nothing for other records."""
    said = _report_in(entry)
    charter = access.register_for(officer, channel).charter
    if said is None or charter is None:
        return Standing((), ())
    languages = [spoken.tag for spoken in charter.languages]
    first, corrections = _words_of(officer, channel, entry)
    if isinstance(entry.record, Corrected):
        return Standing(_missing(languages, said), stale_in([first, *(each for _, each in corrections)], languages))
    if not corrections:
        return Standing(
            _missing(languages, first), report_form.stale_among(asked.boxes_of(entry.log, entry.seq), first)
        )
    last = corrections[-1][1]
    whole = last if _missing(languages, first) else None
    return Standing(_missing(languages, last), stale_in([first, *(each for _, each in corrections)], languages), whole)


def latest_words(officer: Officer, channel: str, entry: Entry) -> ReportFiled | None:
    """The report that `entry` files, in the words its last correction gave it; None for other records."""
    if _report_in(entry) is None:
        return None
    first, corrections = _words_of(officer, channel, entry)
    return corrections[-1][1] if corrections else first


def in_public_words(said: ReportFiled, words: Mapping[str, str]) -> ReportFiled:
    """What the public is told of `said` in these words: its stage and days, and nothing else of it; `said` without any.

    Reasons, next steps, a new day asked for and the bodies that act are words for the partner.
    """
    if not words:
        return said
    return ReportFiled(provision=said.provision, stage=said.stage, account=dict(words), on=said.on, until=said.until)


def missing_in(officer: Officer, channel: str, said: ReportFiled) -> tuple[str, ...]:
    """The languages of the channel in which a report says nothing."""
    charter = access.register_for(officer, channel).charter
    return _missing([spoken.tag for spoken in charter.languages], said) if charter is not None else ()


def stale_in(versions: Sequence[ReportFiled], languages: Iterable[str]) -> tuple[str, ...]:
    """The languages whose account stayed as it was when another's changed, oldest words first, and has since."""
    stale: set[str] = set()
    for before, after in pairwise(versions):
        both = before.account.keys() & after.account.keys()
        changed = {language for language in both if before.account[language] != after.account[language]}
        stale = (stale | ((both - changed) if changed else set())) - changed
    return tuple(language for language in languages if language in stale)


def _missing(languages: Iterable[str], said: ReportFiled) -> tuple[str, ...]:
    return tuple(language for language in languages if language not in said.account)


def _report_in(entry: Entry) -> ReportFiled | None:
    said = entry.record.body if isinstance(entry.record, Corrected) else entry.record
    return said if isinstance(said, ReportFiled) else None


def _words_of(officer: Officer, channel: str, entry: Entry) -> tuple[ReportFiled, list[tuple[Entry, ReportFiled]]]:
    """The first words of the report that `entry` files or corrects, and every correction of them, oldest first."""
    former = entry.header.supersedes if entry.header is not None else None
    first = entry if former is None else registers.entry_at(channel, former.log, former.seq)
    place = first.log, first.seq
    found = [
        (each, said)
        for each in registers.lineage_of(officer.party, registers.in_use_after(channel))
        if each.header is not None and (acted_on := each.header.supersedes) is not None
        if (acted_on.log, acted_on.seq) == place
        if isinstance(each.record, Corrected) and (said := _report_in(each)) is not None
    ]
    words = _report_in(first) or _report_in(entry)
    assert words is not None  # the caller has looked
    return words, found


def is_told(officer: Officer, channel: str, entry: Entry, public: Iterable[Entry]) -> bool:
    """Whether a report, or a correction that completed one, is public already as one report in the words it has now."""
    if _report_in(entry) is None:
        return False
    first, corrections = _words_of(officer, channel, entry)
    charter = access.register_for(officer, channel).charter
    if not corrections or charter is None or not _missing([spoken.tag for spoken in charter.languages], first):
        return False
    twin = _twin_in(public, first, [said for _, said in corrections])
    if not isinstance(entry.record, Corrected):
        return twin is not None
    told = [twin.record] if twin else []
    told += [_report_in(each) for each in public if twin and _acts_on(each, twin)]
    return twin is None or _report_in(entry) in told


def later_word(officer: Officer, channel: str, entry: Entry) -> Entry | None:
    """Our last correction of the report that `entry` files, or its withdrawal; None for a report that stands as filed."""
    own = registers.lineage_of(officer.party, registers.in_use_after(channel))
    found = [each for each in own if isinstance(each.record, Corrected | Withdrawn) and _acts_on(each, entry)]
    return found[-1] if found else None


def public_twin(officer: Officer, channel: str, entry: Entry) -> Entry | None:
    """The entry of our public log that tells the report filed by `entry`, in its first words or those of a correction.

    In other words than the partner has, too; None where the public has not been told of it.
    """
    if PUBLIC not in entries.opened() or _report_in(entry) is None:
        return None
    public = registers.logs(PUBLIC)[origin_of(officer.party, PUBLIC)]
    otherwise = asked.told_otherwise().get((entry.log, entry.seq))
    if otherwise is not None:
        return public[otherwise[1]]
    first, corrections = _words_of(officer, channel, entry)
    return _twin_in(public, first, [said for _, said in corrections])


def _acts_on(each: Entry, entry: Entry) -> bool:
    former = each.header.supersedes if each.header is not None else None
    return former is not None and (former.log, former.seq) == (entry.log, entry.seq)


def _twin_in(public: Iterable[Entry], first: ReportFiled, corrected: Sequence[ReportFiled]) -> Entry | None:
    return next((each for each in public if each.record == first or each.record in corrected), None)


def public_ticket(officer: Officer, plan: str, said: Record) -> TicketRow | None:
    """The newest ticket, not discarded, by which a record of ours in these words was or would be made public."""
    rows = access.tickets_for(officer, plan=([PUBLIC], plan))
    return next((row for row in rows if not row.discarded_at and drafts.ticket_of(row).record() == said), None)
