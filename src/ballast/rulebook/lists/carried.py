"""Areas and offices written once over a run of projects, without a merged cell to say so: carried down, and said."""

from ballast.rulebook.lists.draft import Draft, Reader
from ballast.rulebook.lists.faults import fault
from ballast.rulebook.lists.tree import Tree

CARRIED = ("area", "responsible")


def carry_down(drafts: list[Draft], tree: Tree, reader: Reader) -> None:
    """Fill the blanks below each value of a column that has every value once, at the head of its run."""
    # Subtotals below groups close those, not the runs of a column.
    closed = set() if tree.nodes else {mark.place for mark in tree.marks if mark.line.kind == "total"}
    for key in CARRIED:
        column = reader.fields.get(key)
        if column is None or any(column == at for _, at in reader.spans.anchor):
            continue
        told = [draft.values[key] for draft in drafts if draft.values.get(key)]
        runs = len(told) > 1 and len(set(told)) == len(told) and bool(drafts[0].values.get(key))
        heads = {place for place, draft in enumerate(drafts) if draft.values.get(key)} - {0}
        # A total before each new value, or as many blanks as values: a list that merely lacks a few tells no runs.
        if not runs or (len(told) * 2 > len(drafts) and not heads <= closed):
            continue
        above: Draft | None = None
        for draft in drafts:
            if draft.values.get(key):
                above = draft
            elif above is not None and draft.path == above.path:
                draft.values[key] = above.values[key]
                where = reader.where(draft.line.row, column)
                draft.warnings.append(fault("carried", where, text=str(above.values[key])))
