"""Officers hold mandates by rows, no longer by a list of words; in a step of its own, as PostgreSQL needs."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0012_mandates"),
    ]

    operations = [
        migrations.RemoveField(model_name="officer", name="mandates"),
    ]
