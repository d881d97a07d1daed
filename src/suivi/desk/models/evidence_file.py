"""Evidence kept at home as files: clean bytes by digest, and the commitments each speaks of; nothing of it leaves."""

from django.db import models


class EvidenceFile(models.Model):
    """A file that was looked into and cleaned: `digest` (SHA-256) is that of the bytes kept.

    `removed` says in three languages what was taken away from the file that came in, one dict by language each.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    octets = models.BinaryField()
    name = models.CharField(max_length=255)
    media = models.CharField(max_length=100)
    title = models.CharField(max_length=300)
    removed = models.JSONField(default=list)
    added_by = models.ForeignKey("desk.Officer", on_delete=models.PROTECT)
    added_at = models.DateTimeField()


class EvidenceUse(models.Model):
    """A commitment of a plan of which a file is evidence: one file may serve several."""

    file = models.ForeignKey(EvidenceFile, on_delete=models.CASCADE, related_name="uses")
    channel = models.CharField(max_length=40)
    plan = models.CharField(max_length=32)
    provision = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "plan", "provision"], name="evidence_use_once")]
