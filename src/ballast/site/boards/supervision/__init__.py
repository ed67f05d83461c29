"""Boards of supervision: lights, stalls, letters, the wall."""
