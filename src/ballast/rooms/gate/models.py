"""Who sits at the site, and which passwords were used before."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Sitting(models.Model):
    """One stay of an account, from sign-in to its end; the database itself knows at most one open one an account."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="sittings")
    session_key = models.CharField(max_length=40, unique=True)
    begun_at = models.DateTimeField()
    address = models.CharField(max_length=45, blank=True)
    agent = models.CharField(max_length=200, blank=True)
    by = models.CharField(max_length=60)
    ended_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=12, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user"], condition=Q(ended_at__isnull=True), name="one_open_sitting")
        ]


class PasswordKept(models.Model):
    """The hash of a password an account has or had."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="passwords_kept")
    hash = models.CharField(max_length=128)
    set_at = models.DateTimeField()


class ApiToken(models.Model):
    """What a program comes in by: the hash of a token, the powers lent to it, and the last day it is good for."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="api_tokens")
    name = models.CharField(max_length=60)
    hash = models.CharField(max_length=64, unique=True)
    powers = models.JSONField()
    created_at = models.DateTimeField()
    expires_on = models.DateField()
    revoked_at = models.DateTimeField(null=True)
