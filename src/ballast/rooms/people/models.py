"""Areas, offices and officials; who holds which office when stands in facts."""

from django.conf import settings
from django.db import models

from ballast.rooms.people.facts import Appointment, Delegation

__all__ = ["Appointment", "Area", "Delegation", "Office", "Official"]


class Area(models.Model):
    """One place that answers for projects: the city, a county, or a park with its parent county.

    ``code`` is the GB/T 2260 code of six digits; parks, which have none, carry their own.
    ``aliases`` are the other names lists use; ``shape`` is a GeoJSON geometry for the map.
    """

    code = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=60, unique=True)
    kind = models.CharField(max_length=10)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    aliases = models.JSONField(default=list)
    position = models.PositiveSmallIntegerField(default=0)
    shape = models.JSONField(null=True)

    def __str__(self) -> str:
        return self.name


class Office(models.Model):
    """One office of an area."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="offices")
    name = models.CharField(max_length=80, unique=True)


class Official(models.Model):
    """A person who signs in: identity alone; an account without an appointment may do nothing.

    ``must_change_password`` is set with every password somebody else has chosen, and taken away by the person's own.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="official")
    name = models.CharField(max_length=40)
    must_change_password = models.BooleanField(default=False)
