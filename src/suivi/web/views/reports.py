"""Reports: filed, corrected, withdrawn; each becomes a ticket that waits for two approvals."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from suivi.desk import clock
from suivi.desk.actions import reports
from suivi.web import forms
from suivi.web.asking import Asking


@require_POST
def file(request: Asking, plan: str, provision: str) -> HttpResponse:
    """A first or further report of ours."""
    words, marking = _said(request), _marking(request)
    ticket = reports.file(request.officer, plan=plan, provision=provision, marking=marking, at=clock.now(), **words)
    return redirect("ticket", ticket)


@require_POST
def correct(request: Asking, plan: str, provision: str, report: str) -> HttpResponse:
    """A whole new text for a report of ours, under its marking or another; the earlier words stay readable."""
    words, marking = _said(request), _marking(request)
    ticket = reports.correct(request.officer, report=report, marking=marking, at=clock.now(), **words)
    return redirect("ticket", ticket)


@require_POST
def withdraw(request: Asking, report: str) -> HttpResponse:
    """A report of ours withdrawn; it stays readable as withdrawn."""
    reason = request.POST.get("reason", "")
    ticket = reports.withdraw(request.officer, report=report, reason=reason, at=clock.now())
    return redirect("ticket", ticket)


def _marking(request: Asking) -> dict[str, object] | None:
    tlp = forms.marking(request.POST)
    return {"tlp": tlp} if tlp else None


def _said(request: Asking) -> dict[str, Any]:
    """What the report form says: texts by language, days as records write them, None for what was left empty."""
    return {
        "stage": request.POST.get("stage", ""),
        "account": forms.versions(request.POST, "account"),
        "on": forms.day(request.POST, "on"),
        "until": forms.day_if_any(request.POST, "until"),
        "next": forms.versions(request.POST, "next") or None,
        "reason": forms.worded(request.POST.get("reason", "")) or None,
    }
