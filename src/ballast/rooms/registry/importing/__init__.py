"""How a recognised list becomes projects: places, codes, drafts, matching, sources, and what came of it."""
