"""The chapter of meetings in plain words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.meetings import MeetingKind, PackRules, Section
from ballast.rulebook.telling.conditions import conditions, measure_name

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book

Said = Iterator[Sentence]
RHYTHM = {"week": ("每周", "weekly"), "month": ("每月", "monthly"), "quarter": ("每季度", "quarterly")}
TASKS = {
    "reports": ("汇报", "report"), "speaks": ("典型发言", "speak as the best"), "explains": ("作出说明", "explain"),
    "reviewed": ("逐个点评", "are reviewed"),
}  # fmt: skip
WHO = {
    "county": ("所在县", "the county"), "responsible": ("责任单位", "the responsible office"),
    "owner": ("建设单位", "the owner"), "leader": ("包联领导", "the linked leader"),
}  # fmt: skip
HELD = (
    ("bulletin", "通报", "the bulletin"), ("counties", "每县一页", "a page a county"),
    ("leaders", "每位包联领导一页", "a page a leader"), ("slides", "幻灯片", "slides"),
    ("workbook", "数据表", "a workbook"),
)  # fmt: skip
ONE_PAGERS = {
    "agenda": ("议程项目一页纸", "a page a project on the agenda"),
    "all": ("全部项目一页纸", "a page a project"),
}


def meeting(book: "Book", page: MeetingKind) -> Said:
    """How often, its sections in order, and what its pack holds."""
    zh, en = RHYTHM[page.rhythm]
    yield Sentence(f"{zh}召开", f"held {en}")
    for place, section in enumerate(page.sections, start=1):
        said = _section(book, section)
        zh, en = f"{place}. {section.zh}：{said.zh}", f"{place}. {section.label.en}: {said.en}"
        if section.clause.zh:
            zh, en = f"{zh}（{section.clause.zh}）", f"{en} ({section.clause.en})"
        yield Sentence(zh, en)
    yield _pack(page.pack)
    open_zh, open_en = {
        "refuse": ("月份未封账时不做材料", "no pack of an open month"),
        "draft": ("月份未封账时只做草稿，不能印发", "of an open month a draft that is never issued"),
    }[page.unsealed]
    yield Sentence(
        f"{open_zh}；每份文稿不超过 {page.characters} 字", f"{open_en}; {page.characters} characters a paper"
    )


def _section(book: "Book", section: Section) -> Sentence:
    chosen, task, time = chosen_by(book, section), TASKS[section.task], section.minutes
    zh, en = f"{chosen.zh}，{task[0]}", f"{chosen.en}; they {task[1]}"
    by = section.named if section.named.zh else Sentence(*WHO[section.who]) if section.who else None
    if by:
        zh, en = f"{zh}，由{by.zh}", f"{en}, by {by.en}"
    return Sentence(f"{zh}，每个 {time} 分钟", f"{en}, {time} minutes each")


def chosen_by(book: "Book", section: Section) -> Sentence:
    """Which items a section takes, in words."""
    if section.about == "county":
        return _counties(book, section)
    if section.about != "project":
        return section.label
    rules = [conditions(book, section.when)] if section.when else []
    if section.stall_lists:
        names = [book.stall_lists[code].label for code in section.stall_lists]
        zh, en = "、".join(one.zh for one in names), ", ".join(one.en for one in names)
        rules.append(Sentence(f"到期列入{zh}", f"due on {en}"))
    zh, en = "，且".join(one.zh for one in rules), " and ".join(one.en for one in rules)
    most, order = _most(section), ordered_by(book, section)
    first = ("大", "the largest") if section.order == "largest" else ("小", "the smallest")
    return Sentence(
        f"{zh}的项目，“{order.zh}”{first[0]}者在前{most.zh}", f"{en}, {first[1]} “{order.en}” first{most.en}"
    )


def ordered_by(book: "Book", section: Section) -> Sentence:
    """What projects are ordered by."""
    return measure_name(book, section.order_by) if section.order_by else Sentence("总投资", "total investment")


def _counties(book: "Book", section: Section) -> Sentence:
    most = _most(section)
    if section.choose == "all":
        return Sentence(f"各县（市、区）{most.zh}", f"every county{most.en}")
    name = ranked_by(book, section)
    zh, en = ("居前", "first") if section.choose == "first" else ("居后", "last")
    return Sentence(f"按“{name.zh}”{zh}的县{most.zh}", f"the counties {en} by “{name.en}”{most.en}")


def ranked_by(book: "Book", section: Section) -> Sentence:
    """What counties are put in order by: the sheet, else the figure by its name."""
    if section.sheet:
        return book.scoring[section.sheet].label
    from ballast.rulebook.figures.catalogue import declare  # which is written over books

    found = declare(book).get(str(section.figure))
    return found.name if found else Sentence(str(section.figure), str(section.figure))


def _most(section: Section) -> Sentence:
    return Sentence(f"，至多 {section.limit} 个", f", at most {section.limit}") if section.limit else Sentence("", "")


def _pack(pack: PackRules) -> Sentence:
    held = [Sentence(zh, en) for key, zh, en in HELD if getattr(pack, key)]
    held += [Sentence(*ONE_PAGERS[pack.projects])] if pack.projects != "none" else []
    return Sentence(
        f"材料：{'、'.join(one.zh for one in held) or '无'}", f"its pack: {', '.join(one.en for one in held) or 'none'}"
    )
