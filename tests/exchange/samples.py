"""Small sound records that several tests of the exchange put in a log."""

import hashlib

from suivi.plan.plan import AgreedText, Place, Plan, Provision, ProvisionKind, Section
from suivi.plan.text import Span


def plan_of(octets: bytes) -> Plan:
    """A plan of one initiative whose agreed text is `octets`."""
    everything = {"en": Span(0, len(octets))}
    place = Place("P1.I1", "P1", everything)
    return Plan(
        id="plan",
        version=1,
        texts=(AgreedText("en", True, hashlib.sha256(octets).hexdigest()),),
        sections=(Section("P1", "pillar", None, {"en": Span(0, 1)}, everything),),
        provisions=(Provision("P1.I1", ProvisionKind.INITIATIVE, "dialogue", (place,)),),
    )
