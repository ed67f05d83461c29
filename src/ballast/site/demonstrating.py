"""The day a demonstration stands still on: left beside a golden city, and refused everywhere else.

What is due and what is late is counted from that day (``kit/clock``), so that a city of 2025 is not years behind.
What is recorded meanwhile bears the moment at which it was, as in every house.
"""

from datetime import date

from ballast.kit import clock
from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence
from ballast.site import environment
from ballast.site.golden import ground


class NoDemonstration(Refusal):
    """A day is set for a demonstration, and the ledger is a real one."""


def stand_still(day: date, *, anew: bool) -> date:
    """Leave the day beside a golden city; one that stands keeps the day it has, unless built ``anew``."""
    if anew or not environment.DAY_FILE.exists():
        environment.DAY_FILE.write_text(f"{day}\n")
    return date.fromisoformat(environment.DAY_FILE.read_text().strip())


def prove() -> None:
    """Raises NoDemonstration where a day is set and the ledger is no golden city's."""
    day = clock.demonstration()
    if day is not None and not ground.stands():
        raise NoDemonstration(
            Sentence(f"设定了演示日期 {day}，而数据库不是演示城市；真实数据只按当天日期办理，"
                     f"请去掉 BALLAST_DAY，并删除 {environment.DAY_FILE.name}",
                     f"The day {day} is set for a demonstration and the database is none; real work goes by the "
                     f"calendar: take BALLAST_DAY away and delete {environment.DAY_FILE.name}"),
            where=str(environment.DATA), code="no_demonstration",
        )  # fmt: skip
