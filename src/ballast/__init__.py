"""Ballast 压舱石: the software by which a city runs its investment projects over their whole life."""

__version__ = "0.1.0"
