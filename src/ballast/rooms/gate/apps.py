"""The room as a Django application."""

from django.apps import AppConfig


class GateConfig(AppConfig):
    name = "ballast.rooms.gate"
    label = "gate"
    default_auto_field = "django.db.models.BigAutoField"
