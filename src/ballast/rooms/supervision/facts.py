"""What supervision adds to the ledger: exceptions, reasons of stalls, pauses and extensions of clocks, letters."""

from django.db import models

from ballast.kit.ledger.models import Fact, unique_current


class JustifiedException(Fact):
    """A justified exception: rules of the book do not weigh on a project or an area for a while, for a reason.

    ``kind`` is a kind of the book's chapter of exceptions; ``rules`` narrows what it suspends (``lights.start``),
    empty is all that its kind suspends. ``ended_on`` is set where it was lifted before ``until``.
    """

    KEY = ("number",)

    number = models.CharField(max_length=20)
    project = models.ForeignKey("registry.Project", null=True, on_delete=models.PROTECT, related_name="exceptions")
    area = models.ForeignKey("people.Area", null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    rules = models.JSONField(default=list)
    since = models.DateField()
    until = models.DateField()
    ended_on = models.DateField(null=True)
    reason = models.CharField(max_length=400)
    evidence = models.CharField(max_length=400, blank=True)
    approver = models.CharField(max_length=150)

    class Meta:
        constraints = [unique_current("supervision_exception_current", "number")]


class StallReason(Fact):
    """Why a project is stuck on a list of stalls, who holds it since when, and when it is to be free.

    ``reason`` is a reason of the book; ``holder`` the office or firm that has the next step.
    """

    KEY = ("project", "stall")

    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="stall_reasons")
    stall = models.CharField(max_length=40)
    reason = models.CharField(max_length=40)
    words = models.CharField(max_length=400, blank=True)
    holder = models.CharField(max_length=120, blank=True)
    held_since = models.DateField(null=True)
    promised_on = models.DateField(null=True)

    class Meta:
        constraints = [unique_current("supervision_reason_current", "project", "stall")]


class ClockPause(Fact):
    """A clock of the book stood still for a project, from ``since`` up to and with ``until`` (None: still)."""

    KEY = ("project", "clock", "since")

    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="clock_pauses")
    clock = models.CharField(max_length=40)
    since = models.DateField()
    until = models.DateField(null=True)
    reason = models.CharField(max_length=40)
    paper = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [unique_current("supervision_pause_current", "project", "clock", "since")]


class ClockExtension(Fact):
    """A clock of the book was extended once for a project."""

    KEY = ("project", "clock", "granted_on")

    project = models.ForeignKey("registry.Project", on_delete=models.PROTECT, related_name="clock_extensions")
    clock = models.CharField(max_length=40)
    granted_on = models.DateField()
    paper = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [unique_current("supervision_extension_current", "project", "clock", "granted_on")]


class Letter(Fact):
    """One step of a ladder taken: a numbered letter (or talk) to a unit, about one project, area or department.

    ``ladder`` and ``step`` are the book's; ``about`` the light or stall list, empty where the ladder counts all of a
    subject together; ``month`` the month that called for it; ``deadline`` None where the step has none.
    """

    KEY = ("number",)

    number = models.CharField(max_length=20)
    ladder = models.CharField(max_length=40)
    step = models.CharField(max_length=40)
    about = models.CharField(max_length=60, blank=True)
    project = models.ForeignKey("registry.Project", null=True, on_delete=models.PROTECT, related_name="letters")
    area = models.ForeignKey("people.Area", null=True, on_delete=models.PROTECT, related_name="+")
    department = models.CharField(max_length=150, blank=True, default="")
    month = models.CharField(max_length=7)
    unit = models.CharField(max_length=200)
    sent_on = models.DateField()
    deadline = models.DateField(null=True)
    title = models.CharField(max_length=200)
    body = models.JSONField(default=list)
    document = models.ForeignKey("kit.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [unique_current("supervision_letter_current", "number")]


class LetterAnswer(Fact):
    """What came back on a letter: its receipt, a reply. ``kind`` is ``rulebook.ladders.Happened``."""

    KEY = ("letter", "kind", "came_on")

    letter = models.CharField(max_length=20)
    kind = models.CharField(max_length=12)
    came_on = models.DateField()
    words = models.TextField(blank=True)
    by_whom = models.CharField(max_length=150, blank=True)

    class Meta:
        constraints = [unique_current("supervision_answer_current", "letter", "kind", "came_on")]
