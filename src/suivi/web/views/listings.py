"""Lists over all plans, search, views kept, and the same as files."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from suivi.desk import past, queries
from suivi.desk.actions import views
from suivi.desk.lists import Asked
from suivi.desk.pages import ListPage
from suivi.publish.sheets import Sheet, csv_of, xlsx_of
from suivi.web import forms
from suivi.web.asking import Asking
from suivi.web.context import reading
from suivi.web.views.plans import SELECTED

Writing = Callable[[Sheet], bytes]
FILES: dict[str, tuple[Writing, str]] = {
    "csv": (csv_of, "text/csv; charset=utf-8"),
    "xlsx": (xlsx_of, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
PAGES = {
    "commitments": queries.commitments_page,
    "reports": queries.reports_page,
    "search": queries.search_page,
}


@require_safe
def commitments(request: Asking) -> HttpResponse:
    """The commitments of every plan, filtered as the address says."""
    return _shown(request, "commitments")


@require_safe
def reports(request: Asking) -> HttpResponse:
    """The reports on every plan, filtered as the address says."""
    return _shown(request, "reports")


@require_safe
def search(request: Asking) -> HttpResponse:
    """What holds the words in the address."""
    return _shown(request, "search")


def _shown(request: Asking, listing: str) -> HttpResponse:
    page: ListPage = PAGES[listing](request.officer, _asked(request, listing))
    return render(request, "listing.html", {"page": page})


@require_safe
def file(request: Asking, listing: str, format: str) -> HttpResponse:
    """Every page of the list as one file."""
    if format not in FILES:
        raise Http404
    sheet = _sheet(request, listing)
    write, media = FILES[format]
    response = HttpResponse(write(sheet), content_type=media)
    response["Content-Disposition"] = f'attachment; filename="{listing}-{past.day_or_today().isoformat()}.{format}"'
    return response


@require_safe
def brief(request: Asking, listing: str, format: str) -> HttpResponse:
    """One page on the commitments the list finds, or on those the address names, each by its plan and id."""
    if format not in SELECTED or listing not in PAGES:
        raise Http404
    named = [(plan, id) for plan, _, id in (each.partition(":") for each in request.GET.getlist("commitment"))]
    octets = queries.listing_brief(
        request.officer,
        listing,
        _asked(request, listing),
        named=named,
        format=format,
        day=past.day_or_today(),
        language=reading(),
    )
    name = f"{listing}-{past.day_or_today().isoformat()}.{reading()}.{format}"
    return HttpResponse(
        octets, content_type=SELECTED[format], headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _sheet(request: Asking, listing: str) -> Sheet:
    if listing in PAGES:
        return queries.listing_sheet(request.officer, listing, _asked(request, listing), language=reading())
    if listing not in queries.PAGE_TABLES:
        raise Http404
    filters = {name: str(value) for name, value in request.GET.items()}
    return queries.page_sheet(request.officer, listing, filters, language=reading(), day=past.day_or_today())


@require_POST
def keep(request: Asking, listing: str) -> HttpResponse:
    """Keep what the list was asked under the name typed."""
    asked = _asked(request, listing) if listing in PAGES else Asked()
    words = {"q": asked.question, **asked.filters, "order": asked.order}
    query = urlencode({name: value for name, value in words.items() if value})
    views.keep(request.officer, listing=listing, name=forms.worded(request.POST.get("name", "")), asked=query)
    return redirect(f"{reverse(listing)}?{query}")


@require_POST
def rename(request: Asking, view: str) -> HttpResponse:
    """The view under the name typed, and its list."""
    listing, asked = views.rename(request.officer, view=view, name=forms.worded(request.POST.get("name", "")))
    return redirect(f"{reverse(listing)}?{asked}")


@require_POST
def drop(request: Asking, view: str) -> HttpResponse:
    """Keep a view no longer."""
    return redirect(views.drop(request.officer, view=view))


def _asked(request: Asking, listing: str) -> Asked:
    typed = request.GET if request.method in ("GET", "HEAD") else request.POST
    for name in ("from", "to"):
        forms.date_if_any(typed, name)  # a day that is none is refused, not passed over
    return Asked(
        filters=forms.kept(typed, queries.FILTERS[listing]),
        question=forms.worded(typed.get("q", ""))[:200],
        order=typed.get("order", ""),
        page=forms.page_in(typed),
        day=past.day_or_today(),
    )
