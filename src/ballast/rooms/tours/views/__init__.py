"""The pages of site tours."""
