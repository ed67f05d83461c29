"""Policy: which book of rules is in force when, adopted as an audited act."""
