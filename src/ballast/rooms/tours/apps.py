"""The room as a Django application."""

from django.apps import AppConfig


class ToursConfig(AppConfig):
    name = "ballast.rooms.tours"
    label = "tours"
    default_auto_field = "django.db.models.BigAutoField"
