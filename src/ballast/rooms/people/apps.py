"""The room as a Django application."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "ballast.rooms.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
