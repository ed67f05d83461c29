"""What was lit when a month was sealed; exceptions, reasons and letters stand in facts."""

from django.db import models

from ballast.rooms.supervision.facts import (
    ClockExtension,
    ClockPause,
    JustifiedException,
    Letter,
    LetterAnswer,
    StallReason,
)

__all__ = [
    "ClockExtension", "ClockPause", "JustifiedException", "Letter", "LetterAnswer", "LitArea",
    "LitDepartment", "LitMonth", "LitProject", "StallReason",
]  # fmt: skip


class LitMonth(models.Model):
    """The lights of one edition of a month, fixed: under which book, as known at which moment; never changed.

    ``hash`` is over every line of it, in order.
    """

    month = models.CharField(max_length=7, db_index=True)
    edition = models.PositiveSmallIntegerField()
    moment = models.DateTimeField()
    book = models.CharField(max_length=64)
    projects = models.PositiveIntegerField()
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["month", "edition"], name="supervision_lit_once")]


class LitProject(models.Model):
    """One project in a fixed month: its stage, its lights and its stalls, by their codes in the book.

    ``lights`` holds a colour, or the word of a state; ``stalls`` the standing on each list the project is on, and
    since when it is due: ``due 2025-03``.
    """

    lit = models.ForeignKey(LitMonth, on_delete=models.PROTECT, related_name="lines")
    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="lit")
    stage = models.CharField(max_length=20)
    lights = models.JSONField()
    stalls = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "lit"], name="supervision_lit_project_once")]


class LitArea(models.Model):
    """One area in a fixed month: its lights, as of a project."""

    lit = models.ForeignKey(LitMonth, on_delete=models.PROTECT, related_name="areas")
    area = models.ForeignKey("people.Area", on_delete=models.PROTECT, related_name="+")
    lights = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["area", "lit"], name="supervision_lit_area_once")]


class LitDepartment(models.Model):
    """One department in a fixed month, by the name of the responsible unit: its lights, as those of an area."""

    lit = models.ForeignKey(LitMonth, on_delete=models.PROTECT, related_name="departments")
    department = models.CharField(max_length=150)
    lights = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["department", "lit"], name="supervision_lit_department_once")]
