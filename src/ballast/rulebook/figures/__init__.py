"""Figures: the wide snapshot of a month, a closed vocabulary over it, the catalogue, and its plain reading."""
