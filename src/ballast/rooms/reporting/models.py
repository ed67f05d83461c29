"""The hand-ins of the month and the correction slips after it; the figures they bring stand in facts."""

from django.db import models

from ballast.rooms.reporting.facts import Indicator, Output, Progress

__all__ = ["CorrectionSlip", "Indicator", "Output", "Progress", "Submission"]


class Submission(models.Model):
    """One workbook handed in for one area and month, and what came of it; kept, never replaced.

    ``status`` is a ``rooms.reporting.cards.Status``; ``accepted`` counts the rows that became facts.
    """

    area = models.ForeignKey("people.Area", on_delete=models.PROTECT, related_name="+")
    month = models.CharField(max_length=7, db_index=True)
    file = models.ForeignKey("kit.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")
    handed_in_at = models.DateTimeField()
    handed_in_by = models.CharField(max_length=150)
    status = models.CharField(max_length=12)
    findings = models.JSONField(default=list)
    accepted = models.PositiveIntegerField(default=0)


class CorrectionSlip(models.Model):
    """更正单: one value of a sealed month put right, with reason, evidence and approver; never changed.

    ``field`` is a column of Progress; ``old_value`` and ``new_value`` are 元 or text as JSON, null is not
    reported. ``progress`` is the fact the slip made. Slips of one correction share ``recorded_at``.
    """

    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="corrections")
    month = models.CharField(max_length=7, db_index=True)
    basis = models.CharField(max_length=12)
    field = models.CharField(max_length=30)
    old_value = models.JSONField(null=True)
    new_value = models.JSONField(null=True)
    reason = models.CharField(max_length=400)
    evidence = models.CharField(max_length=400)
    approver = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=150)
    progress = models.ForeignKey(Progress, on_delete=models.PROTECT, related_name="slips")
