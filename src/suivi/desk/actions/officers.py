"""Who may do what: officers enrolled, mandates given and ended, absences, hand-overs; each noted in the home log.

- Doing the same thing twice changes nothing the second time: a double click gives one mandate.
- Nothing is deleted. A mandate ends on a day; who leaves can sign in no more, and what was done stays in the history.
- The desk is never left without an administrator who can sign in.
"""

import datetime
from collections.abc import Mapping, Sequence

from django.db import IntegrityError, transaction

from suivi.desk import (
    access,
    clock,
    entries,
    founding,
    handed_over,
    mandates,
    passwords,
    project,
    second_factor,
    sessions,
    sign_in,
)
from suivi.desk.access import Officer
from suivi.desk.actions import releases
from suivi.desk.mandates import AbsenceRow, MandateRow
from suivi.desk.roles import ROLES
from suivi.exchange.faults import Refused
from suivi.log.canonical import Json, canonical
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words
from suivi.record.home import Acted, Acting, Mandated
from suivi.record.marking import AMBER
from suivi.record.schema import ID
from suivi.register.bodies import body_called

NO_ROLE = Words("“{value}” is not a role", "« {value} » n’est pas un rôle", "‘{value}’: 역할이 아님")
NO_DAY = Words("“{value}” is not a day", "« {value} » n’est pas une date", "‘{value}’: 날짜가 아님")
NO_BODY = Words(
    "“{value}” is not the id of a body",
    "« {value} » n’est pas l’identifiant d’un organe",
    "‘{value}’: 기관 식별자가 아님",
)
NO_PLAN = Words(
    "a commitment is named without its plan", "un engagement est indiqué sans son plan", "행동계획 없이 항목만 지정됨"
)
RUNS_BACK = Words("it ends before it begins", "la fin précède le début", "종료일이 시작일보다 앞섬")
ALREADY_OVER = Words(
    "it was to end on {value} already", "il prenait déjà fin le {value}", "이미 {value}에 종료될 예정임"
)
NOT_LIMITED = Words(
    "an administrator’s mandate is for the whole desk",
    "le mandat d’administrateur porte sur tout le poste",
    "시스템 관리자의 권한은 시스템 전체에 적용됨",
)
OWN_DEPUTY = Words(
    "an officer cannot stand in for himself",
    "un agent ne peut se remplacer lui-même",
    "담당관 본인을 대행자로 지정할 수 없음",
)
NO_MARKING = Words(
    "the clearance is not a marking", "l’habilitation n’est pas un marquage", "열람 한도가 표시 등급이 아님"
)


class MandateNotSound(Refusal):
    """A field of a mandate, an absence, a hand-over or an enrolment cannot be kept."""

    code = "mandate-not-sound"
    says = Words(
        en="This cannot be kept: {what}.",
        fr="Ceci ne peut être enregistré : {what}.",
        ko="저장할 수 없습니다. 사유: {what}.",
    )
    remedy = Words(
        en="Correct the field on the officer’s page and send it again; nothing you typed is lost.",
        fr="Corrigez le champ à la page de l’agent et renvoyez-le; rien de ce que vous avez saisi n’est perdu.",
        ko="담당관 페이지에서 해당 항목을 고쳐 다시 보내십시오. 입력한 내용은 보존됩니다.",
    )


class NameTaken(Refusal):
    """Another officer of this desk bears the name."""

    code = "officer-name-taken"
    says = Words(
        en="An officer named “{name}” is enrolled already.",
        fr="Un agent nommé « {name} » est déjà inscrit.",
        ko="‘{name}’ 담당관이 이미 등록되어 있습니다.",
    )
    remedy = Words(
        en="Open the officer’s page, or add an initial or an office to tell the two apart.",
        fr="Ouvrez la page de cet agent, ou ajoutez une initiale ou une fonction pour les distinguer.",
        ko="해당 담당관 페이지를 열거나, 머리글자 또는 직위를 덧붙여 구별하십시오.",
    )


class LastAdministrator(Refusal):
    """The act would leave the desk without an administrator."""

    code = "last-administrator"
    says = Words(
        en="Nobody else could administer this desk from {day}.",
        fr="Plus personne ne pourrait administrer ce poste à compter du {day}.",
        ko="{day}부터 이 시스템을 관리할 사람이 없게 됩니다.",
    )
    remedy = Words(
        en="Give a colleague the mandate of administrator first, without a last day.",
        fr="Donnez d’abord à un collègue le mandat d’administrateur, sans date de fin.",
        ko="먼저 동료에게 종료일 없는 시스템 관리자 권한을 부여하십시오.",
    )


