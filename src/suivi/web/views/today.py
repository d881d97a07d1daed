"""Today: what waits for the officer."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from suivi.desk import queries
from suivi.web.asking import Asking
from suivi.web.past import day_of, page_day
from suivi.web.views.session import last_visit


@require_safe
def today(request: Asking) -> HttpResponse:
    """What is due from us, what waits for a decision, and what the partner has sent since the last visit."""
    page = queries.today(request.officer, day=page_day(request), since=None if day_of(request) else last_visit(request))
    return render(request, "today.html", {"page": page})
