"""People: the officers, one of them, and the history of what was done under which mandate."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.desk import clock, queries, surroundings
from suivi.desk.actions import officers as actions
from suivi.web import forms
from suivi.web.asking import Asking
from suivi.web.context import place_before
from suivi.web.views.session import ministry


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables("password")
def officers(request: Asking) -> HttpResponse:
    """Every officer with what he holds; or, posted, a new one, whose first password the page shows this once."""
    if request.method != "POST":
        return render(request, "officers.html", {"page": queries.officers_page(request.officer)})
    password, name = actions.new_password(), forms.worded(request.POST.get("name", ""))
    roles = [role for role in request.POST.getlist("role") if role]
    number = actions.enrol(request.officer, name=name, password=password, roles=roles, at=clock.now())
    page = queries.officers_page(request.officer)
    return render(request, "officers.html", {"page": page, "password": password, "name": name, "number": number})


@require_safe
def officer(request: Asking, officer: str) -> HttpResponse:
    """One officer: mandates, absences, and what can be done about them."""
    return _officer(request, officer)


@require_POST
def mandate(request: Asking, officer: str) -> HttpResponse:
    """A mandate given; a commitment is written with its plan or alone."""
    asked = {name: forms.worded(request.POST.get(name, "")) for name in ("role", "plan", "provision", "body")}
    actions.give_mandate(
        request.officer,
        to=officer,
        **asked,
        from_on=request.POST.get("from_on", ""),
        until_on=request.POST.get("until_on", ""),
        at=clock.now(),
    )
    return redirect("officer", officer)


@require_POST
def end_mandate(request: Asking, mandate: str) -> HttpResponse:
    """The last day of a mandate written."""
    actions.end_mandate(request.officer, mandate=mandate, until_on=request.POST.get("until_on", ""), at=clock.now())
    return _back(request)


@require_POST
def absence(request: Asking, officer: str) -> HttpResponse:
    """Days on which a deputy stands in."""
    actions.note_absence(
        request.officer,
        of=officer,
        deputy=request.POST.get("deputy", ""),
        from_on=request.POST.get("from_on", ""),
        until_on=request.POST.get("until_on", ""),
        at=clock.now(),
    )
    return redirect("officer", officer)


@require_POST
def end_absence(request: Asking, absence: str) -> HttpResponse:
    """The officer is back."""
    actions.end_absence(request.officer, absence=absence, at=clock.now())
    return _back(request)


@require_POST
def hand_over(request: Asking, officer: str) -> HttpResponse:
    """The whole file given to a colleague."""
    actions.hand_over(
        request.officer,
        of=officer,
        to=request.POST.get("to", ""),
        on=request.POST.get("on", ""),
        leaves=request.POST.get("leaves") == "yes",
        at=clock.now(),
    )
    return redirect("officer", officer)


@require_POST
def clearance(request: Asking, officer: str) -> HttpResponse:
    """The highest marking an officer may see."""
    days = {name: request.POST.get(name, "") for name in ("from_on", "until_on")}
    asked = forms.marking(request.POST)
    marking = {"tlp": asked} if asked else None
    actions.set_clearance(request.officer, of=officer, marking=marking, **days, at=clock.now())
    return redirect("officer", officer)


@require_POST
def let_go(request: Asking, officer: str) -> HttpResponse:
    """An officer who leaves: nothing is open to him any more."""
    actions.let_go(request.officer, of=officer, at=clock.now())
    return redirect("officer", officer)


@require_POST
@sensitive_variables("password")
@sensitive_post_parameters()
def renew_password(request: Asking, officer: str) -> HttpResponse:
    """A new first password, shown this once."""
    password = actions.new_password()
    actions.renew_password(request.officer, of=officer, password=password, at=clock.now())
    return _officer(request, officer, password=password)


@require_POST
def end_second_factor(request: Asking, officer: str) -> HttpResponse:
    """The officer's second factor taken away; the page says so by its history."""
    actions.end_second_factor(request.officer, of=officer, at=clock.now())
    return redirect("officer", officer)


@require_safe
def history(request: Asking) -> HttpResponse:
    """Who did what, when, under which mandate; newest first, narrowed by what the address asks."""
    asked = {name: request.GET.get(name, "").strip() for name in queries.HISTORY_FILTERS}
    before = request.GET.get("before", "")
    start = int(before) if before.isascii() and before.isdecimal() and len(before) < 18 else None
    page = queries.history_page(request.officer, asked, before=start)
    return render(request, "history.html", {"page": page, "query": forms.asked_again(asked)})


@require_safe
def settings_check(request: Asking) -> HttpResponse:
    """What surrounds the node and could make it unsafe, each with its cure."""
    concerns = surroundings.concerns_for(request.officer, at=clock.now(), secure=request.is_secure())
    return render(
        request, "settings-check.html", {"concerns": concerns, "open": sum(not one.sound for one in concerns)}
    )


@sensitive_variables()
def _officer(request: Asking, officer: str, **shown: object) -> HttpResponse:
    page = queries.officer_page(request.officer, officer)
    linking = (
        {"ministry": ministry(), "links": queries.identities_for(request.officer, officer)}
        if page.may_administer
        else {}
    )
    return render(request, "officer.html", {"page": page, **linking, **shown})


def _back(request: HttpRequest) -> HttpResponse:
    back = place_before(request)
    return redirect(back if url_has_allowed_host_and_scheme(back, {request.get_host()}) else "officers")
