"""What an officer keeps for himself: views of lists, and the secret by which a calendar program is known."""

from django.db import models


class SavedView(models.Model):
    """A list as an officer wants to see it again: `listing` names it, `asked` is the query of its address."""

    officer = models.ForeignKey("desk.Officer", on_delete=models.CASCADE)
    listing = models.CharField(max_length=20)
    name = models.CharField(max_length=80)
    asked = models.CharField(max_length=1000)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["officer", "listing", "name"], name="saved_view")]


class CalendarFeed(models.Model):
    """The private address of an officer's calendar: `secret` is the SHA-256 (hex) of what the address ends with.

    `asked_on` is the last day on which a program asked there, which the home log tells of once a day.
    """

    officer = models.OneToOneField("desk.Officer", on_delete=models.CASCADE)
    secret = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    asked_on = models.DateField(null=True)
