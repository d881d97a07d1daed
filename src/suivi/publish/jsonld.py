"""JSON-LD 1.1: the plan, its commitments and every account that stands, with where each is on record.

- One file for all languages: words are language maps. Terms are schema.org's where it has one, else ours, in `urn:suivi:`.
- Names of commitments are addresses that never change: `urn:suivi:plan:<channel>:<plan>:<commitment>`.
- The data is canonical JSON, so that the same register gives the same bytes in every capital.
- The context stands inside the file: nothing is fetched to read it.
"""

from typing import Final

from suivi.log.canonical import Json, canonical
from suivi.plan.numbering import number_of
from suivi.publish.review_html import marking_of
from suivi.record.reports import NextStep
from suivi.register.evidence import Evidence
from suivi.register.plans import ProvisionStanding
from suivi.register.reports import Account
from suivi.review.figures import pillar_of
from suivi.review.named import NamedInPlan
from suivi.review.package import Review

OURS: Final = "urn:suivi:term:"
_VERSION: Final = "1.1"
_DATE: Final = "http://www.w3.org/2001/XMLSchema#date"
_INSTANT: Final = "http://www.w3.org/2001/XMLSchema#dateTime"
_SPOKEN: Final = {"@container": "@language"}

CONTEXT: Final[dict[str, Json]] = {
    "schema": "https://schema.org/",
    "suivi": OURS,
    "id": "@id",
    "type": "@type",
    "Plan": "suivi:Plan",
    "Commitment": "suivi:Commitment",
    "Account": "suivi:Account",
    "Step": "suivi:Step",
    "Named": "suivi:Named",
    "Party": "schema:Country",
    "Source": "schema:CreativeWork",
    "names": {"@id": "schema:name", **_SPOKEN},
    "agreedWords": {"@id": "suivi:agreedWords", **_SPOKEN},
    "words": {"@id": "schema:text", **_SPOKEN},
    "short": {"@id": "schema:alternateName", **_SPOKEN},
    "achieved": "suivi:achieved",
    "days": {"@id": "suivi:days", "@type": "@json"},
    "named": {"@id": "schema:mentions", "@container": "@list"},
    "namedBy": {"@id": "suivi:namedBy", "@type": "@id"},
    "number": "suivi:number",
    "kind": "suivi:kind",
    "mode": "suivi:mode",
    "pillar": "suivi:pillar",
    "comparison": "suivi:comparison",
    "stage": "suivi:stage",
    "marking": "suivi:marking",
    "version": "schema:version",
    "agreedOn": {"@id": "schema:dateCreated", "@type": _DATE},
    "deadline": {"@id": "schema:endDate", "@type": _DATE},
    "on": {"@id": "suivi:on", "@type": _DATE},
    "until": {"@id": "suivi:until", "@type": _DATE},
    "recordedAt": {"@id": "suivi:recordedAt", "@type": _INSTANT},
    "party": {"@id": "schema:author", "@type": "@id"},
    "parties": {"@id": "suivi:party", "@container": "@list"},
    "commitments": {"@id": "schema:hasPart", "@container": "@list"},
    "accounts": {"@id": "suivi:account", "@container": "@list"},
    "sources": {"@id": "schema:citation", "@container": "@list"},
    "address": {"@id": "schema:url", "@type": "@id"},
    "title": "schema:headline",
    "publisher": "suivi:publisher",
    "inLanguage": "schema:inLanguage",
    "state": "suivi:state",
    "next": {"@id": "suivi:next", **_SPOKEN},
    "steps": {"@id": "suivi:step", "@container": "@list"},
    "owner": "suivi:owner",
    "hindrance": "suivi:hindrance",
    "newDay": {"@id": "suivi:newDay", "@type": _DATE},
    "newDayWhy": {"@id": "suivi:newDayWhy", **_SPOKEN},
    "log": "suivi:log",
    "seq": "suivi:seq",
    "leaf": "suivi:leaf",
}
"""The context: what each term of the file means."""


