"""The annual review, as plain data."""
