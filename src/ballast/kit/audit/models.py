"""The table of audit lines."""

from django.db import models


class AuditLine(models.Model):
    """One act: time, actor, act, object, result; with each line the hash of the line before it."""

    moment = models.DateTimeField()
    actor = models.CharField(max_length=150)
    act = models.CharField(max_length=80)
    object = models.CharField(max_length=255)
    result = models.CharField(max_length=20)
    detail = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        # Whatever is asked for is read from its newest line back, page by page, without sorting.
        indexes = [
            models.Index(fields=["moment", "id"], name="kit_audit_moment"),
            models.Index(fields=["actor", "moment", "id"], name="kit_audit_actor"),
            models.Index(fields=["act", "moment", "id"], name="kit_audit_act"),
            models.Index(fields=["result", "moment", "id"], name="kit_audit_result"),
        ]
