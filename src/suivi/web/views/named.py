"""What a plan names: the list, one thing, and the form that enters several at once."""

from collections.abc import Iterator

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from suivi.desk import clock, past, queries
from suivi.desk.actions import named as actions
from suivi.web import forms
from suivi.web.asking import Asking
from suivi.web.context import reading


@require_safe
def named(request: Asking, plan: str) -> HttpResponse:
    """Everything a plan names; with `found` in the address also what the reader finds in its text."""
    day = past.day_or_today()
    looking = bool(request.GET.get("found"))
    page = queries.named_page(request.officer, plan, day=day, language=reading(), looking=looking)
    return render(request, "named.html", {"page": page})


@require_safe
def thing(request: Asking, plan: str, thing: str) -> HttpResponse:
    """One thing a plan names, by the names of today, or of the day in the address."""
    day = past.day_or_today()
    return render(request, "thing.html", {"page": queries.thing_page(request.officer, plan, thing, day=day)})


@require_POST
def enter(request: Asking, plan: str) -> HttpResponse:
    """The lines ticked, in one record."""
    ticket = actions.enter(request.officer, plan=plan, things=list(_typed(request.POST)), at=clock.now())
    return redirect("ticket", ticket)


def _typed(posted: QueryDict) -> Iterator[actions.Entered]:
    """Each line ticked (`pick`): its boxes bear its number, `thing-1`, `kind-1`, `names-1-en`, `day-1-signed` …"""
    for number in posted.getlist("pick"):
        days = {name.removeprefix(f"day-{number}-"): str(day).strip() for name, day in posted.items()}
        yield actions.Entered(
            thing=posted.get(f"thing-{number}", "").strip(),
            kind=posted.get(f"kind-{number}", ""),
            names=forms.versions(posted, f"names-{number}"),
            short=forms.versions(posted, f"short-{number}"),
            from_on=forms.day_if_any(posted, f"from_on-{number}"),
            until_on=forms.day_if_any(posted, f"until_on-{number}"),
            achieved=bool(posted.get(f"achieved-{number}")),
            commitments=posted.get(f"commitments-{number}", "").replace(",", " ").split(),
            days={milestone: day for milestone, day in days.items() if f"day-{number}-{milestone}" in posted},
            address=posted.get(f"address-{number}", "").strip(),
        )
