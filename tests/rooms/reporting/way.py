"""Steps on the way of the plant's report of July, as many tests take them."""

from ballast.kit.audit import AuditLine
from ballast.rooms.people.cards import OfficialCard
from ballast.rooms.reporting import actions
from ballast.rooms.reporting.cards import Chosen, Edit, Outcome
from ballast.rooms.reporting.models import Progress, Report
from rooms.reporting import cast
from rooms.reporting.cast import AT, MONTH, County

JULY = {"month_completed": "2,600.5", "form_progress": "主体封顶", "node": "主体封顶", "paid.own": 25_000}


def typed(town: County, by: OfficialCard, version: int = 0, key: str = "", **cells: object) -> Outcome:
    """Type into the plant's report; a double underscore in a key stands for a dot."""
    said = {name.replace("__", "."): cell for name, cell in cells.items()}
    return actions.save(MONTH, [Edit(cast.serial_of(town.plant), said, version)], official=by, at=AT, key=key)


def july(town: County, by: OfficialCard) -> Outcome:
    """The plant's whole July, typed."""
    return actions.save(MONTH, [Edit(cast.serial_of(town.plant), JULY)], official=by, at=AT)


def plant(town: County, version: int = 1, **remarks: str) -> list[Chosen]:
    """The plant's report in a version, with remarks by column."""
    return [Chosen(cast.serial_of(town.plant), version, remarks)]


def submitted(town: County, by: OfficialCard) -> None:
    """The plant's July typed and submitted."""
    july(town, by)
    actions.submit(MONTH, plant(town), official=by, at=AT)


def state(town: County) -> str:
    """Where the plant's report stands."""
    return Report.objects.get(project_id=town.plant, month=MONTH).state


def reported() -> int:
    """How many reports of July are facts."""
    return Progress.objects.current().filter(month=MONTH).count()


def audited(act: str, result: str = "done") -> AuditLine:
    """The last audit line of an act."""
    return AuditLine.objects.filter(act=act, result=result).latest("id")
