"""Accounts of the ministry's sign-in, linked to officers and unlinked; each noted in the home log."""

import datetime

from django.db import IntegrityError, transaction

from suivi.desk import access, entries, identities, linked, sessions, sign_in
from suivi.desk.access import Officer
from suivi.desk.actions.accounts import ProofRefused
from suivi.desk.actions.officers import MandateNotSound
from suivi.desk.identities import IdentityRefused, Proven
from suivi.plan.words import Words
from suivi.record.home import Acted, Acting
from suivi.record.marking import AMBER

NO_SUBJECT = Words(
    "the identifier of the account is empty or too long",
    "l’identifiant du compte est vide ou trop long",
    "계정 식별자가 비어 있거나 너무 김",
)
NO_PROVIDER = Words(
    "this node names no sign-in of a ministry",
    "ce nœud n’indique aucune connexion de ministère",
    "이 노드에 부처 인증이 설정되어 있지 않음",
)
LONGEST = 255


def may_link(officer: Officer, *, proof: str) -> None:
    """Raise `NotHere` or `ProofRefused` unless the officer has just proved who he is."""
    access.must_be_active(officer)
    if not sign_in.proves(officer, proof):
        raise ProofRefused


def link_own(officer: Officer, proven: Proven, *, at: datetime.datetime) -> None:
    """Link to the officer the account he has just signed in with. Raises `NotHere`, `IdentityRefused` (taken)."""
    access.must_be_active(officer)
    _link(officer, officer, proven.subject, access.acting(officer, at=at), at)


def link(officer: Officer, *, of: str, subject: str, at: datetime.datetime) -> None:
    """Link an account to an officer. Raises `NotMandated`, `NotHere`, `MandateNotSound`, `IdentityRefused` (taken)."""
    acting, person = access.must(officer, "administer", at=at), access.officer_for(officer, of)
    if not subject.strip() or len(subject) > LONGEST:
        raise MandateNotSound(what=NO_SUBJECT)
    _link(officer, person, subject.strip(), acting, at)


def unlink_own(officer: Officer, *, identity: str, proof: str, at: datetime.datetime) -> None:
    """End a link of one's own. Raises `NotHere`, `ProofRefused`."""
    may_link(officer, proof=proof)
    _unlink(officer, identity, access.acting(officer, at=at), at)


def unlink(officer: Officer, *, of: str, identity: str, at: datetime.datetime) -> None:
    """End a link of an officer; his open sessions end. Raises `NotMandated`, `NotHere`."""
    acting, person = access.must(officer, "administer", at=at), access.officer_for(officer, of)
    _unlink(person, identity, acting, at)
    sessions.end_all(person)


@transaction.atomic
def _link(by: Officer, person: Officer, subject: str, acting: Acting, at: datetime.datetime) -> None:
    provider = identities.configured()
    if provider is None:
        raise MandateNotSound(what=NO_PROVIDER)
    known = linked.identity_of(provider.issuer, subject)
    if known is not None and known.officer_id == person.pk:
        return
    try:
        with transaction.atomic():
            linked.link(person, issuer=provider.issuer, subject=subject, by=by, at=at)
    except IntegrityError:
        raise IdentityRefused("taken") from None
    _note(Acted("identity-linked", {"officer": person.name, "account": subject}), acting, at)


@transaction.atomic
def _unlink(person: Officer, identity: str, acting: Acting, at: datetime.datetime) -> None:
    for row in linked.identities_of(person):
        if str(row.pk) == identity:
            linked.unlink(row)
            _note(Acted("identity-unlinked", {"officer": person.name, "account": row.subject}), acting, at)


def _note(said: Acted, acting: Acting, at: datetime.datetime) -> None:
    entries.append_home(said, channel=entries.HOME, subject="channel", marking=AMBER, at=at, by=acting)
