"""Views of lists: kept under a name, dropped again; an officer's own, on no record."""

from suivi.desk import access, drafts
from suivi.desk.access import Officer
from suivi.desk.queries.listing_pages import FILTERS
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

LONGEST_NAME = 80
LONGEST_ASKED = 1000


class ViewWithoutName(Refusal):
    """A view is kept under a name of one line."""

    code = "view-without-name"
    says = Words(
        en="A view is kept under a name of up to {most} characters.",
        fr="Une vue se conserve sous un nom d’au plus {most} caractères.",
        ko="보기는 {most}자 이내의 이름으로 저장합니다.",
    )
    remedy = Words(
        en="Type a short name and keep the view again.",
        fr="Saisissez un nom court et conservez de nouveau la vue.",
        ko="짧은 이름을 입력하여 다시 저장하십시오.",
    )


def keep(officer: Officer, *, listing: str, name: str, asked: str) -> None:
    """Keep what a list was asked (the query of its address) under a name; one of that name is replaced.

    Raises `NotHere` for a list there is none of, `ViewWithoutName`.
    """
    access.must_read(officer)
    if listing not in FILTERS:
        raise access.NotHere(what=listing)
    called = " ".join(name.split())
    if not called or len(called) > LONGEST_NAME or len(asked) > LONGEST_ASKED:
        raise ViewWithoutName(most=LONGEST_NAME)
    drafts.keep_view(officer, listing=listing, name=called, asked=asked)


def rename(officer: Officer, *, view: str, name: str) -> tuple[str, str]:
    """Keep a view of the officer's own under another name; returns its list and what that is asked.

    One that bears the name already is replaced. Raises `NotHere`, `ViewWithoutName`.
    """
    found = access.view_for(officer, view)
    listing, asked = found.listing, found.asked
    keep(officer, listing=listing, name=name, asked=asked)
    if found.name != " ".join(name.split()):
        drafts.drop_view(found)
    return listing, asked


def drop(officer: Officer, *, view: str) -> str:
    """Keep a view of the officer's own no longer; returns its list. Raises `NotHere`."""
    found = access.view_for(officer, view)
    listing = found.listing
    drafts.drop_view(found)
    return listing
