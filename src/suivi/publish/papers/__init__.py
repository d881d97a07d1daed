"""Papers: what officials take into the room, each composed from the review, before it has a format."""
