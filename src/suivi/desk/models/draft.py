"""Work under way: readings of a plan, and tickets waiting for approval; ordinary rows, freely changed."""

from django.db import models


class Draft(models.Model):
    """A reading being settled: `reading` holds one draft plan per language version, `settled` the decisions."""

    plan = models.CharField(max_length=32)
    reading = models.JSONField()
    settled = models.JSONField(default=dict)
    begun_by = models.ForeignKey("desk.Officer", on_delete=models.PROTECT)
    begun_at = models.DateTimeField()
    proposed_as = models.CharField(max_length=64, blank=True)


class Ticket(models.Model):
    """The exact bytes that would leave; `digest` is what two officers approve (exchange format, section 14).

    `provision` is the commitment it is about, empty where it is about a whole plan or a channel; `marking` is its
    marking as canonical JSON, to be looked for.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    channel = models.CharField(max_length=40)
    octets = models.BinaryField()
    plan = models.CharField(max_length=32, blank=True)
    provision = models.CharField(max_length=64, blank=True)
    subject = models.CharField(max_length=100)
    type = models.CharField(max_length=40)
    marking = models.TextField(blank=True)
    value = models.JSONField()
    cut_by = models.ForeignKey("desk.Officer", on_delete=models.PROTECT)
    cut_at = models.DateTimeField()
    home_seq = models.BigIntegerField()
    released_log = models.CharField(max_length=80, blank=True)
    released_seq = models.BigIntegerField(null=True)
    discarded_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["channel", "plan"],
                condition=models.Q(released_log="", discarded_at=None),
                name="ticket_waiting",
            ),
            models.Index(fields=["marking"], name="ticket_marking"),
        ]
