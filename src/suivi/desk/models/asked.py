"""Returns: reports asked for by a day, of an officer or of the body that leads; ordinary rows, never on record."""

from django.db import models


class ReturnAsked(models.Model):
    """A report on one commitment, asked of `officer`, else of the body with the id `body`.

    `due_on` is empty for a report somebody begins unasked. `ticket` is the digest of the release it became, empty
    until then; `dropped_at` is set once it is asked for no more.
    """

    channel = models.CharField(max_length=40)
    plan = models.CharField(max_length=32)
    provision = models.CharField(max_length=64)
    body = models.CharField(max_length=64, blank=True)
    officer = models.ForeignKey("desk.Officer", null=True, on_delete=models.PROTECT, related_name="returns_owed")
    due_on = models.DateField(null=True)
    note = models.TextField(blank=True)
    asked_by = models.ForeignKey("desk.Officer", on_delete=models.PROTECT, related_name="returns_asked")
    asked_at = models.DateTimeField()
    ticket = models.CharField(max_length=64, blank=True)
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["plan", "provision"], name="return_asked_commitment"),
            models.Index(fields=["due_on"], condition=models.Q(ticket="", dropped_at=None), name="return_asked_open"),
        ]
