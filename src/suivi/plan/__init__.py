"""What was agreed: words, texts, plans, parties, channels and times."""
