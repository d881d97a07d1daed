"""From registers to rows: after every append and take-in only what changed, and all of it anew by `rebuild`.

- What has changed is told by fingerprints kept in the rows themselves, so projecting twice changes nothing and a
  projection that never ran is made up for by the next.
- An append marks its log in the same transaction (`entries.mark_unprojected`); `project` makes the rows and takes the
  mark away. Rolled back, both are gone; killed between them, neither was kept.
- The public register has no rows: its site is made whole, from the register.
- Rows never decide anything: they are made from the register, and whoever acts asks the register.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from django.db import connection, models, transaction

from suivi.desk import entries, kept_registers, registers
from suivi.desk.inserting import insert
from suivi.desk.models import (
    ActivityRow,
    CommitmentRow,
    DueRow,
    EvidenceRow,
    HomePlaceRow,
    JointTextRow,
    MarkRow,
    Officer,
    PlanRow,
    ReportRow,
    Ticket,
    UnprojectedLog,
    WordsRow,
)
from suivi.desk.models.rows import COMMON, HOME, audience_of
from suivi.desk.project import marks
from suivi.desk.project.joint import joint_text_row
from suivi.desk.project.plans import (
    Held,
    Rows,
    commitment_fingerprint,
    plan_fingerprint,
    plan_row,
    report_row,
    rows_of_commitment,
    rows_of_plan,
)
from suivi.desk.project.words import OF_JOINT_TEXTS, number_of, words_of_joint_text, words_of_report
from suivi.log.canonical import canonical
from suivi.plan.channel import PUBLIC, origin_of
from suivi.record.entry import Entry
from suivi.record.marking import CLEAR, Marking, read_marking
from suivi.record.reports import ReportFiled
from suivi.register.fold import Register
from suivi.register.plans import PlanRegister
from suivi.register.reports import Account

TABLES: Final[tuple[type[models.Model], ...]] = (
    PlanRow,
    CommitmentRow,
    ReportRow,
    EvidenceRow,
    ActivityRow,
    DueRow,
    JointTextRow,
    WordsRow,
)
"""Every table that can be emptied and refilled."""

_ANEW: Final[tuple[type[models.Model], ...]] = (*TABLES, MarkRow)
_OF_COMMITMENT: Final[tuple[type[models.Model], ...]] = (
    CommitmentRow,
    ReportRow,
    EvidenceRow,
    ActivityRow,
    DueRow,
    WordsRow,
)
_BATCH: Final = 500
_NUMBERS_OF_A_CHANNEL: Final = 2**30


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A channel whose rows were made anew: how many there are, and how many of those held before were not as made."""

    channel: str
    rows: int
    healed: int


def project() -> None:
    """Bring the rows of every log that has grown up to date, in the transaction of the caller or one of its own.

    Raises nothing of its own: what cannot be placed or counted has no rows.
    """
    if not registers.channels_behind():
        return
    with transaction.atomic():
        grown = dict(UnprojectedLog.objects.select_for_update().order_by("log").values_list("log", "seq"))
        # A public log repeats what stands in a channel, whose rows lists and search already show.
        channels = sorted({log.split("/")[2] for log in grown} - {entries.HOME, PUBLIC})
        # A successor's charter tells what counts of the old logs, and these tell what the successor begins with.
        for channel in sorted({*channels, *(near for name in channels for near in registers.relatives(name))}):
            follow_each(channel)
            registers.keep(channel)
            for log in (log for log in grown if log.split("/")[2] == channel):
                marks.follow(log, from_seq=grown[log])
        for home in (log for log in grown if log.endswith(f"/{entries.HOME}")):
            _follow_home(home, from_seq=grown[home])
        _project_home()
        UnprojectedLog.objects.filter(log__in=list(grown)).delete()
    registers.look_again()


def channels_of(plan: str) -> set[str]:
    """Where rows say that a plan of that id is in effect: where to look first; whether it is there, the register says."""
    return set(PlanRow.objects.filter(audience=COMMON, plan=plan).values_list("channel", flat=True))