@transaction.atomic
def enrol(
    officer: Officer, *, name: str, password: str, roles: Sequence[str] = (), language: str = "", at: datetime.datetime
) -> str:
    """Enrol a colleague with mandates for everything in those roles; without one nothing is open. Returns the number.

    Raises `NotMandated`, `NameTaken`, `MandateNotSound`, `founding.NameNotUsable`.
    """
    acting = access.must(officer, "administer", at=at)
    node, named = entries.own_node(), founding.usable_name(name)
    if weak := passwords.weakness(password, names=[named]):
        raise MandateNotSound(what=weak)
    for role in roles:
        _known(role)
    try:
        with transaction.atomic():
            made = sign_in.enrol(
                named, password, roles=roles, language=language or node.language, published=node.demonstration
            )
    except IntegrityError:
        raise NameTaken(name=named) from None
    _note(Mandated(officer=named, mandates=tuple(dict.fromkeys(roles))), acting, at)
    return str(made.pk)


def new_password() -> str:
    """A first password, to be handed over in person."""
    return founding.new_password()


@transaction.atomic
def give_mandate(
    officer: Officer,
    *,
    to: str,
    role: str,
    plan: str = "",
    provision: str = "",
    body: str = "",
    from_on: str = "",
    until_on: str = "",
    at: datetime.datetime,
) -> None:
    """Give the officer of that number a mandate; without a first day, from today.

    Raises `NotMandated`, `NotHere`, `MandateNotSound`.
    """
    acting, person = access.must(officer, "administer", at=at), access.officer_for(officer, to)
    _known(role)
    if (plan or provision) and not ROLES[role].limited:
        raise MandateNotSound(what=NOT_LIMITED)
    body = _body(officer, body)
    first, last = _day(from_on) or _today(at), _day(until_on)
    if last and last < first:
        raise MandateNotSound(what=RUNS_BACK)
    if provision and not plan:
        raise MandateNotSound(what=NO_PLAN)
    if plan:
        plan, provision = _place(officer, plan, provision)
    wanted = (role, plan, provision, body, first, last)
    if wanted in {_terms(held) for held in mandates.mandates_of(person)}:
        return
    given = mandates.give(
        person, role, plan=plan, provision=provision, body=body, from_on=first, until_on=last, by=officer, at=at
    )
    _note(Acted("mandate-given", _about(person, given)), acting, at)


@transaction.atomic
def end_mandate(officer: Officer, *, mandate: str, until_on: str = "", at: datetime.datetime) -> None:
    """Write the last day of a mandate; without one it opens nothing from now on.

    Raises `NotMandated`, `NotHere`, `MandateNotSound`, `LastAdministrator`.
    """
    acting, held = access.must(officer, "administer", at=at), access.mandate_for(officer, mandate)
    last = _day(until_on) or _today(at) - datetime.timedelta(days=1)
    if held.until_on is not None and held.until_on <= last:
        if until_on and held.until_on < last:
            raise MandateNotSound(what=ALREADY_OVER.filled(value=held.until_on.isoformat()))
        return
    _end(officer, held, last, acting, at)
    _refuse_without_administrator(last + datetime.timedelta(days=1))


@transaction.atomic
def note_absence(
    officer: Officer, *, of: str, deputy: str, from_on: str = "", until_on: str = "", at: datetime.datetime
) -> None:
    """Let a deputy hold what an officer holds between two days; an officer may name his own, an administrator anyone's.

    Raises `NotMandated`, `NotHere`, `MandateNotSound`.
    """
    acting, person = _self_or_administrator(officer, of, at)
    stands_in = access.colleague_for(officer, deputy)
    first, last = _day(from_on) or _today(at), _day(until_on)
    if person.pk == stands_in.pk:
        raise MandateNotSound(what=OWN_DEPUTY)
    if last and last < first:
        raise MandateNotSound(what=RUNS_BACK)
    wanted = (person.pk, stands_in.pk, first, last)
    if wanted in {(away.officer_id, away.deputy_id, away.from_on, away.until_on) for away in _absences(person)}:
        return
    mandates.note_absence(person, stands_in, from_on=first, until_on=last, by=officer, at=at)
    about = {"officer": person.name, "deputy": stands_in.name, **_days(first, last)}
    _note(Acted("absence-noted", about), acting, at)


@transaction.atomic
def end_absence(officer: Officer, *, absence: str, at: datetime.datetime) -> None:
    """The officer is back: the deputy holds nothing of his from now on. Raises `NotMandated`, `NotHere`."""
    away = access.absence_for(officer, absence)
    acting, person = _self_or_administrator(officer, str(away.officer_id), at)
    last = _today(at) - datetime.timedelta(days=1)
    if away.until_on is not None and away.until_on <= last:
        return
    mandates.end_absence(away, until_on=last)
    about = {"officer": person.name, "deputy": away.deputy.name, **_days(away.from_on, last)}
    _note(Acted("absence-ended", about), acting, at)


