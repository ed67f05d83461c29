"""Worked cases: what officials wrote down as the right answer, tried against a book."""

from ballast.rulebook.trying.cases import CaseFile, read
from ballast.rulebook.trying.outcome import Checked, tried

__all__ = ["CaseFile", "Checked", "read", "tried"]
