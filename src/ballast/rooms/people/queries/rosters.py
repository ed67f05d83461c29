"""The workbooks of the people room: the empty roster, the areas, and the sheet of passwords that serve once."""

from collections.abc import Iterable

from ballast.rooms.people.cards import NewAccount
from ballast.rooms.people.queries.areas import areas, offices
from ballast.rooms.people.roster import writing


def blank_roster() -> bytes:
    """The empty roster, with the offices and areas there are to choose from."""
    return writing.template([office.name for office in offices()], [area.name for area in areas()])


def areas_sheet() -> bytes:
    """The areas as they stand, to be amended and brought back."""
    return writing.division(areas())


def passwords_sheet(accounts: Iterable[NewAccount]) -> bytes:
    """The passwords of new accounts as a workbook, to be handed out once."""
    return writing.passwords(accounts)
