"""What is added and taken beside the indicators: bonuses and penalties, each with its cap, and their caps together."""

from collections.abc import Iterator
from fractions import Fraction

from ballast.kit.sentence import Sentence
from ballast.rulebook.books.scoring import DeedKind, Sheet
from ballast.rulebook.measures.facts import Number
from ballast.rulebook.scoring.cards import Subject, Taken, two
from ballast.rulebook.scoring.faults import no_deed
from ballast.rulebook.scoring.normalising import shares_of
from ballast.rulebook.scoring.vetoing import VETO
from ballast.rulebook.telling.values import decimal

LIMITS = (
    ("most_bonus", 1, "加分合计封顶", "bonuses together are limited"),
    ("most_penalty", -1, "扣分合计封顶", "penalties together are limited"),
)


def taken(code: str, sheet: Sheet, subject: Subject) -> list[Taken]:
    """Every bonus and penalty of a subject, and what their limits take back; ``code`` is the sheet's."""
    lost = next((deed.code for deed in subject.deeds if deed.code not in sheet.deeds), None)
    if lost is not None:
        raise no_deed(lost, code, "、".join(sheet.deeds))
    found = [one for name, kind in sheet.deeds.items() for one in _counted(name, kind, subject)]
    return [*_begun(sheet), *found, *_limited(sheet, found)]


def _begun(sheet: Sheet) -> Iterator[Taken]:
    """The points that all begin with."""
    if sheet.base:
        said = Sentence(f"起评 {decimal(sheet.base)} 分", f"all begin with {decimal(sheet.base)}")
        yield Taken(deed="base", name=Sentence("起评分", "base"), times=1, points=sheet.base, said=said)


def multiplied(sheet: Sheet, subject: Subject, points: Fraction) -> Iterator[Taken]:
    """What the sheet's factor makes more or less of indicators and base."""
    if not sheet.factor:
        return
    found = factor_of(sheet, subject)
    zh, en = f"（指标与起评分）{two(points)} 分 × {decimal(found)}", f"{two(points)} × {decimal(found)}"
    if subject.readings.get(sheet.factor) is None or subject.readings[sheet.factor].value is None:
        zh, en = f"{zh}（缺少系数，按 1 计）", f"{en} (no factor is known: 1)"
    yield Taken(
        deed="factor", name=Sentence("系数", "factor"), times=1, points=points * (found - 1), said=Sentence(zh, en)
    )


def factor_of(sheet: Sheet, subject: Subject) -> Fraction:
    """What a subject's indicators and base are multiplied by; 1 where the sheet has no factor or none is known."""
    reading = subject.readings.get(sheet.factor) if sheet.factor else None
    return Fraction(reading.value) if reading is not None and reading.value is not None else Fraction(1)


def bounded(sheet: Sheet, points: Fraction) -> Iterator[Taken]:
    """What the limits of all points together give or take."""
    low, high = sheet.least_points, sheet.most_points
    held = max(points, low) if low is not None else points
    held = min(held, high) if high is not None else held
    if held != points:
        said = Sentence(f"合计 {two(points)} 分，按 {decimal(held)} 分计", f"{two(points)} count as {decimal(held)}")
        yield Taken(deed="limits", name=Sentence("总分限额", "limits"), times=1, points=held - points, said=said)


def _counted(code: str, kind: DeedKind, subject: Subject) -> Iterator[Taken]:
    told = [deed for deed in subject.deeds if deed.code == code]
    times: Number = sum(deed.times for deed in told)
    if kind.measure and (reading := subject.readings.get(kind.measure)) is not None and reading.value is not None:
        times += max(shares_of(kind, reading.value), 0)
    elif kind.measure:
        yield Taken(
            deed=code, name=kind.label, times=0, points=Fraction(0),
            said=Sentence("缺少数据，未计", "a fact is missing, not counted"),
        )  # fmt: skip
    if not times:
        return
    points = kind.points * times
    cap = kind.cap if kind.cap is not None and abs(points) > kind.cap else None
    if cap is not None:
        points = cap if points > 0 else -cap
    what_zh, what_en = (
        "；".join(deed.said.zh for deed in told if deed.said.zh),
        "; ".join(deed.said.en for deed in told if deed.said.en),
    )
    limit = (f"，以 {decimal(cap)} 分为限", f", limited to {decimal(cap)}") if cap is not None else ("", "")
    counted = "" if kind.measure else " 次"
    zh = f"{decimal(times)}{counted} × {decimal(kind.points)} 分 = {two(points)} 分{limit[0]}"
    en = f"{decimal(times)} × {decimal(kind.points)} = {two(points)} points{limit[1]}"
    if kind.veto and not kind.points:
        zh, en = f"{decimal(times)} 次，{VETO.zh}", f"{decimal(times)} times, {VETO.en}"
    yield Taken(
        deed=code, name=kind.label, times=times, points=points, refs=tuple(deed.ref for deed in told if deed.ref),
        said=Sentence(f"{what_zh}：{zh}" if what_zh else zh, f"{what_en}: {en}" if what_en else en),
    )  # fmt: skip


def _limited(sheet: Sheet, found: list[Taken]) -> Iterator[Taken]:
    """What the sheet's limits take back; a fraud's penalty is not limited."""
    for code, sign, zh, en in LIMITS:
        most: Fraction | None = getattr(sheet, code)
        bound = [one for one in found if one.points * sign > 0 and not sheet.deeds[one.deed].fraud]
        whole = abs(sum((one.points for one in bound), Fraction(0)))
        if most is not None and whole > most:
            back = (most - whole) * sign
            said = Sentence(
                f"合计 {two(whole)} 分，以 {decimal(most)} 分为限", f"{two(whole)} in all, limited to {decimal(most)}"
            )
            yield Taken(deed=code, name=Sentence(zh, en), times=1, points=back, said=said)
