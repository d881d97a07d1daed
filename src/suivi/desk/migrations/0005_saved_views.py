"""Views of lists that officers keep for themselves; nothing here is truth."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0004_exchange"),
    ]

    operations = [
        migrations.CreateModel(
            name="SavedView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("listing", models.CharField(max_length=20)),
                ("name", models.CharField(max_length=80)),
                ("asked", models.CharField(max_length=1000)),
                (
                    "officer",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("officer", "listing", "name"), name="saved_view")],
            },
        ),
    ]
