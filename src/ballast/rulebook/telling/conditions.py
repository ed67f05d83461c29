"""Conditions, bands and repetitions in words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ballast.kit.sentence import Sentence
from ballast.rulebook.grammar.amounts import Quantity
from ballast.rulebook.grammar.conditions import Condition, Repeated
from ballast.rulebook.grammar.fields import FIELDS
from ballast.rulebook.measures.measured import Unit
from ballast.rulebook.telling.values import bound

if TYPE_CHECKING:
    from ballast.rulebook.books.book import Book

COMPARED = {
    "at_least": ("不低于", "at least"), "above": ("高于", "above"),
    "at_most": ("不高于", "at most"), "below": ("低于", "below"),
}  # fmt: skip
DAYS = {
    "at_least": ("不早于", "not before"), "above": ("晚于", "after"),
    "at_most": ("不晚于", "not after"), "below": ("早于", "before"),
}  # fmt: skip
THIS = {
    "year": ("在本年", "this year"), "half": ("在本半年", "this half-year"), "quarter": ("在本季度", "this quarter"),
    "month": ("在本月", "this month"), "last_year": ("在上年", "last year"),
    "last_half": ("在上一个半年", "last half-year"),
    "last_quarter": ("在上季度", "last quarter"), "last_month": ("在上月", "last month"),
}  # fmt: skip
STATES = {
    "none": ("不亮灯", "no light"), "unknown": ("无数据", "no data"),
    "not_applicable": ("不适用", "not applicable"), "suspended": ("例外暂停", "suspended"),
}  # fmt: skip


def outcome(book: "Book", code: str) -> Sentence:
    """A colour of the book by name, or what a light says beside them."""
    return book.colours[code].label if code in book.colours else Sentence(*STATES.get(code, (code, code)))


def measure_name(book: "Book", code: str) -> Sentence:
    """A measure by the book's own name, else its kind's; with its code where the book has more of the kind."""
    kind, use = book.uses()[code]
    if use.zh:
        return Sentence(use.zh, use.en or use.zh)
    alike = sum(not one.zh and one.kind == use.kind for one in book.measures.values())
    return Sentence(f"{kind.title.zh}（{code}）", f"{kind.title.en} ({code})") if alike > 1 else kind.title


def stretch(bounds: Any, unit: Unit) -> Sentence:
    """The bounds of a band or a test: 高于 10 个百分点且不高于 30 个百分点."""
    parts = [(name, bound(getattr(bounds, name), unit)) for name in COMPARED if getattr(bounds, name, None) is not None]
    zh = "且".join(f"{COMPARED[name][0]} {said.zh}" for name, said in parts)
    en = " and ".join(f"{COMPARED[name][1]} {said.en}" for name, said in parts)
    return Sentence(zh or "任何数", en or "whatever it is")


def lasting(wanted: Repeated) -> Sentence:
    """For how long or how often: 连续 3 个月."""
    if wanted.for_months:
        return Sentence(f"连续 {wanted.for_months} 个月", f"for {wanted.for_months} months running")
    if wanted.for_quarters:
        return Sentence(f"连续 {wanted.for_quarters} 个季度", f"for {wanted.for_quarters} quarters running")
    if wanted.times:
        zh = "本年内" if wanted.this_year else f"{wanted.within_months} 个月内"
        en = "this year" if wanted.this_year else f"within {wanted.within_months} months"
        return Sentence(f"{zh}累计 {wanted.times} 次", f"{wanted.times} times {en}")
    return Sentence("", "")


def conditions(book: "Book", wanted: Sequence[Condition], *, joined: tuple[str, str] = ("，且", " and ")) -> Sentence:
    """Conditions that must all hold, in words; of none, everything."""
    if not wanted:
        return Sentence("全部", "all")
    told = [condition(book, one) for one in wanted]
    return Sentence(joined[0].join(one.zh for one in told), joined[1].join(one.en for one in told))


def condition(book: "Book", one: Condition) -> Sentence:
    """One condition in words."""
    said = TOLD[one.head](book, one)
    times = lasting(one)
    if times.zh:
        said = Sentence(f"{times.zh}（{said.zh}）", f"({said.en}) {times.en}")
    if one.absent:
        zh = "缺数据视为成立" if one.absent == "holds" else "缺数据视为不成立"
        said = Sentence(f"{said.zh}（{zh}）", f"{said.en} (absent facts: {one.absent})")
    return said


def _measure(book: "Book", one: Condition) -> Sentence:
    kind, use = book.uses()[str(one.measure)]
    name, unit = measure_name(book, str(one.measure)), kind.unit_of(use, book)
    if one.is_ is not None:
        said = bound(one.is_, unit)
        return Sentence(f"“{name.zh}”为 {said.zh}", f"“{name.en}” is {said.en}")
    said = stretch(one, unit)
    return Sentence(f"“{name.zh}”{said.zh}", f"“{name.en}” is {said.en}")


def _field(book: "Book", one: Condition) -> Sentence:
    field = FIELDS[str(one.field)]
    zh, en = field.label.zh, field.label.en
    if one.known is not None:
        return Sentence(f"{zh}{'已填' if one.known else '未填'}", f"{en} is {'known' if one.known else 'not known'}")
    if isinstance(one.is_, bool):
        return Sentence(f"{'是' if one.is_ else '不是'}{zh}", f"{'' if one.is_ else 'not '}{en}")
    wanted = one.in_ or one.not_in or one.starts_with
    if field.name == "lists" and wanted is not None:
        told = "、".join(f"“{code}”" for code in wanted)
        no = one.not_in is not None
        return Sentence(f"{'未' if no else ''}列入名单{told}", f"{'not ' if no else ''}on the list {told}")
    if wanted is None and isinstance(one.is_, str):
        wanted = (one.is_,)
    if wanted is not None:
        words = [word(book, field.name, one) for one in wanted]
        verb = (
            ("不属于", "is none of")
            if one.not_in
            else ("以……开头：", "begins with")
            if one.starts_with
            else ("为", "is")
        )
        return Sentence(
            f"{zh}{verb[0]}{'、'.join(w.zh for w in words)}", f"{en} {verb[1]} {', '.join(w.en for w in words)}"
        )
    said = bound(one.is_, field.unit) if isinstance(one.is_, Quantity) else stretch(one, field.unit)
    return Sentence(f"{zh}{said.zh}", f"{en} {said.en}")


def word(book: "Book", field: str, code: str) -> Sentence:
    """A word of a closed field by its name, else as it stands."""
    from ballast.rulebook.forms import Node
    from ballast.rulebook.stages import Stage
    from ballast.rulebook.terms import AreaKind, FundChannel, LandMode, Nature

    closed = {
        "stage": Stage, "nature": Nature, "land_mode": LandMode, "area_kind": AreaKind, "channels": FundChannel,
        "node": Node,
    }  # fmt: skip
    if field in closed:
        return closed[field](code).label
    own: Any = {"area_class": book.area_classes, "lead_industry": book.lead_industries}.get(field, {})
    if code in own:
        return Sentence(own[code].zh, own[code].en or own[code].zh)
    band = next((band for band in book.size_bands if field == "size_band" and band.code == code), None)
    return Sentence(band.zh, band.en) if band else Sentence(code, code)


def _light(book: "Book", one: Condition) -> Sentence:
    light = book.lights[str(one.light)]
    wanted = one.in_ or one.not_in or (str(one.is_),)
    zh = "或".join(outcome(book, code).zh for code in wanted)
    en = " or ".join(outcome(book, code).en for code in wanted)
    no = one.not_in is not None
    return Sentence(
        f"“{light.zh}”灯{'不为' if no else '为'}{zh}", f"light “{light.label.en}” is {'not ' if no else ''}{en}"
    )


def _stall(book: "Book", one: Condition) -> Sentence:
    from ballast.rulebook.stalling import Standing

    stall = book.stall_lists[str(one.stall)]
    wanted = [Standing(code) for code in one.in_ or one.not_in or (str(one.is_),)]
    zh, en = "或".join(word.zh for word in wanted), " or ".join(word.en for word in wanted)
    no = one.not_in is not None
    return Sentence(f"“{stall.zh}”清单{'非' if no else '：'}{zh}", f"on “{stall.label.en}” {'not ' if no else ''}{en}")


def _when(one: Condition, otherwise: tuple[str, str]) -> tuple[str, str]:
    """In which period, and between which days."""
    told = [THIS[one.this]] if one.this else []
    for name, (zh, en) in DAYS.items():
        if (bound := getattr(one, name)) is not None:
            told.append((f"{zh} {bound.value}", f"{en} {bound.value}"))
    return ("、".join(zh for zh, _ in told), " ".join(en for _, en in told)) if told else otherwise


def _reached(book: "Book", one: Condition) -> Sentence:
    name, this = book.event_name(str(one.reached)), _when(one, ("", ""))
    return Sentence(f"已{name.zh}{this[0]}", f"{name.en} {this[1]}".strip())


def _planned(book: "Book", one: Condition) -> Sentence:
    name, this = book.event_name(str(one.planned)), _when(one, ("有时间", "at some date"))
    return Sentence(f"计划{name.zh}{this[0]}", f"planned to be {name.en} {this[1]}")


def _due(book: "Book", one: Condition) -> Sentence:
    name, this = book.event_name(str(one.due)), _when(one, ("", ""))
    return Sentence(f"计划{name.zh}时间{this[0]}已到", f"planned {name.en} date has come {this[1]}".strip())


def _all(book: "Book", one: Condition) -> Sentence:
    said = conditions(book, one.all_ or ())
    return Sentence(f"（{said.zh}）", f"({said.en})")


def _any(book: "Book", one: Condition) -> Sentence:
    said = conditions(book, one.any_ or (), joined=("，或", " or "))
    return Sentence(f"（{said.zh}）", f"({said.en})")


def _not(book: "Book", one: Condition) -> Sentence:
    said = condition(book, one.not_) if one.not_ else Sentence("", "")
    return Sentence(f"并非（{said.zh}）", f"not ({said.en})")


TOLD = {
    "measure": _measure, "field": _field, "light": _light, "stall": _stall, "reached": _reached, "planned": _planned,
    "due": _due, "all": _all, "any": _any, "not": _not,
}  # fmt: skip
