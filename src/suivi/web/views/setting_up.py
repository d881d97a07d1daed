"""Setting a node up in the browser: the guide, the ceremony of our keys, the partner's keys, the charter, two trials."""

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.desk import clock, opening, queries, setting_up
from suivi.desk.actions import channel as channels
from suivi.desk.actions import opening as actions
from suivi.desk.actions import trials
from suivi.plan.channel import PUBLIC
from suivi.web import forms
from suivi.web.asking import Asking


@require_safe
def set_up(request: Asking) -> HttpResponse:
    """What this desk needs before work begins, step by step, each with its state."""
    return _guide(request)


@require_http_methods(["GET", "HEAD", "POST"])
def name_channel(request: Asking) -> HttpResponse:
    """The name of the channel to be opened; then its keys."""
    if request.method == "POST":
        name = actions.begin(request.officer, channel=request.POST.get("channel", ""), at=clock.now())
        return redirect("set-up-keys", name)
    setting_up.must_administer(request.officer)
    return render(request, "set-up-channel.html")


@require_safe
def keys(request: Asking, channel: str) -> HttpResponse:
    """The ceremony of our keys: three custodians, two signatures, the fingerprint to be read over the telephone."""
    return render(request, "set-up-keys.html", {"page": opening.opening_for(request.officer, channel)})


@require_POST
@sensitive_post_parameters()
@sensitive_variables()
def make_root(request: Asking, channel: str, number: int) -> HttpResponse:
    """A root key, locked, as a file for its custodian; nothing of it stays here but its public key."""
    name, pem = actions.make_root(
        request.officer,
        channel=channel,
        number=number,
        passphrase=request.POST.get("passphrase", ""),
        again=request.POST.get("again", ""),
        at=clock.now(),
    )
    return _file(name, pem, "application/x-pem-file")


@require_POST
@sensitive_post_parameters()
@sensitive_variables()
def sign(request: Asking, channel: str) -> HttpResponse:
    """Our key list signed by one custodian, whose file is read and forgotten."""
    name, pem = forms.named_octets(request.FILES)
    passphrase = request.POST.get("passphrase", "")
    actions.sign(request.officer, channel=channel, name=name, octets=pem, passphrase=passphrase, at=clock.now())
    return redirect("set-up-keys", channel)


@require_safe
def own_list(request: Asking, channel: str) -> HttpResponse:
    """Our key list as a file for the partner."""
    return _file(*actions.own_list(request.officer, channel=channel), "application/octet-stream")


@require_http_methods(["GET", "HEAD", "POST"])
def partner(request: Asking, channel: str) -> HttpResponse:
    """The partner's key list, its fingerprint compared by telephone and typed."""
    if request.method == "POST":
        typed = request.POST.get("fingerprint", "")
        octets = forms.octets(request.FILES)
        actions.accept_partner(request.officer, channel=channel, octets=octets, fingerprint=typed, at=clock.now())
        return redirect("set-up-partner", channel)
    return render(request, "set-up-partner.html", {"page": opening.opening_for(request.officer, channel)})


@require_http_methods(["GET", "HEAD", "POST"])
def charter(request: Asking, channel: str) -> HttpResponse:
    """The terms of the charter; proposing it leads to its release, where two officers approve."""
    page = opening.opening_for(request.officer, channel)
    if request.method == "POST":
        ticket = channels.propose_charter(
            request.officer,
            channel=channel,
            order=request.POST.get("order", "").replace(",", " ").split(),
            languages=request.POST.getlist("language"),
            tlp=forms.marking(request.POST),
            old_sizes=_old_sizes(request.POST),
            at=clock.now(),
        )
        return redirect("ticket", ticket)
    order = " ".join(sorted(party for party, _ in page.fingerprints))
    return render(request, "set-up-charter.html", {"page": page, "order": order, "ceilings": queries.ceilings()})


def _old_sizes(form: QueryDict) -> dict[str, int]:
    """The sizes typed for old logs, by party; what is no number is left out, and the charter then names all we hold."""
    typed = {name.removeprefix("old-"): str(form[name]) for name in form if name.startswith("old-")}
    return {party: int(size) for party, size in typed.items() if size.isascii() and size.isdecimal()}


@require_POST
def try_backup(request: Asking) -> HttpResponse:
    """A backup made, restored and compared, and what was found."""
    return _guide(request, tried=trials.try_backup(request.officer, at=clock.now()))


@require_http_methods(["GET", "HEAD", "POST"])
def nightly(request: Asking) -> HttpResponse:
    """Into which folder, and when, the desk makes a backup every night."""
    if request.method == "POST":
        folder, hour = request.POST.get("folder", ""), request.POST.get("hour", "")
        trials.plan_nightly(request.officer, folder=folder, hour=hour, at=clock.now())
        return redirect("set-up")
    chosen, failed = setting_up.nightly_for(request.officer)
    return render(request, "set-up-nightly.html", {"chosen": chosen, "failed": failed, "hours": range(24)})


@require_http_methods(["GET", "HEAD", "POST"])
def public(request: Asking) -> HttpResponse:
    """The folders that keep copies of our public log; then its keys, as those of a channel."""
    if request.method == "POST":
        actions.keep_copies(request.officer, folders=request.POST.getlist("folder"), at=clock.now())
        return redirect("set-up-keys", PUBLIC)
    setting_up.must_administer(request.officer)
    folders = [str(folder) for folder in opening.copies_kept()]
    return render(request, "set-up-public.html", {"folders": ([*folders, "", ""])[: max(2, len(folders))]})


@require_POST
def try_mail(request: Asking) -> HttpResponse:
    """A letter sent, and where it went."""
    address = request.POST.get("address", "")
    sent = trials.try_mail(request.officer, address=address, at=clock.now())
    return _guide(request, sent=sent, address=address)


def _guide(request: Asking, **shown: object) -> HttpResponse:
    steps = setting_up.steps(request.officer, at=clock.now())
    return render(request, "set-up.html", {"steps": steps, "done": sum(step.done for step in steps), **shown})


def _file(name: str, octets: bytes, kind: str) -> HttpResponse:
    response = HttpResponse(octets, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
