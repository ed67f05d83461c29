"""Styles of published lists, one builder each, collected from the modules of this package."""

from rulebook.lists.real_styles import counties, ledgers, provinces, wordings,
workbooks  # noqa: F401 - each collects its styles
from rulebook.lists.real_styles.expected import STYLES, Expected

__all__ = ["STYLES", "Expected"]
