"""What goes with an officer's file when a colleague takes it over: all that is under way, and what was kept at hand.

- Mandates are the act's own business (`actions/officers.py`); evidence and tickets follow them, as they belong to
  commitments.
- What was written, approved or decided stays under the name of who did it. The secret of a calendar stays behind.
"""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from suivi.desk import asked
from suivi.desk.models import Draft, Officer, ReturnAsked, ReturnWorkbook, SavedView, Ticket

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """How much went over: readings and returns under way, workbooks not taken in yet, views kept, steps of approval."""

    drafts: int
    workbooks: int
    views: int
    steps: int

    def counts(self) -> dict[str, int]:
        """By the name under which the history tells it; readings and returns always, else what there was."""
        rest = {"workbooks": self.workbooks, "views": self.views, "steps": self.steps}
        return {"drafts": self.drafts} | {name: number for name, number in rest.items() if number}


def hand_over(giver: Officer, taker: Officer) -> Moved:
    """Let `taker` go on with all that `giver` has under way or has kept."""
    readings = Draft.objects.filter(begun_by=giver, proposed_as="").update(begun_by=taker)
    left = Ticket.objects.filter(digest=OuterRef("ticket")).exclude(released_log="")
    owed = ReturnAsked.objects.filter(~Exists(left), officer=giver, dropped_at=None).update(officer=taker)
    workbooks = ReturnWorkbook.objects.filter(officer=giver, taken_at=None).update(officer=taker)
    return Moved(
        drafts=readings + owed,
        workbooks=workbooks,
        views=_views(giver, taker),
        steps=asked.name_instead(giver.name, taker.name),
    )


def _views(giver: Officer, taker: Officer) -> int:
    """The views kept; one whose name the taker uses himself takes the giver's name behind its own."""
    kept = list(SavedView.objects.filter(officer=giver).order_by("pk"))
    for view in kept:
        own = set(SavedView.objects.filter(officer=taker, listing=view.listing).values_list("name", flat=True))
        view.name = next(name for name in _names(view.name, giver.name) if name not in own)
        view.officer = taker
        view.save(update_fields=["officer", "name"])
    return len(kept)


def _names(name: str, giver: str) -> list[str]:
    """The name, then the name with the giver's behind it, then numbered, each short enough to be kept."""
    behind = [f" ({giver})"[:40], *(f" ({number})" for number in range(2, 1000))]
    return [name, *(f"{name[: _LONGEST_NAME - len(each)]}{each}" for each in behind)]
