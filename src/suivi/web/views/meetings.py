"""Meetings of a dialogue: prepared, convened, minuted and followed up."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from suivi.desk import clock, past, queries
from suivi.desk.actions import meetings as actions
from suivi.desk.actions import minutes as minutes_actions
from suivi.desk.queries.meeting_page import FILES
from suivi.web import forms
from suivi.web.asking import Asking
from suivi.web.context import reading


@require_safe
def meeting(request: Asking, activity: str) -> HttpResponse:
    """The meeting the address names, else the newest of the dialogue."""
    key = request.GET.get("meeting", "")
    page = queries.meeting_page(request.officer, activity, meeting=key, day=past.day_or_today())
    return render(request, "meeting.html", {"page": page})


@require_POST
def line(request: Asking, activity: str) -> HttpResponse:
    """A participant, a paper or an item kept for the meeting, at home."""
    posted = request.POST
    key = posted.get("meeting", "")
    actions.add_line(
        request.officer,
        activity=activity,
        meeting=key,
        kind=posted.get("kind", ""),
        words=forms.worded(posted.get("words", "")),
        detail=forms.worded(posted.get("detail", "")),
        address=forms.worded(posted.get("address", "")),
        organises="organises" in posted,
        at=clock.now(),
    )
    return _back(activity, key)


@require_POST
def drop_line(request: Asking, activity: str, line: str) -> HttpResponse:
    """A line taken away."""
    actions.drop_line(request.officer, activity=activity, line=line)
    return _back(activity, request.POST.get("meeting", ""))


@require_POST
def minutes(request: Asking, activity: str) -> HttpResponse:
    """The minutes of the meeting, proposed as a joint text."""
    page = queries.meeting_page(
        request.officer, activity, meeting=request.POST.get("meeting", ""), day=past.day_or_today()
    )
    ticket = minutes_actions.propose(
        request.officer,
        plan=page.plan.id,
        on=forms.day(request.POST, "on"),
        minutes=forms.versions(request.POST, "minutes"),
        decisions=forms.decisions(request.POST),
        resolution=forms.versions(request.POST, "resolution"),
        activity=activity,
        at=clock.now(),
    )
    return redirect("ticket", ticket)


@require_safe
def file(request: Asking, activity: str, file: str) -> HttpResponse:
    """The agenda or the minutes as a document, or the invitation as a calendar message."""
    root = request.build_absolute_uri("/").rstrip("/")
    octets = queries.meeting_file(
        request.officer,
        activity,
        meeting=request.GET.get("meeting", ""),
        file=file,
        day=past.day_or_today(),
        language=reading(),
        root=root,
    )
    response = HttpResponse(octets, content_type=FILES[file])
    response["Content-Disposition"] = f'attachment; filename="{file}"'
    return response


def _back(activity: str, key: str) -> HttpResponse:
    return redirect(f"{reverse('meeting', args=[activity])}?{urlencode({'meeting': key})}")
