"""The checker: a finished workbook opened from its bytes, every cell against its claim."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from ballast.kit.documents.allowed import untagged_numbers
from ballast.kit.documents.finding import Finding, finding
from ballast.kit.documents.numbers import Lookup
from ballast.kit.documents.workbooks import Held, OpenedSheet, opened
from ballast.kit.phones import masked
from ballast.kit.tables.writing import CLAIM_HEADS, CLAIMS, FOOTER, FORMATS

RANGE = re.compile(r"([A-Z]{1,3})(\d+):\1(\d+)")
WORDS = ("General", "@", *FORMATS)  # formats that show words as they are
CODES = re.compile(r"&[A-Z]|&&")


def check_tables(packed: bytes, *, lookup: Lookup) -> list[Finding]:
    """Everything wrong with the workbook: formulas, numbers that are not their figure's, numbers without a claim.

    Raises Refusal where the bytes are not an .xlsx.
    """
    sheets = opened(packed)
    claims = _claims(sheets)
    found = [fault for sheet in sheets for fault in _unreadable(sheet)]
    for sheet in sheets:
        if sheet.name != CLAIMS:
            found += _sheet(sheet, claims.get(sheet.name, {}), lookup)
    if not any(sheet.name == CLAIMS and sheet.hidden for sheet in sheets):
        found.append(finding("no-claims", CLAIMS, "没有隐藏的“核对”表，数据无法核对", "no hidden sheet of claims"))
    return found


def _claims(sheets: list[OpenedSheet]) -> dict[str, dict[str, str]]:
    """Cell to claim, by sheet; the claim of a row has its key put in."""
    kept = next((sheet for sheet in sheets if sheet.name == CLAIMS), None)
    by_name = {sheet.name: sheet for sheet in sheets}
    found: dict[str, dict[str, str]] = {}
    row = 2
    while kept is not None and f"A{row}" in kept.cells:
        name, cells, keys, claim = (
            kept.cells[f"{letter}{row}"].text if f"{letter}{row}" in kept.cells else ""
            for letter in "ABCD"[: len(CLAIM_HEADS)]
        )
        mine, sheet = found.setdefault(name, {}), by_name.get(name)
        for cell, number in _cells(cells):
            key = sheet.cells.get(f"{keys}{number}") if sheet and keys else None
            mine[cell] = claim.replace("{key}", key.text) if key else claim
        row += 1
    return found


def _cells(cells: str) -> Iterator[tuple[str, int]]:
    match = RANGE.fullmatch(cells)
    if match is None:
        yield cells, 0
        return
    for number in range(int(match[2]), int(match[3]) + 1):
        yield f"{match[1]}{number}", number


def _unreadable(sheet: OpenedSheet) -> Iterator[Finding]:
    yield from _unclaimed("工作表名", sheet.name)
    for cell, held in sheet.cells.items():
        if held.formula:
            yield finding("formula", f"{sheet.name}!{cell}", "单元格是公式", "the cell is a formula")
        if not held.number and held.shown not in WORDS:
            yield finding("format", f"{sheet.name}!{cell}", f"格式“{held.shown}”会改变显示的文字",
                          f"the format {held.shown!r} may show other words")  # fmt: skip
    for part in sheet.opaque:
        yield finding("opaque", sheet.name, f"含有无法核对的内容（{part}）", f"holds {part}, which cannot be checked")


def _sheet(sheet: OpenedSheet, claims: dict[str, str], lookup: Lookup) -> Iterator[Finding]:
    for cell, claim in claims.items():
        if cell != FOOTER:
            yield from _claimed(f"{sheet.name}!{cell}", sheet.cells.get(cell), claim, lookup(claim))
    for cell, held in sheet.cells.items():
        if cell not in claims:
            yield from _unclaimed(f"{sheet.name}!{cell}", held.text, number=held.number)
    yield from _footers(sheet, claims.get(FOOTER, ""), lookup)


def _claimed(where: str, held: Held | None, claim: str, value: str | None) -> Iterator[Finding]:
    text = held.text if held else ""
    if value is None:
        yield finding("unknown-claim", where, f"“{text}”的标记 {claim} 查无此数", f"nothing answers to {claim}")
    elif held is not None and held.number and held.shown not in FORMATS:
        yield finding("format", where, f"数字格式“{held.shown}”会改变显示", f"the format {held.shown!r} may mislead")
    elif not _same(held, value):
        yield finding("wrong-number", where, f"表中为“{text}”，固定数据为“{value}”（{claim}）",
                      f"the sheet has {text!r}, the fixed value is {value!r} ({claim})")  # fmt: skip


def _same(held: Held | None, value: str) -> bool:
    if held is None or not held.number:
        return (held.text if held else "") == masked(value)
    try:
        return float(held.text) == float(Decimal(value))
    except InvalidOperation:
        return False


def _unclaimed(where: str, text: str, *, number: bool = False) -> Iterator[Finding]:
    for said in [text] if number else untagged_numbers(text, ()):
        yield finding("untagged-number", where, f"数字“{said}”没有标记，无法核对其来源",
                      f"the number {said!r} carries no claim")  # fmt: skip


def _footers(sheet: OpenedSheet, claim: str, lookup: Lookup) -> Iterator[Finding]:
    """The edition must stand at the foot of the page, and no other number may."""
    value = lookup(claim) if claim else None
    where = f"{sheet.name} 页脚"
    feet = [foot for foot in sheet.footers if value and value in foot]
    if not feet:
        yield finding("wrong-number", where, "页脚没有版次和封账码", "the foot does not name edition and seal")
    for foot in sheet.footers:
        yield from _unclaimed(where, CODES.sub(" ", foot.replace(value or "\0", "")))
