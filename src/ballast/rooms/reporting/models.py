"""The reports in progress, the hand-ins of the month and the correction slips after it; figures stand in facts."""

from django.db import models

from ballast.rooms.reporting.facts import AreaTarget, Indicator, Output, Progress, Question

__all__ = [
    "Act", "AreaTarget", "CorrectionSlip", "Filing", "Indicator", "IndicatorSlip", "Output", "Progress", "Question",
    "Report", "Step", "Submission",
]  # fmt: skip


class Submission(models.Model):
    """One workbook handed in for one area and month, and what came of it; kept, never replaced.

    ``status`` is a ``rooms.reporting.cards.Status``; ``accepted`` counts the rows taken. ``sheet`` and ``letters``
    (column key to letter) say where its cells stand; ``conflicts`` are the cells another changed meanwhile.
    """

    area = models.ForeignKey("people.Area", on_delete=models.PROTECT, related_name="+")
    month = models.CharField(max_length=7, db_index=True)
    file = models.ForeignKey("kit.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")
    handed_in_at = models.DateTimeField()
    handed_in_by = models.CharField(max_length=150)
    status = models.CharField(max_length=12)
    findings = models.JSONField(default=list)
    accepted = models.PositiveIntegerField(default=0)
    sheet = models.CharField(max_length=255, blank=True)
    letters = models.JSONField(default=dict)
    conflicts = models.JSONField(default=list)


class Report(models.Model):
    """One project's report of one month in progress: not yet a fact; accepted, it becomes facts.

    ``state`` is a ``rulebook.loop.State``; ``version`` counts the changes of ``values``, the cells by column key as
    kept (``loop.cells``); ``prefilled`` are the cells before anybody typed. ``conflicts`` are the cells two people
    changed and nobody settled yet; ``remarks`` what the last return said, by column key. ``submission`` and ``row``
    lead to the workbook the cells came by, None where they were typed here. ``accepted_version`` stands in the
    ledger by the ``sources``; None where nothing does.
    """

    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="reports")
    month = models.CharField(max_length=7)
    state = models.CharField(max_length=20)
    version = models.PositiveIntegerField()
    values = models.JSONField(default=dict)
    prefilled = models.JSONField(default=dict)
    conflicts = models.JSONField(default=list)
    remarks = models.JSONField(default=dict)
    submission = models.ForeignKey(Submission, null=True, on_delete=models.PROTECT, related_name="reports")
    row = models.PositiveIntegerField(null=True)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=150)
    submitted_at = models.DateTimeField(null=True)
    submitted_by = models.CharField(max_length=150, blank=True)
    first_submitted_at = models.DateTimeField(null=True)
    accepted_version = models.PositiveIntegerField(null=True)
    sources = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["month", "project"], name="reporting_report_one")]


class Step(models.Model):
    """One step of one report: who did what when, from which state to which; appended, never changed.

    ``values`` are the cells it left, null where it changed none; ``remarks`` what it said, by column key.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="steps")
    verb = models.CharField(max_length=20)
    before = models.CharField(max_length=20, blank=True)
    after = models.CharField(max_length=20)
    version = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    values = models.JSONField(null=True)
    remarks = models.JSONField(default=dict)


class Act(models.Model):
    """An act that came with a key of its own, and its answer: the same act again is answered alike; never changed."""

    by = models.CharField(max_length=150)
    key = models.CharField(max_length=100)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    answer = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["by", "key"], name="reporting_act_once")]


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


class IndicatorSlip(models.Model):
    """更正单 of a figure the statistics office published of an area; never changed. ``fact`` is what it made."""

    area = models.ForeignKey("people.Area", on_delete=models.PROTECT, related_name="+")
    indicator = models.CharField(max_length=30)
    month = models.CharField(max_length=7, db_index=True)
    lead_industry = models.CharField(max_length=30, blank=True)
    old_value = models.BigIntegerField(null=True)
    new_value = models.BigIntegerField()
    reason = models.CharField(max_length=400)
    evidence = models.CharField(max_length=400)
    approver = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=150)
    fact = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="slips")


class Filing(models.Model):
    """A correction slip as filed, until it is approved, refused or withdrawn; approved, it becomes CorrectionSlips.

    Of a project's reports; or, with ``area``, of a statistical figure of that area, which becomes an IndicatorSlip.
    ``state`` is a ``rulebook.slips.SlipState``; ``changes`` are the values it puts right, with all that move along:
    month, field, old and new (元 or text as JSON, null is not reported). ``paper`` is its evidence, where a file came.
    """

    project = models.ForeignKey("registry.Project", null=True, on_delete=models.PROTECT, related_name="+")
    area = models.ForeignKey("people.Area", null=True, on_delete=models.PROTECT, related_name="+")
    month = models.CharField(max_length=7, db_index=True)
    basis = models.CharField(max_length=12)
    changes = models.JSONField()
    reason = models.CharField(max_length=400)
    evidence = models.CharField(max_length=400)
    paper = models.ForeignKey("kit.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")
    filed_at = models.DateTimeField()
    filed_by = models.CharField(max_length=150)
    state = models.CharField(max_length=20)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=150, blank=True)
    remark = models.CharField(max_length=400, blank=True)
