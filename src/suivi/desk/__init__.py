"""Officers act; the only room with tables."""
