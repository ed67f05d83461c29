"""The room as a Django application."""

from django.apps import AppConfig


class RemindersConfig(AppConfig):
    name = "ballast.rooms.reminders"
    label = "reminders"
    default_auto_field = "django.db.models.BigAutoField"
