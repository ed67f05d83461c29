"""One folder a kind of document; copy the nearest one to begin another."""
