"""Milestones: parallel clocks, each by basis."""

from django.db import models

from ballast.kit.ledger.models import Fact, unique_current


class Milestone(Fact):
    """One milestone of one project on one basis: when planned, when reached, on what evidence.

    ``kind`` is a ``rulebook.stages.MilestoneKind``; ``basis`` a ``rulebook.terms.Basis``.
    """

    KEY = ("project", "kind", "basis")

    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="milestones")
    kind = models.CharField(max_length=30)
    basis = models.CharField(max_length=12)
    planned_on = models.DateField(null=True)
    actual_on = models.DateField(null=True)
    evidence = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [unique_current("lifecycle_milestone_current", "project", "kind", "basis")]
