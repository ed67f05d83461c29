"""``ballast policy check BOOK`` and ``ballast policy try BOOK CASES``: read a policy book, try worked cases on it."""

import argparse
import unicodedata
from pathlib import Path

from ballast.kit.workdays import PUBLISHED
from ballast.rulebook import books
from ballast.rulebook.books.book import Book
from ballast.rulebook.telling.book import told
from ballast.rulebook.trying import Checked, read, tried
from ballast.site.commands import say_json

FAULTY = 1
RIGHT, WRONG = "对 right", "错 WRONG"


def add(parser: argparse.ArgumentParser) -> None:
    """What to do, with which files."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    check = acts.add_parser("check", help="check a book and print it in words / 核对规则手册并用中文打印")
    check.add_argument("book", type=Path, help="the book (.toml) / 规则手册")
    cases = acts.add_parser("try", help="try worked cases on a book / 用算例试规则手册")
    cases.add_argument("book", type=Path, help="the book (.toml) / 规则手册")
    cases.add_argument("cases", type=Path, help="the cases (.toml) / 算例")
    for act in (check, cases):
        act.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print JSON / 输出 JSON")


def run(chosen: argparse.Namespace) -> int:
    """0 where all is right, 1 where the book, or a case, is not."""
    try:
        book = books.load(chosen.book)
        checked = tried(read(chosen.cases, book), book, PUBLISHED.is_workday) if chosen.act == "try" else None
    except books.FaultyBook as faulty:
        return _faulty(faulty, as_json=chosen.json)
    if checked is not None:
        return _tried(checked, as_json=chosen.json)
    return _printed(book, as_json=chosen.json)


def _faulty(faulty: books.FaultyBook, *, as_json: bool) -> int:
    """Every fault with its file, line and key."""
    if as_json:
        say_json({"errors": [
            {"code": faulty.code, "where": one.where, "file": one.file, "line": one.line, "key": one.key,
             "zh": one.sentence.zh, "en": one.sentence.en}
            for one in faulty.faults
        ]})  # fmt: skip
        return FAULTY
    for one in faulty.faults:
        print(f"{one.where}\n    {one.sentence.zh}\n    {one.sentence.en}")
    print(f"{len(faulty.faults)} 处不合要求 / faults")
    return FAULTY


def _printed(book: Book, *, as_json: bool) -> int:
    chapters = told(book)
    if as_json:
        say_json({
            "place": book.place.zh, "paper": book.paper.zh, "date": book.date, "effective": book.effective,
            "chapters": [
                {"code": one.code, "title": one.title.zh, "rules": [
                    {"code": line.code, "name": line.name.zh, "clause": line.clause.zh,
                     "says": [said.zh for said in line.says]}
                    for line in one.lines
                ]}
                for one in chapters
            ],
        })  # fmt: skip
        return 0
    print("\n".join(_lines(book)))
    return 0


def _lines(book: Book) -> list[str]:
    head = [f"{book.place.zh}　{book.paper.zh}　{book.articles.zh}　{book.date}".replace("　　", "　")]
    for chapter in told(book):
        head += ["", f"【{chapter.title.zh}】"]
        for line in chapter.lines:
            head += [f"{line.name.zh}（{line.code}）{line.clause.zh}"] if line.code != chapter.code else []
            head += [f"    {said.zh}" for said in line.says]
    return head


def _tried(checked: list[Checked], *, as_json: bool) -> int:
    wrong = [one for one in checked if not one.right]
    if as_json:
        say_json({"tried": len(checked), "wrong": len(wrong), "cases": [
            {"case": one.case, "asked": one.asked, "expected": one.wanted, "got": one.got, "right": one.right,
             "why": {"zh": one.why.zh, "en": one.why.en}}
            for one in checked
        ]})  # fmt: skip
        return FAULTY if wrong else 0
    _table([("算例 case", "问 asked", "应为 expected", "得 got", ""), *(_row(one) for one in checked)])
    for one in wrong:
        print(f"\n{one.case} · {one.asked}\n    {one.why.zh}\n    {one.why.en}")
    print(f"\n{len(checked)} 项，{len(wrong)} 项不对 / {len(checked)} tried, {len(wrong)} wrong")
    return FAULTY if wrong else 0


def _row(one: Checked) -> tuple[str, ...]:
    return one.case, one.asked, one.wanted, one.got, RIGHT if one.right else WRONG


def _table(rows: list[tuple[str, ...]]) -> None:
    widths = [max(_width(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        cells = (text + " " * (width - _width(text)) for text, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())


def _width(text: str) -> int:
    """Columns a text takes on a terminal; Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
