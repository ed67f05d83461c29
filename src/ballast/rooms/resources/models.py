"""Facts of the resources room."""

from ballast.rooms.resources.facts import ResourceCase

__all__ = ["ResourceCase"]
