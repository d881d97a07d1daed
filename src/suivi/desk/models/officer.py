"""People: the officers of one party, what they may do and from when until when, and who stands in for them."""

from typing import ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class _Officers(BaseUserManager["Officer"]):
    """Finds officers by name, as Django's sign-in asks."""

    def get_by_natural_key(self, username: str | None) -> "Officer":
        """The officer of that name; raises `Officer.DoesNotExist`."""
        return self.get(name=username)


class Officer(AbstractBaseUser):
    """A person who signs in; what the person may do is told by the mandates in force (`desk/mandates.py`).

    `ceiling` is the highest marking the person may see, as canonical JSON, from a day to a day, both included (None: no
    bound); on other days TLP:CLEAR is. Empty: whatever a channel may carry, on any day.
    """

    name = models.CharField(max_length=120, unique=True)
    language = models.CharField(max_length=2, default="en")
    is_active = models.BooleanField(default=True)
    ceiling = models.TextField(blank=True)
    ceiling_from_on = models.DateField(null=True)
    ceiling_until_on = models.DateField(null=True)

    objects = _Officers()

    USERNAME_FIELD = "name"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    @property
    def party(self) -> str:
        """The party this node, and so every officer of it, belongs to."""
        return str(settings.SUIVI_PARTY)


class Mandate(models.Model):
    """What an officer may do: a role, limited to a plan and a commitment if named, between two days, both included.

    Rows are added and ended, never deleted. `granted_by` is empty for the mandates the node was founded with; `body`
    is the id of the body the officer acts for, if any.
    """

    officer = models.ForeignKey("desk.Officer", on_delete=models.PROTECT, related_name="held")
    role = models.CharField(max_length=20)
    plan = models.CharField(max_length=32, blank=True)
    provision = models.CharField(max_length=64, blank=True)
    body = models.CharField(max_length=64, blank=True)
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    granted_by = models.ForeignKey("desk.Officer", on_delete=models.PROTECT, null=True, related_name="granted")
    granted_at = models.DateTimeField()
    ended_by = models.ForeignKey("desk.Officer", on_delete=models.PROTECT, null=True, related_name="ended")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["plan", "provision", "role"], name="mandate_place")]


class Absence(models.Model):
    """Days on which `deputy` holds what `officer` holds; without a last day until one is written."""

    officer = models.ForeignKey("desk.Officer", on_delete=models.PROTECT, related_name="absences")
    deputy = models.ForeignKey("desk.Officer", on_delete=models.PROTECT, related_name="deputised")
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    noted_by = models.ForeignKey("desk.Officer", on_delete=models.PROTECT, related_name="noted")
    noted_at = models.DateTimeField()


class Identity(models.Model):
    """An account of the ministry's sign-in that opens this desk for an officer: `subject` as `issuer` names it."""

    officer = models.ForeignKey("desk.Officer", on_delete=models.PROTECT, related_name="identities")
    issuer = models.CharField(max_length=255)
    subject = models.CharField(max_length=255)
    linked_by = models.ForeignKey("desk.Officer", on_delete=models.PROTECT, related_name="+")
    linked_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issuer", "subject"], name="identity_once")]
