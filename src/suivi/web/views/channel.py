"""The channel: what each log holds, a file handed over or taken in, a pull, logs verified, evidence as a file."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from suivi.desk import clock, queries
from suivi.desk.actions import channel as channel_actions
from suivi.web import forms
from suivi.web.asking import Asking
from suivi.web.context import reading


@require_safe
def channel(request: Asking) -> HttpResponse:
    """What went each way, and what was set aside."""
    return render(request, "channel.html", {"page": queries.channel_page(request.officer, language=reading())})


@require_POST
def hand_over(request: Asking) -> HttpResponse:
    """The file for the partner."""
    name, octets = channel_actions.hand_over(request.officer, at=clock.now())
    response = HttpResponse(octets, content_type="application/x-tar")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_POST
def pull(request: Asking) -> HttpResponse:
    """What came from where the partner publishes, sentence by sentence."""
    return render(request, "taken-in.html", {"sentences": channel_actions.pull(request.officer, at=clock.now())})


@require_POST
def verify(request: Asking) -> HttpResponse:
    """Every log held, verified now."""
    return render(request, "verified.html", {"findings": channel_actions.verify(request.officer)})


@require_safe
def evidence(request: Asking, number: int) -> HttpResponse:
    """A proof that a log contradicts itself, as a file that a stranger can verify."""
    name, octets = queries.evidence_file(request.officer, number)
    response = HttpResponse(octets, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_POST
def take_in(request: Asking) -> HttpResponse:
    """What came of the partner's file, sentence by sentence."""
    sentences = channel_actions.take_in(request.officer, octets=forms.octets(request.FILES), at=clock.now())
    return render(request, "taken-in.html", {"sentences": sentences})
