"""The annual review: chosen, read in the desk, taken away as a file."""

import base64
import datetime
import hashlib
import re
from typing import TypedDict

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from suivi.desk import clock, queries
from suivi.plan.words import LANGUAGES
from suivi.web import forms
from suivi.web.asking import Asking
from suivi.web.context import reading

MEDIA = {"html": "text/html; charset=utf-8", "json": "application/json"}
_STYLE = re.compile(rb"<style[^>]*>(.*?)</style>", re.DOTALL)


@require_safe
def review(request: Asking, plan: str) -> HttpResponse:
    """The review of the period in the address; the year that ends today if it names none."""
    page = queries.review_page(request.officer, plan, **_period(request), language=reading())
    return render(request, "review.html", {"page": page})


@require_safe
def paper(request: Asking, plan: str, paper: str) -> HttpResponse:
    """The same review as one file: `html` to read or print, `json` to compute with; kept with `?keep=yes`."""
    if paper not in MEDIA:
        raise Http404
    asked = request.GET.get("tongue", "")
    tongue = asked if asked in LANGUAGES else reading()
    octets = queries.review_file(request.officer, plan, **_period(request), language=tongue, format=paper)
    return as_file(octets, name=f"{plan}-{tongue}.{paper}", media=MEDIA[paper], keep="keep" in request.GET)


class _Period(TypedDict):
    from_on: datetime.date
    to_on: datetime.date
    as_of: datetime.date | None


def _period(request: Asking) -> _Period:
    to_on = forms.date_if_any(request.GET, "to") or clock.today()
    from_on = forms.date_if_any(request.GET, "from") or to_on - datetime.timedelta(days=364)
    return {"from_on": from_on, "to_on": to_on, "as_of": forms.date_if_any(request.GET, "as_of")}


def as_file(octets: bytes, *, name: str, media: str, keep: bool) -> HttpResponse:
    """The file for reading in place, or to keep; it carries its own style sheet, and may apply no other."""
    response = HttpResponse(octets, content_type=media)
    response["Content-Disposition"] = f'{"attachment" if keep else "inline"}; filename="{name}"'
    # The file carries its own style sheet; the page may apply exactly that one and nothing else.
    digests = (base64.b64encode(hashlib.sha256(style).digest()).decode() for style in _STYLE.findall(octets))
    styles = " ".join(f"'sha256-{digest}'" for digest in digests) or "'none'"
    response["Content-Security-Policy"] = f"default-src 'none'; style-src {styles}; sandbox allow-same-origin"
    return response
