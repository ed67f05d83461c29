"""Slides (.pptx), editable, with native charts; every number carries what it claims to be."""

from ballast.kit.decks.checker import check_deck
from ballast.kit.decks.description import Box, Chart, Deck, Grid, GridColumn, Line, Slide
from ballast.kit.decks.writing import write_deck

__all__ = ["Box", "Chart", "Deck", "Grid", "GridColumn", "Line", "Point", "Series", "Slide", "check_deck", "write_deck"]
