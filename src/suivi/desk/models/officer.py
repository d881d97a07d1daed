"""People: the officers of one party and what they may do."""

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
    """A person who signs in: `mandates` among draft, approve, release and administer."""

    name = models.CharField(max_length=120, unique=True)
    language = models.CharField(max_length=2, default="en")
    mandates = models.JSONField(default=list)
    is_active = models.BooleanField(default=True)

    objects = _Officers()

    USERNAME_FIELD = "name"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    @property
    def party(self) -> str:
        """The party this node, and so every officer of it, belongs to."""
        return str(settings.SUIVI_PARTY)

    def may(self, mandate: str) -> bool:
        """Whether the officer holds that mandate and is active."""
        return self.is_active and mandate in self.mandates
