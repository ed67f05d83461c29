"""Measures: the closed vocabulary in which a policy book speaks of one project's or one area's facts at a date."""
