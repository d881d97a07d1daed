"""Returns: reports asked for by a day, of an officer or of the body that leads; ordinary rows, never on record."""

from django.db import models


class ReturnAsked(models.Model):
    """A report on one commitment, asked of `officer`, else of the body with the id `body`.

    `due_on` is empty for a report somebody begins unasked. `turn` counts how often it was handed in; `handed_in_at` is
    empty while its author writes; `came_back_at` is set where it was sent back
    with remarks and not handed in since. `ticket` is the digest of the release it became, empty
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
    turn = models.PositiveIntegerField(default=0)
    handed_in_by = models.ForeignKey("desk.Officer", null=True, on_delete=models.PROTECT, related_name="+")
    handed_in_at = models.DateTimeField(null=True)
    came_back_at = models.DateTimeField(null=True)
    ticket = models.CharField(max_length=64, blank=True)
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["plan", "provision"], name="return_asked_commitment"),
            models.Index(fields=["due_on"], condition=models.Q(ticket="", dropped_at=None), name="return_asked_open"),
        ]


class ReturnDraft(models.Model):
    """The report of a return as far as it is written: `boxes` holds what stands in each box of its form, by name.

    `version` counts the times it was saved: who saves says which version was before his eyes.
    """

    asked = models.OneToOneField(ReturnAsked, on_delete=models.CASCADE, related_name="draft")
    version = models.PositiveIntegerField()
    boxes = models.JSONField()
    saved_by = models.ForeignKey("desk.Officer", on_delete=models.PROTECT)
    saved_at = models.DateTimeField()


class ApprovalStep(models.Model):
    """A step of approval that reports on a plan pass before they are put before the two officers of a release.

    `officers` are names; `everyone`: all of them approve, else one is enough. Steps are passed in order of `place`.
    """

    plan = models.CharField(max_length=32)
    place = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    officers = models.JSONField()
    everyone = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "place"], name="approval_step")]


class ReturnVerdict(models.Model):
    """What an officer decided on a report handed in for the `turn`-th time: passed at the step `place`, or sent back.

    `instead_of` is the name of the absent colleague for whom the officer passed the step, empty where it was his own.
    """

    asked = models.ForeignKey(ReturnAsked, on_delete=models.CASCADE, related_name="verdicts")
    turn = models.PositiveIntegerField()
    place = models.PositiveSmallIntegerField()
    officer = models.ForeignKey("desk.Officer", on_delete=models.PROTECT)
    instead_of = models.CharField(max_length=120, blank=True)
    passed = models.BooleanField()
    remarks = models.TextField(blank=True)
    at = models.DateTimeField()
