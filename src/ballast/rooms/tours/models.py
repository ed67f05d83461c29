"""A tour as it was planned, its ballots, the closed box and the results: rows that are written once."""

from django.db import models

from ballast.rooms.tours.facts import Course, Draw, Judge, Nominee, PaperMarks

__all__ = [
    "Amendment", "Ballot", "Box", "Course", "Draw", "Judge", "Nominee", "PaperMarks", "Place", "Results", "Tour",
]  # fmt: skip


class Tour(models.Model):
    """One tour as planned: its kind and quarter, the rule it is held by (``rule``), and its groups of counties."""

    serial = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=40)
    quarter = models.CharField(max_length=7, db_index=True)
    title = models.CharField(max_length=120)
    rule = models.JSONField()
    groups = models.JSONField()
    planned_at = models.DateTimeField()
    planned_by = models.CharField(max_length=150)


class Ballot(models.Model):
    """One judge's marks of one project; ``hands`` read it from paper, nobody where it came from a phone."""

    tour = models.ForeignKey(Tour, on_delete=models.PROTECT, related_name="ballots")
    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="+")
    judge = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=40)
    marks = models.JSONField()
    hands = models.JSONField(default=list)
    cast_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tour", "project", "judge"], name="tours_ballot_once")]


class Box(models.Model):
    """The ballots of a tour closed: how many, the hash over all of them, and who did not vote."""

    tour = models.OneToOneField(Tour, on_delete=models.PROTECT, related_name="box")
    ballots = models.PositiveIntegerField()
    lacking = models.JSONField(default=list)
    reason = models.CharField(max_length=400, blank=True)
    closed_at = models.DateTimeField()
    closed_by = models.CharField(max_length=150)
    hash = models.CharField(max_length=64)


class Amendment(models.Model):
    """更正单 against confirmed results, put by one and decided by another; ``edition`` is the one that carries it.

    ``judge`` is whose marks of the project are put right, 0 where it is the project's coefficient. ``old`` and ``new``
    hold ``marks`` by item, or ``coefficient``. The edition's hash holds one approved.
    """

    tour = models.ForeignKey(Tour, on_delete=models.PROTECT, related_name="amendments")
    number = models.PositiveSmallIntegerField()
    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="+")
    judge = models.PositiveSmallIntegerField(default=0)
    old = models.JSONField()
    new = models.JSONField()
    reason = models.CharField(max_length=400)
    evidence = models.CharField(max_length=400)
    put_at = models.DateTimeField()
    put_by = models.CharField(max_length=150)
    state = models.CharField(max_length=20)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=150, blank=True)
    remark = models.CharField(max_length=400, blank=True)
    edition = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tour", "number"], name="tours_amendment_number")]


class Results(models.Model):
    """One edition of the confirmed results of a tour; ``hash`` is over its places, in order.

    It stands on top of the box's hash, and that of a further edition on top of the one before and of its slip.
    """

    tour = models.ForeignKey(Tour, on_delete=models.PROTECT, related_name="results")
    edition = models.PositiveSmallIntegerField(default=1)
    confirmed_at = models.DateTimeField()
    confirmed_by = models.CharField(max_length=150)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tour", "edition"], name="tours_results_edition")]


class Place(models.Model):
    """One county in confirmed results; ``points`` exact, as ``1031/12``."""

    results = models.ForeignKey(Results, on_delete=models.PROTECT, related_name="places")
    area = models.ForeignKey("people.Area", on_delete=models.PROTECT, related_name="+")
    group = models.CharField(max_length=40)
    points = models.CharField(max_length=60)
    place = models.PositiveSmallIntegerField()
    group_place = models.PositiveSmallIntegerField()
    by = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["results", "place"], name="tours_place_once")]
