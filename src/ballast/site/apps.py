"""The site as a Django application."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "ballast.site"
    label = "site"
