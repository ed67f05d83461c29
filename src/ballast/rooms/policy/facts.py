"""Which book holds from when; its text is kept with it, so that it never changes behind the city's back."""

from django.db import models

from ballast.kit.ledger.models import Fact, unique_current


class Adoption(Fact):
    """A book that holds from ``effective`` on, until the next one does.

    ``layers`` are the texts it rests on, the lowest first, each with the file it was; ``sha256`` is over them.
    """

    KEY = ("effective",)

    effective = models.DateField()
    place = models.CharField(max_length=100)
    paper = models.CharField(max_length=300)
    dated = models.DateField()
    file = models.CharField(max_length=255)
    layers = models.JSONField()
    sha256 = models.CharField(max_length=64, db_index=True)
    reason = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [unique_current("policy_adoption_current", "effective")]
