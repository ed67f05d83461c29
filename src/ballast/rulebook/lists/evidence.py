"""Where a row may be read two ways, the stated counts and sums decide."""

from collections.abc import Sequence

from ballast.kit.money import in_wan
from ballast.rulebook.lists.draft import Draft, Reader
from ballast.rulebook.lists.faults import fault
from ballast.rulebook.lists.reconcile import Span, Sums, agrees
from ballast.rulebook.lists.tree import Stated, Tree


def scopes(drafts: Sequence[Draft], tree: Tree) -> list[tuple[Stated, Span]]:
    """Every stated figure with the projects it can be held against."""
    found = [(node.stated, Span(node.first, node.last)) for node in tree.nodes if node.last > node.first]
    found += [
        (mark.stated, Span(0, len(drafts)))
        for mark in tree.marks
        if mark.line.kind in ("total", "said") and not mark.subtotal and mark.place in (0, len(drafts))
    ]
    return [(stated, span) for stated, span in found if stated.anything()]


def adopt_added(drafts: list[Draft], tree: Tree, reader: Reader) -> None:
    """Money over several rows, or in phases: the first row is taken, or the sum where the totals ask for it."""
    several = [draft for draft in drafts if draft.added]
    if not several:
        return
    first = Sums(drafts)
    for draft in several:
        place = drafts.index(draft)
        sums = _replaced(drafts, place)
        held = [(stated, span) for stated, span in scopes(drafts, tree) if span.first <= place < span.last]
        gain = sum(agrees(stated, sums.of(span)) - agrees(stated, first.of(span)) for stated, span in held)
        _choose(draft, gain > 0, reader)
        first = Sums(drafts)


def _replaced(drafts: Sequence[Draft], place: int) -> Sums:
    """The sums as they would be with the rows of one project added up."""
    draft = drafts[place]
    kept = dict(draft.values)
    draft.values.update(draft.added)
    sums = Sums(drafts)
    draft.values.clear()
    draft.values.update(kept)
    return sums


def _choose(draft: Draft, added: bool, reader: Reader) -> None:
    for key, total in draft.added.items():
        first = draft.values.get(key)
        # Lines that together make the first amount are its portions, and phases were warned of: nothing to ask.
        if not added and (first is None or total == 2 * first):
            continue
        code = "money-added" if added else "money-several"
        where = reader.where(draft.rows[0], reader.fields.get(key, 0))
        draft.warnings.append(fault(code, where, field=key, text=f"{in_wan(total if added else first or 0)} 万元"))
        if added:
            draft.values[key] = total
    draft.added = {}


def adopt_parts(drafts: list[Draft], tree: Tree, reader: Reader) -> list[Draft]:
    """A project whose total is empty and whose parts carry money has the parts' sum when the totals ask for it."""
    for place, draft in enumerate(drafts):
        if not draft.parts or draft.values.get("total_investment") is not None:
            continue
        total = sum(part.total_investment or 0 for part in draft.parts)
        held = [(stated, span) for stated, span in scopes(drafts, tree) if span.first <= place < span.last]
        before = Sums(drafts)
        if not total:
            continue
        draft.values["total_investment"] = total
        after = Sums(drafts)
        if sum(agrees(stated, after.of(span)) - agrees(stated, before.of(span)) for stated, span in held) <= 0:
            del draft.values["total_investment"]
            continue
        draft.warnings.append(
            fault(
                "money-added",
                reader.where(draft.rows[0], draft.line.name_column),
                field="total_investment",
                text=f"{in_wan(total)} 万元",
            )
        )
    return drafts
