"""Plans: the list, one at a glance, two days compared, one commitment."""

import datetime

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from suivi.desk import clock, past, queries
from suivi.web import forms
from suivi.web.asking import Asking
from suivi.web.context import reading

FILTERS = ("pillar", "comparison", "mode", "kind", "body", "due")
SELECTED = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
A_YEAR = datetime.timedelta(days=365)


@require_safe
def plans(request: Asking) -> HttpResponse:
    """Plans in effect, proposed, and being read."""
    return render(request, "plans.html", {"page": queries.plans(request.officer, page=forms.page_in(request.GET))})


@require_safe
def plan(request: Asking, plan: str) -> HttpResponse:
    """How the whole plan stands on the day in the address, filtered as the address says."""
    as_of, filters = past.day_looked_at(), forms.kept(request.GET, FILTERS)
    page = queries.plan_page(
        request.officer, plan, as_of=as_of, language=reading(), filters=filters, day=past.day_or_today()
    )
    return render(request, "plan.html", {"page": page})


@require_safe
def commitment(request: Asking, plan: str, provision: str) -> HttpResponse:
    """One commitment on the day in the address."""
    as_of = past.day_looked_at()
    day = past.day_or_today()
    page = queries.commitment_page(request.officer, plan, provision, as_of=as_of, language=reading(), day=day)
    return render(request, "commitment.html", {"page": page, "day": day})


@require_safe
def selection(request: Asking, plan: str, format: str) -> HttpResponse:
    """One page on the commitments that pass the filters in the address, or on those it names, on its day."""
    if format not in SELECTED:
        raise Http404
    octets = queries.selection_file(
        request.officer,
        plan,
        format=format,
        filters=forms.kept(request.GET, FILTERS),
        provisions=request.GET.getlist("provision"),
        as_of=past.day_looked_at(),
        day=past.day_or_today(),
        language=reading(),
    )
    name = f"{plan}-{past.day_or_today().isoformat()}.{reading()}.{format}"
    return HttpResponse(
        octets, content_type=SELECTED[format], headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


@require_safe
def changes(request: Asking, plan: str) -> HttpResponse:
    """What changed on record between the two days in the address; the year that ends today if it names none."""
    to_on = forms.date_if_any(request.GET, "to") or clock.today()
    from_on = forms.date_if_any(request.GET, "from") or max(to_on, datetime.date.min + A_YEAR) - A_YEAR
    page = queries.changes_page(request.officer, plan, from_on=from_on, to_on=to_on, language=reading())
    return render(request, "changes.html", {"page": page})


@require_safe
def background(request: Asking, plan: str) -> HttpResponse:
    """Who agreed the plan, when and in which words, and what it built on."""
    page = queries.background_page(request.officer, plan, language=reading())
    return render(request, "background.html", {"page": page})
