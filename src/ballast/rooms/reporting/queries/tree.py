"""A month by the tree of areas: a parent is complete only when all below it are."""

from collections import Counter

from ballast.rooms.people import queries as people
from ballast.rooms.people.cards import AreaCard
from ballast.rooms.registry.cards import Reach
from ballast.rooms.reporting.cards import AreaNode
from ballast.rooms.reporting.queries.months import AreaReport, reported
from ballast.rulebook.loop import State


def month_tree(month: str, *, held: Reach) -> list[AreaNode]:
    """The areas held as a whole, each under its parent where that is held too; those with nothing due are left out."""
    areas = [area for area in people.areas() if held.whole(area.code)]
    reports = {one.area.code: one for one in reported(month)}
    codes = {area.code for area in areas}
    roots = [area for area in areas if area.parent_code not in codes]
    nodes = [_node(area, areas, reports) for area in roots]
    return [node for node in nodes if node.due]


def _node(area: AreaCard, areas: list[AreaCard], reports: dict[str, AreaReport]) -> AreaNode:
    below = tuple(
        node
        for child in areas
        if child.parent_code == area.code and (node := _node(child, areas, reports)).due
    )  # fmt: skip
    own = reports.get(area.code)
    states: Counter[State] = Counter(dict(own.states) if own else {})
    for node in below:
        states.update(node.states)
    due = own.due if own else 0
    return AreaNode(
        area=area, own_due=due, due=due + sum(node.due for node in below), states=states,
        missing=due - sum(own.states.values() if own else ()) + sum(node.missing for node in below),
        late=(own.late if own else 0) + sum(node.late for node in below),
        complete=(own is None or own.complete) and all(node.complete for node in below), below=below,
    )  # fmt: skip
