"""Lights: what a policy book says of one aspect of one project or area at a date."""
