"""Evidence: what is cited and what is kept for a plan, a source cited, a file kept, opened or dropped."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from suivi.desk import clock, queries
from suivi.desk.actions import evidence_files as actions
from suivi.web import forms
from suivi.web.asking import Asking


@require_safe
def evidence(request: Asking) -> HttpResponse:
    """The evidence of the plan in the address, else of the first; commitments in the address are ticked."""
    chosen = request.GET.getlist("provision")
    page = queries.evidence_page(request.officer, plan=request.GET.get("plan", ""), chosen=chosen)
    return render(request, "evidence.html", {"page": page})


@require_POST
def cite(request: Asking) -> HttpResponse:
    """A source cited for the commitments ticked: its release, or all releases where there are several."""
    tickets = actions.cite(
        request.officer,
        plan=request.POST.get("plan", ""),
        provisions=request.POST.getlist("provision"),
        address=request.POST.get("address", ""),
        title=forms.worded(request.POST.get("title", "")),
        language=request.POST.get("language", ""),
        publisher=forms.worded(request.POST.get("publisher", "")),
        published_on=forms.day_if_any(request.POST, "published_on"),
        account=forms.versions(request.POST, "account"),
        at=clock.now(),
    )
    return redirect("ticket", tickets[0]) if len(tickets) == 1 else redirect("tickets")


@require_POST
def keep(request: Asking) -> HttpResponse:
    """A file cleaned and kept at home for the commitments ticked."""
    name, octets = forms.named_octets(request.FILES)
    actions.keep_file(
        request.officer,
        plan=request.POST.get("plan", ""),
        provisions=request.POST.getlist("provision"),
        name=name,
        octets=octets,
        title=forms.worded(request.POST.get("title", "")),
        at=clock.now(),
    )
    return _back(request)


@require_safe
def file(request: Asking, digest: str) -> HttpResponse:
    """The bytes of a file kept, to be saved and never shown inside the desk."""
    name, media, octets = queries.evidence_file_octets(request.officer, digest)
    disposition = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(octets, content_type=media, headers={"Content-Disposition": disposition})


@require_POST
def drop(request: Asking, digest: str) -> HttpResponse:
    """A file taken away from a commitment."""
    plan, provision = request.POST.get("plan", ""), request.POST.get("provision", "")
    actions.use_no_more(request.officer, digest=digest, plan=plan, provision=provision, at=clock.now())
    return _back(request)


def _back(request: Asking) -> HttpResponse:
    return redirect(f"{reverse('evidence')}?{urlencode({'plan': request.POST.get('plan', '')})}")
