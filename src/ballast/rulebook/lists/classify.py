"""Row by row, what each line of a body is: first by its own marks and cells, the doubtful ones by their neighbours."""

import re
from collections.abc import Collection

from ballast.kit.grid import Grid, Value
from ballast.kit.money import WAN
from ballast.rulebook.lists.amounts import amount
from ballast.rulebook.lists.columns import DESCRIPTIVE, MONEY, WORDED
from ballast.rulebook.lists.header import is_numbering
from ballast.rulebook.lists.layout import Layout
from ballast.rulebook.lists.lines import EXAMPLE, FOOTER, NOTE, OF_WHICH, TOTAL, Line, open_bracket
from ballast.rulebook.lists.markers import BARE_COUNT, MAJOR, MINOR, SIGNS, alone, leading, stated_count
from ballast.rulebook.lists.neighbours import settle
from ballast.rulebook.lists.places import is_area, is_kind, is_office, is_status
from ballast.rulebook.lists.scan import Cut, is_lead
from ballast.rulebook.lists.spans import Spans
from ballast.rulebook.lists.stated import said, said_above
from ballast.rulebook.lists.titles import bare_title, counted_behind, heading_over
from ballast.rulebook.lists.words import is_empty, number_of, plain, whole_of, wording

# A name that begins with one of these is looked at closely; any other beside a number is a project at once.
SPECIAL = frozenset("合总小共其累第一二三四五六七八九十零(（①②③④⑤⑥⑦⑧⑨⑩-—－─全备注填标说" + SIGNS)

# What a sentence has and a group's title has not.
SENTENCE = re.compile(r"[。；]|其中|[,，].*[,，]|共\d+[个项].*[,，]|\d[个项][（(].*\d[个项]")
TOLD_OUT = re.compile("[。；]|其中")
# The words of a letter around its list: what it is about, to whom, what is asked.
PROSE = re.compile(
    r"^(?:关于|印发).{4,}的(?:通知|通报|请示|报告|函|批复|意见|公告|公示)$|^(?:各|经|现将|请|根据|按照|依据|为).*[。：:]$|[,，].*。$"
)
# 428-442 beside a group's title: the numbers of its projects.
RANGE = re.compile(r"\d{1,5}[-—–~～至]\d{1,5}")
LONGEST_COUNT = 10
MOST = 10_000
# The last number a list counts its projects with.
LAST = 1_000_000


