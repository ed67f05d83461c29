"""Lists of projects as people keep them: recognised, given their meaning, reconciled; pure code over grids."""

from ballast.rulebook.lists.recognise import recognise
from ballast.rulebook.lists.report import (
    Column,
    Fault,
    Group,
    Part,
    ProjectRow,
    Recognition,
    Skipped,
    Table,
)

__all__ = ["Column", "Fault", "Group", "Part", "ProjectRow", "Recognition", "Skipped", "Table", "recognise"]
