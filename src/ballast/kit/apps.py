"""The kit as a Django application: the ledger's own tables and the audit line."""

from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "ballast.kit"
    label = "kit"
    default_auto_field = "django.db.models.BigAutoField"
