"""Facts of the lifecycle room."""

from ballast.rooms.lifecycle.facts import Milestone

__all__ = ["Milestone"]
