"""What the form of a book cannot say: every code named stands in its chapter, units agree, bands divide the line."""

import difflib
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.agreeing import disagreeing
from ballast.rulebook.books.circles import circles
from ballast.rulebook.books.colours import OUTCOMES
from ballast.rulebook.books.departments import departmental
from ballast.rulebook.books.dividing import alike, beside, divided
from ballast.rulebook.books.exceptions import covers
from ballast.rulebook.books.fitting import fitting, is_share
from ballast.rulebook.books.honoured import honoured
from ballast.rulebook.books.scored import noted_deeds, scored
from ballast.rulebook.books.subjects import misplaced
from ballast.rulebook.grammar.conditions import BOUNDS, Condition
from ballast.rulebook.grammar.fields import FIELDS, Holds
from ballast.rulebook.grammar.refs import Path, blanks, pages, references
from ballast.rulebook.lights import intervals
from ballast.rulebook.measures.kinds import KINDS
from ballast.rulebook.measures.measured import Unit
from ballast.rulebook.stages import MilestoneKind
from ballast.rulebook.stalling import Standing

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book

Found = Iterator[tuple[Path, Sentence]]


OF_FIGURE = ("target_done", "target_behind", "growth_over_target")


def crossed(book: "Book") -> list[tuple[Path, Sentence]]:
    """Every fault between the chapters of a book, in the order of its text; empty where all agree."""
    lost = list(_known(book)) or list(circles(book))
    if lost:
        return lost
    rules: tuple[Callable[[Book], Found], ...] = (
        misplaced, departmental, _units, alike, beside, _bands, _suspended, _limits, _figures, scored, honoured,
    )  # fmt: skip
    return [fault for rule in rules for fault in rule(book)] or list(disagreeing(book))


def chapters(book: "Book") -> dict[str, list[str]]:
    """The codes of every chapter that may be named elsewhere."""
    return {
        "events": [*map(str, MilestoneKind), *book.events], "curves": list(book.curves), "clocks": list(book.clocks),
        "measures": list(dict.fromkeys([*book.measures, *book.uses()])), "lights": list(book.lights),
        "colours": list(book.colours),
        "outcomes": [*book.colours, *OUTCOMES], "stall_lists": list(book.stall_lists), "pauses": list(book.pauses),
        "reasons": list(book.reasons), "targets": list(book.targets),
        "scoring": list(book.scoring), "tours": list(book.tours), "area_classes": list(book.area_classes),
        "deeds": list(noted_deeds(book)),
    }  # fmt: skip


def _known(book: "Book") -> Found:
    """A code that stands in no chapter."""
    known = chapters(book)
    for path, chapter in blanks(book):
        names = "、".join(known[chapter][:40]) or "（这一章是空的）"
        yield path, Sentence(f"不能为空，应写 [{chapter}] 中的代码：{names}", f"a code of [{chapter}] is wanted")
    for path, chapter, code in references(book):
        if code not in known[chapter]:
            near = _by_name(book, chapter, code) or difflib.get_close_matches(code, known[chapter], n=1, cutoff=0.6)
            hint = f"，是不是 {near[0]}？" if near else ""
            names, all_en = (
                "、".join(known[chapter][:40]) or "（这一章是空的）",
                ", ".join(known[chapter][:40]) or "nothing",
            )
            said = f"[{chapter}] 中没有“{code}”{hint or '；'}已有：{names}"
            yield path, Sentence(said, f"[{chapter}] has no {code!r}; it has: {all_en}")


def _by_name(book: "Book", chapter: str, said: str) -> list[str]:
    """The codes of what was written by its Chinese name, the nearest first."""
    names: dict[str, str] = {}
    if chapter == "events":
        names = {str(kind): kind.zh for kind in MilestoneKind}
    elif chapter == "measures":
        names = {code: kind.title.zh for code, kind in KINDS.items()}
    pages = getattr(book, "colours" if chapter == "outcomes" else chapter, None)
    names |= {code: page.zh for code, page in pages.items() if page.zh} if isinstance(pages, dict) else {}
    found = [code for code, name in names.items() if not said.isascii() and (said in name or name in said)]
    return sorted(found, key=lambda code: abs(len(names[code]) - len(said)))


def _units(book: "Book") -> Found:
    """Numbers written in a unit their measure does not have; tests that do not fit their field."""
    uses = book.uses()
    for path, one in pages(book, Condition):
        if one.head == "measure":
            kind, use = uses[str(one.measure)]
            yield from fitting(path, one, kind.unit_of(use, book), share=is_share(kind))
        elif one.head == "field":
            yield from _field(path, one)
        elif one.head in ("light", "stall"):
            wanted = [*(one.in_ or ()), *(one.not_in or ()), *([one.is_] if one.is_ is not None else [])]
            known = [*book.colours, *OUTCOMES, "suspended"] if one.head == "light" else [str(word) for word in Standing]
            what = "颜色" if one.head == "light" else "情形"
            lost = [str(word) for word in wanted if word not in known]
            if lost:
                yield (
                    path,
                    Sentence(
                        f"没有{what}“{lost[0]}”；应为：{'、'.join(known)}",
                        f"{lost[0]!r} is none of: {', '.join(known)}",
                    ),
                )
    for code, (kind, use) in uses.items():
        if kind.code in OF_FIGURE and not book.targets[str(getattr(use, "target", ""))].figure:
            yield (
                ("measures", code, "target"),
                Sentence(
                    '这个目标没有写 figure；请在 [targets] 里写上，或用 kind = "target" 与 ratio 同自己的量相比',
                    "the target names no figure; write one, or divide a measure by kind target",
                ),
            )
        if kind.code == "limited":
            yield from fitting(("measures", code), use, kind.unit_of(use, book), names=("lowest", "highest"))
    for where, measure, parts, _ in divided(book):
        kind, use = uses[measure]
        for place, part in enumerate(parts):
            yield from fitting((*where, place), part, kind.unit_of(use, book), share=is_share(kind))


