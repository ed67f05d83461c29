"""What the policy commands say: faults with their places, a book in words, a table of cases, adoptions."""

import unicodedata

from ballast.rooms.policy.cards import AdoptionCard
from ballast.rulebook import books
from ballast.rulebook.books.book import Book
from ballast.rulebook.telling.book import told
from ballast.rulebook.trying import Checked
from ballast.site.commands import say_json

FAULTY = 1
RIGHT, WRONG = "对 right", "错 WRONG"


def faulty(found: books.FaultyBook, *, as_json: bool) -> int:
    """Every fault with its file, line and key; the exit code of faults."""
    if as_json:
        say_json({"errors": [
            {"code": found.code, "where": one.where, "file": one.file, "line": one.line, "key": one.key,
             "zh": one.sentence.zh, "en": one.sentence.en}
            for one in found.faults
        ]})  # fmt: skip
        return FAULTY
    for one in found.faults:
        print(f"{one.where}\n    {one.sentence.zh}\n    {one.sentence.en}")
    print(f"{len(found.faults)} 处不合要求 / faults")
    return FAULTY


def printed(book: Book, *, as_json: bool) -> int:
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


def tried(checked: list[Checked], *, as_json: bool) -> int:
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


def adopted(cards: list[AdoptionCard], *, as_json: bool) -> int:
    """Adoptions, the latest first."""
    if as_json:
        say_json({"adoptions": [
            {"effective": one.effective, "until": one.until, "place": one.place, "paper": one.paper,
             "sha256": one.sha256, "by": one.recorded_by, "at": one.recorded_at, "reason": one.reason}
            for one in cards
        ]})  # fmt: skip
        return 0
    for one in cards:
        until = one.until or "　　　　　"
        print(f"{one.effective} — {until}  {one.place}　{one.paper}  {one.sha256[:12]}  {one.recorded_by}")
    if not cards:
        print("尚未采用手册，按 Ballast 默认规则 / no book was adopted; Ballast's own rules hold")
    return 0
