"""The days of a clearance; what was set before holds on any day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0021_marks"),
    ]

    operations = [
        migrations.AddField(
            model_name="officer",
            name="ceiling_from_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="officer",
            name="ceiling_until_on",
            field=models.DateField(null=True),
        ),
    ]
