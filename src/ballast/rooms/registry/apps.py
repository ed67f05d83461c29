"""The room as a Django application."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "ballast.rooms.registry"
    label = "registry"
    default_auto_field = "django.db.models.BigAutoField"
