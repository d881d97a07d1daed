"""Return workbooks: handed out as a file, handed back, looked through row by row, taken over."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.desk import clock, queries
from suivi.desk.actions import workbooks as actions
from suivi.web import forms
from suivi.web.asking import Asking
from suivi.web.context import reading

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def hand_out(request: Asking) -> HttpResponse:
    """The returns of a plan as a workbook: all, those asked of one officer or body, or those asked of the reader."""
    plan, of, mine = request.GET.get("plan", ""), request.GET.get("of", ""), "mine" in request.GET
    octets = queries.workbook_file(request.officer, plan=plan, of=of, mine=mine, language=reading(), day=clock.today())
    return _file(octets, f"returns-{plan}-{clock.today().isoformat()}.xlsx")


@require_POST
def hand_back(request: Asking) -> HttpResponse:
    """A workbook that came back: kept, and shown beside what the desk holds."""
    name, octets = forms.named_octets(request.FILES)
    number = actions.hand_back(request.officer, name=name, octets=octets, at=clock.now())
    return redirect("workbook", number)


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: Asking, workbook: int) -> HttpResponse:
    """A workbook that came back, or the rows ticked taken over."""
    if request.method == "POST":
        rows = {int(row) for row in request.POST.getlist("row") if row.isdecimal() and len(row) < 9}
        hand_in = request.POST.get("do") == "hand-in"
        actions.take(request.officer, workbook=workbook, rows=rows, hand_in=hand_in, at=clock.now())
        return redirect("workbook", workbook)
    page = queries.workbook_page(request.officer, workbook, language=reading(), day=clock.today())
    return render(request, "workbook.html", {"page": page})


@require_safe
def messages(request: Asking, workbook: int) -> HttpResponse:
    """The same file with a column of messages."""
    name, octets = queries.workbook_with_messages(request.officer, workbook, language=reading(), day=clock.today())
    return _file(octets, name)


def _file(octets: bytes, name: str) -> HttpResponse:
    response = HttpResponse(octets, content_type=XLSX)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return response
