"""Rows of past days lie in no table any more: those written before are taken away, and nothing else is touched."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_TABLES = (
    "PlanRow",
    "CommitmentRow",
    "ReportRow",
    "EvidenceRow",
    "ActivityRow",
    "DueRow",
    "JointTextRow",
    "WordsRow",
)


def remove_days(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """The audiences of past days began with `d` and `e`; that of now is `common`, `home`, or begins with `c`."""
    for name in _TABLES:
        rows = apps.get_model("desk", name).objects.using(editor.connection.alias)
        rows.filter(audience__gte="d", audience__lt="f").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0024_words_in_order"),
    ]

    operations = [
        migrations.RunPython(remove_days, migrations.RunPython.noop),
    ]
