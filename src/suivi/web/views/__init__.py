"""The doors: each view parses, calls one action or one query, and answers."""
