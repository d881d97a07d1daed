"""The calendar: as a page, and as an address that an officer's calendar program asks; the instruments."""

import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import formats
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from suivi.desk import clock, past, queries
from suivi.desk.actions import calendar as actions
from suivi.desk.actions import reminders
from suivi.web import forms
from suivi.web.asking import Asking

MEDIA = "text/calendar; charset=utf-8"


@require_safe
def calendar(request: Asking) -> HttpResponse:
    """What is due: a list of twelve months and the month in the address as a grid."""
    return _page(request, forms.date_if_any(request.GET, "month"))


@require_POST
@sensitive_variables("address")
def open_feed(request: Asking) -> HttpResponse:
    """The calendar page with a new private address on it, this once."""
    secret = actions.open_feed(request.officer, at=clock.now())
    address = request.build_absolute_uri(reverse("calendar-feed", args=[secret]))
    return _page(request, None, address=address)


@require_POST
def close_feed(request: Asking) -> HttpResponse:
    """The calendar page; the private address answers no more."""
    actions.close_feed(request.officer, at=clock.now())
    return redirect("calendar")


@require_POST
def remind(request: Asking) -> HttpResponse:
    """The calendar page; reminders go to the address typed from now on, or to nobody."""
    reminders.set_address(request.officer, address=request.POST.get("address", ""))
    return redirect("calendar")


@login_not_required
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar of the officer whose secret this is, for a program that cannot sign in."""
    root = request.build_absolute_uri("/").rstrip("/")
    octets = queries.calendar_feed(secret, day=clock.today(), root=root)
    actions.note_asked(secret, at=clock.now())
    return HttpResponse(octets, content_type=MEDIA)


@require_safe
def instruments(request: Asking) -> HttpResponse:
    """Every agreement from mandate to entry into force, with what holds it."""
    as_of = past.day_looked_at()
    page = queries.instruments_page(request.officer, page=forms.page_in(request.GET), as_of=as_of)
    return render(request, "instruments.html", {"page": page})


@require_safe
def instrument(request: Asking, activity: str) -> HttpResponse:
    """One agreement: its text, who signed, what slipped, when it enters into force."""
    as_of = past.day_looked_at()
    page = queries.instrument_page(request.officer, activity, day=past.day_or_today(), as_of=as_of)
    return render(request, "instrument.html", {"page": page})


def _page(request: Asking, month: datetime.date | None, *, address: str = "") -> HttpResponse:
    week_begins = formats.get_format("FIRST_DAY_OF_WEEK")
    page = queries.calendar_page(
        request.officer,
        day=past.day_or_today(),
        month=month,
        week_begins=int(week_begins),
        of_all=request.GET.get("whose") == "all",
    )
    return render(request, "calendar.html", {"page": page, "address": address})
