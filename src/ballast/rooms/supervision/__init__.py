"""Watches: lights, stalls, exceptions, letters."""
