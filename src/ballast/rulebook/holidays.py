"""The State Council's yearly notice of public holidays (部分节假日安排的通知), read from its text.

As published: ``四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。`` Lines of one day each
(``2027-10-01 休``, ``2027-10-09 班``) are read too. What the notice states twice, weekdays and numbers of days, is
held against the dates, so that a slip of the pen is found before it becomes a deadline.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

NAMES = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")
WEEKDAYS = "一二三四五六日天"
_DAY = r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:（([^）]*)）)?"
SPAN = re.compile(_DAY + r"(?:[至到—-]" + _DAY + ")?")
TITLE = re.compile(r"关于(\d{4})年")
ALONE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[\s,，:：]*(休|放假|班|上班)")
STATED = re.compile(r"(?:共|放假)(\d{1,2})天")
WEEKDAY = re.compile(r"(?:周|星期)([一二三四五六日天])")
# Before 一、元旦 stand the rules the days follow from (放假8天), which name every holiday and settle none.
SCHEDULE = re.compile(rf"[一二三四五六七1-7][、.．](?:{'|'.join(NAMES)})")
BREAKS = re.compile(r"[。；;]")
NARROW = str.maketrans("０１２３４５６７８９()~～－", "0123456789（）至至-")
LONGEST = 20_000


class FaultyNotice(Refusal):
    """The text is no such notice, or contradicts itself; ``where`` is the sentence at fault."""


@dataclass(frozen=True, slots=True)
class Notice:
    """The days a year's notice names: True is a day of work; ``left`` are sentences with dates it does not settle."""

    year: int
    days: dict[date, bool]
    left: tuple[str, ...]


def read(text: str, year: int) -> Notice:
    """The notice of ``year`` in ``text``. Raises FaultyNotice with the sentence at fault."""
    text = re.sub(r"[ \t\r\u3000]+", " ", text.translate(NARROW))[:LONGEST]
    _same_year(text, year)
    lines = [line.strip() for line in text.split("\n")]
    prose = re.sub(r"\s", "", "".join(line for line in lines if not ALONE.fullmatch(line)))
    prose = prose[begins.start() :] if (begins := SCHEDULE.search(prose)) else prose
    days: dict[date, bool] = {}
    for line in lines:
        if found := ALONE.fullmatch(line):
            day = _date(int(found[1]), int(found[2]), int(found[3]), line)
            _settle(days, [day], found[4] in ("班", "上班"), year, line)
    left = tuple(said for said in BREAKS.split(prose) if not _take(said, year, days))
    _whole(prose, days, year)
    return Notice(year, dict(sorted(days.items())), tuple(said for said in left if SPAN.search(said)))


def _take(said: str, year: int, days: dict[date, bool]) -> bool:
    """Settle the days of one sentence; whether it settles any."""
    works = "上班" in said
    if not works and "放假" not in said:
        return False
    count = 0
    for span in _spans(said, year):
        _settle(days, span, works, year, said)
        count += len(span)
    stated = STATED.search(said)
    if stated and int(stated[1]) != count:
        raise _fault(said, f"写的是 {stated[1]} 天，日期算来是 {count} 天", f"{count} days, not {stated[1]}")
    return count > 0


def _spans(said: str, year: int) -> Iterator[list[date]]:
    """The days of each date or span of dates in a sentence; a month not said is the one said before."""
    month = 0
    for found in SPAN.finditer(said):
        first_year = int(found[1] or year)
        month = int(found[2] or month)
        first = _date(first_year, month, int(found[3]), said)
        _same_weekday(first, found[4], said)
        last = first
        if found[7]:
            month = int(found[6] or month)
            last = _date(int(found[5] or first_year), month, int(found[7]), said)
            _same_weekday(last, found[8], said)
        if not timedelta(0) <= last - first <= timedelta(days=30):
            raise _fault(said, f"起止日期不对：{first} 至 {last}；跨年请写明年份", "the span goes back")
        yield [first + timedelta(days=step) for step in range((last - first).days + 1)]


def _settle(days: dict[date, bool], span: list[date], works: bool, year: int, said: str) -> None:
    for day in span:
        if day.year != year and not (day.year == year - 1 and day.month == 12):
            raise _fault(said, f"{day} 不在 {year} 年", f"{day} is not in {year}")
        if days.get(day, works) is not works:
            raise _fault(said, f"{day} 既放假又上班", f"{day} is said to be both a holiday and worked")
        if works and day.weekday() < 5:
            raise _fault(said, f"{day} 不是周末，本来就上班", f"{day} is no weekend and worked anyway")
        days[day] = works


def _whole(prose: str, days: dict[date, bool], year: int) -> None:
    """A notice names every holiday of the year; a text cut short would leave the rest of it worked."""
    lacking = [name for name in NAMES if "放假" in prose and name not in prose]
    if lacking or not days:
        zh = f"没有写到{'、'.join(lacking)}" if lacking else "没有读出放假或上班的日期"
        raise _fault(f"{year}", f"{zh}；请粘贴通知全文", "the text is not whole: paste the whole notice")


def _same_year(text: str, year: int) -> None:
    title = TITLE.search(text)
    if title and int(title[1]) != year:
        raise _fault(title[0], f"这是 {title[1]} 年的通知，不是 {year} 年的", "another year")


def _same_weekday(day: date, said: str | None, where: str) -> None:
    found = WEEKDAY.search(said or "")
    if found and min(WEEKDAYS.index(found[1]), 6) != day.weekday():
        right = WEEKDAYS[day.weekday()]
        raise _fault(where, f"{day} 是周{right}，文中写作周{found[1]}", f"the weekday of {day} is not the one written")


def _date(year: int, month: int, day: int, said: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise _fault(said, f"没有 {year}年{month}月{day}日", f"there is no {year}-{month}-{day}") from error


def _fault(where: str, zh: str, en: str) -> FaultyNotice:
    return FaultyNotice(Sentence(zh, en), where=where[:120], code="faulty_notice")
