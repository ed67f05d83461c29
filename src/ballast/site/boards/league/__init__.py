"""Boards of the league: places, one subject part by part, the year, what is published."""
