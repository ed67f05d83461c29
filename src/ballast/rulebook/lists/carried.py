"""Areas and offices written once over a run of projects, without a merged cell to say so: carried down, and said."""

from ballast.rulebook.lists.draft import Draft, Reader
from ballast.rulebook.lists.faults import fault

CARRIED = ("area", "responsible")


def carry_down(drafts: list[Draft], reader: Reader) -> None:
    """Fill the blanks below each value of a column that has every value once, at the head of its run."""
    for key in CARRIED:
        column = reader.fields.get(key)
        if column is None or any(column == at for _, at in reader.spans.anchor):
            continue
        told = [draft.values[key] for draft in drafts if draft.values.get(key)]
        runs = len(told) > 1 and len(set(told)) == len(told) and bool(drafts[0].values.get(key))
        # As many blanks as values at least: a list that merely lacks a few tells no runs.
        if not runs or len(told) * 2 > len(drafts):
            continue
        above: Draft | None = None
        for draft in drafts:
            if draft.values.get(key):
                above = draft
            elif above is not None and draft.path == above.path:
                draft.values[key] = above.values[key]
                where = reader.where(draft.line.row, column)
                draft.warnings.append(fault("carried", where, text=str(above.values[key])))
