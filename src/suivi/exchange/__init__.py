"""What goes to the partner and what comes from it."""
