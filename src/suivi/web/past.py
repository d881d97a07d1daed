"""The past day of a page: asked for in one way (`as_of` in its address), shown in one way, by every page that has one.

- Every page that shows matter takes a day. Those in `WITHOUT` do not, each for a reason a reader is told.
- What the page shows is as it stood at the end of that day (`desk/past.py`); nothing can be done on it, and the links on
  it lead to other pages of the same day.
- A day that has not passed is no past day: the page is that of now.
"""

import datetime
import re
from collections.abc import Mapping
from functools import partial
from typing import Final

from django.http import Http404, HttpRequest
from django.urls import Resolver404, resolve
from django.utils.html import escape
from django.utils.http import urlencode

from suivi.desk import clock, past
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

NAME: Final = "as_of"
PART: Final = "plans_from"
"""Of very many plans, from which place on (from 1) a page over all of them covers them on a past day."""

OWN: Final = Words(
    "it is about your own account as it is",
    "elle porte sur votre propre compte tel qu’il est",
    "현재 본인 계정에 관한 화면",
)
FORM: Final = Words(
    "it is a form, and what it writes is written today",
    "c’est un formulaire, et ce qu’il consigne l’est aujourd’hui",
    "작성 화면으로, 작성한 내용은 오늘 기록됨",
)
NODE: Final = Words(
    "it is about this installation as it is now",
    "elle porte sur l’installation telle qu’elle est",
    "현재 설치 상태에 관한 화면",
)
HELP: Final = Words("it is help", "c’est une page d’aide", "도움말 화면")
ENTRANCE: Final = Words("it is the way in", "c’est l’entrée", "로그인 화면")
DRAFT: Final = Words(
    "unfinished work keeps no history",
    "le travail inachevé ne garde pas d’historique",
    "작성 중인 내용은 이력을 남기지 않음",
)
DATED: Final = Words(
    "it names its own days, or is the same on every day",
    "elle nomme ses propres dates, ou reste la même à toute date",
    "자체 날짜가 정해져 있거나 날짜와 관계없이 같은 화면",
)
OPEN: Final = Words(
    "it is what the public sees now", "c’est ce que voit le public à présent", "현재 대중에게 공개된 화면"
)

WITHOUT: Final[Mapping[str, Words]] = {
    **dict.fromkeys(("sign-in", "sign-in-code", "passkey-ask", "ministry-begin", "ministry-back", "resume"), ENTRANCE),
    **dict.fromkeys(("account", "second-factor", "passkey-new", "calendar-feed"), OWN),
    **dict.fromkeys(("help", "help-guide"), HELP),
    **dict.fromkeys(("start", "settings-check", "set-up", "set-up-channel", "set-up-nightly", "set-up-public"), NODE),
    **dict.fromkeys(("set-up-keys", "set-up-list", "set-up-partner", "set-up-charter"), NODE),
    **dict.fromkeys(("returns-ask", "returns-approval", "own-step", "workbook-out"), FORM),
    **dict.fromkeys(("reading", "reading-under-way", "workbook", "workbook-messages"), DRAFT),
    **dict.fromkeys(("changes", "room-closed", "package-made", "package-file", "proof"), DATED),
    **dict.fromkeys(("evidence-kept", "evidence-file"), DATED),
    **dict.fromkeys(("public-site", "public-file"), OPEN),
}
"""The addresses that take no day, by name, with the reason."""

_LINK: Final = re.compile(r'(<a\b[^>]*?\bhref=")([/?][^"#]*)(#[^"]*)?(")')
_FORM: Final = re.compile(r'(<form\b[^>]*?\bmethod="get"[^>]*>)')
_STAYS: Final = 'data-day="today"'
_LONGEST_PLACE: Final = 9


class NoPastDay(Refusal):
    """The page has no past days."""

    code = "page-without-past"
    says = Words(
        en="This page cannot be shown as of a past day: {why}.",
        fr="Cette page ne peut être affichée à une date passée\u00a0: {why}.",
        ko="이 화면은 지난 날짜 기준으로 볼 수 없습니다. 사유: {why}.",
    )
    remedy = Words(
        en="Open it without a day.",
        fr="Ouvrez-la sans date.",
        ko="날짜를 지정하지 않고 여십시오.",
    )


