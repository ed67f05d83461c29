"""What a tour adds to the ledger: its course, the projects put forward, its judges, marks read from paper, draws."""

from django.db import models

from ballast.kit.ledger.models import Fact, unique_current


class Course(Fact):
    """Where a tour stands (``rulebook.touring.life.State``), the day it is held, and why it was called off."""

    KEY = ("tour",)

    tour = models.ForeignKey("tours.Tour", on_delete=models.PROTECT, related_name="courses")
    state = models.CharField(max_length=12)
    held_on = models.DateField()
    reason = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [unique_current("tours_course_current", "tour")]


class Nominee(Fact):
    """The project a county is seen by, at one of its positions: put forward, approved, or put in another's place.

    ``coefficient`` is its difficulty; ``why`` says why it was replaced, ``hard`` why the coefficient.
    """

    KEY = ("tour", "area", "position")

    tour = models.ForeignKey("tours.Tour", on_delete=models.PROTECT, related_name="nominees")
    area = models.ForeignKey("people.Area", on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="tours")
    line = models.CharField(max_length=120)
    approved = models.BooleanField(default=False)
    coefficient = models.DecimalField(max_digits=5, decimal_places=3, default=1)
    why = models.CharField(max_length=400, blank=True)
    hard = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [unique_current("tours_nominee_current", "tour", "area", "position")]


class Judge(Fact):
    """A judge of a tour; ``ticket`` is the hash of the link that lets them vote, empty for one who votes on paper."""

    KEY = ("tour", "number")

    tour = models.ForeignKey("tours.Tour", on_delete=models.PROTECT, related_name="judges")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=40)
    office = models.CharField(max_length=120, blank=True)
    ticket = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [unique_current("tours_judge_current", "tour", "number")]


class PaperMarks(Fact):
    """One paper ballot as one person read it: it counts once two persons read the same."""

    KEY = ("tour", "project", "judge", "hand")

    tour = models.ForeignKey("tours.Tour", on_delete=models.PROTECT, related_name="papers")
    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="+")
    judge = models.PositiveSmallIntegerField()
    hand = models.CharField(max_length=150)
    marks = models.JSONField()

    class Meta:
        constraints = [unique_current("tours_paper_current", "tour", "project", "judge", "hand")]


class Draw(Fact):
    """A draw among counties that were level to the last: its order, who presided, and why it was held."""

    KEY = ("tour", "counties")

    tour = models.ForeignKey("tours.Tour", on_delete=models.PROTECT, related_name="draws")
    counties = models.CharField(max_length=400)
    order = models.JSONField()
    chair = models.CharField(max_length=60)
    reason = models.CharField(max_length=400)

    class Meta:
        constraints = [unique_current("tours_draw_current", "tour", "counties")]
