"""For which absent colleague a step of approval was passed; what was passed before was everybody's own word."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0026_words_that_begin_so"),
    ]

    operations = [
        migrations.AddField(
            model_name="returnverdict",
            name="instead_of",
            field=models.CharField(blank=True, default="", max_length=120),
            preserve_default=False,
        ),
    ]