def rewrite_index() -> None:
    """Write the index of words anew, so that nothing of rows removed is left in it: for what had to be destroyed.

    SQLite keeps removed words in its index until it merges them away; PostgreSQL removes them when it cleans up.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO desk_wordsrow_index(desk_wordsrow_index) VALUES ('rebuild')")


def rebuild(told: Callable[[Rebuilt], None] = lambda _: None) -> list[Rebuilt]:
    """Empty every table of rows and fill it again from the logs, channel by channel, each in one transaction.

    `told` hears of each channel as it is done; rows of channels there are no more, and of none, go last.
    """
    done = []
    registers.forget()
    for channel in [*entries.channels(), ""]:
        with transaction.atomic():
            done.append(_rebuilt(channel))
        told(done[-1])
    return done


def keep_anew() -> None:
    """Keep anew what another version of this software kept of channels, which would be folded at every start otherwise."""
    for channel in kept_registers.useless():
        registers.logs(channel)  # folded before anybody has to wait for the tables
        with transaction.atomic():
            registers.keep(channel)
        registers.forget()


def _rebuilt(channel: str) -> Rebuilt:
    before = held_rows(channel)
    for table in _ANEW:
        _about(table, channel).delete()
    kept_registers.drop(channel)
    if channel:
        follow_each(channel)
        registers.keep(channel)
        for party in entries.parties(channel):
            marks.follow(origin_of(party, channel), from_seq=0)
        _project_home(channel)
        UnprojectedLog.objects.filter(log__endswith=f"/{channel}").delete()
    else:
        _follow_home(f"suivi/{entries.own_node().party}/{entries.HOME}", from_seq=0)
        UnprojectedLog.objects.all().delete()
    after = held_rows(channel)
    healed = sum(max((held - after[name]).total(), (after[name] - held).total()) for name, held in before.items())
    return Rebuilt(channel, sum(each.total() for each in after.values()), healed)


def held_rows(channel: str) -> dict[str, Counter[str]]:
    """The rows held for a channel, by table, each as the text of its values without its number; to compare by.

    For an empty name, the rows of channels this node has no keys in.
    """
    return {table.__name__: Counter(map(_values, _about(table, channel).iterator())) for table in _ANEW}


def _values(row: models.Model) -> str:
    return repr([(field.name, getattr(row, field.attname)) for field in row._meta.fields if not field.primary_key])


def _about(table: type[models.Model], channel: str) -> models.QuerySet[Any]:
    rows = table._default_manager.all()
    return rows.filter(channel=channel) if channel else rows.exclude(channel__in=entries.channels())


# The common register of a channel


def follow_each(channel: str) -> None:
    """Make the rows of a channel for whoever reads everything, and for each clearance that limits an officer."""
    follow(registers.common(channel))
    for ceiling in ceilings():
        follow(registers.cleared(channel, ceiling), audience=audience_of(ceiling))


def follow_clearances() -> None:
    """Make the rows of every clearance in use, and remove those of clearances nobody has any more."""
    wanted = {COMMON, HOME, *map(audience_of, ceilings())}
    for table in TABLES:
        table._default_manager.exclude(audience__in=wanted).delete()
    for channel in registers.channels():
        for ceiling in ceilings():
            follow(registers.cleared(channel, ceiling), audience=audience_of(ceiling))


def ceilings() -> list[Marking]:
    """The clearances that limit an officer who can sign in, on any day, each once."""
    limited = Officer.objects.filter(is_active=True).exclude(ceiling="")
    stated = set(limited.values_list("ceiling", flat=True))
    if limited.exclude(ceiling_from_on=None, ceiling_until_on=None).exists():
        stated.add(canonical(CLEAR.value()).decode())  # before and after its days
    return [read_marking(json.loads(text)) for text in sorted(stated)]


def follow(register: Register, *, audience: str = COMMON) -> None:
    """Make the rows of a channel for an audience those of `register`; rows that say so already are left alone."""
    channel, held = register.channel, held_texts([register])
    known = dict(PlanRow.objects.filter(audience=audience, channel=channel).values_list("plan", "fingerprint"))
    for name in sorted(known.keys() - register.plans.keys()):
        _remove_plan(channel, name, audience=audience)
    for name, plan in register.plans.items():
        if known.get(name) != plan_fingerprint(plan, held):
            _project_plan(channel, plan, held, audience)
    _project_joint_texts(channel, register, audience)


def held_texts(of: Iterable[Register]) -> Held:
    """The agreed texts held of every plan in these registers."""
    digests = {text.sha256 for register in of for plan in register.plans.values() for text in plan.plan.texts}
    return Held(entries.texts_held(digests))


def rows_of(register: Register, held: Held) -> dict[type[models.Model], list[Any]]:
    """Every row that the register makes, by table, each numbered, and none written; their audience is `COMMON`."""
    channel, own, rows = register.channel, entries.own_node().party, Rows()
    for plan in register.plans.values():
        rows.add(rows_of_plan(channel, plan, held))
        for rank in range(len(plan.provisions)):
            rows.add(rows_of_commitment(channel, plan, rank, held, own))
    joint = [joint_text_row(channel, text) for text in register.joint_texts.values()]
    for row in joint:
        rows.words += words_of_joint_text(channel, row.plan, register.joint_texts[bytes.fromhex(row.leaf)], row.marking)
    found = tables_of(rows) | {
        PlanRow: [plan_row(channel, plan, held) for plan in register.plans.values()],
        JointTextRow: joint,
    }
    for made in found.values():
        for row in made:
            row.audience = COMMON
    number(found)
    return found


def number(found: Mapping[type[models.Model], list[Any]]) -> None:
    """Number rows of one channel that lie in no table; those of two channels have no number in common."""
    for table, made in found.items():
        if table is WordsRow:
            _number(sorted(((number_of(row), row) for row in made), key=lambda each: each[0]), set())
        else:
            for place, row in enumerate(made):
                row.pk = (
                    int.from_bytes(hashlib.sha256(row.channel.encode()).digest()[:4]) * _NUMBERS_OF_A_CHANNEL + place
                )


def tables_of(rows: Rows) -> dict[type[models.Model], list[Any]]:
    """The rows by their table."""
    return {
        CommitmentRow: rows.commitments,
        ReportRow: rows.reports,
        EvidenceRow: rows.evidence,
        ActivityRow: rows.activities,
        DueRow: rows.dues,
        WordsRow: rows.words,
    }


def _remove_plan(channel: str, plan: str, provisions: Iterable[str] | None = None, *, audience: str = COMMON) -> None:
    tables: tuple[type[models.Model], ...] = (*_OF_COMMITMENT, *((PlanRow,) if provisions is None else ()))
    for table in tables:
        rows = table._default_manager.filter(audience=audience, channel=channel, plan=plan)
        if table is WordsRow:
            rows = rows.exclude(kind__in=OF_JOINT_TEXTS)
        (rows if provisions is None else rows.filter(provision__in=list(provisions))).delete()


def _project_plan(channel: str, plan: PlanRegister, held: Held, audience: str) -> None:
    own = entries.own_node().party
    known = dict(
        CommitmentRow.objects.filter(audience=audience, channel=channel, plan=plan.plan.id).values_list(
            "provision", "fingerprint"
        )
    )
    made = {
        standing.provision.id: rank
        for rank, standing in enumerate(plan.provisions)
        if known.get(standing.provision.id) != commitment_fingerprint(plan, standing, held)
    }
    gone = known.keys() - {standing.provision.id for standing in plan.provisions}
    for provisions in _batches(["", *made, *gone]):
        _remove_plan(channel, plan.plan.id, provisions, audience=audience)
    rows = rows_of_plan(channel, plan, held)
    for rank in made.values():
        rows.add(rows_of_commitment(channel, plan, rank, held, own))
    PlanRow.objects.filter(audience=audience, channel=channel, plan=plan.plan.id).delete()
    row = plan_row(channel, plan, held)
    row.audience = audience
    row.save(force_insert=True)
    _write(rows, audience)


def _write(rows: Rows, audience: str) -> None:
    for table in (rows.commitments, rows.reports, rows.evidence, rows.activities, rows.words, rows.dues):
        for row in table:
            row.audience = audience
    for table in (rows.commitments, rows.reports, rows.evidence, rows.activities, rows.dues):
        insert(table)
    _write_words(rows.words)


def _write_words(rows: Sequence[WordsRow]) -> None:
    """Write rows of words, each under a number of its own; in their order, as their index likes best."""
    wanted = sorted(((number_of(row), row) for row in rows), key=lambda each: each[0])
    taken: set[int] = set()
    for batch in _batches([str(number) for number, _ in wanted]):
        taken |= set(WordsRow.objects.filter(pk__in=[int(each) for each in batch]).values_list("pk", flat=True))
    _number(wanted, taken)
    insert(sorted(rows, key=lambda row: row.pk))


def _number(wanted: Iterable[tuple[int, WordsRow]], taken: set[int]) -> None:
    """Give each row the first free number from its own on."""
    for number, row in wanted:
        row.pk = number
        while row.pk in taken:
            row.pk += 1
        taken.add(row.pk)


def _project_joint_texts(channel: str, register: Register, audience: str) -> None:
    held = JointTextRow.objects.filter(audience=audience, channel=channel)
    known = dict(held.values_list("leaf", "fingerprint"))
    made = [joint_text_row(channel, text) for text in register.joint_texts.values()]
    changed = [row for row in made if known.get(row.leaf) != row.fingerprint]
    gone = known.keys() - {row.leaf for row in made}
    for leaves in _batches([*(row.leaf for row in changed), *gone]):
        held.filter(leaf__in=leaves).delete()
        WordsRow.objects.filter(audience=audience, channel=channel, kind__in=OF_JOINT_TEXTS, key__in=leaves).delete()
    for row in changed:
        row.audience = audience
    insert(changed)
    words = [
        words_of_joint_text(channel, row.plan, register.joint_texts[bytes.fromhex(row.leaf)], row.marking)
        for row in changed
    ]
    in_order = [one for each in words for one in each]
    for one in in_order:
        one.audience = audience
    _write_words(in_order)


def _batches(names: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(names), _BATCH):
        yield names[start : start + _BATCH]


# What our own desk adds on top


def _project_home(channel: str | None = None) -> None:
    """The reports that wait in a ticket: those in the rows and no longer waiting go, new ones come."""
    waiting = dict(_waiting(channel).values_list("home_seq", "digest"))
    rows = ReportRow.objects.filter(audience=HOME)
    known = set((rows if channel is None else rows.filter(channel=channel)).values_list("seq", flat=True))
    for seqs in _batches([str(seq) for seq in sorted(known - waiting.keys())]):
        entered = rows.filter(seq__in=[int(seq) for seq in seqs])
        WordsRow.objects.filter(audience=HOME, key__in=list(entered.values_list("entry", flat=True))).delete()
        entered.delete()
    for digests in _batches([waiting[seq] for seq in sorted(waiting.keys() - known)]):
        for rows_made in unreleased(Ticket.objects.filter(digest__in=digests)):
            _write(rows_made, HOME)


def unreleased(waiting: Iterable[Ticket]) -> Iterator[Rows]:
    """The rows of the reports that wait in these tickets, ticket by ticket."""
    tickets = {ticket.home_seq: ticket for ticket in waiting}
    for seq, entry in entries.home_entries(tickets).items():
        yield _unreleased(tickets[seq], entry)


def _follow_home(log: str, *, from_seq: int) -> None:
    """Note where the records of our home log stand that are looked for by what they are about."""
    HomePlaceRow.objects.filter(seq__gte=from_seq).delete()
    about = ((entry.seq, entries.about_in(entry)) for entry in entries.read_log(log, from_seq=from_seq))
    found = (HomePlaceRow(kind=named[0], key=named[1], seq=seq) for seq, named in about if named is not None)
    while batch := list(islice(found, _BATCH)):
        insert(batch)


def _waiting(channel: str | None) -> models.QuerySet[Ticket]:
    # What waits to be made public is on record in its channel already, and has its rows there.
    found = Ticket.objects.filter(released_log="", discarded_at=None, type="report.filed").exclude(channel=PUBLIC)
    return found if channel is None else found.filter(channel=channel)


def _unreleased(ticket: Ticket, entry: Entry) -> Rows:
    if entry.header is None or not isinstance(entry.record, ReportFiled):
        return Rows()
    account = Account.of(entry, entry.record, at=entry.header.at)
    row = report_row(ticket.channel, ticket.plan, entry.record.provision, account, audience=HOME)
    row.ticket = ticket.digest
    words = words_of_report(ticket.channel, ticket.plan, entry.record.provision, account, audience=HOME)
    return Rows(reports=[row], words=words)
