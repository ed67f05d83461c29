"""The room as a Django application."""

from django.apps import AppConfig


class LeagueConfig(AppConfig):
    name = "ballast.rooms.league"
    label = "league"
    default_auto_field = "django.db.models.BigAutoField"
