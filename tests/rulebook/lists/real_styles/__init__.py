"""Styles of published lists, one builder each; importing the modules collects them."""

from rulebook.lists.real_styles import (
    beside,
    cells,
    counties,
    duties,
    editions,
    layouts,
    ledgers,
    pages,
    provinces,
    wordings,
    workbooks,
)
from rulebook.lists.real_styles.expected import STYLES, Expected

MODULES = (beside, cells, counties, duties, editions, layouts, ledgers, pages, provinces, wordings, workbooks)

__all__ = ["MODULES", "STYLES", "Expected"]
