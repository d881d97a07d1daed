"""A spill: asking everybody to destroy a content of ours, and attesting that we have destroyed one (section 9.3).

Both leave by a ticket of two officers; the destruction itself follows from the request, on every node that receives it.
"""

import datetime
from collections.abc import Sequence

from suivi.desk import access, registers
from suivi.desk.access import Officer
from suivi.desk.actions import releases
from suivi.log.header import Reference
from suivi.plan.channel import origin_of
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.record.changes import DestroyAsked, Destroyed
from suivi.record.entry import Entry
from suivi.record.kinds import DESTRUCTIBLE


class NotDestructible(Refusal):
    """What the parties agreed together, and what a node wrote by itself, stays."""

    code = "not-destructible"
    says = Words(
        en="Entry {seq} is a word of a joint text or was written by the node; its content cannot be destroyed.",
        fr="L’inscription {seq} fait partie d’un texte commun ou a été écrite par le nœud; son contenu ne peut être détruit.",
        ko="{seq}번 기록은 공동 문안의 일부이거나 노드가 작성한 것이어서 내용을 파기할 수 없습니다.",
    )
    remedy = Words(
        en="Settle it with the partner by another joint text.",
        fr="Réglez la question avec le partenaire par un autre texte commun.",
        ko="상대국과 다른 공동 문안으로 해결하십시오.",
    )


class NothingToAttest(Refusal):
    """Nobody has asked for the destruction of that entry."""

    code = "nothing-to-attest"
    says = Words(
        en="Nobody has asked for entry {seq} of {log} to be destroyed.",
        fr="Personne n’a demandé la destruction de l’inscription {seq} de {log}.",
        ko="{log}의 {seq}번 기록에 대한 파기 요청이 없습니다.",
    )
    remedy = Words(
        en="Look at the channel page: it lists what has been asked for.",
        fr="Consultez la page du canal : elle énumère les demandes.",
        ko="채널 화면에서 요청 목록을 확인하십시오.",
    )


def ask(officer: Officer, *, channel: str, seq: int, reason: str, at: datetime.datetime) -> str:
    """Cut the ticket that asks everybody to destroy the content of our entry `seq`; returns its digest.

    `reason` is a code such as `marked-too-low`. Once released, the content goes here and at every partner. Raises
    `NotHere`, `NotMandated`, `NotDestructible`.
    """
    entry = access.entry_for(officer, channel, officer.party, seq)
    if entry.header is None or entry.header.type not in DESTRUCTIBLE:
        raise NotDestructible(seq=seq)
    return _cut(officer, channel, entry, DestroyAsked(reason), at=at)


def attest(
    officer: Officer, *, channel: str, party: str, seq: int, beyond: Sequence[str] = (), at: datetime.datetime
) -> str:
    """Cut the ticket that attests the destruction of entry `seq` of `party`; returns its digest.

    `beyond` are codes of what cannot be recalled, such as `paper` or `backups`. Raises `NotHere`, `NothingToAttest`.
    """
    entry = access.entry_for(officer, channel, party, seq)
    log = origin_of(party, channel)
    if (log, seq) not in {(one.log, one.seq) for one in registers.common(channel).destructions}:
        raise NothingToAttest(seq=seq, log=log)
    assert entry.header is not None  # only a readable entry can be asked for
    return _cut(officer, channel, entry, Destroyed((entry.header.sha256,), tuple(beyond)), at=at)


def _cut(
    officer: Officer, channel: str, entry: Entry, record: Destroyed | DestroyAsked, *, at: datetime.datetime
) -> str:
    assert entry.header is not None
    return releases.cut(
        officer,
        record=record,
        channel=registers.in_use_after(channel),  # what stands in an old log is destroyed through its successor
        subject=entry.header.subject,
        refs={"target": Reference(entry.log, entry.seq, entry.leaf.hex())},
        at=at,
    )
