"""Moves: milestones by basis, and the stage derived from them."""
