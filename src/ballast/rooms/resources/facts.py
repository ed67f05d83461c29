"""Requests for land quota, energy, water, funds and the rest, and what was granted."""

from django.db import models

from ballast.kit.ledger.models import Fact, unique_current


class ResourceCase(Fact):
    """One request of one project for one resource in one phase, in thousandths of ``unit``."""

    KEY = ("project", "resource", "phase")

    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="resource_cases")
    resource = models.CharField(max_length=30)
    phase = models.PositiveSmallIntegerField(default=1)
    unit = models.CharField(max_length=20)
    requested = models.BigIntegerField()
    requested_on = models.DateField()
    due_on = models.DateField(null=True)
    granted = models.BigIntegerField(null=True)
    granted_on = models.DateField(null=True)

    class Meta:
        constraints = [unique_current("resources_case_current", "project", "resource", "phase")]
