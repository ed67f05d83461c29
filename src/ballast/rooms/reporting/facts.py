"""What the month brings: progress by basis, output of producing projects, indicators of areas."""

from django.db import models

from ballast.kit.ledger.models import Fact, unique_current


class Progress(Fact):
    """One project's investment in one month on one basis, in 元, with progress in words.

    ``month_completed`` is 本月完成, ``year_to_date`` 1–m 月完成, ``to_date`` 开工累计; None is not reported.
    ``node`` is a ``rulebook.forms.Node``; ``explanation`` answers the warnings of the checks.
    """

    KEY = ("project", "month", "basis")

    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="progress")
    month = models.CharField(max_length=7)
    basis = models.CharField(max_length=12)
    month_completed = models.BigIntegerField(null=True)
    year_to_date = models.BigIntegerField(null=True)
    to_date = models.BigIntegerField(null=True)
    node = models.CharField(max_length=20, blank=True)
    form_progress = models.TextField(blank=True)
    problems = models.TextField(blank=True)
    needs = models.TextField(blank=True)
    explanation = models.TextField(blank=True)
    remarks = models.TextField(blank=True)

    class Meta:
        constraints = [unique_current("reporting_progress_current", "project", "month", "basis")]
        indexes = [
            models.Index(fields=["month", "basis"], name="reporting_progress_month"),
            # What was known at a moment is not the current row: without this a project's every month is looked through.
            models.Index(fields=["project", "month", "basis"], name="reporting_progress_key"),
        ]


class Output(Fact):
    """A producing project's last twelve months up to ``month``: output and tax in 元, jobs held."""

    KEY = ("project", "month")

    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="outputs")
    month = models.CharField(max_length=7)
    output = models.BigIntegerField(null=True)
    tax = models.BigIntegerField(null=True)
    jobs = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [unique_current("reporting_output_current", "project", "month")]


class Indicator(Fact):
    """An area's figure from the statistics office, January to ``month``, in 元 at comparable prices.

    ``indicator`` is a ``rulebook.terms.AreaIndicator``; ``lead_industry`` is empty for the whole area.
    """

    KEY = ("area", "indicator", "month", "lead_industry")

    area = models.ForeignKey("people.Area", on_delete=models.PROTECT, related_name="+")
    indicator = models.CharField(max_length=30)
    month = models.CharField(max_length=7)
    lead_industry = models.CharField(max_length=30, blank=True)
    year_to_date = models.BigIntegerField(null=True)

    class Meta:
        constraints = [unique_current("reporting_indicator_current", "area", "indicator", "month", "lead_industry")]


class AreaTarget(Fact):
    """What is set for an area: a target of the book, for a year (``2025``) or January to a month (``2025-07``).

    An amount (元) or a number as the target's figure counts, or, where the target is a growth rate, a percentage.
    """

    KEY = ("area", "target", "period")

    area = models.ForeignKey("people.Area", on_delete=models.PROTECT, related_name="+")
    target = models.CharField(max_length=60)
    period = models.CharField(max_length=7)
    amount = models.BigIntegerField(null=True)
    percent = models.DecimalField(max_digits=9, decimal_places=4, null=True)

    class Meta:
        constraints = [unique_current("reporting_target_current", "area", "target", "period")]


class Question(Fact):
    """What a check asks about a project's month, or a reporter's (``project`` null): asked, answered, settled.

    ``subject`` is the project's serial or ``area:`` and the area's code; ``about`` names the piece of evidence, empty
    for the report itself. Every step is a revision: who asked, answered and settled, and when, is its history.
    ``state`` is a ``rulebook.asking.QuestionState``; the wording is the finding's own.
    """

    KEY = ("subject", "month", "code", "about")

    subject = models.CharField(max_length=20)
    month = models.CharField(max_length=7)
    code = models.CharField(max_length=30)
    about = models.CharField(max_length=30, blank=True)
    project = models.ForeignKey("registry.Project", null=True, on_delete=models.PROTECT, related_name="questions")
    area = models.ForeignKey("people.Area", on_delete=models.PROTECT, related_name="+")
    severity = models.CharField(max_length=10)
    zh = models.TextField()
    en = models.TextField()
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=150, blank=True)
    looked_at = models.DateTimeField(null=True)
    looked_by = models.CharField(max_length=150, blank=True)
    remark = models.TextField(blank=True)

    class Meta:
        constraints = [unique_current("reporting_question_current", "subject", "month", "code", "about")]
        indexes = [models.Index(fields=["month", "state"], name="reporting_question_month")]
