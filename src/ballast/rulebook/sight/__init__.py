"""Sight: one project's or one area's facts seen under one book at one date, and from earlier month-ends."""
