"""Scores and places: what a sheet of the book makes of subjects' readings, each part with its arithmetic."""

from ballast.rulebook.scoring.cards import Deed, Part, Placed, Reading, Standing, Subject, Taken
from ballast.rulebook.scoring.reading import asked, subject
from ballast.rulebook.scoring.standing import standing

__all__ = ["Deed", "Part", "Placed", "Reading", "Standing", "Subject", "Taken", "asked", "standing", "subject"]
