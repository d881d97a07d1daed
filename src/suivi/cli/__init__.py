"""The terminal's door to the desk."""
