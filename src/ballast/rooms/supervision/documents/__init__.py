"""The documents of supervision: its letters."""