class NothingDoneInThePast(Refusal):
    """Somebody acts on a page of a past day."""

    code = "past-is-read"
    says = Words(
        en="A past day can be read; nothing can be done on it, so nothing was.",
        fr="Une date passée se consulte; on ne peut y agir, et rien n’a été fait.",
        ko="지난 날짜는 열람만 할 수 있으므로 아무 작업도 하지 않았습니다.",
    )
    remedy = Words(
        en="Go back to today, and do it there.",
        fr="Revenez à aujourd’hui et faites-le là.",
        ko="오늘 화면으로 돌아가 진행하십시오.",
    )


def asked(request: HttpRequest, typed: datetime.date | None) -> datetime.date | None:
    """The past day that the address asks for by the day `typed`, None for now; raises `NoPastDay`, `NothingDoneInThePast`."""
    if typed is None or typed >= clock.day_on_record():
        return None
    if request.method not in ("GET", "HEAD"):
        raise NothingDoneInThePast
    why = WITHOUT.get(_named(request.path_info))
    if why is not None:
        raise NoPastDay(why=why)
    return typed


def control(request: HttpRequest) -> dict[str, object] | None:
    """What the frame needs to ask for a day and to lead back; None for a page that takes none.

    `kept` are the other things the address asks, `back` the same page today.
    """
    match = request.resolver_match
    if match is None or not match.url_name or match.url_name in WITHOUT or request.method not in ("GET", "HEAD"):
        return None
    left = (NAME, PART, "language")
    kept = [(name, value) for name, values in request.GET.lists() for value in values if name not in left]
    back = f"{request.path}?{urlencode(kept)}" if kept else request.path
    return {
        "day": past.day_looked_at(),
        "kept": kept,
        "back": back,
        "last": clock.day_on_record() - datetime.timedelta(days=1),
        "part": _part(request.path, kept),
    }


def _part(path: str, kept: list[tuple[str, str]]) -> dict[str, object] | None:
    """Which plans the page covers, and the ways to those before and after; None where it covers all."""
    part, day = past.part_looked_at(), past.day_looked_at()
    if day is None or not part.plans:
        return None

    def from_place(place: int) -> str:
        asked = [
            *((name, value) for name, value in kept if name != "page"),
            (NAME, day.isoformat()),
            (PART, str(place)),
        ]
        return f"{path}?{urlencode(asked)}"

    return {
        "first": part.first,
        "last": part.last,
        "plans": part.plans,
        "before": None if part.before is None else from_place(part.before + 1),
        "after": from_place(part.last + 1) if part.last < part.plans else None,
    }


def part_asked(request: HttpRequest) -> past.Part:
    """The part of very many plans that the address asks for: from a place on, or those it is narrowed to."""
    typed = request.GET.get(PART, "")
    start = int(typed) - 1 if typed.isascii() and typed.isdecimal() and len(typed) < _LONGEST_PLACE else 0
    return past.Part(start=max(start, 0), plan=request.GET.get("plan", ""), channel=request.GET.get("channel", ""))


def with_day(page: str, day: datetime.date, part: past.Part) -> str:
    """The page with the day in every link to another page that takes one, and in every form that asks for one; and with
    the part of very many plans that it covers, where that is not the first.
    """
    asked = {NAME: day.isoformat()} | ({PART: str(part.first)} if part.first > 1 else {})
    linked = _LINK.sub(partial(_led, urlencode(asked).replace("&", "&amp;")), page)
    return _FORM.sub(lambda found: _asking(found[1], asked), linked)


def _led(asked: str, found: re.Match[str]) -> str:
    before, place, anchor, end = found.groups()
    path, _, query = place.partition("?")
    if _STAYS in before or f"{NAME}=" in query or (path and not _takes_a_day(path)):
        return found[0]
    return f"{before}{path}?{f'{query}&amp;' if query else ''}{asked}{anchor or ''}{end}"


def _asking(form: str, asked: Mapping[str, str]) -> str:
    hidden = "".join(f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in asked.items())
    return form if _STAYS in form else form + hidden


def _takes_a_day(path: str) -> bool:
    name = _named(path)
    return bool(name) and name not in WITHOUT


def _named(path: str) -> str:
    """The name of the address at that path, empty for none."""
    try:
        return resolve(path).url_name or ""
    except (Resolver404, Http404):
        return ""
