"""Reports being written, the steps they pass, what was decided on them; nothing here is truth."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0009_returns"),
    ]

    operations = [
        migrations.AddField(
            model_name="returnasked",
            name="came_back_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="returnasked",
            name="handed_in_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="returnasked",
            name="handed_in_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="returnasked",
            name="turn",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.CreateModel(
            name="ApprovalStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("plan", models.CharField(max_length=32)),
                ("place", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=120)),
                ("officers", models.JSONField()),
                ("everyone", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("plan", "place"), name="approval_step")],
            },
        ),
        migrations.CreateModel(
            name="ReturnDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField()),
                ("boxes", models.JSONField()),
                ("saved_at", models.DateTimeField()),
                (
                    "asked",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="draft", to="desk.returnasked"
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReturnVerdict",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("turn", models.PositiveIntegerField()),
                ("place", models.PositiveSmallIntegerField()),
                ("passed", models.BooleanField()),
                ("remarks", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                (
                    "asked",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="verdicts", to="desk.returnasked"
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL),
                ),
            ],
        ),
    ]
