"""The last day on which a calendar program asked at a private address."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0022_clearance_days"),
    ]

    operations = [
        migrations.AddField(
            model_name="calendarfeed",
            name="asked_on",
            field=models.DateField(null=True),
        ),
    ]
