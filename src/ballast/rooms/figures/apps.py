"""The room as a Django application."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "ballast.rooms.figures"
    label = "figures"
    default_auto_field = "django.db.models.BigAutoField"
