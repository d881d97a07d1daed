"""Our assessment of a commitment, and what we supply about a plan; each becomes a ticket that waits for two approvals."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from suivi.desk import clock
from suivi.desk.actions import assessments as actions
from suivi.record.described import FACTS
from suivi.web import forms
from suivi.web.asking import Asking


@require_POST
def assess(request: Asking, plan: str) -> HttpResponse:
    """Our assessment of one commitment for the period of the form."""
    ticket = actions.assess(
        request.officer,
        plan=plan,
        provision=request.POST.get("provision", ""),
        score=request.POST.get("score", ""),
        account=forms.versions(request.POST, "account"),
        from_on=forms.day(request.POST, "from"),
        to_on=forms.day(request.POST, "to"),
        at=clock.now(),
    )
    return redirect("ticket", ticket)


@require_POST
def take_back(request: Asking, assessment: str) -> HttpResponse:
    """An assessment of ours taken back; it stays readable as withdrawn."""
    reason = request.POST.get("reason", "")
    ticket = actions.take_back(request.officer, assessment=assessment, reason=reason, at=clock.now())
    return redirect("ticket", ticket)


@require_POST
def describe(request: Asking, plan: str) -> HttpResponse:
    """What the text of a plan does not say, as our party supplies it."""
    facts = {name: forms.versions(request.POST, name) for name in FACTS}
    agreed_on = forms.day_if_any(request.POST, "agreed_on")
    ticket = actions.describe(request.officer, plan=plan, facts=facts, agreed_on=agreed_on, at=clock.now())
    return redirect("ticket", ticket)
