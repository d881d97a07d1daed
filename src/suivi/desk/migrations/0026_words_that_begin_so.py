"""SQLite: the words of the index by themselves, so that a beginning is looked for as the words that begin so.

Nothing is stored: it is another way to read the index (sqlite.org/fts5.html, section 8).
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def name_words(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """PostgreSQL finds a beginning by its own index."""
    if editor.connection.vendor == "sqlite":
        editor.execute("CREATE VIRTUAL TABLE desk_wordsrow_terms USING fts5vocab(desk_wordsrow_index, instance)")


def forget_words(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """The index stays."""
    if editor.connection.vendor == "sqlite":
        editor.execute("DROP TABLE desk_wordsrow_terms")


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0025_rows_of_past_days"),
    ]

    operations = [
        migrations.RunPython(name_words, forget_words, elidable=False),
    ]
