"""The review room: what to discuss, the look at the whole, the minutes, the follow-up of decisions, closed reviews."""

import datetime
from typing import TypedDict

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from suivi.desk import clock, past, queries
from suivi.desk.actions import minutes as actions
from suivi.web import forms
from suivi.web.asking import Asking
from suivi.web.context import reading
from suivi.web.views.reviews import MEDIA, as_file, document_asked, is_kept


class Period(TypedDict):
    """First and last day of a review."""

    from_on: datetime.date
    to_on: datetime.date


@require_safe
def room(request: Asking, plan: str) -> HttpResponse:
    """The room for the period in the address; the year that ends today if it names none."""
    period = _period(request)
    page = queries.room_page(request.officer, plan, **period, day=past.day_or_today(), language=reading())
    return render(request, "room.html", {"page": page})


@require_POST
def note(request: Asking, plan: str) -> HttpResponse:
    """A commitment, or the plan as a whole, marked for discussion."""
    words, provision = forms.worded(request.POST.get("words", "")), request.POST.get("provision", "")
    actions.note(request.officer, plan=plan, provision=provision, words=words, at=clock.now())
    return _back(request, plan)


@require_POST
def drop_note(request: Asking, plan: str, note: str) -> HttpResponse:
    """A mark for discussion taken away."""
    actions.drop_note(request.officer, plan=plan, note=note)
    return _back(request, plan)


@require_POST
def looked(request: Asking, plan: str) -> HttpResponse:
    """The officer has looked at the package as a whole."""
    digest = request.POST.get("digest", "")
    actions.look_through(request.officer, plan=plan, **_period(request), digest=digest, at=clock.now())
    return _back(request, plan)


@require_POST
def minutes(request: Asking, plan: str) -> HttpResponse:
    """The minutes proposed; ticked, they close the review of the period."""
    period = _period(request)
    ticket = actions.propose(
        request.officer,
        plan=plan,
        on=forms.day(request.POST, "on"),
        minutes=forms.versions(request.POST, "minutes"),
        decisions=forms.decisions(request.POST),
        resolution=forms.versions(request.POST, "resolution"),
        closes=(period["from_on"], period["to_on"]) if "closes" in request.POST else None,
        at=clock.now(),
    )
    return redirect("ticket", ticket)


@require_POST
def decision(request: Asking, plan: str, minutes: str, decision: str) -> HttpResponse:
    """Our word on what has become of a decision."""
    ticket = actions.report_decision(
        request.officer,
        plan=plan,
        minutes=minutes,
        decision=decision,
        outcome=request.POST.get("outcome", ""),
        account=forms.versions(request.POST, "account"),
        on=forms.day(request.POST, "on"),
        at=clock.now(),
    )
    return redirect("ticket", ticket)


@require_safe
def closed(request: Asking, plan: str, minutes: str, paper: str) -> HttpResponse:
    """A closed review printed again, as it was."""
    document = document_asked(request, paper)
    octets = queries.closed_review_file(request.officer, plan, minutes, document)
    name = f"{plan}-{minutes[:8]}-{document.name}"
    return as_file(octets, name=name, media=MEDIA[paper], keep=is_kept(request, paper))


def _period(request: Asking) -> Period:
    asked = request.GET if request.method in ("GET", "HEAD") else request.POST
    to_on = forms.date_if_any(asked, "to") or past.day_or_today()
    return {"from_on": forms.date_if_any(asked, "from") or to_on - datetime.timedelta(days=364), "to_on": to_on}


def _back(request: Asking, plan: str) -> HttpResponse:
    """The room for the same period."""
    period = _period(request)
    asked = urlencode({"from": period["from_on"].isoformat(), "to": period["to_on"].isoformat()})
    return redirect(f"{reverse('room', args=[plan])}?{asked}")
