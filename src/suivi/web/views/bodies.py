"""Bodies: the list, and one with everything it owes."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from suivi.desk import clock, past, queries
from suivi.desk.actions import bodies as actions
from suivi.desk.actions import hierarchy
from suivi.web import forms
from suivi.web.asking import Asking


@require_safe
def bodies(request: Asking) -> HttpResponse:
    """Every body on record, by the names of today, or of the day in the address."""
    day = past.day_or_today()
    return render(request, "bodies.html", {"page": queries.bodies_page(request.officer, day=day)})


@require_safe
def body(request: Asking, body: str) -> HttpResponse:
    """One body, by the names of today, or of the day in the address."""
    day = past.day_or_today()
    return render(request, "body.html", {"page": queries.body_page(request.officer, body, day=day)})


@require_POST
def name(request: Asking) -> HttpResponse:
    """A name of a body of ours, with its days and what the body leads and supports; it waits for its release."""
    posted = request.POST
    ticket = actions.name(
        request.officer,
        channel=posted.get("channel", ""),
        body=forms.worded(posted.get("body", "")),
        names=forms.versions(posted, "names"),
        from_on=forms.day_if_any(posted, "from_on"),
        until_on=forms.day_if_any(posted, "until_on"),
        leads=posted.get("leads", "").replace(",", " ").split(),
        supports=posted.get("supports", "").replace(",", " ").split(),
        at=clock.now(),
    )
    return redirect("ticket", ticket)


@require_POST
def place(request: Asking, body: str) -> HttpResponse:
    """A body said to be a part of another, from a day to a day."""
    asked = {name: request.POST.get(name, "") for name in ("part_of", "from_on", "until_on")}
    hierarchy.place(request.officer, body=body, **asked, at=clock.now())
    return redirect("body", body)


@require_POST
def end_place(request: Asking, body: str, number: str) -> HttpResponse:
    """The last day of such a place."""
    hierarchy.end(request.officer, number=number, until_on=request.POST.get("until_on", ""), at=clock.now())
    return redirect("body", body)
