"""The room as a Django application."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "ballast.rooms.reporting"
    label = "reporting"
    default_auto_field = "django.db.models.BigAutoField"
