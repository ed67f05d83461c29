"""Tools without a word of the domain."""
