"""The browser's door to the desk."""
