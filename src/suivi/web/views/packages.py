"""The package of a review: each document by itself, or all of them made into one file while you look on."""

import datetime
from typing import TypedDict

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from suivi.desk import clock, past, queries
from suivi.desk.actions import packages as actions
from suivi.web import forms
from suivi.web.asking import Asking

_SECONDS = 2  # between two looks at how far it is


class _Asked(TypedDict):
    from_on: datetime.date
    to_on: datetime.date
    as_of: datetime.date | None
    minutes: str


@require_safe
def package(request: Asking, plan: str) -> HttpResponse:
    """Every paper in every language and format, of the period in the address or of the review it names as closed."""
    page = queries.package_page(request.officer, plan, **_asked(request.GET, past.day_or_today()))
    return render(request, "package.html", {"page": page})


@require_POST
def begin(request: Asking, plan: str) -> HttpResponse:
    """All of it, into one file."""
    return redirect("package-made", actions.begin(request.officer, plan=plan, **_asked(request.POST, clock.today())))


@require_safe
def made(request: Asking, package: str) -> HttpResponse:
    """How far it is; the page asks again by itself, unless it is told to stand still."""
    page = queries.package_being_made(request.officer, package)
    still = "still" in request.GET
    answer = render(request, "package-made.html", {"page": page, "still": still})
    if not (still or page.size or page.stopped or page.failed):
        answer.headers["Refresh"] = str(_SECONDS)
    return answer


@require_safe
def file(request: Asking, package: str) -> HttpResponse:
    """The file, once it is made."""
    name, octets = queries.package_file(request.officer, package)
    answer = HttpResponse(octets, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_POST
def stop(request: Asking, package: str) -> HttpResponse:
    """No further document is made, and nothing is kept."""
    actions.stop(request.officer, package=package)
    return redirect("package-made", package)


def _asked(asked: QueryDict, day: datetime.date) -> _Asked:
    to_on = forms.date_if_any(asked, "to") or day
    return {
        "from_on": forms.date_if_any(asked, "from") or to_on - datetime.timedelta(days=364),
        "to_on": to_on,
        "as_of": forms.date_if_any(asked, "as_of"),
        "minutes": asked.get("minutes", ""),
    }
