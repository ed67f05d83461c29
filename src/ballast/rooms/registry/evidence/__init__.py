"""Photos and papers attached to claims: held against what they are to show, counted, and found again."""
