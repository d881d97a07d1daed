"""Return workbooks handed back: the file as it came, what stood in its cells, and what became of each row."""

from django.db import models


class ReturnWorkbook(models.Model):
    """A workbook handed back by `officer`: `octets` as they came, `cells` as read, by no one changed since.

    `said` holds what was said of a row when rows were taken: by row number, texts by language.
    """

    officer = models.ForeignKey("desk.Officer", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    octets = models.BinaryField()
    cells = models.JSONField()
    said = models.JSONField(default=dict)
    handed_back_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)
