"""How the exchange with partners goes: their newest words, and the last pulls; nothing here is truth."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0003_rows"),
    ]

    operations = [
        migrations.CreateModel(
            name="Freshness",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("log", models.CharField(max_length=80, unique=True)),
                ("size", models.BigIntegerField()),
                ("seconds", models.BigIntegerField()),
                ("note", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Pull",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("channel", models.CharField(max_length=40)),
                ("party", models.CharField(max_length=16)),
                ("log", models.CharField(max_length=80)),
                ("pulled_at", models.DateTimeField()),
                ("code", models.CharField(blank=True, max_length=40)),
                ("sentence", models.TextField(blank=True)),
                ("failures", models.PositiveIntegerField(default=0)),
                ("due_at", models.DateTimeField()),
                ("octets", models.BigIntegerField(default=0)),
                ("requests", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("party", "log"), name="pull_place")],
            },
        ),
    ]
