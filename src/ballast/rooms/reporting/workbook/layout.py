"""Where things stand in the form, shared by its writer and its tests; rows and columns count from 0."""

from typing import Any

from ballast.rulebook.forms import COLUMNS, Column, Kind

TITLE_ROW = 0
UNIT_ROW = 1
PARENT_ROW = 2
HEADER_ROW = 3
TOTAL_ROW = 4
FIRST_ROW = 5
FROZEN_COLUMNS = 3
INDEX = {column.key: position for position, column in enumerate(COLUMNS)}

_CELL: dict[str, Any] = {"font_name": "宋体", "font_size": 10, "border": 1, "border_color": "#A6A6A6",
                         "valign": "vcenter"}  # fmt: skip
_NUMBERS = {Kind.MONEY: "#,##0.00##", Kind.PERCENT: "0.0", Kind.DATE: "yyyy-mm-dd"}
FORMATS: dict[str, dict[str, Any]] = {
    "title": {"font_name": "方正小标宋简体", "font_size": 18, "align": "center", "valign": "vcenter"},
    "unit": {"font_name": "宋体", "font_size": 10, "valign": "vcenter"},
    "unit_right": {"font_name": "宋体", "font_size": 10, "valign": "vcenter", "align": "right"},
    "header": {**_CELL, "font_name": "黑体", "align": "center", "text_wrap": True, "bg_color": "#E9EEF6"},
    "total": {**_CELL, "bold": True, "num_format": "#,##0.00##", "bg_color": "#F3F4F6"},
    "note": {"font_name": "宋体", "font_size": 11, "valign": "top", "text_wrap": True},
    "note_head": {"font_name": "黑体", "font_size": 11, "valign": "top", "text_wrap": True, "bottom": 1},
    "wrong": {"bg_color": "#F8C9C0", "font_color": "#9C1F0C"},
    "asks": {"bg_color": "#FFE9A8"},
    "awaited": {"bg_color": "#E3F1FB"},
}


def cell_format(column: Column) -> dict[str, Any]:
    """How a data cell of ``column`` looks: locked cells grey, cells to fill white and unlocked."""
    look = {**_CELL, "locked": not column.editable, "text_wrap": column.kind in (Kind.TEXT, Kind.CHOICE)}
    if column.kind in _NUMBERS:
        look["num_format"] = _NUMBERS[column.kind]
    if column.kind in (Kind.DATE, Kind.CHOICE, Kind.NUMBER):
        look["align"] = "center"
    if not column.editable:
        look["bg_color"] = "#F3F4F6"
    return look
