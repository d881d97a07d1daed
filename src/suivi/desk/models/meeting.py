"""What a secretariat keeps for a meeting at home: participants by office, papers, items; ordinary rows, never on record."""

from django.db import models


class MeetingLine(models.Model):
    """One line for the meeting `meeting` of the dialogue `activity`: its `kind` is participant, paper or item.

    `words` are the office, the title or the item; `detail` who holds the office, or where the paper is; `address` an
    e-mail address to invite, `organises` whether answers go there.
    """

    activity = models.CharField(max_length=64)
    meeting = models.CharField(max_length=64)
    kind = models.CharField(max_length=16)
    words = models.TextField()
    detail = models.TextField(blank=True)
    address = models.CharField(max_length=254, blank=True)
    organises = models.BooleanField(default=False)
    noted_by = models.ForeignKey("desk.Officer", on_delete=models.PROTECT)
    noted_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("activity", "meeting"), name="meetingline_meeting"),)
