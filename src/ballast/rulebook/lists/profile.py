"""What a column holds, counted over a sample of its rows: the evidence beside, or in place of, its heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ballast.kit.grid import Value
from ballast.rulebook.lists.amounts import amount
from ballast.rulebook.lists.columns import DATES, MONEY
from ballast.rulebook.lists.dates import period
from ballast.rulebook.lists.markers import alone, leading
from ballast.rulebook.lists.places import is_area, is_office
from ballast.rulebook.lists.units import UNITS, is_foreign
from ballast.rulebook.lists.words import is_empty, number_of, plain, wording

SAMPLE = 400
PROJECT_WORD = re.compile(
    r"项目|工程|建设|年产|改造|基地|生产线|产业园|示范|中心|扩建|新建|公路|铁路|高速|机场|电站|光伏|风电|污水|供水|水库|治理|学校"
    r"|医院|整治|开发|加工|养殖|种植|物流|仓储|产业化|技改|升级|园区|小区|安置|棚户|管网|热电|桥|隧道|码头|港|矿|厂|场|楼|馆|院|路|线"
)
FIRM = re.compile(r"(?:公司|集团|厂|合作社|企业)$")
HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(slots=True)
class Profile:
    """Counts over the filled cells of one column."""

    filled: int = 0
    numbers: int = 0
    money: int = 0
    years: int = 0
    marks: int = 0
    texts: int = 0
    names: int = 0
    areas: int = 0
    offices: int = 0
    firms: int = 0
    units: int = 0
    long: int = 0
    letters: int = 0
    rising: int = 0
    distinct: int = 0
    total: float = 0.0

    def share(self, count: int) -> float:
        """``count`` as a share of the filled cells."""
        return count / self.filled if self.filled else 0.0


def profiles(rows: Sequence[Sequence[Value]], width: int) -> list[Profile]:
    """One profile a column, over at most SAMPLE rows taken evenly."""
    step = max(1, len(rows) // SAMPLE)
    sample = rows[::step]
    return [_profile([row[column] if column < len(row) else None for row in sample]) for column in range(width)]


def _profile(values: list[Value]) -> Profile:
    profile = Profile()
    seen = set()
    last: float | None = None
    for value in values:
        if is_empty(value):
            continue
        profile.filled += 1
        number = number_of(value)
        if number is not None:
            profile.numbers += 1
            profile.total += abs(number)
            profile.marks += number == int(number) and 0 < number < 100_000
            profile.rising += last is None or number == last + 1 or number == 1
            profile.years += period(value).start is not None
            profile.money += number >= 0
            last = number
        else:
            _count_text(profile, value)
        seen.add(value)
    profile.distinct = len(seen)
    return profile


def _count_text(profile: Profile, value: Value) -> None:
    text = wording(value)
    profile.texts += isinstance(value, str)
    profile.marks += bool(alone(text))
    profile.years += len(text) < 30 and period(value).start is not None
    profile.money += amount(value, 1).yuan is not None
    if not isinstance(value, str) or not HAN.search(text):
        return
    profile.letters += len(text)
    bare = plain(leading(text).rest)
    area, office = is_area(bare), is_office(bare)
    profile.areas += area
    profile.offices += office
    profile.firms += office and bool(FIRM.search(bare))
    profile.units += bare in UNITS or is_foreign(bare)
    profile.long += len(text) > 40
    profile.names += 4 <= len(bare) <= 80 and not area and not office and bool(PROJECT_WORD.search(bare))


def fit(field: str, profile: Profile) -> float:
    """How well the content suits the field, 0 to 1; 0 for an empty column."""
    if not profile.filled:
        return 0.0
    share = profile.share
    if field == "sequence":
        return share(profile.marks)
    if field == "name":
        words = share(profile.texts) * min(1.0, profile.letters / (6 * profile.filled))
        return max(0.0, 0.5 * words + 0.5 * share(profile.names) - 0.5 * share(profile.numbers))
    if field in MONEY:
        return share(profile.money)
    if field in DATES:
        return share(profile.years)
    if field in ("count", "percent", "longitude", "latitude"):
        return share(profile.numbers)
    if field in ("area", "owner", "responsible", "content", "site", "nature", "goal", "progress"):
        return share(profile.texts)
    return 0.5
