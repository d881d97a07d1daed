"""Clearance: the highest marking an officer may see, and the marking of each ticket where it can be looked for."""

import json
from typing import Any

from django.db import migrations, models


def state_markings(apps: Any, editor: Any) -> None:
    """Write beside each ticket what its value says of its marking."""
    tickets = apps.get_model("desk", "Ticket")
    for row in tickets.objects.using(editor.connection.alias).filter(marking="").iterator():
        marking = row.value["marking"]
        row.marking = json.dumps(marking, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        row.save(update_fields=["marking"])


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0018_kept_registers"),
    ]

    operations = [
        migrations.AddField(
            model_name="officer",
            name="ceiling",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="ticket",
            name="marking",
            field=models.TextField(blank=True),
        ),
        migrations.AddIndex(
            model_name="ticket",
            index=models.Index(fields=["marking"], name="ticket_marking"),
        ),
        migrations.RunPython(state_markings, migrations.RunPython.noop),
    ]
