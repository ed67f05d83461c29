"""The same project listed twice: in an overview and a county's own sheet, or under one project code."""

from dataclasses import replace

from ballast.rulebook.lists.faults import fault
from ballast.rulebook.lists.report import ProjectRow, Recognition
from ballast.rulebook.lists.words import plain_text


def overlaps(result: Recognition) -> None:
    """Add to each row whose name or code stands elsewhere in the file a warning that says where."""
    places: dict[str, list[int]] = {}
    codes: dict[str, list[int]] = {}
    for place, row in enumerate(result.rows):
        places.setdefault(plain_text(row.name), []).append(place)
        code = row.values.get("project_code")
        if code:
            codes.setdefault(code, []).append(place)
    for same in places.values():
        if len(same) > 1:
            _tell(result.rows, same, "twice")
    for code, same in codes.items():
        for later in same[1:]:
            column = result.rows[later].cells.get("project_code", "")
            where = f"{result.rows[later].sheet}!{column}"
            result.errors.append(fault("code-twice", where, text=code, other=result.rows[same[0]].source))


def _tell(rows: list[ProjectRow], same: list[int], code: str) -> None:
    for place in same:
        other = rows[same[0] if place != same[0] else same[1]]
        warning = fault(code, rows[place].source, other=other.source)
        rows[place] = replace(rows[place], warnings=(*rows[place].warnings, warning))
