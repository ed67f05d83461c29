"""Worked cases that officials can read, run as tests: a folder with a book and its cases each."""
