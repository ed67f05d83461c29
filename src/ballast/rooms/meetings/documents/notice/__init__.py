"""The letter of an overdue action item (督办函), in official layout."""
