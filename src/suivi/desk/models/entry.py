"""Truth: entries of every log as signed, their contents, checkpoints and key lists.

Nothing here is ever changed or removed: triggers refuse UPDATE and DELETE (`migrations/0002`); a content
may only be emptied. Home and shared entries are different tables and different types, so that a query
for one can never return the other.
"""

from django.db import models


class _Placed(models.Model):
    """Where an entry stands: `log` is the origin, `seq` counts from 0; `header` is as signed, `leaf` its hash."""

    log = models.CharField(max_length=80)
    seq = models.BigIntegerField()
    header = models.BinaryField()
    leaf = models.BinaryField()
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        abstract = True


class Entry(_Placed):
    """An entry of a shared log, ours or a verified copy of a partner's; `digest` names its content."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["log", "seq"], name="entry_place")]


class HomeEntry(_Placed):
    """An entry of the home log, which never leaves."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["log", "seq"], name="home_entry_place")]


class _Octets(models.Model):
    """Bytes named by their SHA-256 in 64 hex digits; empty (NULL) once destroyed or refused unread."""

    digest = models.CharField(max_length=64, primary_key=True)
    octets = models.BinaryField(null=True)

    class Meta:
        abstract = True


class Content(_Octets):
    """The salted record of a shared entry, in canonical bytes."""


class HomeContent(_Octets):
    """The salted record of a home entry, in canonical bytes."""


class Attachment(_Octets):
    """An attachment, such as an agreed text."""


class Checkpoint(models.Model):
    """A signed note over `size` entries of `log`; `frontier` is the state needed to append after it."""

    log = models.CharField(max_length=80)
    size = models.BigIntegerField()
    note = models.BinaryField()
    frontier = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["log", "size"], name="checkpoint_place")]


class KeyList(models.Model):
    """A signed manifest: the keys of `party` in `channel` (exchange format, section 5)."""

    party = models.CharField(max_length=16)
    channel = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    note = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["party", "channel", "version"], name="key_list_place")]


class Evidence(models.Model):
    """Proof of equivocation, a fork or repudiation; one row suspends the channel."""

    channel = models.CharField(max_length=40)
    code = models.CharField(max_length=40)
    octets = models.BinaryField()
    kept_at = models.DateTimeField()


class FaultReport(models.Model):
    """A delivery that was refused: which check stopped it, what was got and what was expected."""

    channel = models.CharField(max_length=40)
    code = models.CharField(max_length=40)
    check_number = models.PositiveSmallIntegerField()
    sentence = models.TextField()
    refused_at = models.DateTimeField()
