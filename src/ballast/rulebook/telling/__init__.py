"""Telling: measures, conditions, lights and whole books in plain Chinese and English."""
