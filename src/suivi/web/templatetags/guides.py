"""Where the guides tell of a page."""

from typing import Any

from django import template

from suivi.web import guidance
from suivi.web.context import reading

register = template.Library()


@register.simple_tag(takes_context=True)
def help_place(context: dict[str, Any]) -> str:
    """The address at which the guides tell of the page the reader is on, else of its room."""
    match = getattr(context.get("request"), "resolver_match", None)
    page = str(match.url_name) if match is not None else ""
    return guidance.place_of(str(context.get("room", "-")), reading(), page=page)


@register.filter
def place(title: str) -> str:
    """The place of a heading on the page of its guide."""
    return guidance.anchor(title)
