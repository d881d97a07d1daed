"""Reminders: each officer who wants them is told once of each matter, in one letter, when the node is asked to remind.

- Matters: a return asked for (when it is asked, a week before its day, and once it is late), one sent back, one that
  waits for the officer's approval, and what the plan itself makes due (a month before, and once it is late).
- A matter told is never told again; a letter that could not be sent is told next time.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from suivi.desk import access, mailing
from suivi.desk.access import Officer
from suivi.desk.queries import return_pages, today_page
from suivi.plan.numbering import number_of
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

A_WEEK = datetime.timedelta(days=7)
A_MONTH = datetime.timedelta(days=31)
SUBJECT_OF_ONE = Words(
    "Suivi: one matter waits for you", "Suivi\u00a0: une affaire vous attend", "Suivi: 확인할 사항 1건"
)
SUBJECT = Words(
    "Suivi: {number} matters wait for you",
    "Suivi\u00a0: {number} affaires vous attendent",
    "Suivi: 확인할 사항 {number}건",
)
OPENING = Words(
    "This is what waits for you at the desk. Each matter is told once.",
    "Voici ce qui vous attend à ce poste. Chaque affaire ne vous est signalée qu’une seule fois.",
    "시스템에서 다음 사항이 귀하의 확인을 기다리고 있습니다. 각 사항은 한 번만 알려 드립니다.",
)
LINE = Words("– {number}: {says}", "– {number}\u00a0: {says}", "– {number}: {says}")
APPROVE = Words("a report waits for your approval", "un rapport attend votre approbation", "승인을 기다리는 보고")
CLOSING = Words(
    "You set this address under Calendar, where you can also end these letters.",
    "Vous avez indiqué cette adresse sous Calendrier, où vous pouvez aussi mettre fin à ces courriels.",
    "이 주소는 일정 화면에서 설정되었으며, 같은 화면에서 수신을 그만둘 수 있습니다.",
)


class AddressNotMail(Refusal):
    """What was typed is not an address for mail."""

    code = "mail-address"
    says = Words(
        en="“{typed}” is not an e-mail address.",
        fr="«\u00a0{typed}\u00a0» n’est pas une adresse de courriel.",
        ko="‘{typed}’은(는) 전자우편 주소가 아닙니다.",
    )
    remedy = Words(
        en="Write it like name@example.org, or leave the box empty to get no reminders.",
        fr="Écrivez-la sous la forme nom@exemple.org, ou laissez la case vide pour ne rien recevoir.",
        ko="name@example.org와 같이 적거나, 알림을 받지 않으려면 칸을 비우십시오.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One thing to tell: `key` names it with its occasion, `says` what it is; `number` is the plan's own, `path` where it is."""

    key: str
    number: str
    says: Words
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminded:
    """What one run did: letters sent, matters told in them, letters that could not be sent."""

    letters: int
    matters: int
    failed: int


def set_address(officer: Officer, *, address: str) -> None:
    """Send the officer's reminders there; to nobody where it is empty. Raises `AddressNotMail`."""
    access.must_read(officer)
    typed = address.strip()
    if typed:
        try:
            validate_email(typed)
        except ValidationError as error:
            raise AddressNotMail(typed=typed[:80]) from error
    mailing.keep_address(officer, typed)


def remind(*, day: datetime.date, at: datetime.datetime, root: str = "") -> Reminded:
    """Write to every officer who wants it of what is new among the matters of `day`; `root` is where the desk stands."""
    letters = matters = failed = 0
    for officer, address in mailing.addressed():
        found = {matter.key: matter for matter in matters_of(officer, day)}
        fresh = [found[key] for key in found if key not in mailing.told(officer, found)]
        if not fresh:
            continue
        try:
            mailing.send(address, subject=_subject(officer, fresh), text=_text(officer, fresh, root))
        except OSError:
            failed += 1
            continue
        mailing.mark_told(officer, [matter.key for matter in fresh], at=at)
        letters, matters = letters + 1, matters + len(fresh)
    return Reminded(letters=letters, matters=matters, failed=failed)


def matters_of(officer: Officer, day: datetime.date) -> Iterator[Matter]:
    """What the officer should know of on that day, told before or not."""
    for line in return_pages.lines_of(officer, access.returns_for(officer), day):
        number, path = number_of(line.commitment.id), f"/returns/{line.id}"
        if line.for_me:
            yield Matter(
                key=f"return {line.id} turn {line.turn} at {line.waits_at}", number=number, says=APPROVE, path=path
            )
    for due in today_page.due_of(officer, day):
        number = number_of(due.commitment.id)
        about = f"return {due.asked}" if due.asked else f"{due.kind} {due.commitment.plan} {due.commitment.id}"
        path = f"/returns/{due.asked}" if due.asked else f"/plans/{due.commitment.plan}/{due.commitment.id}"
        for occasion in _occasions(due.on, due.overdue, asked=due.asked is not None, day=day):
            yield Matter(key=f"{about} {due.on.isoformat()} {occasion}", number=number, says=due.says, path=path)


def _occasions(on: datetime.date, overdue: bool, *, asked: bool, day: datetime.date) -> Iterator[str]:
    """The last occasion only: who is told that something is late need not be told that it will be due."""
    if overdue:
        yield "late"
    elif asked:
        yield "week" if on - day <= A_WEEK else "asked"
    elif on - day <= A_MONTH:
        yield "month"


def _subject(officer: Officer, fresh: list[Matter]) -> str:
    subject = SUBJECT_OF_ONE if len(fresh) == 1 else SUBJECT.filled(number=len(fresh))
    return subject.in_(officer.language)


def _text(officer: Officer, fresh: list[Matter], root: str) -> str:
    spoken = officer.language
    lines = [
        LINE.filled(number=matter.number, says=matter.says).in_(spoken) + (f"\n  {root}{matter.path}" if root else "")
        for matter in fresh
    ]
    return "\n".join([OPENING.in_(spoken), "", *lines, "", CLOSING.in_(spoken), ""])
