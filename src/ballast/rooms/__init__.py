"""The house: one room for each office's work; a room imports downstairs only."""
