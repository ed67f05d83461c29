"""Site tours (观摩): ballots into means, means into points, points into places without ties."""

from ballast.rulebook.touring.ballots import Marks, faults, marks_of, written
from ballast.rulebook.touring.marking import Ballot, ProjectMark, Trimmed, marked, trimmed
from ballast.rulebook.touring.placing import County, Placed, Standing, placed

__all__ = [
    "Ballot", "County", "Marks", "Placed", "ProjectMark", "Standing", "Trimmed", "faults", "marked", "marks_of",
    "placed", "trimmed", "written",
]  # fmt: skip
