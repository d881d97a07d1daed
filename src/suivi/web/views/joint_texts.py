"""Joint texts: the list, one text, and the three answers a party can give."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from suivi.desk import clock, past, queries
from suivi.desk.actions import joint
from suivi.web import forms
from suivi.web.asking import Asking
from suivi.web.context import reading

ANSWERS = {"concur": joint.concur, "decline": joint.decline, "withdraw": joint.withdraw}


@require_safe
def joint_texts(request: Asking) -> HttpResponse:
    """Proposed, in effect, ended."""
    as_of = past.day_looked_at()
    page = queries.joint_texts(request.officer, language=reading(), page=forms.page_in(request.GET), as_of=as_of)
    return render(request, "joint-texts.html", {"page": page})


@require_safe
def joint_text(request: Asking, leaf: str) -> HttpResponse:
    """One joint text: its words, who has spoken, who still has to."""
    as_of = past.day_looked_at()
    page = queries.joint_text_page(request.officer, leaf, language=reading(), as_of=as_of)
    return render(request, "joint-text.html", {"page": page})


@require_POST
def answer(request: Asking, leaf: str, word: str) -> HttpResponse:
    """Our concurrence, refusal or withdrawal, on its way to two approvals."""
    if word not in ANSWERS:
        raise Http404
    reason = forms.worded(request.POST.get("reason", ""))
    return redirect("ticket", ANSWERS[word](request.officer, leaf=leaf, reason=reason, at=clock.now()))
