"""A meeting prepared at home: participants by office, papers, items for the agenda; none of it leaves by itself."""

import datetime
import re
from typing import Final

from django.db import transaction

from suivi.desk import access, notes
from suivi.desk.access import Officer
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.register.meetings import meetings_of

KINDS: Final = ("participant", "paper", "item")
_ADDRESS: Final = re.compile(r"[^\s@<>;,]{1,64}@[^\s@<>;,]{1,180}")


class LineIncomplete(Refusal):
    """A line for a meeting without words, or of no known kind."""

    code = "meeting-line-incomplete"
    says = Words(
        en="This line for the meeting has no words.",
        fr="Cette ligne de la réunion est vide.",
        ko="회의 준비 항목의 내용이 없습니다.",
    )
    remedy = Words(
        en="Write the office, the title of the paper or the item, and send the form again.",
        fr="Indiquez la fonction, le titre du document ou le point, puis envoyez de nouveau le formulaire.",
        ko="직위, 자료 제목 또는 의제를 적은 뒤 양식을 다시 보내십시오.",
    )


class AddressNotRead(Refusal):
    """An e-mail address that none can be."""

    code = "address-not-read"
    says = Words(
        en="“{typed}” is not an e-mail address.",
        fr="«\u00a0{typed}\u00a0» n’est pas une adresse de courriel.",
        ko="‘{typed}’: 전자우편 주소로 읽을 수 없습니다.",
    )
    remedy = Words(
        en="Write it as name@ministry.example, or leave the box empty: the office is then named without an invitation.",
        fr="Écrivez-la sous la forme nom@ministere.exemple, ou laissez la case vide\u00a0: la fonction est alors nommée sans invitation.",
        ko="name@ministry.example 형식으로 적거나 칸을 비우십시오. 비우면 초청 없이 직위만 표시됩니다.",
    )


class OrganiserUnreachable(Refusal):
    """An organiser without an address: nobody could answer."""

    code = "organiser-unreachable"
    says = Words(
        en="Who organises the meeting needs an e-mail address.",
        fr="Qui organise la réunion doit avoir une adresse de courriel.",
        ko="회의 주관자의 전자우편 주소가 필요합니다.",
    )
    remedy = Words(
        en="Write the address to which answers go, or untick the box.",
        fr="Indiquez l’adresse qui recevra les réponses, ou décochez la case.",
        ko="회신을 받을 주소를 적거나 선택을 해제하십시오.",
    )


@transaction.atomic
def add_line(
    officer: Officer,
    *,
    activity: str,
    meeting: str,
    kind: str,
    words: str,
    detail: str = "",
    address: str = "",
    organises: bool = False,
    at: datetime.datetime,
) -> None:
    """Keep a line for a meeting. Raises `NotHere`, `NotMandated`, `LineIncomplete`, `AddressNotRead`, `OrganiserUnreachable`."""
    _must_draft(officer, activity)
    _meeting_must_be_here(officer, activity, meeting)
    if kind not in KINDS or not words.strip():
        raise LineIncomplete
    if address and not _ADDRESS.fullmatch(address):
        raise AddressNotRead(typed=address)
    if organises and not address:
        raise OrganiserUnreachable
    notes.keep_line(
        officer,
        activity=activity,
        meeting=meeting,
        kind=kind,
        words=words.strip(),
        detail=detail.strip(),
        address=address,
        organises=organises,
        at=at,
    )


@transaction.atomic
def drop_line(officer: Officer, *, activity: str, line: str) -> None:
    """Take a line away. Raises `NotHere`, `NotMandated`."""
    _must_draft(officer, activity)
    if not notes.drop_line(activity=activity, line=line):
        raise access.NotHere(what=line)


def _must_draft(officer: Officer, activity: str) -> None:
    _, register, standing, _ = access.activity_for(officer, activity)
    access.must(officer, "draft", plan=register.plan.id, provision=standing.provision.id)


def _meeting_must_be_here(officer: Officer, activity: str, meeting: str) -> None:
    *_, held = access.activity_for(officer, activity)
    if meeting not in {one.key for one in meetings_of(held.activity)}:
        raise access.NotHere(what=meeting[:16])