def jsonld(review: Review) -> bytes:
    """The register of a plan as JSON-LD, every language there is."""
    plan = review.plan
    value: dict[str, Json] = {
        "@context": {"@version": _VERSION, **CONTEXT},
        "id": plan_address(review),
        "type": "Plan",
        "names": dict(plan.titles),
        "version": str(plan.version),
        "marking": marking_of(review.register).label(),
        "parties": [
            {"id": party_address(party.code), "type": "Party", "names": dict(party.names)} for party in review.parties
        ],
        "commitments": [_commitment(review, standing) for standing in review.standings],
    }
    value |= {"agreedOn": plan.agreed_on} if plan.agreed_on else {}
    value |= {"named": [_named(review, one) for one in review.named]} if review.named else {}
    return _with_version(canonical(value))


def _with_version(octets: bytes) -> bytes:
    # JSON-LD 1.1, section 4.1.1: the version is a number with a fraction, which a record of the house never holds.
    return octets.replace(b'"@version":"1.1"', b'"@version":1.1', 1)


def plan_address(review: Review) -> str:
    """The address of the plan, for machines."""
    return f"urn:suivi:plan:{review.channel}:{review.plan.id}"


def party_address(code: str) -> str:
    """The address of a party, for machines."""
    return f"urn:suivi:party:{code}"


def _commitment(review: Review, standing: ProvisionStanding) -> dict[str, Json]:
    provision = standing.provision
    accounts = [one for said in standing.accounts.values() for one in said if not one.withdrawn]
    value: dict[str, Json] = {
        "id": f"{plan_address(review)}:{provision.id}",
        "type": "Commitment",
        "number": number_of(provision.id),
        "kind": provision.kind.value,
        "mode": provision.mode,
        "names": dict(provision.titles),
        "agreedWords": dict(review.agreed.get(provision.id, {})),
        "comparison": standing.comparison.value,
        "accounts": [_account(one) for one in accounts],
        "sources": [_source(one) for one in standing.evidence if not one.withdrawn],
    }
    pillar = pillar_of(review.plan, provision.places[0].section)
    value |= {"pillar": pillar} if pillar else {}
    return value | ({"deadline": provision.deadline.latest_on.isoformat()} if provision.deadline else {})


def _named(review: Review, one: NamedInPlan) -> dict[str, Json]:
    told = one.value()
    value: dict[str, Json] = {
        "id": f"{plan_address(review)}:named:{one.thing.id}",
        "type": "Named",
        "kind": one.thing.kind,
        "names": dict(one.names),
        "achieved": one.thing.achieved,
        "namedBy": [f"{plan_address(review)}:{id}" for id in one.commitments],
        "marking": one.thing.marking.label(),
    }
    value |= {"short": dict(one.short)} if one.short else {}
    value |= {"address": list(one.addresses)} if one.addresses else {}
    return value | ({"days": told["days"]} if told["days"] else {})


def _account(account: Account) -> dict[str, Json]:
    value: dict[str, Json] = {
        "id": f"urn:suivi:entry:{account.id}",
        "type": "Account",
        "party": party_address(account.party),
        "stage": account.stage.value,
        "words": dict(account.account),
        "on": account.on,
        "recordedAt": account.at,
        "marking": account.marking.label(),
        "log": account.log,
        "seq": account.seq,
        "leaf": account.leaf.hex(),
    }
    value |= {"until": account.until} if account.until else {}
    value |= {"next": dict(account.next)} if account.next else {}
    value |= {"state": account.state} if account.state else {}
    value |= {"steps": [_step(step) for step in account.steps]} if account.steps else {}
    value |= {"hindrance": account.hindrance.value} if account.hindrance else {}
    if account.new_day:
        value |= {"newDay": account.new_day.on, "newDayWhy": dict(account.new_day.why)}
    return value


def _step(step: NextStep) -> dict[str, Json]:
    value: dict[str, Json] = {"type": "Step", "words": dict(step.words), "on": step.due_on}
    return value | ({"owner": step.owner} if step.owner else {})


def _source(evidence: Evidence) -> dict[str, Json]:
    return {
        "id": f"urn:suivi:entry:{evidence.id}",
        "type": "Source",
        "party": party_address(evidence.party),
        "title": evidence.title,
        "address": evidence.address,
        "publisher": evidence.publisher,
        "inLanguage": evidence.language,
        "words": dict(evidence.account),
        "marking": evidence.marking.label(),
    }
