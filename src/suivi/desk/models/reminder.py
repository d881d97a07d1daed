"""Reminders by e-mail: where an officer wants them, and what each was told, so that nothing is told twice."""

from django.db import models


class ReminderAddress(models.Model):
    """The address to which an officer wants reminders; no row, no reminders."""

    officer = models.OneToOneField("desk.Officer", on_delete=models.CASCADE)
    address = models.EmailField(max_length=254)


class ReminderSent(models.Model):
    """One matter an officer was reminded of: `matter` names it with its occasion (`return 7 late`)."""

    officer = models.ForeignKey("desk.Officer", on_delete=models.CASCADE)
    matter = models.CharField(max_length=200)
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["officer", "matter"], name="reminder_once")]
