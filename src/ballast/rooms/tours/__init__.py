"""Shows and marks: site tours, their ballots and results."""