@transaction.atomic
def hand_over(officer: Officer, *, of: str, to: str, on: str = "", leaves: bool = False, at: datetime.datetime) -> None:
    """Hand the whole file of one officer to another from a day on: mandates, and the absences he was to cover.

    What he has under way or has kept goes at once: readings, returns until they have left, workbooks not taken in,
    views of lists, his place in steps of approval. Evidence and releases follow the mandates. `leaves`: the first can
    sign in no more. One act, all or nothing, noted as one line and one for each mandate.
    Raises `NotMandated`, `NotHere`, `MandateNotSound`, `LastAdministrator`.
    """
    acting = access.must(officer, "administer", at=at)
    giver, taker = access.officer_for(officer, of), access.officer_for(officer, to)
    if giver.pk == taker.pk:
        raise MandateNotSound(what=OWN_DEPUTY)
    day = _day(on) or _today(at)
    held = [each for each in mandates.mandates_of(giver) if each.until_on is None or each.until_on >= day]
    for each in held:
        _pass_on(officer, each, taker, day, acting, at)
    covered = _absences_to_cover(giver, taker, day)
    for away in covered:
        _let_stand_in(officer, away, taker, day, acting, at)
    moved = handed_over.hand_over(giver, taker)
    if leaves:
        sign_in.end(giver)
    if held or covered or any(moved.counts().values()) or leaves:
        about = {"officer": giver.name, "to": taker.name, "from_on": day.isoformat(), "mandates": str(len(held))}
        _note(Acted("handed-over", about | {name: str(number) for name, number in moved.counts().items()}), acting, at)
    _refuse_without_administrator(day)


@transaction.atomic
def let_go(officer: Officer, *, of: str, at: datetime.datetime) -> None:
    """End every mandate of an officer, his sessions and his right to sign in.

    Raises `NotMandated`, `NotHere`, `LastAdministrator`.
    """
    acting, person = access.must(officer, "administer", at=at), access.officer_for(officer, of)
    last = _today(at) - datetime.timedelta(days=1)
    for held in mandates.mandates_of(person):
        if held.until_on is None or held.until_on > last:
            _end(officer, held, last, acting, at)
    sign_in.end(person)
    _note(Acted("let-go", {"officer": person.name}), acting, at)
    _refuse_without_administrator(_today(at))


@transaction.atomic
def renew_password(officer: Officer, *, of: str, password: str, at: datetime.datetime) -> None:
    """Give an officer a new first password, for who has lost it; his second factor stays as it is.

    Raises `NotMandated`, `NotHere`, `MandateNotSound`.
    """
    acting, person = access.must(officer, "administer", at=at), access.officer_for(officer, of)
    if weak := passwords.weakness(password, names=[person.name]):
        raise MandateNotSound(what=weak)
    sign_in.renew(person, password)
    _note(Acted("password-renewed", {"officer": person.name}), acting, at)


@transaction.atomic
def end_second_factor(officer: Officer, *, of: str, at: datetime.datetime) -> None:
    """Take an officer's second factor away, for who has lost device and recovery codes; his password stays as it is.

    Nobody does this for himself: who has his device turns it off under his account. Raises `NotMandated`, `NotHere`.
    """
    acting, person = access.must(officer, "administer", at=at), access.officer_for(officer, of)
    if person.pk == officer.pk:
        raise access.NotHere(what=person.name)
    second_factor.turn_off(person)
    sessions.end_all(person)
    _note(Acted("second-factor-ended", {"officer": person.name}), acting, at)


def _pass_on(
    officer: Officer, held: MandateRow, taker: Officer, day: datetime.date, acting: Acting, at: datetime.datetime
) -> None:
    first = max(day, held.from_on or day)
    given = mandates.give(
        taker,
        held.role,
        plan=held.plan,
        provision=held.provision,
        body=held.body,
        from_on=first,
        until_on=held.until_on,
        by=officer,
        at=at,
    )
    _note(Acted("mandate-given", _about(taker, given)), acting, at)
    _end(officer, held, day - datetime.timedelta(days=1), acting, at)


def _absences_to_cover(giver: Officer, taker: Officer, day: datetime.date) -> list[AbsenceRow]:
    """The absences of others, not over on that day, for which the giver stands in; nobody stands in for himself."""
    known = [each for each in _absences(giver) if each.deputy_id == giver.pk and each.officer_id != taker.pk]
    return [each for each in known if each.until_on is None or each.until_on >= day]


def _let_stand_in(
    officer: Officer, away: AbsenceRow, taker: Officer, day: datetime.date, acting: Acting, at: datetime.datetime
) -> None:
    """Let the taker stand in from that day on; what was covered before stays told as it was."""
    first, last, absent = max(day, away.from_on), away.until_on, away.officer
    if away.from_on >= day:
        mandates.let_stand_in(away, taker)
    else:
        mandates.end_absence(away, until_on=day - datetime.timedelta(days=1))
        mandates.note_absence(absent, taker, from_on=first, until_on=last, by=officer, at=at)
    about = {"officer": absent.name, "deputy": taker.name, **_days(first, last)}
    _note(Acted("absence-noted", about), acting, at)


