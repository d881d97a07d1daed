"""Reports asked for by a day, as work under way; nothing here is truth."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0008_home_places"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReturnAsked",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("channel", models.CharField(max_length=40)),
                ("plan", models.CharField(max_length=32)),
                ("provision", models.CharField(max_length=64)),
                ("body", models.CharField(blank=True, max_length=64)),
                ("due_on", models.DateField(null=True)),
                ("note", models.TextField(blank=True)),
                ("asked_at", models.DateTimeField()),
                ("ticket", models.CharField(blank=True, max_length=64)),
                ("dropped_at", models.DateTimeField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="returns_asked",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="returns_owed",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["plan", "provision"], name="return_asked_commitment"),
                    models.Index(
                        condition=models.Q(("dropped_at", None), ("ticket", "")),
                        fields=["due_on"],
                        name="return_asked_open",
                    ),
                ],
            },
        ),
    ]
