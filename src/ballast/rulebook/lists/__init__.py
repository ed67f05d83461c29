"""Lists of projects as people keep them: recognised, given their meaning, reconciled; pure code over grids.

The way of a sheet, in the order of ``recognise``; each step says in its own file what it decides, and by what:

1. made plain: ``echoes`` (rows that repeat a merged cell), ``upright`` (lists on their side), ``spans`` (merges);
2. cut into tables: ``scan`` finds title, unit and body, ``header`` the headings, ``abreast`` lists side by side;
3. columns given a meaning: ``headings`` by ``columns.toml`` and ``phrases``, ``layout`` by ``profile`` (what they
   hold), ``named`` (where names stand) and ``plan_years`` (which year's plan), ``infer`` where there are no headings,
   ``units`` what numbers count;
4. rows told apart: ``classify`` by their own marks (``markers``, ``titles``, ``places``, ``lines``), the doubtful ones
   by ``neighbours``, ``numbering``, ``centred`` and what they add up to (``sums``);
5. projects read: ``draft`` by ``amounts``, ``dates`` and ``several`` (more in a cell), ``carried``, ``evidence`` (where
   stated sums decide), ``finish`` (area and office wherever they are told);
6. groups held against them: ``tree`` (depth), ``beside`` (told in columns), ``stated`` (told in words), ``reconcile``;
7. tables held against each other: ``editions`` (last year's, overviews), ``overlap`` (told twice).

``report`` is what is handed over, ``faults`` the sentences. Every filled row ends as a project's, a group's or skipped
with a reason; ``tests/rulebook/lists/drawn`` shows the lists this is proved on, as a clerk sees them.
"""

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
