"""The room as a Django application."""

from django.apps import AppConfig


class PolicyConfig(AppConfig):
    name = "ballast.rooms.policy"
    label = "policy"
    default_auto_field = "django.db.models.BigAutoField"