def _end(officer: Officer, held: MandateRow, last: datetime.date, acting: Acting, at: datetime.datetime) -> None:
    mandates.end(held, until_on=last, by=officer, at=at)
    _note(Acted("mandate-ended", _about(held.officer, held)), acting, at)


def _refuse_without_administrator(day: datetime.date) -> None:
    if not mandates.holding(["administrator"], plan="", provision="", day=day):
        raise LastAdministrator(day=day)


def _self_or_administrator(officer: Officer, of: str, at: datetime.datetime) -> tuple[Acting, Officer]:
    if of == str(officer.pk):
        return access.acting(officer, at=at), officer
    return access.must(officer, "administer", at=at), access.officer_for(officer, of)


def _known(role: str) -> None:
    if role not in ROLES:
        raise MandateNotSound(what=NO_ROLE.filled(value=role[:40]))


def _body(officer: Officer, typed: str) -> str:
    """The id of a body of ours typed by its id or by a name it bears or has borne."""
    for channel in access.channels_for(officer) if typed else ():
        ours = {
            id: one for id, one in access.register_for(officer, channel).bodies.items() if one.party == officer.party
        }
        called = ours.get(typed) or body_called(typed, ours)
        if called:
            return called.id
    if typed and not ID.fullmatch(typed):
        raise MandateNotSound(what=NO_BODY.filled(value=typed[:40]))
    return typed


def _place(officer: Officer, plan: str, provision: str) -> tuple[str, str]:
    if provision:
        _, register, standing = access.provision_for(officer, plan, provision)
        return register.plan.id, standing.provision.id
    return access.plan_for(officer, plan)[1].plan.id, ""


def _day(typed: str) -> datetime.date | None:
    if not typed:
        return None
    try:
        return datetime.date.fromisoformat(typed)
    except ValueError:
        raise MandateNotSound(what=NO_DAY.filled(value=typed[:40])) from None


def _today(at: datetime.datetime) -> datetime.date:
    return clock.day_of(at)


def _absences(person: Officer) -> list[AbsenceRow]:
    return mandates.absences_of(person)


def _terms(held: MandateRow) -> tuple[object, ...]:
    return (held.role, held.plan, held.provision, held.body, held.from_on, held.until_on)


def _about(person: Officer, held: MandateRow) -> Mapping[str, str]:
    place = {"plan": held.plan, "provision": held.provision, "body": held.body}
    stated = {"officer": person.name, "role": held.role, **place, **_days(held.from_on, held.until_on)}
    return {name: value for name, value in stated.items() if value}


def _days(first: datetime.date | None, last: datetime.date | None) -> dict[str, str]:
    days = {"from_on": first, "until_on": last}
    return {name: day.isoformat() for name, day in days.items() if day is not None}


@transaction.atomic
def set_clearance(
    officer: Officer,
    *,
    of: str,
    marking: Mapping[str, Json] | None,
    from_on: str = "",
    until_on: str = "",
    at: datetime.datetime,
) -> None:
    """Let an officer see what is marked up to `marking` from a day to a day, and nothing above it; None: no limit at all.

    `marking` as in a header, its `tlp` perhaps as printed with national values. Empty days are no bound; before and after them the officer sees TLP:CLEAR only. Raises `NotMandated`, `NotHere`,
    `MandateNotSound` for what is no marking, no day, or ends before it begins.
    """
    acting, person = access.must(officer, "administer", at=at), access.officer_for(officer, of)
    try:
        ceiling = None if marking is None else releases.marking_of(marking)
    except Refused:
        raise MandateNotSound(what=NO_MARKING) from None
    kept = "" if ceiling is None else canonical(ceiling.value()).decode()
    first, last = (None, None) if ceiling is None else (_day(from_on), _day(until_on))
    if first and last and last < first:
        raise MandateNotSound(what=RUNS_BACK)
    if (kept, first, last) == (person.ceiling, person.ceiling_from_on, person.ceiling_until_on):
        return
    for each in (person, officer) if person.pk == officer.pk else (person,):
        sign_in.clear_up_to(each, kept, from_on=first, until_on=last)
    about = {"officer": person.name, "clearance": ceiling.label() if ceiling else "–"}
    _note(Acted("clearance-set", about | _days(first, last)), acting, at)
    project.follow_clearances()


def _note(said: Acted | Mandated, acting: Acting, at: datetime.datetime) -> None:
    entries.append_home(said, channel=entries.HOME, subject="channel", marking=AMBER, at=at, by=acting)
