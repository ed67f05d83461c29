"""Facts of the policy room."""

from ballast.rooms.policy.facts import Adoption

__all__ = ["Adoption"]
