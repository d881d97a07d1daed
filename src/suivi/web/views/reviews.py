"""The annual review: chosen, read in the desk, taken away as a file."""

import base64
import datetime
import hashlib
import re
from typing import TypedDict

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from suivi.desk import past, queries
from suivi.publish.package import REPORT, Document, offered
from suivi.web import forms
from suivi.web.asking import Asking
from suivi.web.context import reading

MEDIA = {
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
READ_IN_PLACE = {"html", "json", "pdf"}
_STYLE = re.compile(rb"<style[^>]*>(.*?)</style>", re.DOTALL)


@require_safe
def review(request: Asking, plan: str) -> HttpResponse:
    """The review of the period in the address; the year that ends today if it names none."""
    page = queries.review_page(request.officer, plan, **_period(request), language=reading())
    return render(request, "review.html", {"page": page})


@require_safe
def years(request: Asking, plan: str) -> HttpResponse:
    """The same period beside the one of the same length before it."""
    page = queries.years_page(request.officer, plan, **_period(request), language=reading())
    return render(request, "years.html", {"page": page})


@require_safe
def paper(request: Asking, plan: str, paper: str) -> HttpResponse:
    """One document of the same review in the format `paper`; `?paper=brief` which one, `?keep=yes` to keep it."""
    document = document_asked(request, paper)
    octets = queries.review_file(request.officer, plan, **_period(request), document=document)
    return as_file(octets, name=f"{plan}-{document.name}", media=MEDIA[paper], keep=is_kept(request, paper))


def document_asked(request: Asking, format: str) -> Document:
    """The document the address names: its paper, its language or two as `fr-ko`; `Http404` where there is none."""
    tongue = request.GET.get("tongue", "") or reading()
    document = offered(request.GET.get("paper", REPORT), tongue, format) if format in MEDIA else None
    if document is None:
        raise Http404
    return document


def is_kept(request: Asking, format: str) -> bool:
    """Whether the file is to be kept: as asked, and always where a browser would hand it to another program."""
    return "keep" in request.GET or format not in READ_IN_PLACE


class _Period(TypedDict):
    from_on: datetime.date
    to_on: datetime.date
    as_of: datetime.date | None


def _period(request: Asking) -> _Period:
    to_on = forms.date_if_any(request.GET, "to") or past.day_or_today()
    from_on = forms.date_if_any(request.GET, "from") or to_on - datetime.timedelta(days=364)
    return {"from_on": from_on, "to_on": to_on, "as_of": past.day_looked_at()}


def as_file(octets: bytes, *, name: str, media: str, keep: bool) -> HttpResponse:
    """The file for reading in place, or to keep; it carries its own style sheet, and may apply no other."""
    response = HttpResponse(octets, content_type=media)
    response["Content-Disposition"] = f'{"attachment" if keep else "inline"}; filename="{name}"'
    # A browser shows a PDF in a viewer of its own, which a sandbox would not let start; nothing in it runs.
    walls = "" if media == MEDIA["pdf"] else "; sandbox allow-same-origin"
    response["Content-Security-Policy"] = own_styles(octets) + walls
    return response


def own_styles(octets: bytes) -> str:
    """The policy by which a page may apply exactly the style sheets it carries, and nothing else."""
    digests = (base64.b64encode(hashlib.sha256(style).digest()).decode() for style in _STYLE.findall(octets))
    styles = " ".join(f"'sha256-{digest}'" for digest in digests) or "'none'"
    return f"default-src 'none'; style-src {styles}"
