"""Bodies: the list, and one with everything it owes."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from suivi.desk import clock, queries
from suivi.web import forms
from suivi.web.asking import Asking


@require_safe
def bodies(request: Asking) -> HttpResponse:
    """Every body on record, by the names of today, or of the day in the address."""
    day = forms.date_if_any(request.GET, "as_of") or clock.today()
    return render(request, "bodies.html", {"page": queries.bodies_page(request.officer, day=day)})


@require_safe
def body(request: Asking, body: str) -> HttpResponse:
    """One body, by the names of today, or of the day in the address."""
    day = forms.date_if_any(request.GET, "as_of") or clock.today()
    return render(request, "body.html", {"page": queries.body_page(request.officer, body, day=day)})
