"""Judges: scores and places of counties, parks and groups of projects; publication, deeds, appeals."""
