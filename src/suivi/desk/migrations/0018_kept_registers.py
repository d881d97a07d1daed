"""Registers kept folded beside the rows, what falls due in rows, and an index that gives overdue commitments in order."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0017_identities"),
    ]

    operations = [
        migrations.CreateModel(
            name="DueRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("audience", models.CharField(max_length=8)),
                ("channel", models.CharField(max_length=40)),
                ("plan", models.CharField(blank=True, max_length=32)),
                ("provision", models.CharField(max_length=32)),
                ("kind", models.CharField(max_length=12)),
                ("on", models.CharField(max_length=10)),
                ("mode", models.CharField(blank=True, max_length=40)),
                ("edition", models.PositiveSmallIntegerField(default=0)),
                ("step", models.CharField(blank=True, max_length=40)),
                ("stated", models.TextField(blank=True)),
                ("earliest_on", models.CharField(blank=True, max_length=10)),
                ("rule", models.CharField(blank=True, max_length=80)),
            ],
        ),
        migrations.CreateModel(
            name="KeptRegister",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("channel", models.CharField(max_length=40)),
                ("part", models.CharField(max_length=48)),
                ("made_from", models.CharField(blank=True, max_length=64)),
                ("seal", models.CharField(max_length=64)),
                ("octets", models.BinaryField()),
            ],
        ),
        migrations.RemoveIndex(
            model_name="commitmentrow",
            name="commitment_row_due",
        ),
        migrations.AddIndex(
            model_name="commitmentrow",
            index=models.Index(fields=["audience", "due_on", "plan", "rank"], name="commitment_row_due"),
        ),
        migrations.AddIndex(
            model_name="duerow",
            index=models.Index(fields=["audience", "on", "plan", "provision"], name="due_row_on"),
        ),
        migrations.AddIndex(
            model_name="duerow",
            index=models.Index(fields=["audience", "channel", "plan", "provision"], name="due_row_commitment"),
        ),
        migrations.AddConstraint(
            model_name="keptregister",
            constraint=models.UniqueConstraint(fields=("channel", "part"), name="kept_register_part"),
        ),
    ]
