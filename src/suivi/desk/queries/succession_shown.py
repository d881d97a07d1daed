"""What became of every commitment of the version in force, for the page of a reading."""

from suivi.desk import amending
from suivi.desk.pages import OldCommitment, SucceededShown, SuccessionShown, Term
from suivi.plan.version import BECAME, Became
from suivi.reader.succession import SuccessionDraft
from suivi.register.plans import PlanRegister


def succession_shown(before: PlanRegister, found: SuccessionDraft) -> SuccessionShown:
    """The succession as settled so far, in the order of the new version; what ends in the order of the old one."""
    under_way = amending.open_activities(before)
    known = {
        one.id: OldCommitment(id=one.id, words=dict(one.words), activities=under_way.get(one.id, 0))
        for one in found.old
    }
    tangled = frozenset(found.tangled)
    lines = []
    for one in found.new:
        became = found.became(one.id)
        lines.append(
            SucceededShown(
                new=one.id,
                became=Term(became.value, BECAME[became]),
                old=tuple(known[id] for id in found.continues.get(one.id, ())),
                same=became is Became.KEPT,
                tangled=one.id in tangled,
            )
        )
    return SuccessionShown(
        before=before.plan.version,
        lines=tuple(lines),
        ending=tuple(known[id] for id in found.open),
        ended=tuple(known[id] for id in found.gone if id not in found.open),
        known=tuple(known.values()),
    )
