"""What a secretariat keeps for a meeting at home; nothing here is truth."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0010_return_drafts"),
    ]

    operations = [
        migrations.CreateModel(
            name="MeetingLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("activity", models.CharField(max_length=64)),
                ("meeting", models.CharField(max_length=64)),
                ("kind", models.CharField(max_length=16)),
                ("words", models.TextField()),
                ("detail", models.TextField(blank=True)),
                ("address", models.CharField(blank=True, max_length=254)),
                ("organises", models.BooleanField(default=False)),
                ("noted_at", models.DateTimeField()),
                (
                    "noted_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={"indexes": [models.Index(fields=["activity", "meeting"], name="meetingline_meeting")]},
        ),
    ]
