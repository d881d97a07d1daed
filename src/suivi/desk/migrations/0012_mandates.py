"""Mandates and absences in tables of their own, with days; what existing officers may do stays as it was.

Whoever held nothing but the right to administer, or nothing, could read everything, and so becomes an auditor too.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from suivi.desk import clock

ROLES = {"draft": "focal-point", "approve": "approver", "release": "releaser", "administer": "administrator"}
READING = {"draft", "approve", "release"}
OFFICER = "desk.officer"


def give_mandates(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """One mandate, for everything and without days, for each ability an officer had."""
    table, at = apps.get_model("desk", "Mandate"), clock.now()
    for officer in apps.get_model("desk", "Officer").objects.using(editor.connection.alias).order_by("pk"):
        roles = [role for ability, role in ROLES.items() if ability in officer.mandates]
        for role in roles if READING & set(officer.mandates) else [*roles, "auditor"]:
            table.objects.using(editor.connection.alias).create(officer=officer, role=role, granted_at=at)


def name_commitments(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Tickets say which commitment they are about, where their subject says it."""
    for ticket in apps.get_model("desk", "Ticket").objects.using(editor.connection.alias).filter(subject__contains="#"):
        plan, _, about = ticket.subject.partition("#")
        ticket.plan, ticket.provision = ticket.plan or plan, about if len(about) < 32 else ""
        ticket.save(update_fields=["plan", "provision"])


def _officer(name: str, *, empty: bool = False) -> "models.ForeignKey[object, object]":
    keep = django.db.models.deletion.PROTECT
    return models.ForeignKey(on_delete=keep, to=OFFICER, related_name=name, null=empty)


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0011_meeting_lines"),
    ]

    operations = [
        migrations.CreateModel(
            name="Mandate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=20)),
                ("plan", models.CharField(blank=True, max_length=32)),
                ("provision", models.CharField(blank=True, max_length=64)),
                ("body", models.CharField(blank=True, max_length=64)),
                ("from_on", models.DateField(null=True)),
                ("until_on", models.DateField(null=True)),
                ("granted_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("officer", _officer("held")),
                ("granted_by", _officer("granted", empty=True)),
                ("ended_by", _officer("ended", empty=True)),
            ],
            options={"indexes": [models.Index(fields=["plan", "provision", "role"], name="mandate_place")]},
        ),
        migrations.CreateModel(
            name="Absence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_on", models.DateField()),
                ("until_on", models.DateField(null=True)),
                ("noted_at", models.DateTimeField()),
                ("officer", _officer("absences")),
                ("deputy", _officer("deputised")),
                ("noted_by", _officer("noted")),
            ],
        ),
        migrations.AddField(
            model_name="ticket",
            name="provision",
            field=models.CharField(blank=True, default="", max_length=64),
            preserve_default=False,
        ),
        migrations.RunPython(give_mandates, elidable=False),
        migrations.RunPython(name_commitments, elidable=False),
    ]
