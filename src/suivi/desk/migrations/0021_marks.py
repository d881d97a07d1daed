"""What records of shared logs are known by, in an index; nothing here is truth."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def mark_logs(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """A node that had shared logs before makes the marks of their entries with the next act or list."""
    names = set(
        apps.get_model("desk", "Entry").objects.using(editor.connection.alias).values_list("log", flat=True).distinct()
    )
    table = apps.get_model("desk", "UnprojectedLog")
    for name in sorted(names):
        table.objects.using(editor.connection.alias).update_or_create(log=name, defaults={"seq": 0})


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0020_body_places"),
    ]

    operations = [
        migrations.CreateModel(
            name="MarkRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("channel", models.CharField(max_length=40)),
                ("party", models.CharField(max_length=16)),
                ("seq", models.BigIntegerField()),
                ("mark", models.CharField(max_length=22)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["mark"], name="mark_row_mark"),
                    models.Index(fields=["channel", "party", "seq"], name="mark_row_place"),
                ],
            },
        ),
        migrations.RunPython(mark_logs, elidable=False),
    ]
