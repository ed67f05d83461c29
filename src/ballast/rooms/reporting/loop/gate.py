"""What a hand-in must be before it is read: the form asked for, of a month that is open."""

from datetime import datetime
from zoneinfo import ZoneInfo

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.rooms.reporting.queries.place import area_named, month_named
from ballast.rooms.reporting.queries.seals import is_sealed
from ballast.rooms.reporting.workbook.reading import Filled

CITY_TIME = ZoneInfo("Asia/Shanghai")


class WrongForm(Refusal):
    """A form for another month or another area than asked for."""


class MonthSealed(Refusal):
    """The month is sealed; only a correction slip changes it."""


class NotYet(Refusal):
    """The month has not begun."""


def same_form(filled: Filled, month: str, area: str) -> None:
    """Refuse a form of another month or area than asked for, where one is asked for."""
    stamp = filled.stamp
    if month and month_named(month) != stamp.month:
        raise WrongForm(
            Sentence(f"这是 {stamp.month} 的月报表，不是 {month} 的；请选择 {month} 的表",
                     f"This is the form of {stamp.month}, not of {month}; choose the form of {month}"),
            where=filled.name, code="wrong_month",
        )  # fmt: skip
    if area and (asked := area_named(area)).code != stamp.area:
        raise WrongForm(
            Sentence(f"这是{stamp.area_name}的月报表，不是{asked.name}的；请选择{asked.name}的表",
                     f"This is the form of {stamp.area_name}, not of {asked.name}; choose that area's form"),
            where=filled.name, code="wrong_area",
        )  # fmt: skip


def own_area(filled: Filled, answers_for: frozenset[str] | None) -> None:
    """Refuse a form of an area the person does not answer for (codes; None is all)."""
    if answers_for is not None and filled.stamp.area not in answers_for:
        raise WrongForm(
            Sentence(f"这是{filled.stamp.area_name}的月报表，不由您报送；请使用本地区的表",
                     f"This is the form of {filled.stamp.area_name}, which you do not report for; use your own area's"),
            where=filled.name, code="wrong_area",
        )  # fmt: skip


def open_month(month: str, name: str, at: datetime) -> None:
    """Refuse a month that is sealed, or has not begun at ``at``."""
    if is_sealed(month_named(month)):
        raise MonthSealed(
            Sentence(f"{month} 已封账，月报不再接收；更正请填更正单",
                     f"{month} is sealed and takes no more reports; file a correction slip"),
            where=name, code="month_sealed",
        )  # fmt: skip
    if month > f"{at.astimezone(CITY_TIME):%Y-%m}":
        raise NotYet(
            Sentence(f"{month} 还没有到，不能报送", f"{month} has not begun; it cannot be reported yet"),
            where=name, code="month_not_begun",
        )  # fmt: skip
