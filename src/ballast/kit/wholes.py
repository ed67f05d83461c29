"""Whole numbers as they come in addresses and forms, where anybody may write anything."""

LONGEST = 9


def whole(text: str, *, digits: int = LONGEST) -> int | None:
    """The number ``text`` writes in at most ``digits`` plain digits; None for all else (-1, ², １２)."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= digits else None
