"""Return workbooks handed back: the file, its cells, what was said of each row."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0015_evidence_files"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReturnWorkbook",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=255)),
                ("octets", models.BinaryField()),
                ("cells", models.JSONField()),
                ("said", models.JSONField(default=dict)),
                ("handed_back_at", models.DateTimeField()),
                ("taken_at", models.DateTimeField(null=True)),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
    ]
