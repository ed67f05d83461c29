"""Wishes of people, digests of days, and the messages they went out in; the log of what was sent."""

from django.db import models


class Preference(models.Model):
    """How one account wants to be reminded. ``addresses`` is JSON by channel, sealed by the signing key."""

    who = models.CharField(max_length=150, unique=True)
    hour = models.PositiveSmallIntegerField(default=8)
    muted = models.BooleanField(default=False)
    kinds_off = models.JSONField(default=list)
    quiet = models.JSONField(default=list)
    channels = models.JSONField(default=list)
    addresses = models.TextField(blank=True)
    changed_at = models.DateTimeField()


class Digest(models.Model):
    """One account's digest of one day (``@city``: the office's group); ``counts`` by kind, ``text`` as it went out."""

    who = models.CharField(max_length=150)
    day = models.DateField(db_index=True)
    state = models.CharField(max_length=12)
    title = models.CharField(max_length=60, blank=True)
    text = models.TextField(blank=True)
    counts = models.JSONField(default=dict)
    laid_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["who", "day"], name="reminders_one_a_day")]


class Message(models.Model):
    """One digest over one channel, and what became of it."""

    digest = models.ForeignKey(Digest, on_delete=models.PROTECT, related_name="messages")
    channel = models.CharField(max_length=12)
    state = models.CharField(max_length=12)
    tries = models.PositiveSmallIntegerField(default=0)
    begun_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["digest", "channel"], name="reminders_once_a_channel")]
