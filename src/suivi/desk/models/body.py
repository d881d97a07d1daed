"""Where a body stands: a part of another between two days; ordinary rows of our own desk, noted in the home log."""

from django.db import models


class BodyPlace(models.Model):
    """`body` is a part of `part_of`, both ids of bodies on record, from a day to a day, both included; empty: open."""

    body = models.CharField(max_length=64)
    part_of = models.CharField(max_length=64)
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    placed_by = models.ForeignKey("desk.Officer", on_delete=models.PROTECT, related_name="+")
    placed_at = models.DateTimeField()
