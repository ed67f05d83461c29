"""Rows that do not belong: added, repeated, removed, or another area's."""

from collections.abc import Iterator, Mapping

from ballast.kit.sentence import Sentence
from ballast.rooms.reporting.workbook.reading import Filled
from ballast.rooms.reporting.workbook.roster import Line

Fault = tuple[str, int, str, Sentence]


def strangers(filled: Filled, known: Mapping[str, Line], elsewhere: Mapping[str, str]) -> Iterator[Fault]:
    """Every such fault as (column key, row, code, sentence); row 0 is the sheet as a whole."""
    first_seen: dict[str, int] = {}
    for row in filled.strays:
        yield ("serial", row.number, "row_without_serial", Sentence(
            "这一行没有项目编号；请勿在月报中加行，新项目请通过“导入”进入项目库",
            "This row has no serial; do not add rows here, new projects come in by the import",
        ))  # fmt: skip
    for row in filled.rows:
        if row.serial in first_seen:
            yield ("serial", row.number, "row_twice", Sentence(
                f"项目 {row.serial} 在第 {first_seen[row.serial]} 行已填；一个项目只能有一行，请删去多余的一行",
                f"{row.serial} stands in row {first_seen[row.serial]} already; keep one row",
            ))  # fmt: skip
        elif row.serial not in known:
            yield "serial", row.number, *_unknown(row.serial, elsewhere, filled.stamp.area_name)
        first_seen.setdefault(row.serial, row.number)
    for serial in filled.stamp.lines:
        if serial not in first_seen:
            name = filled.stamp.lines[serial].get("name", "")
            yield ("serial", 0, "row_missing", Sentence(
                f"缺少项目 {serial}“{name}”的一行；请勿删行，没有数字请留空",
                f"The row of {serial} {name!r} is gone; keep every row, and leave empty what is not known",
            ))  # fmt: skip


def _unknown(serial: str, elsewhere: Mapping[str, str], area: str) -> tuple[str, Sentence]:
    if serial in elsewhere:
        return "row_of_another_area", Sentence(
            f"项目 {serial} 属于{elsewhere[serial]}，不由{area}填报；请删去这一行",
            f"{serial} belongs to {elsewhere[serial]}, not to {area}; remove this row",
        )
    return "row_unknown", Sentence(
        f"项目库中没有编号 {serial}；请恢复表中原有的编号",
        f"There is no project {serial}; restore the serial the form had",
    )
