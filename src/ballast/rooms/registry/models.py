"""The identity of a project; what is known of it stands in facts."""

from django.db import models

from ballast.rooms.registry.facts import (
    AnnualPlan,
    Approval,
    Contract,
    DevelopedLand,
    Evidence,
    Funding,
    Membership,
    Merge,
    MonthTask,
    Profile,
    ProjectRole,
    Promise,
)

__all__ = [
    "AnnualPlan", "Approval", "Contract", "DevelopedLand", "Evidence", "Funding", "ImportBatch", "IndustryCode", "Look",
    "Membership", "Merge", "MonthTask", "NamedList", "Profile", "Project", "ProjectRole", "Promise", "Proposal",
    "Suspicion",
]  # fmt: skip


class Project(models.Model):
    """One investment project, for good; ``serial`` is Ballast's own number (P000001)."""

    serial = models.CharField(max_length=12, unique=True)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.serial


class NamedList(models.Model):
    """A list that projects are put on: 省重点, 市重点, 69 个重点产业项目."""

    code = models.CharField(max_length=30, unique=True)
    name = models.CharField(max_length=60, unique=True)


class IndustryCode(models.Model):
    """One class of GB/T 4754-2017, loaded from the official table."""

    code = models.CharField(max_length=5, unique=True)
    name = models.CharField(max_length=120)


class ImportBatch(models.Model):
    """One committed import of a list: whose, which file, which list, and what came of it."""

    file = models.ForeignKey("kit.StoredFile", on_delete=models.PROTECT, related_name="+")
    list = models.ForeignKey(NamedList, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    outcome = models.JSONField(default=dict)


class Proposal(models.Model):
    """A list a county sent to the city office: the file with what was said of it, and what became of it."""

    file = models.ForeignKey("kit.StoredFile", on_delete=models.PROTECT, related_name="+")
    area = models.ForeignKey("people.Area", on_delete=models.PROTECT, related_name="+")
    said = models.JSONField(default=list)
    rows = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    decision = models.CharField(max_length=20, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=150, blank=True)
    reason = models.CharField(max_length=400, blank=True)
    batch = models.ForeignKey(ImportBatch, null=True, on_delete=models.PROTECT, related_name="+")


class Suspicion(models.Model):
    """Two projects that may be one: listed for review, never merged silently."""

    first = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="+")
    reasons = models.JSONField(default=list)
    likeness = models.PositiveSmallIntegerField()
    found_at = models.DateTimeField()
    decision = models.CharField(max_length=20, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=150, blank=True)
    remark = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["first", "second"], name="registry_suspicion_pair")]


class Look(models.Model):
    """A quarter of how a photo looks: pictures that differ in three bits or fewer agree in one of the four."""

    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="looks")
    quarter = models.PositiveSmallIntegerField()
    value = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index(fields=["quarter", "value"], name="registry_look_quarter")]
