"""Our word on a joint text: concur, decline, withdraw; each leaves only by a ticket."""

import datetime

from suivi.desk import access, closings, entries
from suivi.desk.access import Officer
from suivi.desk.actions import releases
from suivi.exchange.faults import Refused
from suivi.log.fault import Fault
from suivi.log.header import Reference
from suivi.plan.channel import Charter
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.record.joint import Concurred, Declined, Withdrew
from suivi.record.minutes import MinutesAgreed
from suivi.register.joint import JointText


class WordNotOpen(Refusal):
    """Our party cannot say this to the text any more."""

    code = "joint-word-not-open"
    says = Words(
        en="Our word on this joint text is already given, or the text has ended.",
        fr="Notre position sur ce texte commun est déjà donnée, ou le texte a pris fin.",
        ko="이 공동 문안에 대한 우리 측 입장이 이미 제출되었거나 문안이 종료되었습니다.",
    )
    remedy = Words(
        en="To think again, propose a new text.",
        fr="Pour revenir sur la question, proposez un nouveau texte.",
        ko="다시 논의하려면 새 문안을 제안하십시오.",
    )


class TextsMissing(Refusal):
    """An attachment of the proposal is not held: nobody concurs in what cannot be read."""

    code = "joint-texts-missing"
    says = Words(
        en="An agreed text attached to this proposal has not arrived, so it cannot be concurred in.",
        fr="Un texte convenu joint à cette proposition n’est pas arrivé; il n’est donc pas possible d’y souscrire.",
        ko="이 제안에 첨부된 합의문이 도착하지 않아 합의할 수 없습니다.",
    )
    remedy = Words(
        en="Ask the partner for a file with its attachments.",
        fr="Demandez à la partie partenaire un fichier contenant les pièces jointes.",
        ko="상대국에 첨부 문서가 포함된 파일을 요청하십시오.",
    )


def concur(officer: Officer, *, leaf: str, reason: str = "", at: datetime.datetime) -> str:
    """Agree to the proposal with that leaf (hex); returns the ticket's digest.

    The last party to concur is bound as soon as the word is released. Raises `NotHere`, `NotMandated`,
    `WordNotOpen`, `TextsMissing`.
    """
    channel, text = access.joint_text_for(officer, leaf)
    if officer.party not in text.still_to_speak or not text.pending:
        raise WordNotOpen
    if any(access.attachment_for(officer, attached.sha256) is None for attached in text.proposed.attachments):
        raise TextsMissing
    _check_succeeded(text)
    _check_closing(channel, text)
    return _said(officer, channel, text, Concurred(), at=at)


def _check_closing(channel: str, text: JointText) -> None:
    """Nobody concurs in minutes that close a review which this node does not compute alike."""
    body, proposal = text.proposed.body, text.proposal.header
    if isinstance(body, MinutesAgreed) and body.closing is not None and proposal is not None:
        closings.refuse_other_review(channel, proposal.subject.partition("#")[0], body.closing)


def _check_succeeded(text: JointText) -> None:
    """P05. Nobody concurs in a successor channel whose charter names sizes or roots of old logs that we do not hold."""
    body = text.proposed.body
    for old in body.succeeds if isinstance(body, Charter) else ():
        held = entries.log_size(old.log)
        if old.size > held or entries.root_at(old.log, old.size).hex() != old.root:
            got = f"{old.size} entries of {old.log}"
            raise Refused(Fault("charter.succeeds", got=got, expected=f"what we hold, {held}"))


def decline(officer: Officer, *, leaf: str, reason: str = "", at: datetime.datetime) -> str:
    """Refuse the proposal; returns the ticket's digest. Raises as `concur` does."""
    channel, text = access.joint_text_for(officer, leaf)
    if officer.party not in text.still_to_speak or not text.pending:
        raise WordNotOpen
    return _said(officer, channel, text, Declined(reason.strip() or None), at=at)


def withdraw(officer: Officer, *, leaf: str, reason: str = "", at: datetime.datetime) -> str:
    """Take our word back before we have sealed; returns the ticket's digest."""
    channel, text = access.joint_text_for(officer, leaf)
    if officer.party in text.seals or officer.party not in text.voices or officer.party in text.exits:
        raise WordNotOpen
    return _said(officer, channel, text, Withdrew(reason.strip() or None), at=at)


def _said(
    officer: Officer, channel: str, text: JointText, word: Concurred | Declined | Withdrew, *, at: datetime.datetime
) -> str:
    header = text.proposal.header
    assert header is not None
    return releases.cut(
        officer,
        record=word,
        channel=channel,
        subject=header.subject,
        plan=header.subject.split("#")[0] if header.subject != "channel" else "",
        marking=header.marking,
        refs={"target": Reference(text.proposal.log, text.proposal.seq, text.leaf.hex())},
        at=at,
    )
