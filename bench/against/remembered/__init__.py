"""The peer of bench/history.py: the same monthly reports kept by django-simple-history."""
