"""Knows the offices: area and office tree, officials, powers."""
