"""Today: what waits for the officer."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from suivi.desk import past, queries
from suivi.web.asking import Asking
from suivi.web.views.session import last_visit


@require_safe
def today(request: Asking) -> HttpResponse:
    """What is due from us, what waits for a decision, and what the partner has sent since the last visit."""
    page = queries.today(
        request.officer, day=past.day_or_today(), since=None if past.day_looked_at() else last_visit(request)
    )
    return render(request, "today.html", {"page": page})
