"""The pages of the gate, what allauth asks of us, and the watch that looks at every request."""
