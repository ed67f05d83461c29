"""The ledger: facts that are never edited, the journal that chains them, and the seals over it.

``Fact`` is the base of every business fact; ``entry`` opens one line of the journal and is the only way to
record; ``seal`` fixes a moment; ``verify`` reads everything back and finds what was changed behind our back.
"""
