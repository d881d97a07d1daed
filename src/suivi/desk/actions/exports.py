"""Who took what out: every file given to an officer is noted in the home log before it is given."""

import datetime
import unicodedata

from django.db import transaction

from suivi.desk import access, entries, project
from suivi.desk.access import Officer
from suivi.log.fault import Fault
from suivi.record.home import Acted
from suivi.record.marking import AMBER
from suivi.record.wording import check_wording

_LONGEST = 400
_ASCII = 127


@transaction.atomic
def note(officer: Officer, *, what: str, file: str, at: datetime.datetime) -> None:
    """Note that the officer takes `file` out of the page `what` (path and filters, escaped). Raises `NotHere`."""
    acting = access.acting(officer, at=at)
    if not entries.key_list_version(officer.party, entries.HOME):
        return  # tables without a node: there is no home log, and nothing on record to take out
    about = {name: said for name, words in (("file", file), ("what", what)) if (said := _sound(words).strip())}
    entries.append_home(
        Acted("exported", about), channel=entries.HOME, subject="channel", marking=AMBER, at=at, by=acting
    )
    project.project()


def _sound(words: str) -> str:
    """At most so many characters, each one that a log may hold; others, and halves of characters, as their escape."""
    return "".join(map(_one_sound, unicodedata.normalize("NFC", words)))[:_LONGEST]


def _one_sound(character: str) -> str:
    try:
        check_wording(character, at="")
    except Fault:
        return character.encode("ascii", "backslashreplace").decode() if ord(character) > _ASCII else " "
    return character
