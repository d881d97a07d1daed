"""Returns: asked for, listed, written from the page of the request, dropped."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.desk import clock, queries
from suivi.desk.actions import returns as actions
from suivi.web import forms
from suivi.web.asking import Asking
from suivi.web.views.reports import said


@require_safe
def returns(request: Asking) -> HttpResponse:
    """What is asked for, what waits, what is overdue, what was sent."""
    page = queries.returns_page(request.officer, day=clock.today(), mine="mine" in request.GET)
    return render(request, "returns.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: Asking) -> HttpResponse:
    """The form by which reports are asked for: commitments chosen in the address are ticked; or its answer."""
    if request.method == "POST":
        return _asked(request)
    plan, chosen = request.GET.get("plan", ""), request.GET.getlist("provision")
    page = queries.ask_page(request.officer, plan=plan, chosen=chosen, day=clock.today())
    return render(request, "returns-ask.html", {"page": page})


def _asked(request: Asking) -> HttpResponse:
    actions.ask(
        request.officer,
        plan=request.POST.get("plan", ""),
        provisions=request.POST.getlist("provision"),
        of=request.POST.get("of", ""),
        due_on=forms.date_asked(request.POST, "due_on"),
        note=forms.worded(request.POST.get("note", "")),
        at=clock.now(),
    )
    return redirect("returns")


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: Asking, asked: int) -> HttpResponse:
    """One return, with its report form; or the report handed in."""
    if request.method == "POST":
        ticket = actions.hand_in(request.officer, asked_for=asked, at=clock.now(), **said(request))
        return redirect("ticket", ticket)
    page = queries.return_page(request.officer, asked, day=clock.today())
    return render(request, "return.html", {"page": page})


@require_POST
def drop(request: Asking, asked: int) -> HttpResponse:
    """The report is asked for no more."""
    actions.drop(request.officer, asked_for=asked, at=clock.now())
    return redirect(reverse("returns"))
