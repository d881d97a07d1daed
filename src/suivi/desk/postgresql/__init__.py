"""PostgreSQL as the database of a node: Django's own back end, with one writer at a time."""
