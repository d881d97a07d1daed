"""Today: what waits for the officer."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from suivi.desk import queries
from suivi.web.asking import Asking


@require_safe
def today(request: Asking) -> HttpResponse:
    """What waits for a decision, and what the partner has sent."""
    return render(request, "today.html", {"page": queries.today(request.officer, day=timezone.now().date())})
