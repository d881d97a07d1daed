"""Plans: the list, one at a glance, one commitment."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from suivi.desk import queries
from suivi.web import forms
from suivi.web.asking import Asking
from suivi.web.context import reading

FILTERS = ("pillar", "comparison", "mode", "kind")


@require_safe
def plans(request: Asking) -> HttpResponse:
    """Plans in effect, proposed, and being read."""
    return render(request, "plans.html", {"page": queries.plans(request.officer)})


@require_safe
def plan(request: Asking, plan: str) -> HttpResponse:
    """How the whole plan stands on the day in the address, filtered as the address says."""
    as_of, filters = forms.date_if_any(request.GET, "as_of"), forms.kept(request.GET, FILTERS)
    page = queries.plan_page(request.officer, plan, as_of=as_of, language=reading(), filters=filters)
    return render(request, "plan.html", {"page": page})


@require_safe
def commitment(request: Asking, plan: str, provision: str) -> HttpResponse:
    """One commitment on the day in the address."""
    as_of = forms.date_if_any(request.GET, "as_of")
    page = queries.commitment_page(request.officer, plan, provision, as_of=as_of, language=reading())
    return render(request, "commitment.html", {"page": page})
