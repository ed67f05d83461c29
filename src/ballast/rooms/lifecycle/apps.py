"""The room as a Django application."""

from django.apps import AppConfig


class LifecycleConfig(AppConfig):
    name = "ballast.rooms.lifecycle"
    label = "lifecycle"
    default_auto_field = "django.db.models.BigAutoField"
