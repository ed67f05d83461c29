"""Knows the projects: card, owner, site, lists, plans, classifications, matching."""
