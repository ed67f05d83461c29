"""Tells people once a day what waits for them."""
