"""The room as a Django application."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "ballast.rooms.meetings"
    label = "meetings"
    default_auto_field = "django.db.models.BigAutoField"
