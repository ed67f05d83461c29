"""Score sheets and lists in plain words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.honours import HonourList
from ballast.rulebook.books.scoring import DeedKind, Floor, Indicator, Sheet
from ballast.rulebook.measures.measured import Unit
from ballast.rulebook.telling.conditions import measure_name, stretch
from ballast.rulebook.telling.normalisers import HOW, LACKS
from ballast.rulebook.telling.values import decimal, shown

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book

Said = Iterator[Sentence]
Told = tuple[str, str]
OF = {
    "county": ("县（市、区）", "counties"), "park": ("园区", "parks"), "leader": ("包联领导", "linked leaders"),
    "department": ("部门", "departments"), "office": ("责任单位", "responsible offices"),
}  # fmt: skip
WHEN = {"month": ("每月", "monthly"), "quarter": ("每季", "quarterly"), "half": ("每半年", "half-yearly"),
        "year": ("每年", "yearly")}  # fmt: skip
VETOES = {
    "unranked": ("不参加排名", "not ranked"), "no_points": ("总分记 0", "no points at all"),
    "no_honours": ("不得上好榜", "on no list of honour"),
}  # fmt: skip
CLAIMS = {
    "parking": ("把项目放到基数之外不会上升", "keeping projects out of the base"),
    "splitting": ("把一个项目拆成两个不会上升", "making two projects of one"),
    "volume": ("增加未开工的项目不会上升", "adding projects that have not started"),
}


def sheet(book: "Book", page: Sheet) -> Said:
    """Who is ranked, by what, and everything that decides points and places."""
    of, when = OF[page.of], WHEN[page.when]
    classes = "、".join(book.area_classes[code].zh for code in page.classes)
    zh, en = f"；分类排名：{classes}" if classes else "", f"; within {', '.join(page.classes)}" if classes else ""
    yield Sentence(f"{when[0]}给{of[0]}排名，满分 {decimal(page.total)} 分{zh}",
                   f"{of[1]} are ranked {when[1]}, out of {decimal(page.total)}{en}")  # fmt: skip
    for group in page.groups.values():
        yield Sentence(f"大项：{group.zh} {decimal(group.weight)} 分", f"{group.label.en}: {decimal(group.weight)}")
    for one in page.indicators.values():
        yield _indicator(book, page, one)
    yield from _profiles(page)
    yield from (_floor(book, page, one) for one in page.floors)
    yield from (_deed(book, page, one) for one in page.deeds.values())
    if page.factor:
        name = measure_name(book, page.factor)
        yield Sentence(f"指标得分与起评分之和乘以“{name.zh}”", f"indicators and base times {name.en}")
    if page.base:
        yield Sentence(f"起评分 {decimal(page.base)} 分", f"all begin with {decimal(page.base)}")
    yield from _limits(page)
    yield from _rest(book, page)


def _indicator(book: "Book", page: Sheet, one: Indicator) -> Sentence:
    kind, use = book.uses()[one.measure]
    name, how = measure_name(book, one.measure), HOW[one.by.kind](book, one, kind.unit_of(use, book))
    low = ("，低者为优", ", the lowest is best") if one.best == "lowest" else ("", "")
    small = (
        f"；基数少于 {one.least_base} 个，{LACKS[one.small][0]}",
        f"; base below {one.least_base}: {LACKS[one.small][1]}",
    )
    small = small if one.least_base else ("", "")
    lack = _lacks(one.missing, one.not_due)
    group = f"（{page.groups[one.group].zh}）" if one.group else ""
    return Sentence(
        f"{one.zh}{group} {decimal(one.weight)} 分：{name.zh}{low[0]}，{how[0]}{small[0]}{lack[0]}",
        f"{one.label.en}, {decimal(one.weight)}: {name.en}{low[1]}, {how[1]}{small[1]}{lack[1]}",
    )


def _lacks(missing: str | None, not_due: str | None) -> Told:
    zh = (f"；缺数{LACKS[missing][0]}" if missing else "") + (f"；未到期{LACKS[not_due][0]}" if not_due else "")
    en = (f"; missing: {LACKS[missing][1]}" if missing else "") + (f"; not due: {LACKS[not_due][1]}" if not_due else "")
    return zh, en


def _profiles(page: Sheet) -> Said:
    for one in page.profiles:
        weights = [(page.indicators[code].label, decimal(weight)) for code, weight in one.weights.items()]
        zh, en = "、".join(f"{name.zh} {many}" for name, many in weights), ", ".join(f"{n.en} {m}" for n, m in weights)
        months = _numbers(one.quarters, "季度", "quarter") if one.quarters else _numbers(one.months, "月", "month")
        yield Sentence(f"{one.zh}（{months[0]}）的权重：{zh}", f"{one.label.en} ({months[1]}): {en}")


def _numbers(numbers: Sequence[int], zh: str, en: str) -> Told:
    told = "、".join(map(str, numbers))
    return f"{told} {zh}", f"{en} {', '.join(map(str, numbers))}"


def _floor(book: "Book", page: Sheet, one: Floor) -> Sentence:
    kind, use = book.uses()[one.measure]
    name, span = measure_name(book, one.measure), stretch(one, kind.unit_of(use, book))
    what = page.indicators[one.indicator].label if one.indicator else Sentence("全表", "the sheet")
    clause = f"（{one.clause.zh}）" if one.clause.zh else ""
    lack = LACKS[one.otherwise]
    return Sentence(
        f"门槛（{what.zh}）：“{name.zh}”须{span.zh}，否则{lack[0]}{clause}",
        f"floor of {what.en}: {name.en} {span.en}, else {lack[1]}",
    )


def _deed(book: "Book", page: Sheet, one: DeedKind) -> Sentence:
    if one.veto:
        zh, en = VETOES[one.veto]
        many = decimal(-one.points)
        more = (f"，每次扣 {many} 分", f", −{many} each time") if one.points else ("", "")
        return Sentence(f"{one.zh}：一票否决，{zh}{more[0]}", f"{one.label.en}: one is enough, {en}{more[1]}")
    way = ("加", "+") if one.points > 0 else ("扣", "−")
    by = measure_name(book, one.measure) if one.measure else Sentence("逐件登记", "each told")
    cap = (f"，累计以 {decimal(one.cap)} 分为限", f", at most {decimal(one.cap)}") if one.cap is not None else ("", "")
    each = Sentence("次", "time")
    if one.every is not None:
        kind, use = book.uses()[one.measure]
        each = shown(one.every.value, kind.unit_of(use, book))
        each = Sentence(f" {each.zh}{'（不足不计）' if one.whole else ''}", each.en)
    names = [(page.deeds.get(code) or page.indicators[code]).label for code in one.outweighs]
    than = (
        f"，重于{'、'.join(name.zh for name in names)}所得",
        f", more than {', '.join(name.en for name in names)} brings",
    )
    than = than if names else ("", "")
    return Sentence(
        f"{one.zh}：每{each.zh}{way[0]} {decimal(abs(one.points))} 分（{by.zh}）{cap[0]}{than[0]}",
        f"{one.label.en}: {way[1]}{decimal(abs(one.points))} each {each.en} ({by.en}){cap[1]}{than[1]}",
    )


def _limits(page: Sheet) -> Said:
    yield from _between(page)
    if page.most_bonus is not None:
        yield Sentence(
            f"加分合计最多 {decimal(page.most_bonus)} 分", f"bonuses: at most {decimal(page.most_bonus)} in all"
        )
    if page.most_penalty is not None:
        most = decimal(page.most_penalty)
        yield Sentence(
            f"扣分合计最多 {most} 分，弄虚作假不限", f"penalties: at most {most} in all, frauds without limit"
        )


def _between(page: Sheet) -> Said:
    """The limits of all points together."""
    if page.most_points is not None:
        yield Sentence(f"总分最多 {decimal(page.most_points)} 分", f"at most {decimal(page.most_points)} in all")
    if page.least_points is not None:
        yield Sentence(f"总分最少 {decimal(page.least_points)} 分", f"at least {decimal(page.least_points)} in all")


def _rest(book: "Book", page: Sheet) -> Said:
    """Missing data, ties, publication and claims."""
    missing, not_due = LACKS[page.missing], LACKS[page.not_due]
    yield Sentence(
        f"缺少数据：{missing[0]}；没有应考核事项：{not_due[0]}", f"missing: {missing[1]}; nothing due: {not_due[1]}"
    )
    by = [
        page.indicators[code].label if code in page.indicators else measure_name(book, code)
        for code in page.tie_breakers
    ]
    zh, en = "、".join(one.zh for one in by), ", ".join(one.en for one in by)
    first = (f"同分依次比{zh}，仍同的并列", f"by {en}, else shared") if by else ("同分并列", "shared")
    after = (
        ("下一名次空出", "the next place is skipped")
        if page.ties == "shared"
        else ("下一名次接着排", "the next follows")
    )
    shown_ = ("按两位小数的得分排名；", "placed by points to two decimals; ") if page.rounded else ("", "")
    yield Sentence(f"{shown_[0]}{first[0]}，{after[0]}", f"{shown_[1]}ties: {first[1]}, {after[1]}")
    if page.publish is not None:
        top, bottom = page.publish.top, page.publish.bottom
        yield Sentence(f"只公布前 {top} 名、后 {bottom} 名", f"published: the first {top} and the last {bottom}")
    if page.claims:
        told = [CLAIMS[claim] for claim in page.claims]
        yield Sentence(
            f"防得住：{'；'.join(one[0] for one in told)}", f"does not rise by {'; '.join(one[1] for one in told)}"
        )


def honour_list(book: "Book", page: HonourList) -> Said:
    """Who is on it."""
    name = book.scoring[page.sheet].label
    running = (f"连续 {page.running} 期", f" {page.running} running") if page.running > 1 else ("", "")
    many = f"{decimal(page.share * 100)}%" if page.share is not None else f"{page.places} 名"
    many_en = many.removesuffix(" 名")
    ends = {
        "top": (f"{running[0]}前 {many}", f"the first {many_en}{running[1]}"),
        "bottom": (f"{running[0]}后 {many}", f"the last {many_en}{running[1]}"),
        "improved": (
            f"比上期{'得分' if page.by == 'points' else '名次'}进步最大的 {many}",
            f"the {many_en} most improved by {page.by}",
        ),
    }  # fmt: skip
    if page.unlimited:
        yield Sentence(f"“{name.zh}”{running[0]}凡合条件的", f"{name.en}: all who qualify{running[1]}")
    else:
        yield Sentence(f"“{name.zh}”{ends[page.end][0]}，并列的都算", f"{name.en}: {ends[page.end][1]}, ties included")
    yield from _needs(book, page)
    if page.colour:
        colour = book.colours[page.colour]
        yield Sentence(f"颜色：{colour.zh}", f"shown in {colour.label.en}")


def _needs(book: "Book", page: HonourList) -> Said:
    """What a list asks for beside places."""
    if page.points is not None:
        span = stretch(page.points, Unit.NUMBER)
        yield Sentence(f"得分须{span.zh}", f"points must be {span.en}")
    for need in page.needs:
        kind, use = book.uses()[need.measure]
        name, span = measure_name(book, need.measure), stretch(need, kind.unit_of(use, book))
        yield Sentence(f"“{name.zh}”须{span.zh}", f"{name.en} must be {span.en}")
