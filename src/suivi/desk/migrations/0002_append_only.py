"""Triggers that refuse to change or remove what is on record (`docs/decisions/0001`).

A content or an attachment may be emptied (destruction, section 9 of the exchange format), nothing else. SQLite fires
no DELETE trigger for INSERT OR REPLACE, so an insertion in a place already taken is refused as well.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Each table with what names a place in it.
FIXED = {
    "desk_entry": ("log", "seq"),
    "desk_homeentry": ("log", "seq"),
    "desk_checkpoint": ("log", "size"),
    "desk_keylist": ("party", "channel", "version"),
    "desk_evidence": ("id",),
    "desk_faultreport": ("id",),
}
EMPTIED_ONLY = ("desk_content", "desk_homecontent", "desk_attachment")
REFUSED = "what is on record is never changed or removed"


def _sqlite(table: str, event: str, condition: str = "") -> str:
    return (
        f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} {condition} "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
    )


def _taken(table: str, columns: tuple[str, ...]) -> str:
    same = " AND ".join(f"{column} = NEW.{column}" for column in columns)
    return f"WHEN EXISTS (SELECT 1 FROM {table} WHERE ({same}) OR id = NEW.id)"  # noqa: S608  # our own table names


def _other_octets(table: str) -> str:
    differs = "digest = NEW.digest AND octets NOT NULL AND octets IS NOT NEW.octets"
    return f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {differs})"  # noqa: S608  # our own table names


def forbid_changes(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Install the triggers in the dialect of the database."""
    if editor.connection.vendor == "sqlite":
        for table, columns in FIXED.items():
            editor.execute(_sqlite(table, "INSERT", _taken(table, columns)))
            editor.execute(_sqlite(table, "UPDATE"))
            editor.execute(_sqlite(table, "DELETE"))
        for table in EMPTIED_ONLY:
            editor.execute(_sqlite(table, "INSERT", _other_octets(table)))
            editor.execute(_sqlite(table, "DELETE"))
            editor.execute(_sqlite(table, "UPDATE", "WHEN NEW.octets IS NOT NULL OR NEW.digest IS NOT OLD.digest"))
        return
    editor.execute(
        "CREATE FUNCTION suivi_on_record() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSED}'; END $$"
    )
    for table in FIXED:
        editor.execute(
            f"CREATE TRIGGER {table}_fixed BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION suivi_on_record()"
        )
    for table in EMPTIED_ONLY:
        editor.execute(
            f"CREATE TRIGGER {table}_kept BEFORE DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION suivi_on_record()"
        )
        editor.execute(
            f"CREATE TRIGGER {table}_emptied BEFORE UPDATE ON {table} FOR EACH ROW "
            "WHEN (NEW.octets IS NOT NULL OR NEW.digest IS DISTINCT FROM OLD.digest) "
            "EXECUTE FUNCTION suivi_on_record()"
        )


class Migration(migrations.Migration):
    """After the tables: what is on record stays."""

    dependencies = [("desk", "0001_tables")]
    operations = [migrations.RunPython(forbid_changes, elidable=False)]
