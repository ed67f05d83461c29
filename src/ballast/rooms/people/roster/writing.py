"""Writing the rosters with their drop-downs, and the sheet of passwords that is handed out once."""

import io
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import xlsxwriter

from ballast.kit.sentence import Sentence
from ballast.rooms.people.cards import AreaCard, NewAccount
from ballast.rooms.people.roster.layout import AREAS, MOST_ROWS, PEOPLE, Layout
from ballast.rulebook.terms import AreaKind, Role

PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
CHOICES = "选项"
PASSWORDS = ("账号", "姓名", "一次性密码")
NOTE = Sentence(
    "密码只在此表中出现一次，系统不保存。请当面发放，首次登录须修改；发完请删除此文件。",
    "These passwords stand here and nowhere else. Hand them over in person; each is changed at the first sign-in. "
    "Delete this file afterwards.",
)


def template(offices: Sequence[str], areas: Sequence[str]) -> bytes:
    """The empty roster; offices, areas and roles are chosen from lists, a new office may be typed."""
    lists = {"office": offices, "area": areas, "role": [role.zh for role in Role]}
    return _written(PEOPLE, lists, free=("office",), dated=("since", "until"))


def division(areas: Iterable[AreaCard]) -> bytes:
    """The areas as they stand, a row each, to be amended and brought back; the empty sheet where there are none."""
    known = list(areas)
    names = {area.code: area.name for area in known}
    rows = [
        (area.code, area.name, area.kind.zh, names.get(area.parent_code, ""), "、".join(area.aliases)) for area in known
    ]
    return _written(AREAS, {"kind": [kind.zh for kind in AreaKind], "parent": list(names.values())}, rows,
                    free=("parent",))  # fmt: skip


def _written(
    layout: Layout, lists: Mapping[str, Sequence[str]], rows: Iterable[Sequence[str]] = (), *,
    free: Collection[str], dated: Collection[str] = (),
) -> bytes:  # fmt: skip
    """A sheet of these columns and rows; what is in ``lists`` is chosen, and may be typed where it is ``free``."""
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, PLAIN) as book:
        sheet, choices = book.add_worksheet(layout.sheet), book.add_worksheet(CHOICES)
        heading = book.add_format({"bold": True, "bottom": 2, "bg_color": "#E9EEF6"})
        day, text = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "@"})
        for place, column in enumerate(layout.columns):
            sheet.set_column(place, place, column.width, day if column.key in dated else text)
            sheet.write_string(0, place, column.heading, heading)
            sheet.write_comment(0, place, column.note.both())
        for number, row in enumerate(rows, start=1):
            for place, said in enumerate(row):
                if said:
                    sheet.write_string(number, place, said, text)
        for place, (key, choice) in enumerate(lists.items()):
            choices.write_column(0, place, list(choice))
            column_place = next(number for number, column in enumerate(layout.columns) if column.key == key)
            _choose(sheet, column_place, place, len(choice), strict=key not in free)
        choices.hide()
        sheet.freeze_panes(1, 2)
    return held.getvalue()


def passwords(accounts: Iterable[NewAccount]) -> bytes:
    """The one-time passwords of new accounts, to be cut into slips."""
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, PLAIN) as book:
        sheet = book.add_worksheet("一次性密码")
        heading = book.add_format({"bold": True, "bottom": 2})
        fixed = book.add_format({"font_name": "Consolas"})
        sheet.set_column(0, 2, 24)
        sheet.write_string(0, 0, NOTE.both())
        for place, said in enumerate(PASSWORDS):
            sheet.write_string(1, place, said, heading)
        for row, one in enumerate(accounts, start=2):
            sheet.write_string(row, 0, one.username)
            sheet.write_string(row, 1, one.name)
            sheet.write_string(row, 2, one.password, fixed)
        sheet.freeze_panes(2, 0)
    return held.getvalue()


def _choose(sheet: Any, column: int, place: int, count: int, *, strict: bool) -> None:
    if not count:
        return
    letter = chr(65 + place)
    sheet.data_validation(1, column, MOST_ROWS, column, {
        "validate": "list", "source": f"={CHOICES}!${letter}$1:${letter}${count}",
        "error_type": "stop" if strict else "information",
    })  # fmt: skip
