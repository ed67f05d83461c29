"""What an office says in its group when reports are missing: who lacks how many, who fills them in, by when (催报)."""

from collections.abc import Sequence
from datetime import date

from ballast.rooms.people import queries as people
from ballast.rooms.reporting.queries.months import AreaReport
from ballast.rulebook.calendar import DueDates
from ballast.rulebook.terms import Role


def call(month: str, areas: Sequence[AreaReport], *, dates: DueDates, on: date) -> str:
    """The words to send on; empty where nobody lacks a report, and before the month opens."""
    lacking = [area for area in areas if area.reported < area.due]
    if not lacking or on < dates.opens:
        return ""
    reporters: dict[str, list[str]] = {}
    for one in people.appointments(on=on):
        if one.role is Role.REPORTER:
            reporters.setdefault(one.office.area_code, []).append(one.name)
    late = dates.late_days(on)
    limit = f"已逾期 {late} 天" if late else f"{dates.county:%m月%d日}前报齐"
    lines = [f"【催报】{month} 月报尚缺 {sum(area.due - area.reported for area in lacking)} 项，{limit}："]
    for area in lacking:
        names = "、".join(dict.fromkeys(reporters.get(area.area.code, [])))
        lines.append(f"{area.area.name} 缺 {area.due - area.reported} 项{f'（填报员：{names}）' if names else ''}")
    return "\n".join(lines)
