"""Activities: opened under a commitment, moved by steps."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from suivi.desk import clock
from suivi.desk.actions import activities
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
