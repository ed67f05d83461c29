"""Scores and places: what a sheet of the book makes of subjects' readings, each part with its arithmetic."""

from ballast.rulebook.scoring.cards import Deed, Part, Placed, Reading, Standing, Subject, Taken
from ballast.rulebook.scoring.honouring import Honours, Moved, Named, honours, moves
from ballast.rulebook.scoring.reading import asked, subject
from ballast.rulebook.scoring.standing import standing
from ballast.rulebook.scoring.steadiness import Move, Steady, steadiness

__all__ = [
    "Deed", "Honours", "Move", "Moved", "Named", "Part", "Placed", "Reading", "Standing", "Steady", "Subject", "Taken",
    "asked", "honours", "moves", "standing", "steadiness", "subject",
]  # fmt: skip
