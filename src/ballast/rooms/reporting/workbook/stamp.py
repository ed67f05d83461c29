"""The form's hidden sheet: whose form it is, for which month, and what its locked cells said when it was issued.

It makes reading back certain whatever was moved in the visible sheet; its checksum tells when it was touched.
"""

import json
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any

from ballast.kit.grid import Grid
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

SHEET = "_ballast"
MARK = "ballast-monthly-form"
Locked = dict[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Base:
    """What a row's white cells said when the form was issued, and of which version of the report."""

    version: int = 0
    cells: dict[str, str | int | float | None] = field(default_factory=dict)


class NotOurForm(Refusal):
    """The file is a workbook, but not a monthly form of this system."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the hidden sheet says, by project serial: ``lines`` the locked values (元 or text), ``bases`` the white."""

    version: str
    month: str
    area: str
    area_name: str
    issued: datetime | None
    lines: dict[str, Locked]
    bases: dict[str, Base] = field(default_factory=dict)

    def rows(self) -> list[list[str]]:
        """The hidden sheet's cells, all text."""
        body = self._body()
        return [[MARK, _checksum(body)], *body]

    def _body(self) -> list[list[str]]:
        issued = self.issued.isoformat() if self.issued else ""
        head = [["version", self.version], ["month", self.month], ["area", self.area],
                ["area_name", self.area_name], ["issued", issued]]  # fmt: skip
        return head + [[serial, _text(locked), *self._base(serial)] for serial, locked in self.lines.items()]

    def _base(self, serial: str) -> list[str]:
        base = self.bases.get(serial)
        return [_text({"version": base.version, "cells": base.cells})] if base else []


def read_stamp(grids: list[Grid], name: str) -> Stamp:
    """The stamp of a workbook. Raises NotOurForm where there is none, or it was changed."""
    found = next((grid for grid in grids if grid.name == SHEET), None)
    cells = [[str(value) for value in row[:3] if value is not None] for row in found.rows] if found else []
    if not cells or cells[0][:1] != [MARK]:
        raise _not_a_form(grids, name)
    body = [row + [""] * (2 - len(row)) for row in cells[1:] if row]
    if cells[0][1:] != [_checksum(body)]:
        raise _damaged(name)
    try:
        head = dict(row[:2] for row in body[:5])
        issued = datetime.fromisoformat(head["issued"]) if head["issued"] else None
        lines = {row[0]: dict(json.loads(row[1])) for row in body[5:]}
        bases = {row[0]: _read_base(row[2]) for row in body[5:] if len(row) > 2}
        return Stamp(head["version"], head["month"], head["area"], head["area_name"], issued, lines, bases)
    except (KeyError, IndexError, TypeError, ValueError, RecursionError) as error:  # anybody can reckon a checksum
        raise _damaged(name) from error


def _damaged(name: str) -> NotOurForm:
    return NotOurForm(
        Sentence("表内隐藏的表样信息被改动，无法核对；请重新下载月报表填写",
                 "The hidden sheet of the form was changed; download the form again and fill it"),
        where=f"{name} · {SHEET}", code="form_damaged",
    )  # fmt: skip


def _read_base(said: str) -> Base:
    found = json.loads(said)
    return Base(int(found["version"]), dict(found["cells"]))


def _text(locked: dict[str, Any]) -> str:
    return json.dumps(locked, ensure_ascii=False, sort_keys=True)


def _checksum(body: list[list[str]]) -> str:
    return sha256(json.dumps(body, ensure_ascii=False).encode()).hexdigest()


def _not_a_form(grids: list[Grid], name: str) -> NotOurForm:
    sheets = "、".join(f"“{grid.name}”" for grid in grids[:3])
    first = next((str(value) for grid in grids for row in grid.rows for value in row if value is not None), "")[:40]
    return NotOurForm(
        Sentence(
            f"这不是本系统下发的月报表（工作表{sheets}，首格“{first}”，没有表样信息）；"
            "请用“下载月报表”得到的文件填写，名单请走“导入”",
            f"This is not a monthly form of this system (it begins with {first!r}); "
            "fill the form downloaded here, and bring lists in by the import",
        ),
        where=name,
        code="not_a_form",
    )
