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
    nodes,
    promises,
    repeated,
    schedule,
    silence,
    standings,
    tasks,
    timing,
)
from ballast.rulebook.measures.registry import REGISTRY, Kind

_ORDER = (
    schedule, nodes, tasks, timing, silence, limits, money, promises, repeated, arithmetic, composed, choosing, areas,
    counting, averaging, standings,
)  # fmt: skip

KINDS: dict[str, Kind] = {
    kind.code: kind for module in _ORDER for kind in REGISTRY.values() if kind.reckon.__module__ == module.__name__
}
