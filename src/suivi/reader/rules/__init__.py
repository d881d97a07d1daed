"""One file per thing noticed in a commitment or a preamble; each gives a span for every finding."""
