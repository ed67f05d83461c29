"""The hand-ins of the month; the figures they bring stand in facts."""

from django.db import models

from ballast.rooms.reporting.facts import Indicator, Output, Progress

__all__ = ["Indicator", "Output", "Progress", "Submission"]


class Submission(models.Model):
    """One workbook handed in for one area and month, and what came of it; kept, never replaced."""

    area = models.ForeignKey("people.Area", on_delete=models.PROTECT, related_name="+")
    month = models.CharField(max_length=7, db_index=True)
    file = models.ForeignKey("kit.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")
    handed_in_at = models.DateTimeField()
    handed_in_by = models.CharField(max_length=150)
    status = models.CharField(max_length=12)
    findings = models.JSONField(default=list)
    accepted = models.PositiveIntegerField(default=0)
