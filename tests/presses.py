"""A press in a browser that leads to another page: nothing is asked of the window before that page has come."""

from typing import Any

PATIENCE = 60_000  # milliseconds: a machine that builds other things meanwhile answers late, and is still right


def presses(page: Any, pressed: Any) -> None:
    """Press `pressed` (a selector, or what was found by one) and wait until the page it leads to has loaded.

    A click alone returns once the next page has begun to arrive; a count taken then finds what has come so far.
    """
    with page.expect_navigation(timeout=PATIENCE):
        (page.locator(pressed) if isinstance(pressed, str) else pressed).click(timeout=PATIENCE)
