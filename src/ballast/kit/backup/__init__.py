"""A whole installation in one file: its tables in a form of no database, its files, and a hash over each.

``container`` is the archive, ``locked`` its encryption, ``tables`` the rows out of one database and into another.
"""
