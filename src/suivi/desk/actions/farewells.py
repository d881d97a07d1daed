"""Later words of two officers about what we gave: another marking, a consent to give it onwards, and our farewell.

Each leaves by a ticket like any other record; a farewell ends our log, and is refused if anything arrived meanwhile.
"""

import datetime
from typing import Final

from suivi.desk import access, entries, registers
from suivi.desk.access import Officer
from suivi.desk.actions import releases
from suivi.exchange.charter import SUBJECT
from suivi.log.header import Reference
from suivi.plan.channel import PUBLIC, origin_of
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.record.changes import Remarked
from suivi.record.entry import Entry
from suivi.record.farewell import Closed, Consented, LastSeen

MARKABLE: Final = frozenset({"report.filed", "evidence.attached", "body.named", "activity.opened", "step.taken"})
"""The kinds an author can mark otherwise: what one party says alone."""

REASONS: Final = ("end-of-cooperation", "successor-opened", "keys-lost", "other")
"""Why a log ends, as codes."""


class NotOneOfOurWords(Refusal):
    """Only what we said alone can be marked otherwise or given onwards by our word."""

    code = "not-one-of-our-words"
    says = Words(
        en="Entry {seq} of our log is not a record that stands by itself: a report, a step, evidence or a name.",
        fr="L’inscription {seq} de notre journal n’est pas un acte qui se suffit à lui-même : un rapport, une étape, une "
        "pièce justificative ou un nom.",
        ko="우리 기록부의 {seq}번 기록은 보고, 단계, 근거 자료, 명칭과 같은 독립된 기록이 아닙니다.",
    )
    remedy = Words(
        en="Look up the number of the record on the page of its commitment.",
        fr="Vérifiez le numéro de l’acte sur la page de son engagement.",
        ko="해당 항목 화면에서 기록의 번호를 확인하십시오.",
    )


class NothingToClose(Refusal):
    """The public log has no partner to take leave of."""

    code = "nothing-to-close"
    says = Words(
        en="“{channel}” is not a channel that can be closed.",
        fr="« {channel} » n’est pas un canal qui puisse être fermé.",
        ko="‘{channel}’은(는) 종료할 수 있는 채널이 아닙니다.",
    )
    remedy = Words(
        en="Choose a channel whose charter is in effect.",
        fr="Choisissez un canal dont la charte est en vigueur.",
        ko="운영 약정이 효력을 갖는 채널을 선택하십시오.",
    )


def mark(officer: Officer, *, channel: str, seq: int, tlp: str, at: datetime.datetime) -> str:
    """Cut the ticket that marks our entry `seq` of `channel` otherwise from now on, in its successor if it has one; its digest.

    `tlp` as on the wire (`AMBER`); national labels stay as they are.

    Raises `NotHere`, `NotMandated`, `NotOneOfOurWords`, or `Refused` (marking.*).
    """
    entry, reference = _own(officer, channel, seq)
    assert entry.header is not None
    record = Remarked(releases.marking_of({**entry.header.marking, "tlp": tlp}))
    refs = {"supersedes": reference}
    subject, goes_to = entry.header.subject, registers.in_use_after(channel)
    return releases.cut(officer, record=record, channel=goes_to, subject=subject, refs=refs, at=at)


def consent(officer: Officer, *, channel: str, seq: int, to: str, at: datetime.datetime) -> str:
    """Cut the ticket that lets others give our entry `seq` onwards to `to`, a party or `public`; its digest.

    Raises `NotHere`, `NotMandated`, `NotOneOfOurWords`, or `Refused` (record.value).
    """
    entry, reference = _own(officer, channel, seq)
    assert entry.header is not None
    refs = {"target": reference}
    subject, goes_to = entry.header.subject, registers.in_use_after(channel)
    return releases.cut(officer, record=Consented(to), channel=goes_to, subject=subject, refs=refs, at=at)


def close(officer: Officer, *, channel: str, reason: str, at: datetime.datetime) -> str:
    """Cut the ticket of our farewell, which names the last size and root seen of every other log; its digest.

    Raises `NotHere`, `NotMandated`, `NothingToClose`, or `Refused` (record.value) for a reason that is no code.
    """
    access.must(officer, "draft")
    access.whole_channel_for(officer, channel)
    seen = registers.seen(channel)
    if channel == PUBLIC or registers.common(channel).charter is None or not seen:
        raise NothingToClose(channel=channel)
    logs = tuple(LastSeen(log, size, entries.root_at(log, size).hex()) for log, size in sorted(seen.items()))
    return releases.cut(officer, record=Closed(reason, logs), channel=channel, subject=SUBJECT, at=at)


def _own(officer: Officer, channel: str, seq: int) -> tuple[Entry, Reference]:
    entry = access.entry_for(officer, channel, officer.party, seq)
    if entry.header is None or entry.header.type not in MARKABLE:
        raise NotOneOfOurWords(seq=seq)
    return entry, Reference(origin_of(officer.party, channel), seq, entry.leaf.hex())
