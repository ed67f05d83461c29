"""How the registry's pages say things."""
