"""Where people write whatever they like, phone numbers among it; how those are hidden is ``kit/phones``."""

# The fields of a project's facts in which people write whatever they like.
FREE = frozenset({
    "owner", "investor", "site", "responsible", "responsible_person", "linked_leader", "content", "remarks", "node",
    "form_progress", "problems", "needs", "explanation", "caption", "party", "contractor", "words", "holder", "reason",
})  # fmt: skip
