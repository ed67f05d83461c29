"""What the league adds to the ledger: deeds, publications, appeals and the answers to them."""

from django.db import models

from ballast.kit.ledger.models import Fact, unique_current


class Deed(Fact):
    """A bonus or penalty event of an area in a month: fraud found, an award, whatever the score sheet counts.

    ``kind`` is a kind of the book; ``revoked_on`` is set where it was taken back, with the reason.
    """

    KEY = ("number",)

    number = models.CharField(max_length=20)
    area = models.ForeignKey("people.Area", on_delete=models.PROTECT, related_name="+")
    month = models.CharField(max_length=7)
    kind = models.CharField(max_length=40)
    times = models.PositiveSmallIntegerField(default=1)
    reason = models.CharField(max_length=400)
    evidence = models.CharField(max_length=400)
    revoked_on = models.DateField(null=True)
    revoked_for = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [unique_current("league_deed_current", "number")]


class Publication(Fact):
    """One edition of a ranking made public: ``top`` and ``bottom`` so many of each class, None all of it.

    ``hash`` is the ranking's.
    """

    KEY = ("month", "sheet", "edition")

    month = models.CharField(max_length=7)
    sheet = models.CharField(max_length=40)
    edition = models.PositiveSmallIntegerField()
    top = models.PositiveSmallIntegerField(null=True)
    bottom = models.PositiveSmallIntegerField(null=True)
    published_on = models.DateField()
    appeals_until = models.DateField(null=True)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [unique_current("league_publication_current", "month", "sheet", "edition")]


class Appeal(Fact):
    """An area's appeal against one part of its score in a published ranking, with reason and evidence."""

    KEY = ("number",)

    number = models.CharField(max_length=20)
    month = models.CharField(max_length=7)
    sheet = models.CharField(max_length=40)
    edition = models.PositiveSmallIntegerField()
    area = models.ForeignKey("people.Area", on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=40)
    opened_on = models.DateField()
    reason = models.CharField(max_length=400)
    evidence = models.CharField(max_length=400)

    class Meta:
        constraints = [unique_current("league_appeal_current", "number")]


class AppealAnswer(Fact):
    """What the city office answered; upheld, it names the correction slip that puts the report right."""

    KEY = ("appeal",)

    appeal = models.CharField(max_length=20)
    outcome = models.CharField(max_length=12)
    answered_on = models.DateField()
    words = models.CharField(max_length=400)
    slip = models.ForeignKey("reporting.Filing", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [unique_current("league_answer_current", "appeal")]
