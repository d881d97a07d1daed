"""Readings of a plan: uploaded, settled question by question, proposed as a joint text."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.desk import clock, queries
from suivi.desk.actions import plans
from suivi.web import forms
from suivi.web.asking import Asking
from suivi.web.context import reading as reading_language

_SECONDS = 3  # between two looks at how far a reading is


@require_http_methods(["GET", "HEAD", "POST"])
def drafts(request: Asking) -> HttpResponse:
    """Readings under way; or, with files, a new one."""
    if request.method != "POST":
        return render(
            request, "drafts.html", {"page": queries.drafts(request.officer, page=forms.page_in(request.GET))}
        )
    files, plan = forms.uploads(request.FILES, request.POST), request.POST.get("plan", "").strip()
    agreed_on = forms.day_if_any(request.POST, "agreed_on") or ""
    begun = plans.begin_reading(request.officer, files=files, plan=plan, agreed_on=agreed_on, at=clock.now())
    return redirect("reading", begun.draft) if begun.draft else redirect("reading-under-way", begun.id)


@require_safe
def under_way(request: Asking, reading: str) -> HttpResponse:
    """How far a long reading is; the page asks again by itself, unless it is told to stand still. At the end, the reading."""
    page = queries.reading_under_way(request.officer, reading)
    if page.refusal is not None:
        raise page.refusal
    if page.draft:
        return redirect("reading", page.draft)
    still = "still" in request.GET
    answer = render(request, "reading-under-way.html", {"page": page, "still": still})
    if not (still or page.stopped or page.failed):
        answer.headers["Refresh"] = str(_SECONDS)
    return answer


@require_POST
def stop(request: Asking, reading: str) -> HttpResponse:
    """A long reading given up; nothing of it is kept."""
    plans.stop_reading(request.officer, reading=reading)
    return redirect("drafts")


@require_safe
def reading(request: Asking, draft: str) -> HttpResponse:
    """The text beside the outline, doubts first."""
    page = queries.reading_page(request.officer, draft, language=reading_language())
    return render(request, "reading.html", {"page": page})


@require_POST
def settle(request: Asking, draft: str) -> HttpResponse:
    """One decision about one commitment."""
    commitment, decision = request.POST.get("commitment", ""), request.POST.get("decision", "")
    # What a commitment goes on from may be several.
    value, at = ",".join(request.POST.getlist("value")), clock.now()
    plans.settle(request.officer, draft=draft, commitment=commitment, decision=decision, value=value, at=at)
    return _back_to(draft, "" if decision == "ended" else commitment)


@require_POST
def split(request: Asking, draft: str) -> HttpResponse:
    """One commitment cut in two where the words typed begin."""
    page = queries.reading_page(request.officer, draft, language=reading_language())
    commitment, value = request.POST.get("commitment", ""), forms.split_at(page, request.POST)
    plans.settle(request.officer, draft=draft, commitment=commitment, decision="split", value=value, at=clock.now())
    return _back_to(draft, commitment)


@require_POST
def retitle(request: Asking, draft: str) -> HttpResponse:
    """The working titles of one commitment; of the plan itself where no commitment is named."""
    commitment, titles = request.POST.get("commitment", ""), forms.versions(request.POST, "titles")
    plans.retitle(request.officer, draft=draft, commitment=commitment, titles=titles, at=clock.now())
    return _back_to(draft, commitment)


@require_POST
def propose(request: Asking, draft: str) -> HttpResponse:
    """The reading as a joint text, on its way to two approvals."""
    tlp = forms.marking(request.POST)
    return redirect("ticket", plans.propose(request.officer, draft=draft, tlp=tlp, at=clock.now()))


def _back_to(draft: str, commitment: str) -> HttpResponse:
    place = f"#o-{commitment}" if commitment else ""
    return redirect(reverse("reading", args=[draft]) + place)
