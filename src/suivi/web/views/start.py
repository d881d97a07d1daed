"""The first minutes of a demonstration."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from suivi.desk import queries


@login_not_required
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The story in six steps, who may sign in, and a path to walk; nothing is here on a node that is real."""
    return render(request, "start.html", {"page": queries.start_page()})