class Classifier:
    """Reads the rows of one body in order; ``lines`` holds every filled row exactly once."""

    def __init__(self, grid: Grid, spans: Spans, layout: Layout, cut: Cut, known: Collection[str]) -> None:
        self.rows = grid.rows
        self.spans = spans
        self.layout = layout
        self.known = known
        self.title = plain(cut.title)
        self.repeats = frozenset(cut.repeats)
        self.signature = cut.header.signature if cut.header else frozenset()
        self.headed = frozenset(cut.header.parts) if cut.header else frozenset()
        self.sequence = layout.of.get("sequence", -1)
        self.name = layout.names[0]
        self.names = frozenset(layout.names)
        self.described = tuple(layout.of[field] for field in DESCRIPTIVE if field in layout.of)
        self.worded = frozenset(layout.of[field] for field in WORDED if field in layout.of) - self.names
        self.money = tuple(c for c, column in layout.columns.items() if column.field in MONEY)
        self.total = layout.of.get("total_investment", layout.of.get("annual_plan", -1))
        self.unit = (layout.columns[self.total].unit if self.total in layout.columns else None) or cut.unit or WAN
        self.count = layout.of.get("count", -1)
        self.over = heading_over(grid, cut, known)
        above = [] if cut.again else said_above(grid, cut.lead)
        self.lines: list[Line] = [line for line in above if self.over is None or line.row != self.over.row]

    def read(self, first: int, last: int) -> list[Line]:
        """The lines of rows ``first`` to ``last - 1``."""
        sequence, name, described = self.sequence, self.name, self.described
        if self.over is not None:
            self.lines.append(self.over)
        for row in range(first, last):
            cells = self.rows[row]
            if not cells:
                continue
            width = len(cells)
            number = cells[sequence] if -1 < sequence < width else None
            text = cells[name] if name < width else None
            if (
                isinstance(number, (int, float))
                and isinstance(text, str)
                and 0 < number < LAST
                and number == int(number)
                and text
                and text[0] not in SPECIAL
                and any(c < width and cells[c] is not None and self._tells(cells, c) for c in described)
            ):
                self.lines.append(Line(row, "project", text, name, "num", described=1, paid=1, sequence="#"))
                continue
            line = self._look(row, cells)
            if line:
                self.lines.append(line)
        return settle(self.lines, self)

    def _look(self, row: int, cells: list[Value]) -> Line | None:
        filled = [column for column, value in enumerate(cells) if not is_empty(value)]
        if not filled:
            return Line(row, "blank") if any(value is not None for value in cells) else None
        if row in self.repeats or self._repeats(cells, filled):
            return Line(row, "repeat")
        first = plain(cells[filled[0]])
        if len(filled) <= 4 and FOOTER.search(first):
            return Line(row, "footer", first)
        if self.sequence in filled and EXAMPLE.fullmatch(plain(cells[self.sequence])):
            return Line(row, "note", plain(cells[self.sequence]))
        if (len(filled) <= 3 and NOTE.search(first)) or self._hints(cells, filled):
            return Line(row, "note", wording(cells[filled[0]]))
        if len(filled) == 1 and isinstance(cells[filled[0]], str) and not leading(first).kind:
            sentence = said(str(cells[filled[0]]), row, filled[0])
            heads = self._key(plain(bare_title(first)), first) and not TOLD_OUT.search(first)
            if sentence and SENTENCE.search(sentence.title) and not heads:
                return sentence
            if not sentence and PROSE.search(first) and not heads:
                return Line(row, "note", wording(cells[filled[0]]), filled=1)
        line = self._titled(row, cells, filled)
        line.described = sum(self._tells(cells, column) for column in self.described)
        line.paid = sum(column in self.money and amount(cells[column], 1).yuan is not None for column in filled)
        line.count = self._count(cells, line)
        line.filled = len(filled)
        self._sort(line, filled, cells)
        return line

    def _hints(self, cells: list[Value], filled: list[int]) -> bool:
        """True for a first row that says how to fill the columns in: words for money, no number of its own."""
        told = [amount(cells[column], 1).problem for column in self.money if column in filled]
        number = self.sequence in filled and alone(wording(cells[self.sequence]))
        return not self.lines and self.sequence >= 0 and not number and bool(told) and set(told) == {"text"}

    def _repeats(self, cells: list[Value], filled: list[int]) -> bool:
        if len(filled) < 2 or not self.signature:
            return False
        # A helper column without a heading counts on through repeated headers too.
        words = [plain(cells[column]) for column in filled if column in self.headed]
        if len(words) > 1 and all(word in self.signature for word in words):
            return True
        return bool(self.lines and self.lines[-1].kind == "repeat" and is_numbering(cells))

    def _titled(self, row: int, cells: list[Value], filled: list[int]) -> Line:
        """The line with its words, the column they stand in, and their enumeration mark."""
        line = Line(row, "")
        if self.sequence in filled:
            line.sequence = wording(cells[self.sequence])
            number = whole_of(cells[self.sequence])
            line.mark = alone(line.sequence) or ("" if number is None else "num" if number >= 0 else "dash")
        for column in () if self._heads(line, cells, filled) else self.layout.names:
            if column in filled and not BARE_COUNT.fullmatch(plain(cells[column])) and number_of(cells[column]) is None:
                line.name_column = column
                break
        else:
            before = [
                c
                for c in filled
                if c <= self.name and number_of(cells[c]) is None and not (c == self.sequence and line.mark)
            ]
            if before and not (self.described and before[0] in self.described):
                line.name_column = before[0]
            elif (told := self._total_beside(cells, filled)) is not None:
                line.name_column = told
            elif len(filled) == 1 and number_of(cells[filled[0]]) is None and self.name not in filled:
                line.name_column = filled[0] if len(plain(cells[filled[0]])) < 60 else -1
        if line.name_column >= 0:
            line.title = wording(cells[line.name_column])
            if not line.mark or RANGE.fullmatch(plain(line.sequence)):
                line.mark = leading(line.title).kind or line.mark
        elif "dash" in line.mark:
            line.mark = ""
        return line

    def _total_beside(self, cells: list[Value], filled: list[int]) -> int | None:
        """The column of 小计 where it is the only word of its row and stands right of the names."""
        words = [column for column in filled if number_of(cells[column]) is None]
        return words[0] if len(words) == 1 and TOTAL.fullmatch(plain(cells[words[0]])) else None

    def _heads(self, line: Line, cells: list[Value], filled: list[int]) -> bool:
        """True when the title stands in the sequence column: 合计 or 新开工项目 beside a count or another mark."""
        if line.mark or not line.sequence:
            return False
        text = plain(line.sequence)
        named = next((plain(cells[column]) for column in self.layout.names if column in filled), "")
        return bool(TOTAL.fullmatch(text)) or not named or bool(BARE_COUNT.fullmatch(named))

    def _tells(self, cells: list[Value], column: int) -> bool:
        """True when a descriptive cell says something of a project; a count such as 25 or 25个 says it of a group."""
        value = cells[column] if column < len(cells) else None
        if value.__class__ is str and len(value) > LONGEST_COUNT:  # type: ignore[arg-type]
            return not is_empty(value)
        if is_empty(value) or (column in self.worded and number_of(value) is not None):
            return False
        text = plain(value)
        return not (BARE_COUNT.fullmatch(text) and not text.isdigit()) and text not in ("合计", "小计")

    def _count(self, cells: list[Value], line: Line) -> int | None:
        """The count a group row states: in its title, in a column of counts, or as 25个 in any cell."""
        if -1 < self.count < len(cells) and (number := whole_of(cells[self.count])) is not None:
            return number
        if line.title and (number := stated_count(line.title)) is not None:
            return number
        if line.name_column >= 0 and (number := counted_behind(str(cells[line.name_column]))[1]) is not None:
            return number
        for column, value in enumerate(cells):
            if column == line.name_column or column in self.money or value is None:
                continue
            text = plain(value)
            if column in self.names and text.isdigit():
                return int(text)
            if column in self.worded and (number := whole_of(value)) is not None and 0 < number < MOST:
                return number
            if column != self.sequence and isinstance(value, str) and len(text) < 14:
                found = BARE_COUNT.fullmatch(text)
                if found and not text.isdigit():
                    return int(found[1])
        return None

    def _sort(self, line: Line, filled: list[int], cells: list[Value]) -> None:
        """The kind of a line by its own evidence; ``sure`` is false where neighbours must decide."""
        title = plain(line.title)
        bare = plain(bare_title(counted_behind(str(cells[line.name_column]))[0])) if title else ""
        if not title:
            line.kind, line.sure = "continuation", False
        elif OF_WHICH.search(title):
            line.kind, line.key, line.sure = "of_which", "of_which", False
        elif TOTAL.fullmatch(bare):
            line.kind = "total"
        elif len(filled) == 1 and line.row and is_lead(title) and not line.mark and stated_count(title) is None:
            line.kind, line.sure = "title", False
        elif self.spans.above(line.row, line.name_column) is not None:
            line.kind, line.sure = "continuation", False
        else:
            self._group_or_project(line, title, bare)

    def _group_or_project(self, line: Line, title: str, bare: str) -> None:
        titled = self._key(bare, title)
        undescribed = line.described == 0
        if line.mark in MAJOR:
            line.kind, line.key, line.sure = "group", line.mark, undescribed
        elif undescribed and line.mark == "dashes" and (line.sequence or titled or line.count is not None):
            line.kind, line.key = "group", "dashes"
        elif undescribed and line.name_column == self.sequence:
            # A title in the column of numbers: 1.制造业 stands there as 一、 would.
            line.kind, line.key, line.sure = "group", f"{line.mark}@" if line.mark else titled or "other", not line.mark
        elif undescribed and RANGE.fullmatch(plain(line.sequence)) and leading(line.title).kind:
            line.kind, line.key = "group", f"{line.mark}@"
        elif undescribed and titled and (line.mark in ("", "num") or line.mark in MINOR):
            line.kind, line.key = "group", line.mark or titled
            # A county or a company may also be the whole name of a numbered project.
            after_share = bool(self.lines) and self.lines[-1].kind == "of_which"
            line.sure = not line.mark and titled != "office" and self.sequence >= 0 and not after_share
        elif line.mark in MINOR:
            line.kind, line.sure = "part", False
        elif undescribed and not line.sequence:
            line.kind, line.key, line.sure = "project", line.mark or "other", False
        else:
            line.kind = "project"
            runs_on = self.sequence >= 0 and not line.sequence and not line.paid
            line.sure = not self.described or not (undescribed or runs_on)

    def _key(self, bare: str, title: str) -> str:
        """What sort of group a title names: an area, an office, a status, a category; empty when none."""
        if is_area(bare, self.known):
            return "area"
        if is_status(bare):
            return "status"
        counted = stated_count(title) is not None and not title[-1].isdigit()
        if is_kind(bare):
            return "category"
        if is_office(bare) and len(bare) <= 16:
            return "office"
        return "other" if counted and len(bare) <= 30 and not self._project_like(title) else ""

    def _project_like(self, title: str) -> bool:
        return open_bracket(title) or ("子项目" in title)
