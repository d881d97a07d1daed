"""How the exchange with partners goes: ordinary rows, kept for the channel's page and for the next pull."""

from django.db import models


class Freshness(models.Model):
    """The newest cosignature a party made over its own log: `note` is the signed note that bears it."""

    log = models.CharField(max_length=80, unique=True)
    size = models.BigIntegerField()
    seconds = models.BigIntegerField()
    note = models.BinaryField()


class Pull(models.Model):
    """The last attempt to fetch a log from where `party` publishes: how it ended, and when to try again."""

    channel = models.CharField(max_length=40)
    party = models.CharField(max_length=16)
    log = models.CharField(max_length=80)
    pulled_at = models.DateTimeField()
    code = models.CharField(max_length=40, blank=True)
    sentence = models.TextField(blank=True)
    failures = models.PositiveIntegerField(default=0)
    due_at = models.DateTimeField()
    octets = models.BigIntegerField(default=0)
    requests = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["party", "log"], name="pull_place")]
