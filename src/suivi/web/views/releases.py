"""What leaves: tickets approved by two officers, released, or discarded."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from suivi.desk import clock, identities, passkeys, queries
from suivi.desk.actions import releases
from suivi.web import forms
from suivi.web.asking import Asking
from suivi.web.context import reading
from suivi.web.views.ministry import is_fresh, will_be_fresh
from suivi.web.views.passkeys import given
from suivi.web.views.session import ministry


@require_safe
def tickets(request: Asking) -> HttpResponse:
    """What waits to leave, and what left last."""
    return render(request, "tickets.html", {"page": queries.tickets(request.officer, page=forms.page_in(request.GET))})


@require_safe
def ticket(request: Asking, ticket: str) -> HttpResponse:
    """The exact bytes that would leave."""
    page = queries.ticket_page(request.officer, ticket, language=reading())
    ways = {
        "passkeys": bool(passkeys.of(request.officer)),
        "ministry": ministry() if identities.links_of(request.officer) else "",
        "fresh": will_be_fresh(request),
    }
    return render(request, "ticket.html", {"page": page, **ways})


@sensitive_post_parameters("password")
@require_POST
def approve(request: Asking, ticket: str) -> HttpResponse:
    """One officer's approval of these bytes: the password typed again, a passkey, or a fresh sign-in at the ministry."""
    password = request.POST.get("password", "")
    proven = given(request, request.officer) or (not password and is_fresh(request))
    releases.approve(request.officer, ticket=ticket, password=password, proven=proven, at=clock.now())
    return redirect("ticket", ticket)


@require_POST
def release(request: Asking, ticket: str) -> HttpResponse:
    """The bytes written in our log for the partner."""
    releases.release(request.officer, ticket=ticket, at=clock.now())
    return redirect("ticket", ticket)


@require_POST
def discard(request: Asking, ticket: str) -> HttpResponse:
    """The ticket put away; nothing leaves."""
    releases.discard(request.officer, ticket=ticket, at=clock.now())
    return redirect("tickets")
