"""What an officer can do: one module per subject, each act entering by the gate and ending on record."""
