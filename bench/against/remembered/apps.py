"""The peer as a Django application."""

from django.apps import AppConfig


class RememberedConfig(AppConfig):
    name = "against.remembered"
    label = "remembered"
    default_auto_field = "django.db.models.BigAutoField"
