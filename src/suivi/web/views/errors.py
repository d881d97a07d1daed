"""Pages for what went wrong outside the rules: nothing here, form expired, not understood, failed."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string

from suivi.web.context import frame
from suivi.web.forms import retyped


def not_here(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such address, or nothing there for this officer; the two look the same."""
    return _page(request, "404.html", 404)


def not_yours(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: the act is not this officer's."""
    return _page(request, "403.html", 403)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form's proof of origin is missing or old; what was typed is given back."""
    return _page(request, "form-expired.html", 403, typed=retyped(request.POST), csrf_token=get_token(request))


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 for a form larger than the node reads."""
    large = isinstance(exception, RequestDataTooBig)
    return _page(request, "400.html", 413 if large else 400, large=large)


def failed(request: HttpRequest) -> HttpResponse:
    """500: a fault of the software; the page needs no table, so it stands when the database does not."""
    return _page(request, "500.html", 500)


def _page(request: HttpRequest, template: str, status: int, **values: object) -> HttpResponse:
    # Rendered without the context processors: an error page asks nothing of the node.
    return HttpResponse(render_to_string(template, {**frame(request), **values, "request": request}), status=status)
