"""How the pages of the monthly loop write cells."""
