"""Reports in progress: what was typed, kept cell by cell until it is accepted and becomes facts."""
