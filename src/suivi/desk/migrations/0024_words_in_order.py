"""Rows of words are numbered by their days, and reports are found by what their list is narrowed by: all are made anew.

Nothing here is truth. Rows of commitments and plans tell by themselves that they were made before; those of joint texts
and of what waits in our own tickets do not, and are taken away.
"""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def mark_logs(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """A node that had rows before makes them anew with the next act or list, or with `suivi upgrade` at once."""
    rows = {name: apps.get_model("desk", name).objects.using(editor.connection.alias) for name in _TABLES}
    rows["WordsRow"].filter(audience="home").delete()
    rows["WordsRow"].filter(kind__in=("joint-text", "decision")).delete()
    rows["ReportRow"].filter(audience="home").delete()
    rows["JointTextRow"].all().delete()
    for name in ("Entry", "HomeEntry"):
        for log in sorted(set(rows[name].values_list("log", flat=True).distinct())):
            rows["UnprojectedLog"].update_or_create(log=log, defaults={"seq": 0})


_TABLES = ("WordsRow", "ReportRow", "JointTextRow", "Entry", "HomeEntry", "UnprojectedLog")


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0023_feeds_asked"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="reportrow",
            index=models.Index(fields=["plan", "provision", "-on", "-log", "-seq"], name="report_row_plan"),
        ),
        migrations.AddIndex(
            model_name="reportrow",
            index=models.Index(fields=["party", "stage", "on", "log", "seq"], name="report_row_party_stage"),
        ),
        migrations.AddIndex(
            model_name="reportrow",
            index=models.Index(fields=["party", "on", "log", "seq"], name="report_row_party"),
        ),
        migrations.AddIndex(
            model_name="reportrow",
            index=models.Index(fields=["stage", "on", "log", "seq"], name="report_row_stage"),
        ),
        migrations.RunPython(mark_logs, elidable=False),
    ]
