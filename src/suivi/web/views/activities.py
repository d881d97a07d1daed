"""Activities: opened under a commitment, moved by steps; our own words on them corrected or taken back."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from suivi.desk import clock, queries
from suivi.desk.actions import activities, later_steps
from suivi.web import forms
from suivi.web.asking import Asking


@require_POST
def begin(request: Asking, plan: str, provision: str) -> HttpResponse:
    """A new activity in the mode chosen."""
    mode = request.POST.get("mode", "")
    ticket = activities.open(
        request.officer,
        plan=plan,
        provision=provision,
        mode=mode,
        titles=forms.versions(request.POST, "titles"),
        at=clock.now(),
    )
    return redirect("ticket", ticket)


@require_POST
def take_step(request: Asking, activity: str, step: str) -> HttpResponse:
    """A step of an activity, with the details it asks for."""
    said, on = forms.details(request.POST), forms.day(request.POST, "on")
    ticket = activities.take_step(
        request.officer,
        activity=activity,
        step=step,
        details=said,
        on=on,
        basis=request.POST.get("basis", ""),
        lent=request.POST.getlist("lent"),
        at=clock.now(),
    )
    return redirect("ticket", ticket)


@require_POST
def rename(request: Asking, activity: str) -> HttpResponse:
    """Other titles for an activity that we opened."""
    titles = forms.versions(request.POST, "titles")
    return redirect("ticket", later_steps.rename(request.officer, activity=activity, titles=titles, at=clock.now()))


@require_POST
def take_back(request: Asking, activity: str) -> HttpResponse:
    """An activity that we opened and in which nothing was done, taken back."""
    reason = request.POST.get("reason", "")
    return redirect("ticket", later_steps.take_back(request.officer, activity=activity, reason=reason, at=clock.now()))


@require_safe
def own_step(request: Asking, activity: str, seq: int) -> HttpResponse:
    """A step of our own, with the forms that correct it and take it back."""
    return render(request, "step.html", {"page": queries.step_page(request.officer, activity, seq)})


@require_POST
def correct_step(request: Asking, activity: str, seq: int) -> HttpResponse:
    """Other details, or another day, for a step of our own."""
    ticket = later_steps.correct_step(
        request.officer,
        activity=activity,
        seq=seq,
        details=forms.details(request.POST),
        on=forms.day(request.POST, "on"),
        basis=request.POST.get("basis", ""),
        lent=request.POST.getlist("lent"),
        at=clock.now(),
    )
    return redirect("ticket", ticket)


@require_POST
def take_back_step(request: Asking, activity: str, seq: int) -> HttpResponse:
    """A step of our own, taken back."""
    ticket = later_steps.take_back_step(
        request.officer, activity=activity, seq=seq, reason=request.POST.get("reason", ""), at=clock.now()
    )
    return redirect("ticket", ticket)
