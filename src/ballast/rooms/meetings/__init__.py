"""Speaks: the documents of the month, and later its meetings, decisions and action items."""