def _field(path: Path, one: Condition) -> Found:
    field = FIELDS[str(one.field)]
    written = {name for name in (*BOUNDS, "is", "in", "not_in", "starts_with", "known")
               if getattr(one, name + "_" if name in ("is", "in") else name) is not None}  # fmt: skip
    if field.holds is Holds.AMOUNT:
        allowed = {*BOUNDS, "is", "known"}
    elif field.holds is Holds.FLAG:
        allowed = {"is", "known"}
    else:
        allowed = {"is", "in", "not_in", "starts_with", "known"}
    if written - allowed:
        yield path, Sentence(f"“{field.label.zh}”（{field.name}）只能用 {'、'.join(sorted(allowed))} 比较",
                             f"{field.name} is tested by {', '.join(sorted(allowed))} only")  # fmt: skip
        return
    if field.holds is Holds.AMOUNT:
        yield from fitting(path, one, field.unit)
    elif field.holds is Holds.FLAG and one.is_ is not None and not isinstance(one.is_, bool):
        yield (*path, "is"), Sentence("应为 true 或 false", "true or false is wanted")
    elif field.words:
        said = [*(one.in_ or ()), *(one.not_in or ()), *([one.is_] if one.is_ is not None else [])]
        lost = [str(word) for word in said if word not in field.words]
        if lost:
            yield path, Sentence(f"“{field.label.zh}”没有“{lost[0]}”；应为：{'、'.join(field.words)}",
                                 f"{field.name} is none of {', '.join(field.words)}: {lost[0]!r}")  # fmt: skip


def _bands(book: "Book") -> Found:
    """Bands, grades and levels that overlap or leave a gap."""
    for where, measure, parts, gaps in divided(book):
        kind, use = book.uses()[measure]
        unit = kind.unit_of(use, book)
        if any(isinstance(getattr(one, name).value, date) for one in parts for name in BOUNDS if getattr(one, name)):
            continue  # a date where a number is wanted: said already
        for place, sentence in intervals.faults(parts, whole=unit.whole, least=kind.least, gaps=gaps):
            yield (*where, place), _with_odd_days(sentence) if unit is Unit.SPAN else sentence


def _with_odd_days(sentence: Sentence) -> Sentence:
    """A fault of months that have odd days, with the two ways out."""
    return Sentence(
        f'{sentence.zh}（月数带零头：写 at_most = 2 与 above = 2，或在量上写 count = "full" 只论足月）',
        f'{sentence.en} (months have odd days: write at_most = 2 and above = 2, or count = "full" at the measure)',
    )


def _suspended(book: "Book") -> Found:
    """Exceptions that suspend what is not there."""
    rules = [
        f"{chapter}.{code}"
        for chapter in ("lights", "stall_lists", "clocks", "ladders")
        for code in getattr(book, chapter)
    ]
    whole = ("*", "lights.*", "stall_lists.*")
    for code, kind in book.exceptions.items():
        for place, pattern in enumerate(kind.suspends):
            if pattern not in whole and not any(covers((pattern,), rule) for rule in rules):
                yield (
                    ("exceptions", code, "suspends", place),
                    Sentence(
                        f"没有规则“{pattern}”；已有：{'、'.join(rules)}；也可写 lights.* 或 *",
                        f"there is no rule {pattern!r}; there are: {', '.join(rules)}; lights.* or * will do",
                    ),
                )


def _figures(book: "Book") -> Found:
    """Figures by which counties are chosen to speak, that no catalogue has or that are not told by county."""
    asked = [
        (("meetings", code, "sections", place, "figure"), section.figure)
        for code, meeting in book.meetings.items()
        for place, section in enumerate(meeting.sections)
        if section.figure
    ]
    if asked:
        from ballast.rulebook.figures.catalogue import declare  # which is written over books

        known = [code for code, one in declare(book).items() if "county" in one.dimensions]
        for path, figure in asked:
            if figure not in known:
                near = difflib.get_close_matches(figure, known, n=1, cutoff=0.6)
                hint = f"，是不是 {near[0]}？" if near else ""
                yield path, Sentence(f"没有按县的指标“{figure}”{hint}", f"no figure by county is called {figure!r}")


def _limits(book: "Book") -> Found:
    """Limits by words their field does not have."""
    own = {"size_band": [band.code for band in book.size_bands], "area_class": list(book.area_classes),
           "lead_industry": list(book.lead_industries)}  # fmt: skip
    for code, clock in book.clocks.items():
        known = own.get(clock.by) or (list(FIELDS[clock.by].words) if clock.by else [])
        for key in clock.limits:
            if key not in known:
                yield (
                    ("clocks", code, "limits", key),
                    Sentence(
                        f"“{clock.by}”没有“{key}”；应为：{'、'.join(known)}",
                        f"{clock.by} is none of {', '.join(known)}: {key!r}",
                    ),
                )
