"""Facts of who holds which office, and who stands in for whom."""

from django.db import models

from ballast.kit.ledger.models import Fact, unique_current


class Appointment(Fact):
    """An official holds a role (``rulebook.terms.Role``) in an office from ``since`` to the end of ``until``."""

    KEY = ("official", "office", "role", "since")

    official = models.ForeignKey("people.Official", on_delete=models.PROTECT, related_name="appointments")
    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="appointments")
    role = models.CharField(max_length=20)
    since = models.DateField()
    until = models.DateField(null=True)
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [unique_current("people_appointment_current", "official", "office", "role", "since")]


class Delegation(Fact):
    """``giver`` lends ``taker`` powers (``rulebook.powers``; None: all) from ``since`` to the end of ``until``."""

    KEY = ("giver", "taker", "since")

    giver = models.ForeignKey("people.Official", on_delete=models.PROTECT, related_name="given")
    taker = models.ForeignKey("people.Official", on_delete=models.PROTECT, related_name="taken")
    powers = models.JSONField(null=True)
    since = models.DateField()
    until = models.DateField()
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [unique_current("people_delegation_current", "giver", "taker", "since")]
