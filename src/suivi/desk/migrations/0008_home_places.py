"""Where records of the home log stand that are looked for by what they are about; nothing here is truth."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def mark_home(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """A node that had a home log before notes its places with the next act or list, from the first entry on."""
    names = set(
        apps.get_model("desk", "HomeEntry")
        .objects.using(editor.connection.alias)
        .values_list("log", flat=True)
        .distinct()
    )
    table = apps.get_model("desk", "UnprojectedLog")
    for name in sorted(names):
        table.objects.using(editor.connection.alias).update_or_create(log=name, defaults={"seq": 0})


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0007_calendar_feed"),
    ]

    operations = [
        migrations.CreateModel(
            name="HomePlaceRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=40)),
                ("key", models.CharField(max_length=64)),
                ("seq", models.BigIntegerField(unique=True)),
            ],
        ),
        migrations.RemoveIndex(
            model_name="reportrow",
            name="report_row_on",
        ),
        migrations.AddField(
            model_name="unprojectedlog",
            name="seq",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddIndex(
            model_name="reportrow",
            index=models.Index(fields=["on", "log", "seq"], name="report_row_on"),
        ),
        migrations.AddIndex(
            model_name="homeplacerow",
            index=models.Index(fields=["key", "kind"], name="home_place_row_key"),
        ),
        migrations.RunPython(mark_home, elidable=False),
    ]
