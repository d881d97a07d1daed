"""`suivi officer`: who the officers are and what they hold, from a terminal; every act asks for an administrator."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from suivi.cli.desk import clock, open_desk, prints_json, signed_in
from suivi.cli.nodes import Folder, Format

if TYPE_CHECKING:
    from suivi.desk.access import Officer

officer = typer.Typer(add_completion=False, no_args_is_help=True, help="Officers, mandates and absences.")

As = Annotated[str, typer.Option("--officer", help="Your name; the password is asked for, or SUIVI_PASSWORD.")]
Of = Annotated[str, typer.Argument(help="The officer’s name.")]
From = Annotated[str, typer.Option("--from", help="First day, YYYY-MM-DD; default today.")]
Until = Annotated[str, typer.Option("--until", help="Last day, YYYY-MM-DD; default: none.")]


@officer.command("list")
def listed(data: Folder, officer: As, format: Format = None) -> None:
    """Every officer of this desk, with the mandates in force today."""
    person = _opened(data, officer)
    from suivi.desk import queries

    page = queries.officers_page(person)
    facts = [
        {"name": line.name, "active": line.active, "mandates": [_terms(each) for each in line.mandates]}
        for line in page.officers
    ]
    text = "\n".join(
        f"{line.name}: {'; '.join(_said(each) for each in line.mandates) or 'nothing in force'}"
        for line in page.officers
    )
    print(json.dumps(facts, ensure_ascii=False) if prints_json(format) else text)


@officer.command("add")
def add(
    name: Of,
    data: Folder,
    officer: As,
    role: Annotated[list[str] | None, typer.Option(help="A role for everything; repeat it.")] = None,
) -> None:
    """Enrol an officer; his first password is made here and shown once."""
    person = _opened(data, officer)
    from suivi.desk import founding
    from suivi.desk.actions import officers

    password = founding.new_password()
    officers.enrol(person, name=name, password=password, roles=role or [], at=clock())
    print(f"{name} is enrolled. First password, shown only now: {password}")


@officer.command("mandate")
def mandate(
    name: Of,
    role: Annotated[str, typer.Argument(help="focal-point, lead, contributor, approver, releaser, auditor …")],
    data: Folder,
    officer: As,
    plan: Annotated[str, typer.Option(help="Limit it to this plan.")] = "",
    provision: Annotated[str, typer.Option(help="Limit it to this commitment of the plan.")] = "",
    body: Annotated[str, typer.Option(help="The id of the body the officer acts for.")] = "",
    from_on: From = "",
    until_on: Until = "",
    end: Annotated[
        bool, typer.Option("--end", help="End this mandate instead, on --until (default: yesterday).")
    ] = False,
) -> None:
    """Give an officer a mandate, or end one."""
    person = _opened(data, officer)
    from suivi.desk import access
    from suivi.desk.actions import officers

    other = _named(person, name)
    if not end:
        officers.give_mandate(
            person,
            to=other,
            role=role,
            plan=plan,
            provision=provision,
            body=body,
            from_on=from_on,
            until_on=until_on,
            at=clock(),
        )
        print(f"{name}: {role} {plan} {provision}".rstrip())
        return
    wanted = (role, plan, provision)
    held = access.mandates_for(person, access.officer_for(person, other))
    for each in held:
        if (each.role, each.plan, each.provision) == wanted:
            officers.end_mandate(person, mandate=str(each.pk), until_on=until_on, at=clock())
    print(f"{name}: {role} {plan} {provision}".rstrip() + " ended")


@officer.command("absence")
def absence(
    name: Of,
    deputy: Annotated[str, typer.Argument(help="Who stands in.")],
    data: Folder,
    officer: As,
    from_on: From = "",
    until_on: Until = "",
) -> None:
    """Let a deputy hold what an officer holds, between two days."""
    person = _opened(data, officer)
    from suivi.desk.actions import officers

    of, stands_in = _named(person, name), _named(person, deputy)
    officers.note_absence(person, of=of, deputy=stands_in, from_on=from_on, until_on=until_on, at=clock())
    print(f"{deputy} stands in for {name}.")


@officer.command("clearance")
def clearance(
    name: Of,
    marking: Annotated[str, typer.Argument(help="CLEAR, GREEN, AMBER, AMBER+STRICT, RED; or none for no limit.")],
    data: Folder,
    officer: As,
    from_on: From = "",
    until_on: Until = "",
) -> None:
    """Let an officer see what is marked up to a marking, and nothing above it; on other days TLP:CLEAR alone."""
    person = _opened(data, officer)
    from suivi.desk.actions import officers

    asked = None if marking == "none" else {"tlp": marking}
    days = {"from_on": from_on, "until_on": until_on}
    officers.set_clearance(person, of=_named(person, name), marking=asked, **days, at=clock())
    print(f"{name}: {'no limit' if asked is None else f'up to TLP:{marking}'}")


@officer.command("hand-over")
def hand_over(
    name: Of,
    to: Annotated[str, typer.Argument(help="The officer who takes the file over.")],
    data: Folder,
    officer: As,
    from_on: From = "",
    leaves: Annotated[bool, typer.Option("--leaves", help="The first can sign in no more.")] = False,
) -> None:
    """Hand an officer’s whole file to a colleague: mandates and readings under way, in one act."""
    person = _opened(data, officer)
    from suivi.desk.actions import officers

    officers.hand_over(person, of=_named(person, name), to=_named(person, to), on=from_on, leaves=leaves, at=clock())
    print(f"{to} has the file of {name}.")


def _opened(data: Folder, name: str) -> "Officer":
    open_desk(data)
    return signed_in(name)[0]


def _named(person: "Officer", name: str) -> str:
    from suivi.desk import access

    found = next((str(each.pk) for each in access.everybody_for(person) if each.name == name), None)
    if found is None:
        raise access.NotHere(what=name)
    return found


def _terms(held: object) -> dict[str, object]:
    from suivi.desk.pages.officers import MandateShown

    assert isinstance(held, MandateShown)
    stated = {"role": held.role.code, "plan": held.plan, "provision": held.provision, "instead_of": held.instead_of}
    days = {
        "from_on": held.from_on and held.from_on.isoformat(),
        "until_on": held.until_on and held.until_on.isoformat(),
    }
    return {name: value for name, value in {**stated, **days}.items() if value}


def _said(held: object) -> str:
    return " ".join(str(value) for value in _terms(held).values())
