"""Means: the catalogue of figures, the engine that reads them, and the editions that fix them."""
