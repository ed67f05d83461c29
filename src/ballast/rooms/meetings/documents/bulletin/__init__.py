"""The monthly bulletin 通报: at most 4,000 characters, every number a fixed figure."""
