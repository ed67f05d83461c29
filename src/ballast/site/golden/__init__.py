"""The golden city 北溟: a fictional northern port whose ledger holds what a project office's would hold.

Nothing here is real: names, codes, map and figures are made by seeded chance, and the same seed makes the same
ledger. ``city.build`` tells the story through the rooms' own actions, month by month, as it would have come in.
"""
