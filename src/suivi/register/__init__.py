"""What the records of a channel add up to on a given day."""
