"""How pages write figures."""
