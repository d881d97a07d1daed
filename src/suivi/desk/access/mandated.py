"""Who may do what: every act asks here for a mandate in force on its day."""

import datetime
from typing import TypeAlias

from suivi.desk import clock, mandates, models, past, registers
from suivi.desk.mandates import Held
from suivi.desk.roles import ABILITIES, ROLES, WRITING
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.record.home import Acting

Officer: TypeAlias = models.Officer
"""Who acts: named here for actions and queries, which open no table themselves."""


class NotHere(Refusal):
    """There is no such thing for this officer."""

    code = "not-here"
    says = Words(
        en="There is no “{what}” here, or it is not open to you.",
        fr="« {what} » n’existe pas ici, ou ne vous est pas accessible.",
        ko="‘{what}’ 항목이 여기에 없거나 열람 권한이 없습니다.",
    )
    remedy = Words(
        en="Check the address, or choose it from a list.",
        fr="Vérifiez l’adresse, ou choisissez dans une liste.",
        ko="주소를 확인하거나 목록에서 선택하십시오.",
    )


class NotYetThere(NotHere):
    """The plan is here, but came into effect after the day asked for."""

    says = Words(
        en="“{what}” was not on the register at the end of {day}: it came into effect on {since}.",
        fr="« {what} » ne figurait pas au registre à la fin du {day} : entrée en vigueur le {since}.",
        ko="{day} 현재 등록부에 ‘{what}’ 항목이 없습니다. 발효일은 {since}입니다.",
    )
    remedy = Words(
        en="Choose {since} or a later day.",
        fr="Choisissez le {since} ou une date ultérieure.",
        ko="{since} 이후의 날짜를 선택하십시오.",
    )


class NoMandate(NotHere):
    """The officer holds no mandate today: his last has ended, or none was given yet."""

    code = "no-mandate"
    says = Words(
        en="No mandate of yours is in force today, so nothing of this desk is open to you.",
        fr="Aucun de vos mandats n’est en vigueur aujourd’hui; rien de ce poste ne vous est donc accessible.",
        ko="오늘 유효한 권한이 없어 이 시스템의 내용을 열람할 수 없습니다.",
    )
    remedy = Words(
        en="Ask your administrator for a mandate; your account, the days of your mandates and what you did stay open to you.",
        fr="Demandez un mandat à votre administrateur; votre compte, les dates de vos mandats et vos propres actes vous restent accessibles.",
        ko="관리자에게 권한을 요청하십시오. 본인 계정, 권한 기간, 본인의 처리 이력은 계속 볼 수 있습니다.",
    )


class NotMandated(Refusal):
    """The officer holds no mandate for this act."""

    code = "not-mandated"
    says = Words(
        en="You hold no mandate to do this ({mandate}).",
        fr="Vous n’avez pas le mandat requis pour cet acte ({mandate}).",
        ko="이 작업에 필요한 권한({mandate})이 없습니다.",
    )
    remedy = Words(
        en="Ask a colleague who holds it, or your administrator.",
        fr="Adressez-vous à un collègue qui le détient ou à votre administrateur.",
        ko="권한이 있는 동료나 관리자에게 문의하십시오.",
    )


def held_by(officer: Officer, *, at: datetime.datetime | None = None) -> tuple[Held, ...]:
    """The mandates in force for the officer at that instant (else now), those of absent colleagues included."""
    day = clock.day_of(at or clock.now())
    if not officer.is_active:
        return ()
    return registers.seen_once(f"held {officer.pk} {day}", lambda: mandates.held_by(officer, day=day))


def must(
    officer: Officer,
    ability: str,
    *,
    plan: str = "",
    provision: str = "",
    instead_of: str = "",
    at: datetime.datetime | None = None,
) -> Acting:
    """Who acts under which mandate; raises `NotMandated` unless one in force opens `ability` there.

    Without `provision` it is asked for the whole plan, without `plan` for everything: a mandate limited to less does
    not open it. The officer's own mandates come before those of absent colleagues, the most limited first;
    where it is done `instead_of` one (a name), those of that colleague come first.
    """
    found = [held for held in held_by(officer, at=at) if held.opens(ability, plan=plan, provision=provision)]
    if not found:
        raise NotMandated(mandate=ABILITIES[ability])
    used = min(
        found,
        key=lambda held: (held.instead_of != instead_of, bool(held.instead_of), not held.provision, not held.plan),
    )
    return Acting(
        officer=officer.name, role=used.role, plan=used.plan, provision=used.provision, instead_of=used.instead_of
    )


def may(
    officer: Officer, ability: str, *, plan: str = "", provision: str = "", at: datetime.datetime | None = None
) -> bool:
    """Whether `must` would let the officer through; on a past day nothing is open but reading."""
    if ability in WRITING and past.day_looked_at() is not None:
        return False
    return any(held.opens(ability, plan=plan, provision=provision) for held in held_by(officer, at=at))


def acting(officer: Officer, *, at: datetime.datetime | None = None) -> Acting:
    """Who acts, under the first mandate in force, where any will do; raises `NoMandate` without one."""
    held = held_by(officer, at=at)
    if not held:
        must_be_active(officer)
        raise NoMandate()
    first = held[0]
    return Acting(
        officer=officer.name, role=first.role, plan=first.plan, provision=first.provision, instead_of=first.instead_of
    )


def must_somewhere(officer: Officer, ability: str) -> None:
    """Raise `NotMandated` unless some mandate in force opens `ability` anywhere; where, `must` asks later."""
    if ability not in _abilities(officer):
        raise NotMandated(mandate=ABILITIES[ability])


def abilities_of(officer: Officer) -> frozenset[str]:
    """Everything the officer may do somewhere today: for what a page offers, never for what an act allows.

    A page of a past day offers nothing but reading.
    """
    found = _abilities(officer)
    return found if past.day_looked_at() is None else found - WRITING


def may_know_people(officer: Officer) -> bool:
    """Whether the pages of all officers are open to this one: who administers or audits today."""
    return bool(_abilities(officer) & {"administer", "audit"})


def _abilities(officer: Officer) -> frozenset[str]:
    return frozenset(ability for held in held_by(officer) for ability in ROLES[held.role].opens)


def own_commitments(officer: Officer) -> frozenset[tuple[str, str]] | None:
    """The commitments, by plan and id, on which the officer is to write; None for who may write on a whole plan, or nowhere.

    Mandates of absent colleagues count: their work is the deputy's.
    """
    held = [held for held in held_by(officer) if "contribute" in ROLES[held.role].opens]
    if not held or any(not each.provision for each in held):
        return None
    return frozenset((each.plan, each.provision) for each in held)


def must_be_active(officer: Officer) -> None:
    """Raise `NotHere` for an officer who has left: his own account is open to anybody else, mandates or not."""
    if not officer.is_active:
        raise NotHere(what="Suivi")


def must_read(officer: Officer) -> None:
    """Raise `NotHere` unless the officer may read at all: `NoMandate` where he has not left."""
    if not held_by(officer):
        must_be_active(officer)
        raise NoMandate()
