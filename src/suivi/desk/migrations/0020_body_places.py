"""Which body is a part of which, from a day to a day."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0019_clearance"),
    ]

    operations = [
        migrations.CreateModel(
            name="BodyPlace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("body", models.CharField(max_length=64)),
                ("part_of", models.CharField(max_length=64)),
                ("from_on", models.DateField(null=True)),
                ("until_on", models.DateField(null=True)),
                ("placed_at", models.DateTimeField()),
                (
                    "placed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
    ]
