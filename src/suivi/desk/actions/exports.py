"""Who took what out: every file given to an officer is noted in the home log before it is given."""

import datetime

from django.db import transaction

from suivi.desk import access, entries, project
from suivi.desk.access import Officer
from suivi.record.home import Acted
from suivi.record.marking import AMBER

_LONGEST = 400


@transaction.atomic
def note(officer: Officer, *, what: str, file: str, at: datetime.datetime) -> None:
    """Note that the officer takes `file` out of the page `what` (path and filters, escaped). Raises `NotHere`."""
    acting = access.acting(officer, at=at)
    if not entries.key_list_version(officer.party, entries.HOME):
        return  # tables without a node: there is no home log, and nothing on record to take out
    about = {"file": _plain(file), "what": _plain(what)}
    entries.append_home(
        Acted("exported", about), channel=entries.HOME, subject="channel", marking=AMBER, at=at, by=acting
    )
    project.project()


def _plain(words: str) -> str:
    """At most so many characters of ASCII, which every log may hold."""
    return words.encode("ascii", "backslashreplace").decode()[:_LONGEST]
