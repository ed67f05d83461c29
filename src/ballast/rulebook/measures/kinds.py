"""Every kind of measure, by its code, in the order of the handbook."""

from ballast.rulebook.measures import (
    areas,
    arithmetic,
    averaging,
    choosing,
    composed,
    counting,
    limits,
    money,
    promises,
    repeated,
    schedule,
    silence,
    tasks,
    timing,
)
from ballast.rulebook.measures.registry import REGISTRY, Kind

_ORDER = (
    schedule, tasks, timing, silence, limits, money, promises, repeated, arithmetic, composed, choosing, areas,
    counting, averaging,
)  # fmt: skip

KINDS: dict[str, Kind] = {
    kind.code: kind for module in _ORDER for kind in REGISTRY.values() if kind.reckon.__module__ == module.__name__
}
