"""Near-duplicates: when two rows of lists describe one project, and when a person must look.

``judge`` compares two descriptions; ``Roll`` finds, among many, those worth comparing.
"""

from ballast.rulebook.likeness.judgement import Judgement, Subject, Verdict, judge
from ballast.rulebook.likeness.names import Name, apart, firm
from ballast.rulebook.likeness.roll import Match, Roll

__all__ = ["Judgement", "Match", "Name", "Roll", "Subject", "Verdict", "apart", "firm", "judge"]
