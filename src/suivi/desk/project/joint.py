"""From a joint text to its row."""

import hashlib

from suivi.desk.models import JointTextRow
from suivi.desk.models.rows import COMMON
from suivi.desk.project.plans import EDITION
from suivi.record.marking import read_marking
from suivi.record.plans import PlanAdopted
from suivi.register.joint import JointText


def joint_text_row(channel: str, text: JointText) -> JointTextRow:
    """The row of a joint text; its plan is the one its subject names, empty for a charter."""
    header = text.proposal.header
    assert header is not None  # only sound entries make joint texts
    body = text.proposed.body
    titles = dict(body.plan.titles) if isinstance(body, PlanAdopted) else {}
    return JointTextRow(
        audience=COMMON,
        channel=channel,
        plan="" if text.proposed.kind == "charter" else header.subject.partition("#")[0],
        leaf=text.leaf.hex(),
        kind=text.proposed.kind,
        titles=titles or dict(text.proposed.texts),
        proposed_by=text.proposal.party,
        proposed_at=header.at,
        state=state_of(text),
        waits_for=list(waits_for(text)),
        in_effect_at=text.in_effect_at,
        marking=read_marking(header.marking).label(),
        fingerprint=_fingerprint(text),
    )


def state_of(text: JointText) -> str:
    """How lists call where the text stands: in-effect, ended, proposed (somebody is still to speak) or pending."""
    if text.in_effect:
        return "in-effect"
    if text.abandoned:
        return "ended"
    return "proposed" if text.still_to_speak else "pending"


def waits_for(text: JointText) -> tuple[str, ...]:
    """The parties the text waits for, in charter order."""
    return text.still_to_speak or text.still_to_seal if text.pending else ()


def _fingerprint(text: JointText) -> str:
    words = (EDITION, text.leaf, *(sorted(said.items()) for said in (text.voices, text.exits, text.seals)))
    return hashlib.sha256(repr((words, text.in_effect_at)).encode()).hexdigest()
