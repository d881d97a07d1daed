"""Who may do what: officers enrolled after the node was made, each with mandates noted in the home log."""

import datetime
from collections.abc import Sequence

from django.db import transaction

from suivi.desk import access, entries, sign_in
from suivi.desk.access import Officer
from suivi.record.home import Mandated
from suivi.record.marking import AMBER


@transaction.atomic
def enrol(officer: Officer, *, name: str, password: str, mandates: Sequence[str], at: datetime.datetime) -> None:
    """Enrol a colleague; without mandates they may read and nothing else. Raises `NotMandated`."""
    access.must(officer, "administer")
    node = entries.own_node()
    sign_in.enrol(name, password, mandates=mandates, language=node.language, published=node.demonstration)
    said = Mandated(officer=name, mandates=tuple(mandates))
    entries.append_home(said, channel=entries.HOME, subject="channel", marking=AMBER, at=at)
