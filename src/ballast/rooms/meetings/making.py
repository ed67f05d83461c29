"""The making of a pack behind the scenes: asked for, in hand, made or failed; no fact, but where the work stands."""

from django.db import models

from ballast.rooms.meetings.cards import MakingState

OPEN = (MakingState.WAITING, MakingState.RUNNING)


class Making(models.Model):
    """One asking for a meeting's pack; at most one of a meeting is open. ``tries`` counts how often it was begun."""

    meeting = models.CharField(max_length=20, db_index=True)
    state = models.CharField(max_length=10)
    asked_by = models.CharField(max_length=150)
    asked_at = models.DateTimeField()
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    tries = models.PositiveSmallIntegerField(default=0)
    pack = models.PositiveSmallIntegerField(default=0)
    reason_zh = models.CharField(max_length=400, blank=True)
    reason_en = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting"], condition=models.Q(state__in=OPEN), name="meetings_one_making_at_a_time"
            )
        ]
