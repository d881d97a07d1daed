"""A request of an officer who is signed in."""

from typing import Any

from django.http import HttpRequest


class Asking(HttpRequest):
    """A request after `OfficerMiddleware`: views that need an officer always have one."""

    officer: Any  # the desk's Officer; the doors may not name its tables (house.md, section 3)
