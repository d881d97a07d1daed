"""The guides, to be read at the desk."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from suivi.web import guidance
from suivi.web.asking import Asking
from suivi.web.context import reading


@require_safe
def guides(request: Asking) -> HttpResponse:
    """Every task the guides tell of, and the other pages of help."""
    shelves = {shelf: guidance.shelf_of(shelf, reading()) for shelf in guidance.SHELVES}
    return render(request, "help.html", {"shelves": shelves})


@require_safe
def guide(request: Asking, shelf: str, guide: str) -> HttpResponse:
    """One guide, in the reader's language if it is written in it."""
    found = guidance.guide(shelf, guide, reading())
    if found is None:
        raise Http404
    return render(request, "help-guide.html", {"guide": found})
