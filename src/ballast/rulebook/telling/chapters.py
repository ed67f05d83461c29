"""Each kind of rule of a book in plain words."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.clocks import Clock
from ballast.rulebook.books.colours import Colour
from ballast.rulebook.books.curves import Curve
from ballast.rulebook.books.events import Event
from ballast.rulebook.books.exceptions import ExceptionKind
from ballast.rulebook.books.ladders import Ladder, Step, Trigger
from ballast.rulebook.books.lights import Band, Light
from ballast.rulebook.books.stall_lists import Reason, StallList
from ballast.rulebook.grammar.page import NOTHING
from ballast.rulebook.measures.measured import Unit
from ballast.rulebook.telling.conditions import conditions, lasting, measure_name, outcome, stretch, word
from ballast.rulebook.telling.values import decimal, shown

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book

Said = Iterator[Sentence]
PAINTS = {"red", "orange", "yellow", "green", "blue", "purple", "white", "grey", "black", "gold"}
TO = {"responsible": ("责任单位", "the responsible office"), "county": ("县（市、区）", "the county"),
      "owner": ("建设单位", "the owner"), "department": ("主管部门", "the department")}  # fmt: skip
SETTLED = {
    "reply": ("回复", "the reply"),
    "receipt": ("签收", "the receipt"),
    "cleared": ("灯转好", "the light's clearing"),
}


def name_of(book: "Book", chapter: str, code: str) -> Sentence:
    """What a rule without a name of its own is called."""
    return measure_name(book, code) if chapter == "measures" else Sentence(code, code)


def paint(code: str, colour: Colour) -> str:
    """What a colour is painted: as it says, else as its code, else grey."""
    return colour.paint or (code if code in PAINTS else "grey")


def plain(book: "Book", page: Any) -> Said:
    """Nothing beyond the name."""
    yield from ()


def colour(book: "Book", page: Colour) -> Said:
    """Meaning and weight."""
    weight = ("表扬", "in praise") if page.severity < 0 else ("正常", "in order") if not page.severity else None
    zh, en = weight or (f"第 {page.severity} 级问题", f"a fault of weight {page.severity}")
    yield Sentence(
        f"{page.meaning.zh}（{zh}）" if page.meaning.zh else zh, f"{page.meaning.en} ({en})" if page.meaning.en else en
    )


def light(book: "Book", page: Light) -> Said:
    """Whom it is for, its bands or rules, and what holds otherwise."""
    of = {"project": ("项目", "projects"), "area": ("地区", "areas"), "department": ("部门", "departments")}[page.of]
    scope = conditions(book, page.applies)
    yield Sentence(f"适用{of[0]}：{scope.zh}", f"{of[1]}: {scope.en}")
    for band in page.bands:
        yield _with(_band(book, page, band), band.clause)
    for rule in page.rules:
        when, shows = conditions(book, rule.when), outcome(book, rule.colour)
        yield _with(Sentence(f"{when.zh}：{shows.zh}", f"{when.en}: {shows.en}"), rule.clause)
    yield from _rest(book, page)


def _band(book: "Book", page: Light, band: Band) -> Sentence:
    """One band in words."""
    kind, use = book.uses()[page.measure]
    name, span = measure_name(book, page.measure), stretch(band, kind.unit_of(use, book))
    shows, zh, en = outcome(book, band.colour), f"“{name.zh}”{span.zh}", f"“{name.en}” {span.en}"
    if not band.repeated:
        return Sentence(f"{zh}：{shows.zh}", f"{en}: {shows.en}")
    long, until = lasting(band), outcome(book, band.until_then)
    return Sentence(
        f"{zh}，{long.zh}：{shows.zh}；未满时：{until.zh}", f"{en}, {long.en}: {shows.en}; until then {until.en}"
    )


def _with(said: Sentence, clause: Sentence) -> Sentence:
    """A sentence with its clause, where it has one."""
    return Sentence(f"{said.zh}（{clause.zh}）", f"{said.en} ({clause.en})") if clause.zh else said


def _rest(book: "Book", page: Light) -> Said:
    if page.otherwise:
        shows = outcome(book, page.otherwise)
        yield Sentence(f"其余：{shows.zh}", f"otherwise: {shows.en}")
    absent, not_due = outcome(book, page.absent), outcome(book, page.not_due)
    yield Sentence(
        f"缺少数据：{absent.zh}；尚未到期：{not_due.zh}", f"a fact missing: {absent.en}; not due yet: {not_due.en}"
    )


def stall_list(book: "Book", page: StallList) -> Said:
    """Who is on it, until when, and when it is due."""
    enters, leaves = [book.event_name(code) for code in page.enters], [book.event_name(code) for code in page.leaves]
    zh, en = "、".join(one.zh for one in enters) or "全部", ", ".join(one.en for one in enters) or "all"
    out_zh, out_en = "或".join(one.zh for one in leaves), " or ".join(one.en for one in leaves)
    yield Sentence(f"已{zh}、未{out_zh}的项目", f"projects {en} and not {out_en}")
    if page.applies:
        scope = conditions(book, page.applies)
        yield Sentence(f"适用：{scope.zh}", f"applies to: {scope.en}")
    due = conditions(book, page.due)
    yield Sentence(f"到期：{due.zh}；否则为未到期", f"due: {due.en}; else not due")


def reason(book: "Book", page: Reason) -> Said:
    """Its meaning, and whether it may justify an exception."""
    if page.meaning.zh:
        yield page.meaning
    if page.justified:
        yield Sentence("可作为正当理由", "may justify an exception")


def ladder(book: "Book", page: Ladder) -> Said:
    """What sets it off, and its steps."""
    names = [
        *(book.lights[code].label for code in page.lights),
        *(book.stall_lists[code].label for code in page.stall_lists),
    ]
    shades = [book.colours[code].label for code in page.colours]
    zh, en = "、".join(one.zh for one in names), ", ".join(one.en for one in names)
    zh += f"亮{'、'.join(one.zh for one in shades)}时" if shades else "亮灯或列入清单时"
    en += f" showing {', '.join(one.en for one in shades)}" if shades else " being lit or listed"
    yield Sentence(f"对象：{zh}{'，同一项目合并计次' if page.per == 'subject' else ''}", f"for {en}")
    if page.resets_after_months:
        yield Sentence(
            f"连续 {page.resets_after_months} 个月未亮灯后重新计次",
            f"counted anew after {page.resets_after_months} clear months",
        )
    for place, step in enumerate(page.steps, start=1):
        yield _step(book, page, step, place)


def _step(book: "Book", page: Ladder, step: Step, place: int) -> Sentence:
    on = [_trigger(book, page, trigger) for trigger in step.on]
    zh = f"{place}. {'或'.join(one.zh for one in on)}：对{TO[step.to][0]}{step.zh}"
    en = f"{place}. {' or '.join(one.en for one in on)}: {step.label.en} to {TO[step.to][1]}"
    if step.by.zh:
        zh, en = f"{zh}（{step.by.zh}）", f"{en} (by {step.by.en})"
    if step.deadline:
        long, final = step.deadline.said, ("最后期限", "final deadline") if step.final else ("期限", "deadline")
        zh = f"{zh}，{final[0]} {long[0]}，以{SETTLED[step.settled_by][0]}为办结"
        en = f"{en}, {final[1]} {long[1]}, settled by {SETTLED[step.settled_by][1]}"
    return Sentence(zh, en)


def _trigger(book: "Book", page: Ladder, trigger: Trigger) -> Sentence:
    names = {step.code: step.label for step in page.steps}
    if trigger.overdue:
        return Sentence(f"{names[trigger.overdue].zh}逾期未办结", f"{names[trigger.overdue].en} overdue")
    if trigger.again:
        return Sentence(f"{names[trigger.again].zh}之后再次亮灯", f"lit again after {names[trigger.again].en}")
    shades = "、".join(book.colours[code].zh for code in trigger.colours) or "灯"
    how = (
        "连续"
        if trigger.consecutive
        else f"{trigger.within_months} 个月内"
        if trigger.within_months
        else "本年"
        if trigger.this_year
        else ""
    )
    more = "及以后每次" if trigger.and_after else ""
    return Sentence(
        f"{how}第 {trigger.lit} 次亮{shades}{more}",
        f"lit for month {trigger.lit}{' running' if trigger.consecutive else ''}",
    )


def exception(book: "Book", page: ExceptionKind) -> Said:
    """What it suspends, for how long, and who grants it."""
    zh, en = page.longest.said
    rules = [_suspended(book, pattern) for pattern in page.suspends]
    yield Sentence(f"暂停：{'、'.join(one.zh for one in rules)}", f"suspends {', '.join(one.en for one in rules)}")
    yield Sentence(f"一次最长 {zh}，可续 {page.renewals} 次", f"at most {en}, renewed up to {page.renewals} times")
    who, who_en = "、".join(role.zh for role in page.granted_by), ", ".join(role.en for role in page.granted_by)
    yield Sentence(
        f"由{who}批准{'，须有佐证' if page.evidence else ''}",
        f"granted by {who_en}{', on evidence' if page.evidence else ''}",
    )


ALL = {
    "*": ("全部规则", "all rules"), "lights.*": ("全部灯", "all lights"),
    "stall_lists.*": ("全部停滞清单", "all stall lists"),
}  # fmt: skip


def _suspended(book: "Book", pattern: str) -> Sentence:
    """A suspended rule by its name."""
    chapter, _, code = pattern.partition(".")
    found: dict[str, Any] = getattr(book, chapter, {}) if code else {}
    return found[code].label if code in found else Sentence(*ALL.get(pattern, (pattern, pattern)))


def clock(book: "Book", page: Clock) -> Said:
    """Start, end, limit, pauses and extensions."""
    start, stop = book.event_name(page.starts.event), book.event_name(page.stops)
    planned = ("计划", "planned ") if page.starts.date == "planned" else ("", "")
    yield Sentence(
        f"自{planned[0]}{start.zh}起 {page.limit.said[0]}内{stop.zh}",
        f"{stop.en} within {page.limit.said[1]} of {planned[1]}{start.en}",
    )
    for key, span in page.limits.items():
        name = word(book, page.by, key)
        yield Sentence(f"{name.zh}：{span.said[0]}", f"{name.en}: {span.said[1]}")
    if page.pauses:
        names = [book.pauses[code].label for code in page.pauses]
        yield Sentence(
            f"暂停计时：{'、'.join(one.zh for one in names)}", f"pauses: {', '.join(one.en for one in names)}"
        )
    if page.extensions:
        each = page.extensions.each.said
        yield Sentence(
            f"可延期 {page.extensions.count} 次，每次 {each[0]}",
            f"extended up to {page.extensions.count} times by {each[1]}",
        )


def curve(book: "Book", page: Curve) -> Said:
    """The shares by month, and whom they are for."""
    scope = conditions(book, page.applies)
    if page.evenly_from:
        name = book.event_name(page.evenly_from)
        yield Sentence(
            f"自计划{name.zh}之月起，到计划竣工之月（或年底）按月均摊",
            f"evenly from the month planned to be {name.en} to that of completion, or December",
        )
    else:
        shares = "、".join(f"{decimal(part * 100)}%" for part in page.months)
        yield Sentence(f"各月末应完成：{shares}", f"due by month-end: {shares}")
    yield Sentence(f"适用：{scope.zh}", f"for: {scope.en}")


def event(book: "Book", page: Event) -> Said:
    """Which milestones on which bases count, and how they combine."""
    ways = {"first_known": ("取首个已知者", "the first known"), "earliest": ("取最早者", "the earliest"),
            "latest": ("取最晚者", "the latest"), "all": ("全部具备之日", "the day all are there")}  # fmt: skip
    zh = "、".join(f"{one.milestone.zh}（{one.basis.zh}）" for one in page.counts)
    en = ", ".join(f"{one.milestone.en} ({one.basis.en})" for one in page.counts)
    yield Sentence(f"{zh}：{ways[page.combine][0]}", f"{en}: {ways[page.combine][1]}")
    if page.meaning != NOTHING:
        yield page.meaning


def target(book: "Book", page: Any) -> Said:
    """What is set, everywhere or by area."""
    unit = Unit.PERCENT if page.rate else Unit(page.unit)
    if page.everywhere and not isinstance(page.everywhere.value, date):
        said = shown(page.everywhere.value, unit)
        yield Sentence(f"各地：{said.zh}", f"everywhere: {said.en}")
    told = "、".join(f"{name} {shown(said.value, unit).zh}" for name, said in page.areas.items())
    if told:
        yield Sentence(told, told)


def area_class(book: "Book", page: Any) -> Said:
    """Its areas."""
    yield Sentence("、".join(page.areas), ", ".join(page.areas))
