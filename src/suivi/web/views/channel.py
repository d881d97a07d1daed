"""The channel: what each log holds, a file handed over or taken in, a pull, logs verified, evidence as a file."""

from typing import TypedDict

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from suivi.desk import clock, queries
from suivi.desk.actions import channel as channel_actions
from suivi.desk.actions import farewells, spills
from suivi.web import forms
from suivi.web.asking import Asking
from suivi.web.context import reading


class _Place(TypedDict):
    channel: str
    seq: int


@require_safe
def channel(request: Asking) -> HttpResponse:
    """What went each way, and what was set aside, in the channel named or the one in use."""
    named = request.GET.get("channel", "")
    page = queries.channel_page(request.officer, language=reading(), channel=named)
    return render(request, "channel.html", {"page": page})


@require_POST
def hand_over(request: Asking) -> HttpResponse:
    """The file for the partner."""
    name, octets = channel_actions.hand_over(request.officer, at=clock.now(), channel=request.POST.get("channel", ""))
    response = HttpResponse(octets, content_type="application/x-tar")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_POST
def pull(request: Asking) -> HttpResponse:
    """What came from where the partner publishes, sentence by sentence."""
    told = channel_actions.pull(request.officer, at=clock.now(), channel=request.POST.get("channel", ""))
    return render(request, "taken-in.html", {"sentences": told})


@require_POST
def verify(request: Asking) -> HttpResponse:
    """Every log held, verified now."""
    return render(request, "verified.html", {"findings": channel_actions.verify(request.officer)})


@require_POST
def mark(request: Asking) -> HttpResponse:
    """Another marking for a record of ours: a ticket for two officers."""
    said, tlp = _place(request), forms.marking(request.POST)
    return redirect("ticket", farewells.mark(request.officer, tlp=tlp, at=clock.now(), **said))


@require_POST
def consent(request: Asking) -> HttpResponse:
    """Our consent that a record of ours is given onwards: a ticket for two officers."""
    said = _place(request)
    to = request.POST.get("to", "").strip()
    return redirect("ticket", farewells.consent(request.officer, to=to, at=clock.now(), **said))


@require_POST
def destroy(request: Asking) -> HttpResponse:
    """A request that everybody destroys the content of a record of ours: a ticket for two officers."""
    said = _place(request)
    return redirect("ticket", spills.ask(request.officer, reason="marked-too-low", at=clock.now(), **said))


@require_POST
def attest(request: Asking) -> HttpResponse:
    """That a content was destroyed here: a ticket for two officers."""
    said = _place(request)
    beyond = [code for code in ("paper", "backups") if request.POST.get(code)]
    party = request.POST.get("party", "")
    ticket = spills.attest(request.officer, party=party, beyond=beyond, at=clock.now(), **said)
    return redirect("ticket", ticket)


@require_POST
def close(request: Asking) -> HttpResponse:
    """Our farewell: a ticket for two officers."""
    channel, reason = request.POST.get("channel", ""), request.POST.get("reason", "")
    return redirect("ticket", farewells.close(request.officer, channel=channel, reason=reason, at=clock.now()))


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


def _place(request: Asking) -> _Place:
    """The channel and the number of the entry that a form is about."""
    return {"channel": request.POST.get("channel", ""), "seq": forms.number(request.POST, "seq")}
