"""The room as a Django application."""

from django.apps import AppConfig


class ResourcesConfig(AppConfig):
    name = "ballast.rooms.resources"
    label = "resources"
    default_auto_field = "django.db.models.BigAutoField"
