"""The demonstration: a sample plan in three languages, a journey to play on it, and the stage it is played on."""
