"""Facts about what a project is, what it plans and what pays for it. Money is integer 元."""

from django.db import models

from ballast.kit.ledger.models import Fact, unique_current


class Profile(Fact):
    """The card of a project: name, owner, site, content, classification, total investment."""

    KEY = ("project",)

    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="profiles")
    name = models.CharField(max_length=300)
    project_code = models.CharField(max_length=29, blank=True)
    credit_code = models.CharField(max_length=18, blank=True)
    owner = models.CharField(max_length=200, blank=True)
    investor = models.CharField(max_length=200, blank=True)
    area = models.ForeignKey("people.Area", on_delete=models.PROTECT, related_name="+")
    site = models.CharField(max_length=300, blank=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=6, null=True)
    nature = models.CharField(max_length=20, blank=True)
    content = models.TextField(blank=True)
    start_year = models.PositiveSmallIntegerField(null=True)
    end_year = models.PositiveSmallIntegerField(null=True)
    total_investment = models.BigIntegerField(null=True)
    done_by_last_year = models.BigIntegerField(null=True)
    industry = models.CharField(max_length=5, blank=True)
    lead_industry = models.CharField(max_length=30, blank=True)
    strategic = models.BooleanField(null=True)
    land_mode = models.CharField(max_length=20, blank=True)
    land_mu = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    responsible = models.CharField(max_length=200, blank=True)
    responsible_person = models.CharField(max_length=100, blank=True)
    linked_leader = models.CharField(max_length=100, blank=True)
    remarks = models.TextField(blank=True)

    class Meta:
        constraints = [unique_current("registry_profile_current", "project")]


class Membership(Fact):
    """A project stands on a named list from ``since`` until ``until`` (None: still)."""

    KEY = ("project", "named_list")

    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="memberships")
    named_list = models.ForeignKey("registry.NamedList", on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = [unique_current("registry_membership_current", "project", "named_list")]


class AnnualPlan(Fact):
    """The planned investment of a project in a year (年度计划投资) and its goal in words."""

    KEY = ("project", "year")

    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="plans")
    year = models.PositiveSmallIntegerField()
    amount = models.BigIntegerField(null=True)
    goal = models.TextField(blank=True)

    class Meta:
        constraints = [unique_current("registry_plan_current", "project", "year")]


class MonthTask(Fact):
    """The investment set for a project in one month (月任务), in 元."""

    KEY = ("project", "month")

    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="tasks")
    month = models.CharField(max_length=7)
    task = models.BigIntegerField(null=True)

    class Meta:
        constraints = [unique_current("registry_task_current", "project", "month")]


class DevelopedLand(Fact):
    """How much of a project's land is under permanent works (已动工开发面积), in mu."""

    KEY = ("project",)

    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="developed")
    developed_mu = models.DecimalField(max_digits=10, decimal_places=2, null=True)

    class Meta:
        constraints = [unique_current("registry_developed_current", "project")]


class Funding(Fact):
    """One channel of a project's funds: agreed in all, and paid in up to the end of ``month``."""

    KEY = ("project", "channel", "month")

    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="funding")
    channel = models.CharField(max_length=30)
    month = models.CharField(max_length=7)
    agreed = models.BigIntegerField(null=True)
    paid_in = models.BigIntegerField(null=True)

    class Meta:
        constraints = [unique_current("registry_funding_current", "project", "channel", "month")]


class Promise(Fact):
    """What the agreement promises at capacity (a year's output and tax in 元, jobs) and start-on-land."""

    KEY = ("project",)

    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="promises")
    output = models.BigIntegerField(null=True)
    tax = models.BigIntegerField(null=True)
    jobs = models.PositiveIntegerField(null=True)
    start_on_land = models.BooleanField(null=True)

    class Meta:
        constraints = [unique_current("registry_promise_current", "project")]


class ProjectRole(Fact):
    """A person answers for a project (``rulebook.terms.ProjectRoleKind``) from ``since`` to the end of ``until``.

    ``official`` is set where the person signs in; ``person`` is their name either way. The phone is need-to-know.
    """

    KEY = ("project", "kind", "person", "since")

    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="roles")
    kind = models.CharField(max_length=20)
    person = models.CharField(max_length=60)
    official = models.ForeignKey("people.Official", null=True, on_delete=models.PROTECT, related_name="+")
    office = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = [unique_current("registry_role_current", "project", "kind", "person", "since")]


class Merge(Fact):
    """A project turned out to be another one: figures and lists count ``into`` alone, what was told stays."""

    KEY = ("project",)

    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="merges")
    into = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [unique_current("registry_merge_current", "project")]


class Approval(Fact):
    """The approval or filing (核准、备案、概算批复) a project stands on: for whom, and for how much in all."""

    KEY = ("project",)

    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="approvals")
    number = models.CharField(max_length=100, blank=True)
    owner = models.CharField(max_length=200, blank=True)
    credit_code = models.CharField(max_length=18, blank=True)
    total = models.BigIntegerField(null=True)
    approved_on = models.DateField(null=True)

    class Meta:
        constraints = [unique_current("registry_approval_current", "project")]


class Contract(Fact):
    """A construction contract of a project: the owner's side (发包人), and its amount."""

    KEY = ("project", "number")

    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="contracts")
    number = models.CharField(max_length=100, blank=True)
    party = models.CharField(max_length=200, blank=True)
    credit_code = models.CharField(max_length=18, blank=True)
    contractor = models.CharField(max_length=200, blank=True)
    contract_amount = models.BigIntegerField(null=True)
    signed_on = models.DateField(null=True)

    class Meta:
        constraints = [unique_current("registry_contract_current", "project", "number")]


class Evidence(Fact):
    """A photo or paper attached to a claim (``progress:2025-07``), with what the camera wrote; null is what it did not.

    ``look`` are the 64 bits by which pictures that look the same are found; ``zoned`` tells that the moment is known
    on its own, without taking the camera's clock for the city's.
    """

    KEY = ("project", "claim", "file")

    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="evidence")
    claim = models.CharField(max_length=40)
    file = models.ForeignKey("kit.StoredFile", on_delete=models.PROTECT, related_name="+")
    thumbnail = models.ForeignKey("kit.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")
    file_kind = models.CharField(max_length=8)
    file_name = models.CharField(max_length=120)
    caption = models.CharField(max_length=200, blank=True)
    taken_at = models.DateTimeField(null=True)
    zoned = models.BooleanField(null=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=6, null=True)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    look = models.CharField(max_length=16, blank=True)

    class Meta:
        constraints = [unique_current("registry_evidence_current", "project", "claim", "file")]
        indexes = [models.Index(fields=["claim"], name="registry_evidence_claim")]
