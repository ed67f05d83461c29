"""What a list says of itself before anyone decides: its year."""

from collections import Counter

from ballast.rulebook.lists.report import Recognition


def stated_year(recognition: Recognition) -> int | None:
    """The year of the plans: that of the plan's column, else of the titles; None where nothing says."""
    plans = Counter(
        column.year
        for table in recognition.tables
        if table.kind == "list"
        for column in table.columns.values()
        if column.field == "annual_plan" and column.year
    )
    titles = Counter(table.year for table in recognition.tables if table.year and table.kind == "list")
    said = (plans or titles).most_common(1)
    return said[0][0] if said else None
