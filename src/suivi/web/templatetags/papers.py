"""How pages name and address the papers of a review."""

from django import template
from django.urls import reverse
from django.utils.http import urlencode

from suivi.desk.pages.package import PackagePage
from suivi.web.context import AUTONYMS

register = template.Library()


@register.filter
def autonyms(tongue: str) -> str:
    """A language, or two side by side (`fr-ko`), each in its own name."""
    return " – ".join(AUTONYMS[one] for one in tongue.split("-"))


@register.simple_tag
def paper_address(page: PackagePage, format: str, paper: str, tongue: str, keep: int = 0) -> str:
    """Where one paper of the package is: of the closed review the page is about, else of its period."""
    asked = {"paper": paper, "tongue": tongue} | ({"keep": "yes"} if keep else {})
    if page.minutes:
        return f"{reverse('room-closed', args=[page.plan.id, page.minutes, format])}?{urlencode(asked)}"
    period = {"from": page.from_on.isoformat(), "to": page.to_on.isoformat()}
    period |= {"as_of": page.as_of.isoformat()} if page.as_of else {}
    return f"{reverse('review-paper', args=[page.plan.id, format])}?{urlencode(period | asked)}"
