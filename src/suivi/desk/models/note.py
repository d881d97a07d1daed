"""Notes for a review: what an officer marks for the meeting to discuss; ordinary rows, never on record."""

from django.db import models


class ReviewNote(models.Model):
    """A commitment of `plan` marked for discussion, with a few words; `provision` empty for the plan as a whole."""

    plan = models.CharField(max_length=32)
    provision = models.CharField(max_length=64, blank=True)
    words = models.TextField()
    noted_by = models.ForeignKey("desk.Officer", on_delete=models.PROTECT)
    noted_at = models.DateTimeField()
