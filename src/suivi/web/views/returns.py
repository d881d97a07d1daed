"""Returns: asked for, listed, written from the page of the request, passed or sent back, dropped."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.desk import clock, past, queries
from suivi.desk.actions import returns as actions
from suivi.desk.actions import writing
from suivi.desk.report_form import Moved
from suivi.web import forms
from suivi.web.asking import Asking


@require_safe
def returns(request: Asking) -> HttpResponse:
    """What is asked for, what waits, what is overdue, what was sent."""
    page = queries.returns_page(
        request.officer, day=past.day_or_today(), mine="mine" in request.GET, page=forms.page_in(request.GET)
    )
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
        within=request.POST.get("within", ""),
        due_on=forms.date_asked(request.POST, "due_on"),
        note=forms.worded(request.POST.get("note", "")),
        at=clock.now(),
    )
    return redirect("returns")


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: Asking, asked: int) -> HttpResponse:
    """One return with its report form; or the form saved, or handed in.

    A script that saves by itself asks for JSON: the new version, or 409 where somebody else has saved since.
    """
    if request.method != "POST":
        return _page(request, asked)
    version, typed = _version(request), forms.chosen(request.POST)
    saved = writing.save(request.officer, asked_for=asked, version=version, typed=typed, at=clock.now())
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"version": saved.version}, status=409 if isinstance(saved, Moved) else 200)
    if isinstance(saved, Moved):
        return _page(request, asked, typed=typed, moved=saved)
    if request.POST.get("do") != "hand-in":
        return redirect("return", asked)
    # What was typed is kept now, whatever becomes of it: a refusal gives the form back as one that follows it.
    request.POST = forms.following(request.POST, saved.version)  # type: ignore[assignment]  # typed as the form that came, read as any form
    handed = writing.hand_in(request.officer, asked_for=asked, version=saved.version, typed=typed, at=clock.now())
    if isinstance(handed, Moved):
        return _page(request, asked, typed=typed, moved=handed)
    return redirect("ticket", handed) if handed else redirect("return", asked)


def _version(request: Asking) -> int:
    typed = request.POST.get("version", "")
    return int(typed) if typed.isdecimal() and len(typed) < 10 else 0


def _page(
    request: Asking, asked: int, *, typed: dict[str, str] | None = None, moved: Moved | None = None
) -> HttpResponse:
    page = queries.return_page(request.officer, asked, day=past.day_or_today(), typed=typed, moved=moved)
    return render(request, "return.html", {"page": page}, status=409 if moved else 200)


@require_POST
def begin(request: Asking, plan: str, provision: str) -> HttpResponse:
    """A report begun unasked: its page."""
    number = writing.begin(request.officer, plan=plan, provision=provision, at=clock.now())
    return redirect("return", number)


@require_POST
def decide(request: Asking) -> HttpResponse:
    """The reports ticked, passed at the step they wait at, or sent back with remarks."""
    numbers = [int(number) for number in request.POST.getlist("return") if number.isdecimal() and len(number) < 18]
    passed, remarks = request.POST.get("do") == "pass", forms.worded(request.POST.get("remarks", ""))
    cut = writing.decide(request.officer, returns=numbers, passed=passed, remarks=remarks, at=clock.now())
    return redirect("ticket", cut[0]) if len(cut) == 1 == len(numbers) else redirect("returns")


@require_POST
def approve_internal(request: Asking, asked: int) -> HttpResponse:
    """The internal account as it was read, approved; it stays at this desk."""
    seen = request.POST.get("seen", "")
    writing.approve_internal(request.officer, asked_for=asked, seen=seen, at=clock.now())
    return redirect(f"{reverse('return', args=[asked])}#layers-h")


@require_POST
def make_public(request: Asking, asked: int) -> HttpResponse:
    """The report of a return that the partner has, put before two officers for the public too: its ticket."""
    confirmed, typed = request.POST.getlist("confirm"), forms.chosen(request.POST)
    cut = writing.make_public(request.officer, asked_for=asked, confirmed=confirmed, typed=typed, at=clock.now())
    return redirect("ticket", cut)


@require_POST
def send_back(request: Asking, ticket: str) -> HttpResponse:
    """A report that waits for its release, given back to its author with remarks."""
    remarks = forms.worded(request.POST.get("remarks", ""))
    number = writing.send_back(request.officer, ticket=ticket, remarks=remarks, at=clock.now())
    return redirect("return", number)


@require_http_methods(["GET", "HEAD", "POST"])
def approval(request: Asking, plan: str) -> HttpResponse:
    """The steps of approval of a plan, or the new ones set."""
    if request.method == "POST":
        writing.set_steps(request.officer, plan=plan, steps=_steps(request), at=clock.now())
        return redirect("returns-approval", plan)
    return render(request, "returns-approval.html", {"page": queries.approval_page(request.officer, plan)})


def _steps(request: Asking) -> list[writing.StepTyped]:
    found = []
    for place in range(1, 10):
        name = forms.worded(request.POST.get(f"name-{place}", ""))
        officers = tuple(request.POST.getlist(f"officers-{place}"))
        if name or officers:
            everyone = request.POST.get(f"everyone-{place}") == "yes"
            found.append(writing.StepTyped(name=name, officers=officers, everyone=everyone))
    return found


@require_POST
def drop(request: Asking, asked: int) -> HttpResponse:
    """The report is asked for no more."""
    actions.drop(request.officer, asked_for=asked, at=clock.now())
    return redirect(reverse("returns"))
